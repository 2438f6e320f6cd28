#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "model/field.h"
#include "model/matter.h"

namespace matter {

/// Visits every value of a record that is written (or inherited), records and items included, in table
/// order. The path is made only when asked for, so that a walk that finds nothing allocates nothing.
class Walk {
 public:
  /// `visit(const Field&, const Mark&, const Scalar*)`: the scalar is null for records and lists.
  /// For items of lists of texts the field is the list's and the scalar the item.
  template <class Visit>
  void over(const Table& table, const void* record, Visit&& visit) {
    for (const Field& field : table.fields) {
      const Mark& mark = mark_of(field, record);
      if (mark.absent()) continue;
      enter(field, nullptr, 0);
      if (is_scalar(field.kind))
        visit(field, mark, &scalar_of(field, record));
      else if (field.kind != Kind::extra)
        inside(field, mark, member(field, record), visit);
      --depth_;
    }
  }

  /// English path of the value being visited.
  [[nodiscard]] std::string path() const {
    std::string text;
    for (std::size_t i = 0; i < depth_; ++i) {
      const Frame& frame = frames_[i];
      if (frame.item == nullptr) {
        if (!text.empty()) text += '.';
        text += frame.field->key;
      } else {
        ((text += '[') += item_label(*frame.field, frame.item, frame.index)) += ']';
      }
    }
    return text;
  }

 private:
  struct Frame {
    const Field* field = nullptr;
    const void* item = nullptr;
    std::uint32_t index = 0;
  };

  void enter(const Field& field, const void* item, std::uint32_t index) {
    frames_[depth_++] = {&field, item, index};
  }

  template <class Visit>
  void inside(const Field& field, const Mark& mark, const void* value, Visit&& visit) {
    visit(field, mark, static_cast<const Scalar*>(nullptr));
    if (!mark.given()) return;
    if (field.kind == Kind::record) return over(*field.table(), value, visit);
    const AnyList& list = *static_cast<const AnyList*>(value);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* item = item_of(field, list, i);
      enter(field, item, i);
      if (field.item == Kind::record) {
        over(*field.table(), item, visit);
      } else {
        const Scalar& scalar = *static_cast<const Scalar*>(item);
        visit(field, scalar.mark, &scalar);
      }
      --depth_;
    }
  }

  // Matter → channels → windows → [item] → name: tables nest three deep; twice that is plenty.
  std::array<Frame, 12> frames_;
  std::size_t depth_ = 0;
};

}  // namespace matter
