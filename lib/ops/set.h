#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// One value to set: of the command line, or a row of a table.
struct SetRequest {
  std::string code;   ///< identity of the matter, as reports name it
  std::string field;  ///< path in English keys or Chinese labels, items by their names
  std::string value;
  Location at;  ///< of a row; unknown on the command line
};

struct SetOptions {
  std::vector<std::string> paths;  ///< files and folders to look in; none: the working folder
  bool remove = false;             ///< the fields are taken away, values are not looked at
  bool force = false;              ///< values that are not understood are written too
  bool write = true;               ///< else only told
};

/// One value that is (or would be) another one now.
struct SetChange {
  std::string file;
  std::uint32_t line = 1;  ///< where the matter stands in the file as it was
  std::string matter;
  std::string field;   ///< in English keys
  std::string before;  ///< on one line; empty: absent
  std::string after;
};

struct SetFile {
  std::string path;
  std::string before, after;
};

struct SetResult {
  std::vector<SetChange> changes;
  std::size_t same = 0;             ///< requests that found what they asked for
  std::vector<SetFile> files;       ///< those that are changed
  std::vector<Diagnostic> refused;  ///< why nothing was written; one for each request that cannot be met
  bool written = false;
};

/// Reads a table of requests: CSV with the columns code, field and value (编码, 要素, 值), in any order; `value` is not
/// needed when fields are removed. What is wrong with it is in `refused`.
[[nodiscard]] std::vector<SetRequest> read_requests(SourceId table, bool remove, const RunOptions& options,
                                                    const Sources& sources, std::vector<Diagnostic>& refused);

/// Sets values of matters as written, as edits that touch nothing else; all of them or none. Throws std::system_error.
[[nodiscard]] SetResult set_values(const std::vector<SetRequest>& requests, const SetOptions& what,
                                   const RunOptions& options, Sources& sources);

}  // namespace matter
