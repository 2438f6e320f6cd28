#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "ops/diff.h"

namespace matter {

/// What standard entries changed for those who inherit it, told once with all whom it reaches.
///
/// A change that a matter inherits on both sides (or on the one side that has a value) is the same change as that of
/// every other matter with the same two places. It is told where the entry itself is shown, else in a part of its
/// own; where it reaches one matter and no entry is shown, it stays with the matter.
class DiffReach {
 public:
  using Matters = std::vector<std::uint32_t>;  ///< indexes into DiffResult::matters, ascending

  /// Changes that reach the same matters and that no shown entry tells.
  struct Group {
    Matters matters;
    std::vector<const Change*> changes;  ///< as the first of the matters has them
  };

  explicit DiffReach(const DiffResult& result);

  /// Whom a change of an entry itself reaches; empty for every other change.
  [[nodiscard]] const Matters& of(const Change& own) const;
  /// Whether a matter's change is told elsewhere, with its reach.
  [[nodiscard]] bool told_elsewhere(const Change& change) const;
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  using Key = std::tuple<std::string, ChangeKind, SourceId, std::uint32_t, SourceId, std::uint32_t>;
  struct Reach {
    Matters matters;
    const Change* first = nullptr;
    bool entry_shown = false;
  };
  static bool is_inherited(const Change& change);
  static Key key_of(const Change& change);
  [[nodiscard]] const Reach* find(const Change& change) const;

  std::map<Key, Reach> reaches_;
  std::vector<Group> groups_;
};

}  // namespace matter
