#include <algorithm>

#include "checks/element_comparing.h"
#include "checks/element_items.h"
#include "checks/kept.h"
#include "model/content.h"

namespace matter {

namespace {

/// Local acts that a place may add to what the province names.
bool is_local_act(const Basis& basis) {
  return basis.rank.is("地方性法规") || basis.rank.is("经济特区法规") || basis.rank.is("设区的市政府规章");
}

/// Whether a law demands it: it cites its basis, and is not 非必要.
bool is_demanded(const Field& list, const void* item) {
  const Field* const basis = find_field(*list.table(), "basis");
  if (basis == nullptr || !scalar_of(*basis, item).given()) return false;
  const Field* const necessity = find_field(*list.table(), "necessity");
  return necessity == nullptr || !static_cast<const Named*>(member(*necessity, item))->is("非必要");
}

/// Byte for byte the same, or both silent: in no order can they differ, and most are so.
bool written_alike(const Field& field, const void* own, const void* other) {
  const Mark& mine = mark_of(field, own);
  if (mine.state != mark_of(field, other).state) return false;
  return mine.absent() || (is_scalar(field.kind) && scalar_of(field, own).text == scalar_of(field, other).text);
}

bool any_given(const Field& list, const AnyList& items, const Field& field) {
  for (std::uint32_t i = 0; i < items.count; ++i) {
    if (mark_of(field, item_of(list, items, i)).given()) return true;
  }
  return false;
}

}  // namespace

void ElementComparing::lists(const Field& field, const void* own, const void* other) {
  const AnyList& mine = list_of(field, own);
  const AnyList& theirs = list_of(field, other);
  if (!both(mine.mark, theirs.mark)) return;
  if (mine.mark.source == theirs.mark.source && mine.data == theirs.data) return;
  const Pairing pairs = pair_items(field, mine, theirs);
  std::uint32_t last = 0;
  bool ordered = true;
  for (std::uint32_t i = 0; i < mine.count; ++i) {
    const std::uint32_t partner = pairs.of(i);
    if (partner == no_partner) {
      item_alone(alone(field, item_of(field, mine, i), true), field, item_of(field, mine, i), i, true, mine.mark,
                 theirs.mark);
      continue;
    }
    ordered &= partner >= last;
    last = std::max(last, partner);
    compare_items(field, item_of(field, mine, i), i, item_of(field, theirs, partner));
  }
  for (const std::uint32_t i : pairs.left) {
    item_alone(alone(field, item_of(field, theirs, i), false), field, item_of(field, theirs, i), i, false, mine.mark,
               theirs.mark);
  }
  if (!ordered && element_.comparison == Comparison::sequence) differ(Kind_::order, field, own, other);
}

Difference::Kind ElementComparing::alone(const Field& list, const void* item, bool own) const {
  switch (element_.better) {
    case Better::same: return own ? Kind_::extra : Kind_::missing;
    case Better::more:
      if (!own) return Kind_::missing;
      return element_.comparison != Comparison::set || is_allowed(list, item) ? Kind_::better : Kind_::extra;
    case Better::less: break;
  }
  if (own) return Kind_::worse;
  return element_.comparison == Comparison::items && is_demanded(list, item) ? Kind_::missing : Kind_::better;
}

bool ElementComparing::is_allowed(const Field& list, const void* item) const {
  if (list.table == nullptr || list.table() != table_of<Basis>()) return true;
  return is_local_act(*static_cast<const Basis*>(item)) &&
         (own_.binding.reason.given() || !kept_reason(element_, own_).empty());
}

void ElementComparing::compare_items(const Field& list, const void* own, std::uint32_t number, const void* other) {
  if (list.item != Kind::record || element_.comparison == Comparison::set) return;
  std::string path;
  std::string label;
  for (const RuledField& ruled : field_rules(*list.table())) {
    if (written_alike(*ruled.field, own, other)) continue;
    if (details_ && path.empty()) {
      const std::string called = '[' + matter::item_label(list, own, number) + ']';
      path = std::string(list.key) + called;
      label = std::string(list.label) + called;
    }
    compare_field(ruled.rule, *ruled.field, own, other, path, label);
  }
}

void ElementComparing::through_items(const FieldPath& path) {
  const Field& list = *path.fields[0];
  const Field& field = path.last();
  if (path.count != 2 || list.item != Kind::record) return;
  const AnyList& mine = list_of(list, &own_);
  const AnyList& theirs = list_of(list, &other_);
  if (unread(mine.mark) || unread(theirs.mark)) {
    not_read_ = true;
    return;
  }
  if (mine.data == theirs.data && mine.mark.source == theirs.mark.source) {
    const bool says = any_given(list, mine, field);
    own_spoke_ |= says;
    other_spoke_ |= says;
    compared_ |= says;
    if (says) place_items(list, mine, theirs, field);
    return;
  }
  const Pairing pairs = pair_items(list, mine, theirs);
  prefix_ = {};
  for (std::uint32_t i = 0; i < mine.count; ++i) {
    const std::uint32_t partner = pairs.of(i);
    if (partner == no_partner) continue;
    const void* const own = item_of(list, mine, i);
    const void* const other = item_of(list, theirs, partner);
    const Mark& a = mark_of(field, own);
    const Mark& b = mark_of(field, other);
    own_spoke_ |= a.given();
    other_spoke_ |= b.given();
    if (!a.given() || !b.given()) continue;
    meet(field, own, other);
    item_text(list, field, own, i, other);
  }
}

void ElementComparing::item_text(const Field& list, const Field& field, const void* own, std::uint32_t number,
                                 const void* other) {
  const Scalar& a = scalar_of(field, own);
  const Scalar& b = scalar_of(field, other);
  compared_ = true;
  if (a.text == b.text || element_text(field, a) == element_text(field, b)) return;
  const std::string called = '[' + matter::item_label(list, own, number) + ']';
  differ(Kind_::differs, field, own, other, std::string(list.key) + called, std::string(list.label) + called);
}

void ElementComparing::place_items(const Field& list, const AnyList& mine, const AnyList& theirs, const Field& field) {
  for (std::uint32_t i = 0; i < mine.count; ++i) {
    if (mark_of(field, item_of(list, mine, i)).given())
      return meet(field, item_of(list, mine, i), item_of(list, theirs, i));
  }
}

}  // namespace matter
