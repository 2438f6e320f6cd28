#include <algorithm>

#include "checks/element_comparing.h"
#include "checks/element_items.h"
#include "checks/element_places.h"
#include "model/content.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Whether each of two sets has a member that the other has not.
std::pair<bool, bool> members_apart(const Field& field, const void* own, const void* other) {
  const Pairing pairs = pair_items(field, list_of(field, own), list_of(field, other));
  const bool alone = std::find(pairs.partner.begin(), pairs.partner.end(), no_partner) != pairs.partner.end();
  return {alone, !pairs.left.empty()};
}

}  // namespace

void ElementComparing::compare_field(const FieldRule& rule, const Field& field, const void* own, const void* other,
                                     const std::string& path, const std::string& label) {
  const Mark& mine = mark_of(field, own);
  const Mark& theirs = mark_of(field, other);
  if (unread(mine) || unread(theirs)) return;
  const auto order = [&](int value, bool less) { found_order(value, less, field, own, other, path, label); };
  if (rule.order == FieldOrder::situations) return situations(field, own, other, path, label);
  if (rule.order == FieldOrder::presence) {
    if (mine.given() != theirs.given())
      differ(theirs.given() ? Kind_::missing : Kind_::better, field, own, other, path, label);
    return;
  }
  if (rule.order == FieldOrder::scale) {
    const auto left =
        place_in(rule, mine.given() ? static_cast<const Named*>(member(field, own))->name() : rule.absent);
    const auto right =
        place_in(rule, theirs.given() ? static_cast<const Named*>(member(field, other))->name() : rule.absent);
    if (left && right) order(*left - *right, true);
    return;
  }
  if (!mine.given() || !theirs.given()) return;
  switch (rule.order) {
    case FieldOrder::equal:
      if (normalised(text_of(field, own)) != normalised(text_of(field, other)))
        differ(Kind_::differs, field, own, other, path, label);
      return;
    case FieldOrder::yes: {
      const auto& a = *static_cast<const Flag*>(member(field, own));
      const auto& b = *static_cast<const Flag*>(member(field, other));
      return order(static_cast<int>(b.value) - static_cast<int>(a.value), true);
    }
    case FieldOrder::money: {
      const auto which = order_money(scalar_of(field, own).text, scalar_of(field, other).text);
      return which ? order(*which, true) : differ(Kind_::incomparable, field, own, other, path, label);
    }
    case FieldOrder::less:
    case FieldOrder::more: return amounts(rule, field, own, other, path, label);
    default: return;
  }
}

void ElementComparing::amounts(const FieldRule& rule, const Field& field, const void* own, const void* other,
                               const std::string& path, const std::string& label) {
  const bool less = rule.order == FieldOrder::less;
  if (field.kind == Kind::count) {
    const auto value = [&](const void* record) { return static_cast<const Count*>(member(field, record))->value; };
    return found_order(value(own) < value(other)   ? -1
                       : value(own) > value(other) ? 1
                                                   : 0,
                       less, field, own, other, path, label);
  }
  if (field.kind == Kind::limit) {
    const auto which =
        order_limits(*static_cast<const Limit*>(member(field, own)), *static_cast<const Limit*>(member(field, other)));
    return which ? found_order(*which, less, field, own, other, path, label)
                 : differ(Kind_::incomparable, field, own, other, path, label);
  }
  const auto [only_own, only_other] = members_apart(field, own, other);
  if (only_other) differ(Kind_::worse, field, own, other, path, label);
  if (only_own) differ(Kind_::better, field, own, other, path, label);
}

void ElementComparing::situations(const Field& field, const void* own, const void* other, const std::string& path,
                                  const std::string& label) {
  const bool mine = list_of(field, own).given();
  const bool theirs = list_of(field, other).given();
  if (!mine && !theirs) return;
  if (mine != theirs) return differ(mine ? Kind_::better : Kind_::worse, field, own, other, path, label);
  const auto [only_own, only_other] = members_apart(field, own, other);
  if (only_own && only_other) return differ(Kind_::differs, field, own, other, path, label);
  if (only_own || only_other) differ(only_own ? Kind_::worse : Kind_::better, field, own, other, path, label);
}

}  // namespace matter
