#include "ops/import_homes.h"

#include <filesystem>
#include <vector>

#include "catalog/catalog.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

/// The folder of a catalog as seen from the one that is written to; nothing where it is not in it.
std::optional<std::string> below(const std::string& folder, const std::string& root) {
  const fs::path path = fs::weakly_canonical(root).lexically_relative(fs::weakly_canonical(folder));
  if (path.empty() || *path.begin() == "..") return std::nullopt;
  return path == "." ? std::string() : path.string();
}

}  // namespace

ImportHomes find_homes(const std::string& folder, Sources& sources) {
  ImportHomes homes;
  if (!fs::is_directory(folder)) return homes;
  Collector unheard(Lang::en);  // heard when it is read
  const Catalog home = catalog_of_path(folder, sources, unheard);
  homes.in_catalog = !home.root.empty();
  homes.in_standard = home.standard;
  std::vector<std::string> standards;
  const Discovery found = discover({folder}, sources, unheard);
  for (const auto& catalog : found.catalogs) {
    if (catalog->root.empty()) continue;
    const auto place = below(folder, catalog->root);
    const bool around = below(catalog->root, folder).has_value();
    if (!place && !around) continue;  // a standard catalog that is named
    homes.any = true;
    (catalog->standard ? homes.entries : homes.matters) = true;
    if (around && catalog->standard) homes.new_entries = "";
    if (around && !catalog->standard) homes.new_matters = "";
    if (catalog->standard && place) standards.push_back(*place);
  }
  if (!homes.new_entries && standards.size() == 1) homes.new_entries = standards[0];
  return homes;
}

}  // namespace matter
