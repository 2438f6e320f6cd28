#include <sys/stat.h>

#include <algorithm>

#include "catalog/bound.h"
#include "catalog/names.h"
#include "catalog/search.h"
#include "model/codes.h"

// One file and the standard entries that it is bound to, found by their names: to list a folder of thousands of entries
// takes longer than all else that is done with one file.

namespace matter {

namespace {

constexpr std::size_t basic_code_length = 12;

/// What files and folders are walked for, so nothing that a link leads to.
bool is_plain_file(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::vector<std::string> leaves_of(const std::vector<std::string>& references) {
  std::vector<std::string> leaves;
  for (const std::string& reference : references) {
    const auto parsed = parse_standard_reference(reference);
    if (!parsed) continue;
    const std::string_view code = parsed->code;
    for (const std::string_view stem : {code, code.substr(0, basic_code_length)}) {
      for (const char* const ending : {".yaml", ".yml"}) leaves.push_back(std::string(stem) + ending);
    }
  }
  std::sort(leaves.begin(), leaves.end());
  leaves.erase(std::unique(leaves.begin(), leaves.end()), leaves.end());
  return leaves;
}

/// The newest version of a code may stand in a file of another name, so a binding names one to be sure of.
bool names_version(const std::string& reference) {
  const auto parsed = parse_standard_reference(reference);
  return parsed && parsed->version.has_value();
}

}  // namespace

void Search::add_bound_standard(const Catalog& catalog, const Text& named, const std::vector<std::string>& leaves) {
  std::string path;
  PathStatus status;
  if (!named.given() || !find_standard(catalog, named, path, status)) return;
  if (status.kind != EntryKind::folder) return add_standard(catalog, named);
  PathStatus config;
  if (find_path(join_path(path, config_name), config) && config.kind == EntryKind::file)
    static_cast<void>(catalog_at(status.key, path));
  const std::size_t refused = found_.refused;
  const std::size_t first = found_.standards.size();
  const Ignoring ignoring =
      ignore_files_.in(std::filesystem::canonical(path), std::filesystem::path(path).is_absolute());
  for (const std::string& leaf : leaves) {
    if (ignoring != nullptr && ignoring->leaves_out(leaf, false) != nullptr) continue;
    const std::string file = join_path(path, leaf);
    PathStatus there;
    if (is_plain_file(file) && find_path(file, there)) add_file(file, there, true);
  }
  found_.standards_incomplete |= found_.refused != refused;
  for (std::size_t i = first; i < found_.standards.size(); ++i) mark_standard(found_.standards[i]);
}

bool Search::add_bound_standards() {
  LoadedFile loaded;
  Collector unheard(findings_.lang());
  std::vector<std::string> references;
  for (const CatalogFile& file : found_.files) {
    load_file(sources_, file.source, loaded, unheard);
    for (const Matter& m : loaded.matters) {
      if (m.standard.given()) references.emplace_back(m.standard.text);
    }
  }
  if (!std::all_of(references.begin(), references.end(), names_version)) return false;
  const std::vector<std::string> leaves = leaves_of(references);
  // Standard catalogs may name others: the list grows while it is gone through, as in add_standards.
  for (std::size_t i = 0; i < found_.catalogs.size(); ++i) {
    const Catalog& catalog = *found_.catalogs[i];
    if (catalog.refused || twins_.contains(static_cast<std::uint32_t>(i))) continue;
    for (const Text& named : catalog.config.standards) add_bound_standard(catalog, named, leaves);
  }
  Standards standards;
  for (const CatalogFile& file : found_.standards) {
    load_file(sources_, file.source, loaded, unheard);
    standards.add(loaded);
  }
  return std::all_of(references.begin(), references.end(),
                     [&](const std::string& reference) { return standards.find(reference) != nullptr; });
}

Discovery discover_bound(const std::string& path, Sources& sources, Collector& findings) {
  Collector heard(findings.lang());
  Search search(sources, heard);
  search.add_named(path);
  if (!search.add_bound_standards()) return discover({path}, sources, findings);
  for (Diagnostic& d : heard.take()) findings.add(std::move(d));
  return search.take();
}

}  // namespace matter
