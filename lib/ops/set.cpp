#include "ops/set.h"

#include <map>
#include <optional>
#include <system_error>

#include "catalog/catalog.h"
#include "edit/atomic.h"
#include "edit/field_value.h"
#include "edit/guard.h"
#include "edit/render.h"
#include "model/read.h"
#include "ops/load.h"
#include "ops/set_words.h"
#include "style/format.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// A matter of a file.
struct Found {
  std::size_t file = 0;    ///< number in the run
  std::size_t number = 0;  ///< among the matters of its file
  Location at;
};

/// A text as it stands so far, read.
struct Read {
  Document document;
  Arena arena;
  std::vector<NodeId> nodes;

  void read(std::string_view text, SourceId source, const Vocabulary* words) {
    Collector unheard(Lang::en);
    read_yaml(text, source, document, unheard);
    document.vocabulary = words;
    matter_nodes(document, nodes);
    arena.clear();
  }
  void matter(std::size_t n, Matter& into) { read_matter(document, nodes.at(n), arena, into); }
};

Content content_of_matter(const Matter& m) {
  return content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
}

class Setting {
 public:
  Setting(const SetOptions& what, const RunOptions& options, Sources& sources)
      : what_(what), sources_(sources), findings_(options.lang) {}

  SetResult run(const std::vector<SetRequest>& requests) {
    index();
    for (const SetRequest& request : requests) meet(request);
    result_.refused = findings_.take();
    for (auto& [n, file] : changed_) {
      if (file.before != file.after) result_.files.push_back(std::move(file));
    }
    if (!result_.refused.empty()) {
      result_.files.clear();
      result_.changes.clear();
      return std::move(result_);
    }
    if (what_.write && !result_.files.empty()) write();
    result_.written = what_.write;
    return std::move(result_);
  }

 private:
  void index() {
    Collector unheard(findings_.lang());
    const Discovery discovery = discover(what_.paths, sources_, unheard);
    LoadedFile loaded;
    for (const CatalogFile& file : discovery.files) {
      load_file(sources_, file.source, loaded, unheard);
      if (loaded.document.damaged) ++damaged_;
      const bool standard = discovery.catalogs[file.catalog]->standard;
      for (std::size_t i = 0; i < loaded.matters.size(); ++i) add(loaded.matters[i], standard, file.source, i);
      sources_of_.push_back(file.source);
      prints_.push_back(text_print(loaded.text));
    }
  }

  void add(const Matter& m, bool standard, SourceId source, std::size_t i) {
    const Found found{sources_of_.size(), i, m.name.mark.absent() ? m.mark.at() : m.name.at()};
    const std::string name = report_identity(m, standard, sources_.name(source), i + 1);
    by_name_[name].push_back(found);
    for (const Text* const code : {&m.code, &m.handling_code, &m.directory_code, &m.local_code}) {
      const std::string other(trimmed(code->text));
      if (!code->given() || other == name || other.empty()) continue;
      auto& known = by_code_[other];
      if (known.empty() || known.back().file != found.file || known.back().number != i) known.push_back(found);
    }
  }

  void meet(const SetRequest& request) {
    const auto named = by_name_.find(request.code);
    const auto coded = by_code_.find(request.code);
    const std::vector<Found>* const found = named != by_name_.end()   ? &named->second
                                            : coded != by_code_.end() ? &coded->second
                                                                      : nullptr;
    if (found == nullptr) return unknown_code(request);
    if (found->size() > 1) return several(request, *found);
    change(request, found->front());
  }

  void unknown_code(const SetRequest& request) {
    Diagnostic& d =
        refuse(findings_, "field-value", request, {"没有编码为“{}”的事项", "there is no matter '{}'"}, request.code);
    std::string nearest;
    std::size_t least = 6;
    for (const auto* const names : {&by_name_, &by_code_}) {
      for (const auto& [name, places] : *names) {
        const std::size_t distance = edit_distance(name, request.code, least);
        if (distance < least && distance * 3 <= name.size()) {
          least = distance;
          nearest = name;
        }
      }
    }
    did_you_mean(findings_.lang(), nearest, d);
    if (damaged_ > 0) {
      d.notes.push_back(
          {say(findings_.lang(),
               {"{} 个文件没有读懂，事项可能在其中", "{} file(s) were not understood; it may be there"}, damaged_),
           {}});
    }
  }

