#include "checks/places.h"

#include <algorithm>
#include <optional>

#include "doc/document.h"
#include "model/field.h"

namespace matter {

namespace {

const Document* document_of(const Matter& m, SourceId source) {
  if (m.document != nullptr && m.document->source == source) return m.document;
  const Matter* entry = m.standard_entry;
  if (entry != nullptr && entry->document != nullptr && entry->document->source == source) return entry->document;
  return nullptr;
}

/// Offset of the text inside the written value: 0 plain, 1 quoted; nothing where it is written otherwise.
std::optional<std::uint32_t> text_offset(const Scalar& value) {
  const std::size_t written = value.mark.value.size();
  if (written == value.text.size()) return 0U;
  if (written == value.text.size() + 2) return 1U;
  return std::nullopt;
}

}  // namespace

Location head_of(const Matter& m, const Mark& value) {
  Location at = value.at();
  const Document* document = document_of(m, value.source);
  if (document == nullptr) return at;
  const std::string_view text = slice(document->text, at.span);
  // A search for each of the two: one for either looks at every byte on its own.
  const std::size_t feed = std::min(text.find('\n'), text.size());
  const std::size_t end = std::min(text.substr(0, feed).find('\r'), feed);
  if (end < text.size()) at.span.end = at.span.begin + static_cast<std::uint32_t>(end);
  return at;
}

Location place_of(const Matter& m) {
  // An inherited name stands in the standard's file; what is said of this matter belongs to its own.
  const auto own = [&m](const Scalar& value) { return !value.absent() && value.mark.source == m.mark.source; };
  if (own(m.name)) return head_of(m, m.name.mark);
  if (own(m.handling_code)) return m.handling_code.at();
  if (own(m.code)) return m.code.at();
  if (own(m.standard)) return m.standard.at();
  return head_of(m, m.mark);
}

Location place_lacking(const Matter& m, const Mark& record) {
  if (record.absent()) return place_of(m);
  return record.key.empty() ? head_of(m, record) : record.key_at();
}

Location part_of(const Scalar& value, std::size_t begin, std::size_t length) {
  Location at = value.at();
  const auto offset = text_offset(value);
  if (!offset || begin + length > value.text.size()) return at;
  at.span.begin += *offset + static_cast<std::uint32_t>(begin);
  at.span.end = at.span.begin + static_cast<std::uint32_t>(length);
  return at;
}

bool absences_known(const MatterView& view) {
  const Matter& m = view.matter;
  if (m.document != nullptr && m.document->damaged) return false;
  if (m.standard_entry == nullptr) return m.standard.absent() || m.standard.none();
  return view.context.standards == nullptr || !view.context.standards->is_damaged(*m.standard_entry);
}

std::string item_path(std::string_view list, const void* item, std::uint32_t index, std::string_view key) {
  const Table* table = table_of<Matter>();
  std::string path(list);
  std::string_view rest = list;
  const Field* field = nullptr;
  while (!rest.empty() && table != nullptr) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    field = find_field(*table, rest.substr(0, dot));
    table = field != nullptr && field->kind == Kind::record ? field->table() : nullptr;
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  path += '[';
  path += field != nullptr ? item_label(*field, item, index) : std::to_string(index + 1);
  path += ']';
  if (!key.empty()) (path += '.') += key;
  return path;
}

void cite(Diagnostic& to, Lang lang, Bilingual source) {
  to.notes.push_back({say(lang, {"依据：{}", "source: {}"}, source.in(lang)), Location{}});
}

void offer(Diagnostic& to, Lang lang, const Scalar& value, std::string text, bool safe) {
  const auto offset = text_offset(value);
  if (!offset) return;
  Fix fix;
  fix.safe = safe;
  fix.what = say(lang, {"改为 {}", "write {}"}, text);
  fix.edits.push_back({part_of(value, 0, value.text.size()), std::move(text)});
  to.fix = std::move(fix);
}

}  // namespace matter
