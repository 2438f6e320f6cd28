#include "ops/set.h"

#include <map>

#include "catalog/catalog.h"
#include "edit/atomic.h"
#include "edit/field_value.h"
#include "ops/field_edits.h"
#include "ops/left_out.h"
#include "ops/load.h"
#include "ops/set_words.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// A matter of a file.
struct Found {
  std::size_t file = 0;    ///< number in the run
  std::size_t number = 0;  ///< among the matters of its file
  Location at;
};

class Setting {
 public:
  Setting(const SetOptions& what, const RunOptions& options, Sources& sources)
      : what_(what), options_(options), sources_(sources), findings_(options.lang), edits_(sources, options.lang) {}

  SetResult run(const std::vector<SetRequest>& requests) {
    index();
    for (const SetRequest& request : requests) meet(request);
    result_.refused = findings_.take();
    result_.files = edits_.take();
    if (!result_.refused.empty()) {
      result_.files.clear();
      result_.changes.clear();
      return std::move(result_);
    }
    if (what_.write && !result_.files.empty()) FieldEdits::write(result_.files);
    result_.written = what_.write;
    return std::move(result_);
  }

 private:
  void index() {
    Collector unheard(findings_.lang());
    const Discovery discovery = discover(what_.paths, sources_, unheard);
    say_left_out(discovery, options_);
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
    const SourceId source = sources_of_[found.file];
    edits_.open(source, prints_[found.file]);
    if (cannot_edit(request, source)) return;
    Matter m;
    edits_.matter(found.number, m);
    FieldProblem problem;
    const FieldTarget target = find_target(m, request.field, problem);
    if (target.empty()) return refuse_field(findings_, request, problem);
    FieldEdit edit{found.number, target, {}};
    if (hides_inherited(request, m, target)) return;
    if (!what_.remove && !understand(request, target, edit.value)) return;
    SetChange change{edits_.path(),
                     edits_.line_of(m),
                     request.code,
                     to_text(target, m),
                     shown_value(content_at(content_of_matter(m), target), target),
                     shown_value(edit.value, target)};
    std::string wrong;
    switch (edits_.edit({&edit, 1}, wrong)) {
      case FieldEdits::Outcome::same: ++result_.same; return;
      case FieldEdits::Outcome::wrong: return refuse_text(findings_, request, wrong);
      case FieldEdits::Outcome::changed: result_.changes.push_back(std::move(change));
    }
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
    value = read_value(target, request.value, problem, edits_.words());
    const bool insisted = what_.force && (problem.kind == ValueProblem::Kind::wrong_value ||
                                          problem.kind == ValueProblem::Kind::wrong_type);
    if (problem.kind == ValueProblem::Kind::none || (insisted && !value.absent())) return true;
    refuse_value(findings_, request, problem);
    return false;
  }

  bool cannot_edit(const SetRequest& request, SourceId source) {
    const std::string why = edits_.refusal();
    if (why.empty()) return false;
    Diagnostic& d = refuse(findings_, "yaml-syntax", request, {"{}：不能修改：{}", "{}: cannot be edited: {}"},
                           sources_.name(source), why);
    if (!d.at.known()) d.at = {source, {0, 0}};
    return true;
  }

  const SetOptions& what_;
  const RunOptions& options_;
  Sources& sources_;
  Collector findings_;
  std::map<std::string, std::vector<Found>> by_name_, by_code_;
  std::vector<SourceId> sources_of_;
  std::vector<std::size_t> prints_;  // of the texts of these
  std::size_t damaged_ = 0;
  FieldEdits edits_;
  SetResult result_;
};

}  // namespace

SetResult set_values(const std::vector<SetRequest>& requests, const SetOptions& what, const RunOptions& options,
                     Sources& sources) {
  return Setting(what, options, sources).run(requests);
}

}  // namespace matter
