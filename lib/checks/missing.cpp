#include "checks/missing.h"

#include "checks/wording.h"
#include "model/path.h"

namespace matter {

namespace {

/// `fees.amount`: the path without items.
std::string general_path(const Trail& trail) {
  std::string path = trail.outer != nullptr ? general_path(*trail.outer) + '.' : std::string();
  return path += trail.field->key;
}

/// Whether a field of the same table meets the demand as well.
bool has_instead(const Table& table, const Field& field, const void* record) {
  const Field* other = field.instead.empty() ? nullptr : find_field(table, field.instead);
  return other != nullptr && !mark_of(*other, record).absent();
}

class Search {
 public:
  explicit Search(const MatterView& view) : standard_(view.standard), family_(family_of(view.matter)) {}

  void members(const Table& table, const void* record, const Mark* mark, const Trail* outer) {
    for (const Field& field : table.fields) {
      const Trail trail{outer, &field, nullptr, 0};
      const void* const value = member(field, record);
      const bool missing = demands(field, outer) && is_empty(field, value) && !has_instead(table, field, record);
      if (missing && in_parts(field, value))
        members(*field.table(), value, mark, &trail);
      else if (missing)
        found_.push_back({&field, static_cast<const Mark*>(value), mark, to_text(trail), general_path(trail)});
      else
        inside(field, value, trail);
    }
  }

  std::vector<Missing> take() { return std::move(found_); }

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
  std::vector<Missing> found_;
};

}  // namespace

std::vector<Missing> find_missing(const MatterView& view) {
  Search search(view);
  search.members(*table_of<Matter>(), &view.matter, nullptr, nullptr);
  return search.take();
}

}  // namespace matter
