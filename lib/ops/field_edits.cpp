#include "ops/field_edits.h"

#include <algorithm>
#include <system_error>

#include "doc/yaml.h"
#include "edit/atomic.h"
#include "edit/guard.h"
#include "edit/render.h"
#include "ops/set_words.h"
#include "text/lines.h"

namespace matter {

namespace {

/// The outermost step that the matter does not write: two fields of a record that is missing are one new record.
FieldTarget unit_of(const Matter& m, const FieldTarget& target) {
  const void* record = &m;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const FieldStep& step = target[i];
    if (mark_of(*step.field, record).absent()) {
      FieldTarget unit(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      unit.back().item = FieldStep::whole;
      return unit;
    }
    if (step.item == FieldStep::appended || i + 1 == target.size()) break;
    record = step.item == FieldStep::whole ? member(*step.field, record)
                                           : item_of(*step.field, list_of(*step.field, record), step.item);
  }
  return target;
}

bool same_target(const FieldTarget& a, const FieldTarget& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const FieldStep& x, const FieldStep& y) { return x.field == y.field && x.item == y.item; });
}

}  // namespace

std::string shown_value(const Content& content, const FieldTarget& target) {
  if (content.absent()) return {};
  if (content.kind == Content::Kind::text) return content.text;
  const FieldStep& last = target.back();
  const Draft draft = last.item == FieldStep::whole ? draft_of(content, *last.field, KeyLanguage::english)
                                                    : draft_of_item(content, *last.field, KeyLanguage::english);
  return draft.collection() ? render_inline(draft, true, {}) : draft.text;
}

Content content_at(const Content& matter, const FieldTarget& target) {
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

Content content_of_matter(const Matter& m) {
  return content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
}

void FieldEdits::Read::read(std::string_view text, SourceId source, const Vocabulary* words) {
  Collector unheard(Lang::en);
  read_yaml(text, source, document, unheard);
  document.vocabulary = words;
  matter_nodes(document, nodes);
  arena.clear();
}

void FieldEdits::open(SourceId source, std::size_t print) {
  auto known = files_.find(source);
  if (known == files_.end()) {
    SetFile file;
    file.path = sources_.name(source);
    sources_.read(source, file.before);
    if (text_print(file.before) != print) throw std::system_error(file_changed(), file.path);
    file.after = file.before;
    known = files_.emplace(source, std::move(file)).first;
  }
  source_ = source;
  file_ = &known->second;
  read_.read(file_->after, source, sources_.vocabulary(source));
}

std::string FieldEdits::refusal() const {
  std::string why(matter::refusal(read_.document).in(lang_));
  if (sources_.encoding(source_) != Encoding::utf8) {
    why = say(lang_, {"文件不是 UTF-8 编码，先转换它（matter validate 会指出）",
                      "the file is not in UTF-8; convert it first (matter validate tells)"});
  }
  if (sources_.kind(source_) != SourceKind::disk) {
    why = say(lang_, {"标准输入不能改，请给文件", "standard input cannot be changed; name a file"});
  }
  return why;
}

std::uint32_t FieldEdits::line_of(const Matter& m) const {
  return Lines(file_->after).position(m.mark.value.begin).line;
}

FieldEdits::Outcome FieldEdits::edit(std::span<const FieldEdit> edits, std::string& why) {
  std::map<std::size_t, Content> intended;
  std::map<std::size_t, Matter> matters;
  for (const FieldEdit& one : edits) {
    const auto [at, fresh] = matters.try_emplace(one.number);
    if (fresh) read_.matter(one.number, at->second);
    const auto [content, first] = intended.try_emplace(one.number);
    if (first) content->second = content_of_matter(at->second);
    apply_field(content->second, one.target, one.value);
  }
  std::vector<std::pair<std::size_t, FieldTarget>> done;
  Editor editor(read_.document);
  for (const FieldEdit& one : edits) {
    const Matter& m = matters.at(one.number);
    const FieldTarget unit = unit_of(m, one.target);
    const bool whole = same_target(unit, one.target);
    if (!whole && std::any_of(done.begin(), done.end(), [&](const auto& other) {
          return other.first == one.number && same_target(other.second, unit);
        })) {
      continue;
    }
    done.emplace_back(one.number, unit);
    if (whole && !one.from.empty()) {
      edit_list(editor, m, unit, one.value, one.from);
    } else {
      edit_field(editor, m, unit, whole ? one.value : content_at(intended.at(one.number), unit));
    }
  }
  const EditResult edited = editor.finish();
  const bool says_so = std::all_of(intended.begin(), intended.end(), [&](const auto& one) {
    return says_the_same(content_of_matter(matters.at(one.first)), one.second);
  });
  if (edited.text == file_->after || says_so) return Outcome::same;
  why = guard(read_.document, edited, lang_);
  if (why.empty()) why = other_matter(edited.text, intended);
  if (!why.empty()) return Outcome::wrong;
  file_->after = kept_canonical(edited.text);
  read_.read(file_->after, source_, sources_.vocabulary(source_));
  return Outcome::changed;
}

/// A file in canonical form stays in it: brackets that became too long get lines, quotes that nothing needs go.
std::string FieldEdits::kept_canonical(const std::string& text) {
  const Table& table = *table_of<Matter>();
  const Formatted before = formatter_.format(read_.document, table, {{}, true}, lang_);
  if (before.state != Formatted::State::canonical) return text;
  Document after;
  Collector unheard(lang_);
  read_yaml(text, read_.document.source, after, unheard);
  after.vocabulary = read_.document.vocabulary;
  Formatted now = formatter_.format(after, table, {}, lang_);
  if (now.state == Formatted::State::changed) return std::move(now.edited.text);
  return text;
}

/// What the model says of the edited text, where it is not what was intended; the other matters must stay.
std::string FieldEdits::other_matter(const std::string& text, const std::map<std::size_t, Content>& intended) {
  Read again;
  again.read(text, source_, read_.document.vocabulary);
  for (std::size_t i = 0; i < read_.nodes.size(); ++i) {
    Matter was, is;
    read_.matter(i, was);
    if (i >= again.nodes.size()) return lost_matter(lang_);
    again.matter(i, is);
    const auto wanted = intended.find(i);
    if (!says_the_same(content_of_matter(is), wanted != intended.end() ? wanted->second : content_of_matter(was)))
      return lost_matter(lang_);
  }
  return {};
}

std::vector<SetFile> FieldEdits::take() {
  std::vector<SetFile> changed;
  for (auto& [source, file] : files_) {
    if (file.before != file.after) changed.push_back(std::move(file));
  }
  files_.clear();
  file_ = nullptr;
  return changed;
}

void FieldEdits::write(const std::vector<SetFile>& files) {
  std::vector<FileWrite> writes;
  writes.reserve(files.size());
  for (const SetFile& file : files)
    writes.push_back({file.path, file.after, std::nullopt, false, text_print(file.before)});
  write_files(writes);
}

}  // namespace matter
