#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/unzip.h"

// Which parts of a workbook are what; for xlsx*.cpp alone.

namespace matter {

struct PartRelation {
  std::string type;    ///< the last word of it: worksheet, comments
  std::string target;  ///< a part of the archive
};

struct PackagedSheet {
  std::string name, part;
  bool hidden = false;
};

struct Package {
  std::vector<PackagedSheet> sheets;  ///< in order, without charts
  std::string strings, styles;        ///< parts; may be empty
  bool since_1904 = false;            ///< how days are counted
};

/// Nothing where it is no workbook.
[[nodiscard]] std::optional<Package> read_package(ZipReader& zip);
/// By id; those of the whole archive for no part. What leads out of the archive is left out.
[[nodiscard]] std::map<std::string, PartRelation> part_relations(ZipReader& zip, const std::string& of);
/// The part that the relations of another one stand in.
[[nodiscard]] std::string relations_part(const std::string& part);

/// The column of C12, from 0.
[[nodiscard]] std::optional<std::uint32_t> column_of_cell(std::string_view cell);
/// How a workbook writes that something is so.
[[nodiscard]] bool is_yes(std::string_view text);

}  // namespace matter
