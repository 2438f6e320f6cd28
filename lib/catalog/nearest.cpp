#include <filesystem>

#include "catalog/catalog.h"
#include "catalog/catalog_data.h"
#include "catalog/config_read.h"
#include "catalog/folder.h"
#include "catalog/names.h"

namespace matter {

Catalog catalog_of_path(const std::string& path, Sources& sources, Collector& findings) {
  Catalog catalog;
  std::filesystem::path folder = std::filesystem::canonical(path);
  if (!std::filesystem::is_directory(folder)) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    const std::filesystem::path config = folder / config_name;
    PathStatus status;
    if (find_path(config.string(), status) && status.kind == EntryKind::file) {
      const bool absolute = std::filesystem::path(path).is_absolute();
      const auto shown = absolute ? config : config.lexically_relative(std::filesystem::current_path());
      catalog.root = absolute ? folder.string() : folder.lexically_relative(std::filesystem::current_path()).string();
      read_config(sources, sources.add_file(shown.string()), catalog, findings);
      read_catalog_data(catalog, sources, findings);
      return catalog;
    }
    if (!folder.has_relative_path()) return catalog;
  }
}

}  // namespace matter
