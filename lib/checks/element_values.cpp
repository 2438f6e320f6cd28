#include "checks/element_comparing.h"
#include "checks/places.h"
#include "model/content.h"
#include "text/unicode.h"

namespace matter {

namespace {

Location code_place(const Matter& m) {
  for (const Text* const code : {&m.basic_code, &m.code, &m.handling_code, &m.directory_code}) {
    if (code->given()) return code->at();
  }
  return place_of(m);
}

bool offered(const Field& field, const void* record) {
  const Mark& mark = mark_of(field, record);
  if (!mark.given()) return false;
  if (field.kind == Kind::list) return list_of(field, record).count > 0;
  if (field.kind == Kind::flag) return static_cast<const Flag*>(member(field, record))->value;
  if (field.kind != Kind::record) return true;
  const void* const inner = member(field, record);
  for (const std::string_view key : {"available", "supported"}) {
    const Field* const flag = find_field(*field.table(), key);
    if (flag != nullptr && mark_of(*flag, inner).given()) return static_cast<const Flag*>(member(*flag, inner))->value;
  }
  // A record without the flag: an office's address alone does not say that the mail is used.
  return find_field(*field.table(), "supported") == nullptr;
}

}  // namespace

void ElementComparing::texts(const Field& field, const void* own, const void* other) {
  const Scalar& mine = scalar_of(field, own);
  const Scalar& theirs = scalar_of(field, other);
  if (!both(mine.mark, theirs.mark)) return;
  if (mine.none() != theirs.none()) return differ(mine.none() ? Kind_::missing : Kind_::extra, field, own, other);
  if (mine.text == theirs.text || mine.none()) return;
  if (normalised(scalar_text(field.kind, mine)) != normalised(scalar_text(field.kind, theirs)))
    differ(Kind_::differs, field, own, other);
}

void ElementComparing::codes(const Field& field, const void* own, const void* other) {
  const bool basic = is_basic_code(field);
  if (!basic) {
    const Scalar& mine = scalar_of(field, own);
    const Scalar& theirs = scalar_of(field, other);
    if (both(mine.mark, theirs.mark) && trimmed(mine.text) != trimmed(theirs.text))
      differ(Kind_::differs, field, own, other);
    return;
  }
  const std::string_view mine = basic_code(own_);
  const std::string_view theirs = basic_code(other_);
  own_spoke_ |= !mine.empty();
  other_spoke_ |= !theirs.empty();
  if (mine.empty() || theirs.empty()) return;
  compared_ = true;
  result_.at = code_place(own_);
  result_.other_at = code_place(other_);
  if (mine == theirs) return;
  Difference* const d = difference(Kind_::differs);
  if (d == nullptr) return;
  d->single = true;
  d->path = field.key;
  d->label = field.label;
  d->own = mine;
  d->other = theirs;
  d->at = result_.at;
  d->other_at = result_.other_at;
}

void ElementComparing::limits(const Field& field, const void* own, const void* other) {
  const auto& mine = *static_cast<const Limit*>(member(field, own));
  const auto& theirs = *static_cast<const Limit*>(member(field, other));
  if (!both(mine.mark, theirs.mark)) return;
  const bool directed = element_.better != Better::same;
  const bool less = element_.better == Better::less;
  if (mine.none() || theirs.none()) {
    if (mine.none() && theirs.none()) return;
    const bool nothing = mine.none();
    if (directed) return found_order(nothing ? 1 : -1, less, field, own, other);
    return differ(nothing ? Kind_::missing : Kind_::extra, field, own, other);
  }
  const auto order = order_limits(mine, theirs);
  if (order && *order == 0 && (directed || mine.amount == theirs.amount)) return;
  if (!directed) return differ(Kind_::differs, field, own, other);
  if (!order) return differ(Kind_::incomparable, field, own, other);
  found_order(*order, less, field, own, other);
}

void ElementComparing::offers(const Field& field, const void* own, const void* other) {
  const Mark& mine = mark_of(field, own);
  const Mark& theirs = mark_of(field, other);
  if (unread(mine) || unread(theirs)) return;
  own_spoke_ |= !mine.absent();
  other_spoke_ |= !theirs.absent();
  const bool here = offered(field, own);
  const bool there = offered(field, other);
  // What is each office's own (windows, telephones) no standard entry can ask for.
  if (here == there || (field.local && (theirs.absent() || mine.absent()))) return;
  const bool better = here == (element_.better != Better::less);
  differ(better ? Kind_::better : Kind_::worse, field, own, other);
  if (!details_) return;
  result_.differences.back().own = here ? "是" : "否";
  result_.differences.back().other = there ? "是" : "否";
}

}  // namespace matter