  void several(const SetRequest& request, const std::vector<Found>& found) {
    Diagnostic& d = refuse(findings_, "code-duplicate", request,
                           {"“{}”指的不止一个事项，不知道改哪一个", "'{}' names several matters"}, request.code);
    for (const Found& one : found) d.notes.push_back({say(findings_.lang(), {"其中一个", "one of them"}), one.at});
  }

  void change(const SetRequest& request, const Found& found) {
    SetFile& file = text_of(found);
    const SourceId source = sources_of_[found.file];
    read_.read(file.after, source, sources_.vocabulary(source));
    if (cannot_edit(request, source)) return;
    Matter m;
    read_.matter(found.number, m);
    FieldProblem problem;
    const FieldTarget target = find_target(m, request.field, problem);
    if (target.empty()) return refuse_field(findings_, request, problem);
    Content value;
    if (hides_inherited(request, m, target)) return;
    if (!what_.remove && !understand(request, target, value)) return;
    Content intended = content_of_matter(m);
    const Content before = at_target(intended, target);
    apply_field(intended, target, value);
    Editor editor(read_.document);
    edit_field(editor, m, target, value);
    const EditResult edited = editor.finish();
    if (edited.text == file.after || says_the_same(content_of_matter(m), intended)) {
      ++result_.same;
      return;
    }
    const std::string path = to_text(target, m);
    const std::uint32_t line = Lines(file.after).position(m.mark.value.begin).line;
    std::string wrong = guard(read_.document, edited, findings_.lang());
    if (wrong.empty()) wrong = other_matter(edited.text, found, intended);
    if (!wrong.empty()) return refuse_text(findings_, request, wrong);
    result_.changes.push_back({file.path, line, request.code, path, shown(before, target), shown(value, target)});
    file.after = kept_canonical(edited.text);
  }

  /// A file in canonical form stays in it: brackets that became too long get lines, quotes that nothing needs go.
  std::string kept_canonical(const std::string& text) {
    const Table& table = *table_of<Matter>();
    const Formatted before = formatter_.format(read_.document, table, {{}, true}, findings_.lang());
    if (before.state != Formatted::State::canonical) return text;
    Document after;
    Collector unheard(findings_.lang());
    read_yaml(text, read_.document.source, after, unheard);
    after.vocabulary = read_.document.vocabulary;
    Formatted now = formatter_.format(after, table, {}, findings_.lang());
    return now.state == Formatted::State::changed ? std::move(now.edited.text) : text;
  }

  /// A list with one new item would replace all that the standard entry gives: never by accident.
  bool hides_inherited(const SetRequest& request, const Matter& m, const FieldTarget& target) {
    const FieldStep* step = target.data();
    const void* record = &m;
    for (; step->item == FieldStep::whole && step->field->kind == Kind::record && step != &target.back(); ++step) {
      record = member(*step->field, record);
    }
    const bool adds = step->item == FieldStep::appended && mark_of(*step->field, record).absent();
    if (!adds || step->field->local || m.standard.mark.absent() || what_.force) return false;
    Diagnostic& d = refuse(findings_, "field-value", request,
                           {"“{0}”没有写，取自标准化目录；加一项会让其余各项都不再取用",
                            "{1} is not written and taken from the standard entry; one item would replace all of it"},
                           step->field->label, step->field->key);
    d.hint = say(findings_.lang(), {"请写出整个列表，或加 --force", "set the whole list, or give --force"});
    return true;
  }

  bool understand(const SetRequest& request, const FieldTarget& target, Content& value) {
    ValueProblem problem;
    value = read_value(target, request.value, problem, read_.document.vocabulary);
    const bool insisted = what_.force && (problem.kind == ValueProblem::Kind::wrong_value ||
                                          problem.kind == ValueProblem::Kind::wrong_type);
    if (problem.kind == ValueProblem::Kind::none || (insisted && !value.absent())) return true;
    refuse_value(findings_, request, problem);
    return false;
  }

