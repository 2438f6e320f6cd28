#pragma once

#include "ops/merge.h"

namespace matter {

/// What a file that somebody merged by hand does not hold as the three sides call for.
enum class CheckFault : std::uint8_t {
  lost_ours,    ///< a change of ours is gone
  lost_theirs,  ///< a change of theirs is gone
  lost_both,    ///< both made it, and it is gone
  nobodys,      ///< a value that no side wrote
  comment,      ///< a comment that is gone
  marker,       ///< a marker of a conflict was left behind
  unreadable,   ///< what is there cannot be read
};
[[nodiscard]] std::string_view name(CheckFault fault);  // "lost-ours" …

struct CheckFinding {
  CheckFault fault = CheckFault::nobodys;
  std::string matter;
  ChangePath path;         ///< empty: the whole matter
  Content due, found;      ///< of values
  std::string text;        ///< of comments and markers
  std::uint32_t line = 0;  ///< in the file; 0: nowhere
};

/// How a conflict was decided; no side: with a value of its own.
struct CheckDecision {
  MergeConflict conflict;
  std::optional<MergeSide> side;
};

struct CheckResult {
  FileMerge merged;  ///< the merge of the three sides; where it was refused nothing was checked
  std::vector<CheckFinding> findings;
  std::vector<CheckDecision> decisions;
};

/// Compares a hand-made resolution with what the three sides call for. A conflict may be decided in any way, and
/// comments may be added; all else must be as the merge has it.
[[nodiscard]] CheckResult check_merge(const std::string& resolved, const std::array<std::string, merge_sides>& texts,
                                      const MergeOptions& how);

}  // namespace matter
