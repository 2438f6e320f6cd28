#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/run.h"
#include "style/format.h"
#include "text/source.h"

namespace matter {

struct FormatRequest {
  std::vector<std::string> paths;  ///< files and folders; `-`, alone, is standard input
  FormatOptions style;
  bool write = false;  ///< files are changed; else only told, with texts unless `style.only_whether`
};

/// A file that is (or would be) changed, or that cannot be.
struct FormatFile {
  std::string path;
  Formatted::State state = Formatted::State::canonical;
  std::string before, after;  ///< of a changed one
  Diagnostic refusal;         ///< of one that cannot be formatted
};

struct FormatResult {
  std::size_t canonical = 0, changed = 0, refused = 0, failed = 0;
  std::vector<FormatFile> files;  ///< all but the canonical ones, in order of their paths
  std::string text;               ///< of standard input: what is to be put out
  bool written = false;
  std::vector<NotChecked> not_looked_at;

  [[nodiscard]] std::size_t seen() const { return canonical + changed + refused + failed; }
};

/// Brings files into canonical form, catalog.yaml in the folders included. Those that can be formatted are written all
/// or none; those that cannot do not keep the others from it. The result does not depend on `jobs`.
/// Throws std::system_error.
[[nodiscard]] FormatResult format_files(const FormatRequest& request, const RunOptions& options, Sources& sources);

}  // namespace matter
