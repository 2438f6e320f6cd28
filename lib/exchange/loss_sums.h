#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/losses.h"

namespace matter {

/// The same reason at the same place.
struct LossGroup {
  LossReason why = LossReason::no_place;
  std::string table, column, field;
  std::size_t values = 0;
  std::size_t matters = 0;
};

/// The losses of an export, however many, as what a summary says.
struct LossSums {
  std::size_t lines = 0;          ///< one by one in losses.json
  std::vector<LossGroup> groups;  ///< in order of reason, table, column and field

  [[nodiscard]] std::size_t count(LossReason why) const;
  /// Values that do not arrive as they are. What is withheld is kept back on purpose.
  [[nodiscard]] std::size_t lost() const;
};

/// Takes losses as they come, so that they need not all be held: lines of losses.json, and sums.
class LossTaker {
 public:
  [[nodiscard]] Losses& losses() { return losses_; }
  /// What was lost since the last call was not: it is let go.
  void forget();
  /// What was lost since the last call goes to `lines`, as items of a JSON array.
  void drain(std::string& lines);
  [[nodiscard]] LossSums sums() const;

 private:
  struct Key {
    LossReason why;
    const char *table, *column, *field;  // texts of a recorder: the same text, the same place
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Sum {
    LossGroup group;
    std::string members;  // of its lines, as JSON, from the table to the reason
    std::size_t last = 0;
  };

  Losses losses_;
  std::unordered_map<Key, Sum, Hash> sums_;
  std::size_t lines_ = 0;
  std::size_t drained_ = 0;  // matters, from 1
};

}  // namespace matter
