#pragma once

#include <string>
#include <vector>

#include "checks/rule.h"
#include "model/field.h"

namespace matter {

/// A field that a matter cannot do without and that says nothing there.
struct Missing {
  const Field* field = nullptr;
  const Mark* mark = nullptr;    ///< absent, 无 where that is no answer, or empty
  const Mark* record = nullptr;  ///< the record or item that lacks it; null: the matter itself
  std::string path;              ///< as reports show it: fees[工本费].amount
  std::string general;           ///< as catalog.yaml names it: fees.amount
};

/// All of them, by the field tables: what the matter's family demands; of a standard entry its own fields, and
/// what the items of its lists cannot do without (lists are inherited whole). Empty, and then without memory,
/// for nearly all matters.
[[nodiscard]] std::vector<Missing> find_missing(const MatterView& view);

}  // namespace matter
