#include "checks/element_places.h"

#include "checks/places.h"
#include "model/content.h"

namespace matter {

Location place_in_matter(const Matter& m, const Mark& mark) {
  if (!mark.absent()) return mark.key.empty() ? head_of(m, mark) : mark.key_at();
  return place_of(m);
}

Location place_of_value(const Matter& m, const Field& field, const Mark& mark) {
  return is_scalar(field.kind) && !mark.absent() ? head_of(m, mark) : place_in_matter(m, mark);
}

Location place_of_item(const Matter& m, const Field& list, const void* item) {
  const Mark& mark = *static_cast<const Mark*>(item);
  if (list.item != Kind::record) return head_of(m, mark);
  for (const Field& field : list.table()->fields) {
    if (field.main_text && !mark_of(field, item).absent()) return head_of(m, mark_of(field, item));
  }
  return head_of(m, mark);
}

std::string text_of(const Field& field, const void* record) {
  const Mark& mark = mark_of(field, record);
  if (mark.absent()) return {};
  if (mark.none()) return "无";
  if (is_scalar(field.kind)) return scalar_text(field.kind, scalar_of(field, record));
  if (field.kind != Kind::list) return {};
  std::string text;
  const AnyList& list = list_of(field, record);
  for (std::uint32_t i = 0; i < list.count; ++i) {
    if (i > 0) text += "、";
    text += is_scalar(field.item) ? scalar_text(field.item, *static_cast<const Scalar*>(item_of(field, list, i)))
                                  : item_label(field, item_of(field, list, i), i);
  }
  return text;
}

}  // namespace matter