  /// What the model says of the edited text, where it is not what was intended; the other matters must stay.
  std::string other_matter(const std::string& text, const Found& found, const Content& intended) {
    Read again;
    again.read(text, sources_of_[found.file], read_.document.vocabulary);
    for (std::size_t i = 0; i < read_.nodes.size(); ++i) {
      Matter was, is;
      read_.matter(i, was);
      if (i >= again.nodes.size()) return lost_matter(findings_.lang());
      again.matter(i, is);
      const Content now = content_of_matter(is);
      if (!says_the_same(now, i == found.number ? intended : content_of_matter(was)))
        return lost_matter(findings_.lang());
    }
    return {};
  }

  bool cannot_edit(const SetRequest& request, SourceId source) {
    std::string why(refusal(read_.document).in(findings_.lang()));
    if (sources_.encoding(source) != Encoding::utf8) {
      why = say(findings_.lang(), {"文件不是 UTF-8 编码，先转换它（matter validate 会指出）",
                                   "the file is not in UTF-8; convert it first (matter validate tells)"});
    }
    if (sources_.kind(source) != SourceKind::disk) {
      why = say(findings_.lang(), {"标准输入不能改，请给文件", "standard input cannot be changed; name a file"});
    }
    if (why.empty()) return false;
    Diagnostic& d = refuse(findings_, "yaml-syntax", request, {"{}：不能修改：{}", "{}: cannot be edited: {}"},
                           sources_.name(source), why);
    if (!d.at.known()) d.at = {source, {0, 0}};
    return true;
  }

  SetFile& text_of(const Found& found) {
    const auto known = changed_.find(found.file);
    if (known != changed_.end()) return known->second;
    SetFile file;
    file.path = sources_.name(sources_of_[found.file]);
    sources_.read(sources_of_[found.file], file.before);
    // Where its matters stand was told by the first reading.
    if (text_print(file.before) != prints_[found.file]) throw std::system_error(file_changed(), file.path);
    file.after = file.before;
    return changed_.emplace(found.file, std::move(file)).first->second;
  }

  static Content at_target(const Content& matter, const FieldTarget& target) {
    const Content* at = &matter;
    for (const FieldStep& step : target) {
      at = at->part(step.field->key);
      if (at == nullptr || step.item == FieldStep::appended) return {};
      if (step.item == FieldStep::whole) continue;
      if (at->kind != Content::Kind::list || step.item >= at->parts.size()) return {};
      at = &at->parts[step.item];
    }
    return *at;
  }

  static std::string shown(const Content& content, const FieldTarget& target) {
    if (content.absent()) return {};
    if (content.kind == Content::Kind::text) return content.text;
    const FieldStep& last = target.back();
    const Draft draft = last.item == FieldStep::whole ? draft_of(content, *last.field, KeyLanguage::english)
                                                      : draft_of_item(content, *last.field, KeyLanguage::english);
    return draft.collection() ? render_inline(draft, true, {}) : draft.text;
  }

  void write() {
    std::vector<FileWrite> writes;
    for (const SetFile& file : result_.files)
      writes.push_back({file.path, file.after, std::nullopt, false, text_print(file.before)});
    write_files(writes);
  }

  const SetOptions& what_;
  Sources& sources_;
  Collector findings_;
  std::map<std::string, std::vector<Found>> by_name_, by_code_;
  std::vector<SourceId> sources_of_;
  std::vector<std::size_t> prints_;  // of the texts of these
  std::size_t damaged_ = 0;
  std::map<std::size_t, SetFile> changed_;
  Read read_;
  Formatter formatter_;
  SetResult result_;
};

}  // namespace

SetResult set_values(const std::vector<SetRequest>& requests, const SetOptions& what, const RunOptions& options,
                     Sources& sources) {
  return Setting(what, options, sources).run(requests);
}

}  // namespace matter
