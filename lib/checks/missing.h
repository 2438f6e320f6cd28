#pragma once

#include <array>
#include <functional>
#include <string_view>

#include "checks/rule.h"
#include "model/path.h"

namespace matter {

/// Called with each field that a matter cannot do without and that says nothing there: where it stands, its mark
/// (absent, 无 where that is no answer, or empty), and the mark of the record that lacks it (null: the matter itself).
/// Pass a large lambda by std::ref: nothing is allocated then.
using MissingField = std::function<void(const Trail& trail, const Mark& mark, const Mark* record)>;

/// All of them, by the field tables: what the matter's family demands; of a standard entry its own fields, and
/// what the items of its lists cannot do without (lists are inherited whole).
void each_missing(const MatterView& view, const MissingField& found);

/// A path as catalog.yaml names it, without items: fees.amount. Kept in place: no memory is asked for.
class GeneralPath {
 public:
  explicit GeneralPath(const Trail& trail);
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), length_}; }

 private:
  void add(const Trail& trail);

  std::array<char, 96> bytes_;  // the longest of the tables has 30
  std::size_t length_ = 0;
};

}  // namespace matter
