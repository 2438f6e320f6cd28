#pragma once

#include <string>

#include "ops/import_plan.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct ImportIntoOptions {
  std::string file;          ///< `-` for standard input; or postgresql://…, tables that a platform sends
  std::string from;          ///< platform id, or the path of a mapping file
  std::string medium;        ///< one of the platform's media; empty: the one that the file or the folder is in
  std::string into;          ///< the catalog, or a folder of it
  bool keep_going = false;   ///< what cannot be read or brought in is left out instead of stopping everything
  bool delete_gone = false;  ///< matters that are not among what came are deleted
  bool write = true;         ///< else only planned
  std::string schema;        ///< of the database; empty: the first of the search path
};

/// Brings a platform's data into a catalog that is there, as edits of its files that touch only what is not the same.
///
/// What is compared is what came with what an export of the catalog would write now, both read by the mapping: so what
/// the platform cannot carry, shortens or words differently is no change, and an empty cell takes away only what the
/// cell would hold. Of a platform that nothing can be exported to, only what is said counts. Values that are taken from
/// the standard entry are written down only where they are another one now.
///
/// All files or none; with findings of severity error (and without keep_going) none. Throws std::system_error.
[[nodiscard]] ImportPlan import_into(const ImportIntoOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
