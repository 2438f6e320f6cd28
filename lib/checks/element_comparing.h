#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "checks/element_fields.h"
#include "checks/elements.h"

namespace matter {

/// One comparison of one element, the work behind `compare_element`; used by no one else.
class ElementComparing {
 public:
  ElementComparing(const Element& element, const Matter& own, const Matter& other, Wanted wanted)
      : element_(element), own_(own), other_(other), details_(wanted == Wanted::differences) {}

  ElementResult run();

 private:
  using Kind_ = Difference::Kind;

  // element_compare.cpp: from path to path, and what follows from all of them.
  void compare_path(const FieldPath& path);
  /// The first values that are there are the element's places.
  void meet(const Field& field, const void* own, const void* other);
  void conclude();
  void silent(Silence why);

  // element_differences.cpp: what was found.
  [[nodiscard]] static bool unread(const Mark& mark) { return mark.state == State::wrong; }
  void found(Kind_ kind) { kinds_[static_cast<std::size_t>(kind)] = true; }
  Difference* difference(Kind_ kind);
  void differ(Kind_ kind, const Field& field, const void* own, const void* other, std::string_view item = {},
              std::string_view item_label = {});
  /// An item that one side has and the other has not. `own` and `other` are the lists of both sides.
  void item_alone(Kind_ kind, const Field& list, const void* item, std::uint32_t number, bool is_own, const Mark& own,
                  const Mark& other);
  void found_order(int order, bool less_is_better, const Field& field, const void* own, const void* other,
                   std::string_view item = {}, std::string_view label = {});
  /// Whether both sides say something that was understood.
  bool both(const Mark& own, const Mark& other);

  // element_values.cpp: fields of a matter or of its records.
  void texts(const Field& field, const void* own, const void* other);
  void codes(const Field& field, const void* own, const void* other);
  void limits(const Field& field, const void* own, const void* other);
  void offers(const Field& field, const void* own, const void* other);

  // element_lists.cpp: lists, item by item.
  void lists(const Field& field, const void* own, const void* other);
  /// What it is that one side has an item which the other has not.
  [[nodiscard]] Kind_ alone(const Field& list, const void* item, bool own) const;
  /// A basis that a place may add, with its reason.
  [[nodiscard]] bool is_allowed(const Field& list, const void* item) const;
  void compare_items(const Field& list, const void* own, std::uint32_t number, const void* other);
  /// `materials[].accept_standard`: a field of the items that both sides have.
  void through_items(const FieldPath& path);
  void item_text(const Field& list, const Field& field, const void* own, std::uint32_t number, const void* other);
  void place_items(const Field& list, const AnyList& mine, const AnyList& theirs, const Field& field);

  // element_item_values.cpp: fields of an item that both sides have.
  void compare_field(const FieldRule& rule, const Field& field, const void* own, const void* other,
                     const std::string& path, const std::string& label);
  void amounts(const FieldRule& rule, const Field& field, const void* own, const void* other, const std::string& path,
               const std::string& label);
  /// An item that is for some situations only asks less than one that is for all.
  void situations(const Field& field, const void* own, const void* other, const std::string& path,
                  const std::string& label);

  const Element& element_;
  const Matter& own_;
  const Matter& other_;
  bool details_;
  std::string prefix_;  ///< of the path that is compared: `limits.`
  ElementResult result_;
  std::array<bool, 7> kinds_{};
  bool compared_ = false, own_spoke_ = false, other_spoke_ = false, not_read_ = false;
};

}  // namespace matter
