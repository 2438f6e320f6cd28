#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "doc/document.h"

namespace matter {

/// A catalog as far as an export has read it, by what it is called wherever it lies.
struct ReadCatalog {
  std::string name;  ///< as catalog.yaml has it, else its region, else the folder's
  std::string root;  ///< folder in this run; not kept
  /// What was named of it, from its root, sorted: `.` where all of it was, once for each catalog of this name.
  std::vector<std::string> parts;
};

/// The catalogs that stand in `found`, sorted by name; several of one name are one. Matters without a catalog.yaml are
/// in none. `paths`: what `discover` was asked for.
[[nodiscard]] std::vector<ReadCatalog> read_catalogs(const Discovery& found, const std::vector<std::string>& paths);

/// One JSON list of them, and back.
[[nodiscard]] std::string to_json(const std::vector<ReadCatalog>& catalogs);
[[nodiscard]] std::vector<ReadCatalog> read_catalogs(const Document& doc, NodeId list);

/// What an earlier export read and this one did not, though it may be there still: its matters are not gone. A catalog
/// by its name, a part of one as `name/part`; sorted. A part that is nowhere in its catalog any more is gone.
[[nodiscard]] std::vector<std::string> not_read_again(const std::vector<ReadCatalog>& earlier,
                                                      const std::vector<ReadCatalog>& now);

}  // namespace matter
