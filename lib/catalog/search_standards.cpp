#include <filesystem>

#include "catalog/config_read.h"
#include "catalog/search.h"

// What catalogs name under `standards:`, and what becomes standard by being named.

namespace matter {

void say_no_standard(const Text& named, Collector& findings) {
  Diagnostic& d = findings.add("reference-dangling", Severity::error, named.at(),
                               {"没有标准化目录“{}”", "there is no standard catalog '{}'"}, named.text);
  d.field = "standards";
  d.subject = named.text;
  d.hint = say(findings.lang(),
               {"路径相对于 catalog.yaml 所在的文件夹", "the path is relative to the folder of catalog.yaml"});
}

/// A path under `standards`: a folder or file, relative to the catalog's root.
bool Search::find_standard(const Catalog& catalog, const Text& named, std::string& path, PathStatus& status) {
  path =
      std::filesystem::path(named.text).is_absolute() ? std::string(named.text) : join_path(catalog.root, named.text);
  if (named.text.empty() || !find_path(path, status)) {
    say_no_standard(named, findings_);
    found_.standards_incomplete = true;
    return false;
  }
  const std::string shorter = std::filesystem::path(path).lexically_normal().string();
  PathStatus same;
  if (find_path(shorter, same) && same.key == status.key) path = shorter;
  return true;
}

void Search::add_standard(const Catalog& catalog, const Text& named) {
  std::string path;
  PathStatus status;
  if (!named.given() || !find_standard(catalog, named, path, status)) return;
  const std::size_t refused = found_.refused;
  const std::size_t first = found_.standards.size();
  if (status.kind == EntryKind::folder) {
    const auto walked = folder_of_.find(status.key);
    if (walked != folder_of_.end()) return mark_standard(walked->second);
    add_folder(path, true);
  } else if (const std::size_t place = place_of(path, status.key); place != no_place) {
    return mark_standard(file_at(places_[place]));
  } else {
    add_file(path, status, true);
  }
  found_.standards_incomplete |= found_.refused != refused;
  for (std::size_t i = first; i < found_.standards.size(); ++i) mark_standard(found_.standards[i]);
}

void Search::add_standards() {
  // Standard catalogs may name others: the list grows while it is gone through. Twins name nothing new.
  for (std::size_t i = 0; i < found_.catalogs.size(); ++i) {
    const Catalog& catalog = *found_.catalogs[i];
    if (catalog.refused || twins_.contains(static_cast<std::uint32_t>(i))) continue;
    for (const Text& named : catalog.config.standards) add_standard(catalog, named);
  }
}

bool Search::is_below(std::uint32_t folder, std::uint32_t above) const {
  while (folder != none && folder != above) folder = folders_[folder].parent;
  return folder == above;
}

void Search::mark_standard(std::uint32_t folder) {
  for (const Place& place : places_) {
    if (place.folder != none && is_below(place.folder, folder)) mark_standard(file_at(place));
  }
}

/// Another catalog names the file as standard; its own does not say that it is: a twin of it does.
void Search::mark_standard(CatalogFile& file) {
  const Catalog& own = *found_.catalogs[file.catalog];
  if (own.standard) return;
  const auto [at, fresh] = standard_twin_.try_emplace(file.catalog, static_cast<std::uint32_t>(found_.catalogs.size()));
  if (fresh) {
    auto twin = std::make_unique<Catalog>(own);
    twin->standard = true;
    found_.catalogs.push_back(std::move(twin));
    twins_.insert(at->second);
  }
  file.catalog = at->second;
}

}  // namespace matter
