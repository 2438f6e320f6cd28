#include "checks/element_comparing.h"
#include "checks/element_places.h"
#include "checks/places.h"
#include "model/content.h"

namespace matter {

namespace {

bool costs_nothing(const void* item) {
  const Text& amount = static_cast<const Fee*>(item)->amount;
  return amount.given() && order_money(amount.text, "免费") == 0;
}

}  // namespace

Difference* ElementComparing::difference(Kind_ kind) {
  found(kind);
  if (!details_) return nullptr;
  result_.differences.emplace_back().kind = kind;
  return &result_.differences.back();
}

void ElementComparing::differ(Kind_ kind, const Field& field, const void* own, const void* other, std::string_view item,
                              std::string_view item_label) {
  Difference* const d = difference(kind);
  if (d == nullptr) return;
  (((d->path = prefix_) += item) += item.empty() ? "" : ".") += field.key;
  ((d->label = item_label) += item_label.empty() ? "" : ".") += field.label;
  d->single = item.empty() && element_.paths.size() == 1;
  d->own = text_of(field, own);
  d->other = text_of(field, other);
  d->at = place_of_value(own_, field, mark_of(field, own));
  d->other_at = place_of_value(other_, field, mark_of(field, other));
}

void ElementComparing::item_alone(Kind_ kind, const Field& list, const void* item, std::uint32_t number, bool is_own,
                                  const Mark& own, const Mark& other) {
  if (element_.comparison == Comparison::fees && costs_nothing(item)) return;
  Difference* const d = difference(kind);
  if (d == nullptr) return;
  const std::string label = matter::item_label(list, item, number);
  d->whole = true;
  ((((d->path = prefix_) += list.key) += '[') += label) += ']';
  (((d->label = list.label) += '[') += label) += ']';
  (is_own ? d->own : d->other) = label;
  d->at = is_own ? place_of_item(own_, list, item) : place_in_matter(own_, own);
  d->other_at = is_own ? place_in_matter(other_, other) : place_of_item(other_, list, item);
}

void ElementComparing::found_order(int order, bool less_is_better, const Field& field, const void* own,
                                   const void* other, std::string_view item, std::string_view label) {
  if (order != 0) differ((order < 0) == less_is_better ? Kind_::better : Kind_::worse, field, own, other, item, label);
}

bool ElementComparing::both(const Mark& own, const Mark& other) {
  if (unread(own) || unread(other)) {
    not_read_ = true;
    return false;
  }
  own_spoke_ |= !own.absent();
  other_spoke_ |= !other.absent();
  const bool spoke = !own.absent() && !other.absent();
  compared_ |= spoke;
  return spoke;
}

}  // namespace matter
