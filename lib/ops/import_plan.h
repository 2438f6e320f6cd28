#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "exchange/import_record.h"
#include "ops/set.h"

namespace matter {

/// One value of a matter that an import makes another one.
struct PlannedChange {
  enum class Kind : std::uint8_t { added, changed, removed, reordered };
  Kind kind = Kind::changed;
  std::string field;   ///< in English keys, items by their names: materials[营业执照].form
  std::string label;   ///< the same in official labels
  std::string before;  ///< on one line; empty: absent
  std::string after;
  bool inherited = false;  ///< `before` is taken from the standard entry
  bool asks = false;       ///< of a workbook: done only when that is confirmed
};

/// A value that was changed on both sides: in the workbook, and in the catalog since the workbook was made.
struct PlannedConflict {
  std::string field, label;
  std::string base, catalog, workbook;  ///< empty: absent
  std::string other, other_label;       ///< what the catalog changed, where it is not just this field
};

/// What becomes of one matter.
struct PlannedMatter {
  enum class State : std::uint8_t {
    added,     ///< a new file
    changed,   ///< values of it
    same,      ///< nothing to write
    gone,      ///< of what the platform holds, not among what came; the file stays
    deleted,   ///< the same, and its file goes
    left_out,  ///< has a finding: nothing is done with it
  };
  State state = State::same;
  std::string matter;      ///< identity, as reports name it
  std::string name;        ///< display name
  std::string file;        ///< where it stands, or will stand
  std::uint32_t line = 0;  ///< where it begins in the file; 0: a new file
  std::vector<PlannedChange> changes;
  /// What came and cannot be done: values that came empty but are taken from the standard entry (`inherited`), and
  /// columns that no field can be made of again.
  std::vector<PlannedChange> kept;
  // Of a workbook:
  std::vector<PlannedChange> since;  ///< what changed in the catalog since it was made
  std::vector<PlannedConflict> conflicts;
  bool asks = false;  ///< done only when that is confirmed: it goes, or changed since
};

struct ImportPlan {
  std::string platform;  ///< as loaded; empty when there is none
  std::int32_t mapping_version = 0;
  std::string source, into;
  Encoding encoding = Encoding::utf8;  ///< of the source's bytes
  std::size_t records = 0;             ///< read
  std::size_t refused = 0;             ///< could not be read, or not be brought in: findings say why
  std::vector<PlannedMatter>
      matters;  ///< without those that are the same; in the order of the catalog, then what is new
  std::size_t same = 0;
  std::vector<ColumnCounts> columns;
  std::vector<SetFile> files;  ///< those that are changed, or new (`before` empty)
  std::vector<std::string> deleted;
  std::vector<Diagnostic> findings;
  bool from_workbook = false;
  bool complete = false;  ///< nothing stands in its way
  bool written = false;   ///< carried out

  [[nodiscard]] std::size_t count(PlannedMatter::State state) const;
  [[nodiscard]] std::size_t values() const;     ///< changed ones
  [[nodiscard]] std::size_t asking() const;     ///< what must be confirmed: values, and matters
  [[nodiscard]] std::size_t conflicts() const;  ///< nothing is written while there are any
  /// Whether files are to be changed.
  [[nodiscard]] bool any() const { return !files.empty() || !deleted.empty(); }
};

}  // namespace matter
