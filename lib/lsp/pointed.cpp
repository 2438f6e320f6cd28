#include "lsp/pointed.h"

namespace matter::lsp {

namespace {

/// From the key to the end of the value, that included: the cursor behind a value is still at it.
bool reaches(const Mark& mark, SourceId source, std::uint32_t offset) {
  if (mark.absent() || mark.source != source) return false;
  const std::uint32_t begin = mark.key.empty() ? mark.value.begin : std::min(mark.key.begin, mark.value.begin);
  const std::uint32_t end = std::max(mark.key.end, mark.value.end);
  return offset >= begin && offset <= end;
}

}  // namespace

const Matter* matter_at(const LoadedFile& file, std::uint32_t offset) {
  const Matter* best = nullptr;
  for (const Matter& m : file.matters) {
    if (m.mark.source == file.source && m.mark.value.begin <= offset) best = &m;
  }
  return best != nullptr || file.matters.empty() ? best : &file.matters.front();
}

std::optional<Pointed> pointed_at(const LoadedFile& file, std::uint32_t offset) {
  std::optional<Pointed> found;
  const Matter* const m = matter_at(file, offset);
  if (m == nullptr) return found;
  const auto take = [&](const Trail& trail, const Field& field, Kind kind, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (!reaches(mark, file.source, offset)) return;
    Pointed one{m, &field, to_text(trail), mark, {}, trail.item != nullptr && trail.item == value};
    if (is_scalar(kind)) one.text = static_cast<const Scalar*>(value)->text;
    found = std::move(one);
  };
  visit_fields(*m, [&](const Trail& trail, const Field& field, const void* value) {
    take(trail, field, field.kind, value);
    if (field.kind != Kind::list || !is_scalar(field.item)) return;
    const AnyList& list = *static_cast<const AnyList*>(value);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      Trail inner = trail;
      inner.item = item;
      inner.index = i;
      take(inner, field, field.item, item);
    }
  });
  return found;
}

}  // namespace matter::lsp
