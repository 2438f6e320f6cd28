#pragma once

#include <string_view>
#include <vector>

#include "checks/rule.h"

namespace matter {

/// Which matters an entry under `rules:` speaks of: all that are met by each condition that is given. Views point into
/// catalog.yaml.
struct RuleScope {
  std::vector<std::string_view> paths;     ///< patterns, relative to the catalog's folder
  std::vector<std::string_view> matters;   ///< codes, as reports call matters or in any of their fields of codes
  std::vector<std::string_view> types;     ///< canonical names
  std::vector<std::string_view> levels;    ///< canonical names
  std::vector<std::string_view> agencies;  ///< names or codes

  [[nodiscard]] bool everything() const;
  /// Whether it asks for anything but the file.
  [[nodiscard]] bool of_matters() const;
  [[nodiscard]] bool covers(const MatterView& view) const;
  /// The same for what stands in no matter.
  [[nodiscard]] bool covers_file(const CatalogContext& context, std::string_view file) const;
};

}  // namespace matter
