#include "checks/element_comparing.h"
#include "checks/element_places.h"
#include "checks/elements.h"
#include "checks/places.h"
#include "model/content.h"

namespace matter {

namespace {

/// The record that holds a path's last field; of a path through a list, the matter.
const void* holder(const Matter& m, const FieldPath& path) {
  const void* record = &m;
  for (std::size_t i = 0; i + 1 < path.count; ++i) record = member(*path.fields[i], record);
  return record;
}

}  // namespace

ElementResult ElementComparing::run() {
  for (const FieldPath& path : element_.paths) compare_path(path);
  conclude();
  return std::move(result_);
}

void ElementComparing::compare_path(const FieldPath& path) {
  if (path.through_list()) return through_items(path);
  const Field& field = path.last();
  const void* const own = holder(own_, path);
  const void* const other = holder(other_, path);
  prefix_ = {};
  if (details_) {
    for (std::size_t i = 0; i + 1 < path.count; ++i) (prefix_ += path.fields[i]->key) += '.';
  }
  meet(field, own, other);
  switch (element_.comparison) {
    case Comparison::text:
    case Comparison::value: return texts(field, own, other);
    case Comparison::code: return codes(field, own, other);
    case Comparison::limit: return limits(field, own, other);
    case Comparison::set:
    case Comparison::sequence:
    case Comparison::items:
    case Comparison::fees: return field.kind == Kind::list ? lists(field, own, other) : texts(field, own, other);
    case Comparison::offers: return offers(field, own, other);
  }
}

void ElementComparing::meet(const Field& field, const void* own, const void* other) {
  const auto note = [&](Location& at, const Matter& m, const void* record) {
    const Mark& mark = mark_of(field, record);
    if (!at.known() && !mark.absent()) at = place_of_value(m, field, mark);
  };
  note(result_.at, own_, own);
  note(result_.other_at, other_, other);
}

void ElementComparing::conclude() {
  const auto any = [this](Kind_ kind) { return kinds_[static_cast<std::size_t>(kind)]; };
  if (element_.comparison == Comparison::offers) {
    compared_ = own_spoke_ && other_spoke_;
    if (!compared_) {
      kinds_ = {};
      result_.differences.clear();
    }
  }
  if (any(Kind_::missing)) {
    result_.verdict = Verdict::missing;
  } else if (any(Kind_::worse) || any(Kind_::differs) || any(Kind_::order)) {
    result_.verdict = Verdict::worse;
  } else if (any(Kind_::extra)) {
    result_.verdict = Verdict::extra;
  } else if (any(Kind_::incomparable)) {
    silent(Silence::incomparable);
  } else if (any(Kind_::better)) {
    result_.verdict = Verdict::better;
  } else if (!compared_) {
    silent(not_read_ ? Silence::not_read : !other_spoke_ ? Silence::other_silent : Silence::own_silent);
  }
  if (!result_.at.known()) result_.at = place_of(own_);
  if (!result_.other_at.known()) result_.other_at = place_of(other_);
}

void ElementComparing::silent(Silence why) {
  result_.verdict = Verdict::not_applicable;
  result_.silence = why;
}
ElementResult compare_element(const Element& element, const Matter& own, const Matter& other, Wanted wanted) {
  return ElementComparing(element, own, other, wanted).run();
}

}  // namespace matter
