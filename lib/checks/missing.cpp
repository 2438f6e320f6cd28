#include "checks/missing.h"

#include <algorithm>

#include "checks/wording.h"

namespace matter {

namespace {

/// Whether a field of the same table meets the demand as well.
bool has_instead(const Table& table, const Field& field, const void* record) {
  const Field* other = field.instead.empty() ? nullptr : find_field(table, field.instead);
  return other != nullptr && !mark_of(*other, record).absent();
}

class Search {
 public:
  Search(const MatterView& view, const MissingField& found)
      : standard_(view.standard), family_(family_of(view.matter)), found_(found) {}

  void members(const Table& table, const void* record, const Mark* mark, const Trail* outer) {
    for (const Field& field : table.fields) {
      const bool due = demands(field, outer);
      if (!due && field.table == nullptr) continue;  // most fields
      const Trail trail{outer, &field, nullptr, 0};
      const void* const value = member(field, record);
      const bool missing = due && is_empty(field, value) && !has_instead(table, field, record);
      if (missing && in_parts(field, value))
        members(*field.table(), value, mark, &trail);
      else if (missing)
        found_(trail, *static_cast<const Mark*>(value), mark);
      else
        inside(field, value, trail);
    }
  }

 private:
  [[nodiscard]] bool demands(const Field& field, const Trail* outer) const {
    if (!standard_) return field.required.has(family_);
    return outer == nullptr ? field.in_standard : outer->item != nullptr && field.required.has(family_);
  }

  [[nodiscard]] bool is_empty(const Field& field, const void* value) const {
    const Mark& mark = *static_cast<const Mark*>(value);
    switch (mark.state) {
      case State::absent: return true;
      case State::wrong: return false;  // field-type and field-value speak
      case State::none: return none_is_empty(field);
      case State::given: break;
    }
    if (field.kind == Kind::list) return is_empty_list(field, *static_cast<const AnyList*>(value));
    return field.kind == Kind::text && says_nothing(*static_cast<const Scalar*>(value));
  }

  [[nodiscard]] bool none_is_empty(const Field& field) const {
    return field.none == NoneMeaning::filler ||
           (field.none == NoneMeaning::outside_licence && family_ == Family::licence);
  }

  /// No items, or nothing but 无 where that is no answer.
  [[nodiscard]] bool is_empty_list(const Field& field, const AnyList& list) const {
    bool none = false;
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const Mark& mark = *static_cast<const Mark*>(item_of(field, list, i));
      if (mark.none())
        none = true;
      else if (!mark.absent())
        return false;
    }
    return !none || none_is_empty(field);
  }

  /// The limits are spoken of one by one: another rule has its say on one of them. Likewise the contacts.
  [[nodiscard]] static bool in_parts(const Field& field, const void* value) {
    return (field.key == "limits" || field.key == "contacts") && static_cast<const Mark*>(value)->absent();
  }

  void inside(const Field& field, const void* value, const Trail& trail) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (!mark.given() || field.table == nullptr) return;
    if (field.kind == Kind::record) return members(*field.table(), value, &mark, &trail);
    if (standard_ && field.key == "windows") return;  // only an office knows its own
    const AnyList& list = *static_cast<const AnyList*>(value);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      const Mark& item_mark = *static_cast<const Mark*>(item);
      const Trail item_trail{trail.outer, trail.field, item, i};
      if (item_mark.given()) members(*field.table(), item, &item_mark, &item_trail);
    }
  }

  bool standard_;
  Family family_;
  const MissingField& found_;
};

}  // namespace

void each_missing(const MatterView& view, const MissingField& found) {
  Search(view, found).members(*table_of<Matter>(), &view.matter, nullptr, nullptr);
}

GeneralPath::GeneralPath(const Trail& trail) { add(trail); }

void GeneralPath::add(const Trail& trail) {
  if (trail.outer != nullptr) {
    add(*trail.outer);
    if (length_ < bytes_.size()) bytes_[length_++] = '.';
  }
  const std::string_view key = trail.field->key.substr(0, bytes_.size() - length_);
  std::copy(key.begin(), key.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(length_));
  length_ += key.size();
}

}  // namespace matter
