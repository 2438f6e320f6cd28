#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/calendar.h"
#include "ops/validate.h"

namespace matter {

/// Whose finding it is.
struct LedgerRow {
  std::size_t finding = 0;       ///< index into checked.findings
  std::string matter, identity;  ///< name as citizens see it, and what reports call it; empty for a file's finding
  bool sample = false;
  std::string level = {};  ///< 行使层级; empty where it is not known
};

/// Matters by the gravest that was found in each.
struct MatterCounts {
  std::size_t all = 0;       ///< looked at
  std::size_t errors = 0;    ///< with an error
  std::size_t warnings = 0;  ///< without one, with a warning
};

/// What one agency has to mend.
struct AgencyLedger {
  std::string agency, code;  ///< both empty: findings of files and matters that name no agency
  bool standard = false;     ///< of entries of standard catalogs that name no agency
  bool sample = false;       ///< something in it is a sample
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::size_t matters = 0;      ///< with a finding
  MatterCounts looked_at = {};  ///< of all its matters
  std::vector<LedgerRow> rows;  ///< errors first, then in order of file and place
};

/// What was found in the matters of one level.
struct LevelTotal {
  std::string level;  ///< empty: it is not known
  std::size_t errors = 0, warnings = 0, infos = 0;
  MatterCounts looked_at;
};

/// Where matters stand, and who has to mend what. What a baseline hides (ValidateResult::hidden) is counted in
/// MatterCounts, since it is still there; what comments hide is not.
struct Whose {
  std::vector<AgencyLedger> agencies;  ///< all whose matters were looked at; most errors first, those without one last
  std::vector<LevelTotal> levels;      ///< the highest first
  MatterCounts looked_at;
  std::size_t stray_errors = 0;  ///< of no matter that was looked at: of files, of entries that nobody named
  bool sample = false;           ///< a matter that was looked at is a sample
};

struct SplitResult {
  ValidateResult checked;
  std::vector<AgencyLedger> agencies;  ///< most errors first; the one without an agency last
};

/// Checks everything below the paths as `validate` does, and gives every finding to the agency whose matter it is in.
/// An agency is its name, and its code where several have that name.
[[nodiscard]] SplitResult validate_split(const std::vector<std::string>& paths, const RunOptions& options,
                                         Sources& sources);

/// Whose the findings of a check of these paths are, whose files are read once more for it; `rows` point into
/// `findings`.
[[nodiscard]] Whose whose_findings(const ValidateResult& checked, const std::vector<std::string>& paths,
                                   const RunOptions& options, const Sources& checked_sources);
/// The same: only those agencies that something was found of.
[[nodiscard]] std::vector<AgencyLedger> by_agency(const ValidateResult& checked, const std::vector<std::string>& paths,
                                                  const RunOptions& options, const Sources& checked_sources);

/// A deadline as it is given: a date, or a number of working days after `today`. Nothing for what is neither, lies
/// before `today`, or is beyond the calendar's years.
[[nodiscard]] std::optional<DateValue> deadline_of(std::string_view text, const DateValue& today,
                                                   const Calendar& calendar = Calendar::usual());

/// The working days of the catalog around a path; what is wrong in its files is for `validate` to tell.
[[nodiscard]] Calendar calendar_of(const std::string& path);

}  // namespace matter
