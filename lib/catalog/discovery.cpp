#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "catalog/catalog.h"
#include "catalog/config_read.h"
#include "catalog/folder.h"

namespace matter {

namespace {

constexpr std::string_view config_name = "catalog.yaml";
constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::size_t no_place = static_cast<std::size_t>(-1);

bool is_yaml(std::string_view name) {
  const auto ends = [&](std::string_view with) {
    return name.size() > with.size() && std::equal(with.rbegin(), with.rend(), name.rbegin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
           });
  };
  return ends(".yaml") || ends(".yml");
}

bool is_version_control(std::string_view name) { return name == ".git" || name == ".hg" || name == ".svn"; }
bool is_passed_over(std::string_view name) {
  return name.front() == '.' || name == "node_modules" || name == "__MACOSX";
}

std::string folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path().string() : ".";
}

/// One search; see `discover`. Folders are told apart by device and inode, so that no path leads
/// to the same file twice and no loop is walked.
class Search {
 public:
  Search(Sources& sources, Collector& findings) : sources_(sources), findings_(findings) {}

  void add_named(const std::string& path);
  void add_standards();
  [[nodiscard]] Discovery take() { return std::move(found_); }

 private:
  struct Folder {
    std::uint32_t parent = none;
    std::uint32_t catalog = 0;
  };
  /// A file that was found, and the folder it stands in.
  struct Place {
    std::uint32_t folder = none;
    bool standard = false;  ///< in Discovery::standards
    std::uint32_t index = 0;
  };

  void add_standard_input();
  void add_folder(const std::string& path, bool standard);
  void add_file(const std::string& path, FileKey key, bool standard);
  [[nodiscard]] std::size_t place_of(const std::string& path, FileKey key);
  void walk(const std::string& path, std::uint32_t parent, std::uint32_t catalog, bool standard);
  void walk_entries(const FolderList& list, const std::string& path, std::uint32_t folder, bool standard);
  void put(std::string path, std::uint32_t folder, bool standard);

  std::uint32_t catalog_at(FileKey key, const std::string& root);
  std::uint32_t catalog_above(const std::filesystem::path& real, bool absolute);
  std::uint32_t no_catalog();
  std::uint32_t enclosing_catalog(const std::string& path, bool of_parent);

  void add_standard(const Catalog& catalog, const Text& named);
  void mark_standard(std::uint32_t folder);
  void mark_standard(CatalogFile& file);
  [[nodiscard]] bool is_below(std::uint32_t folder, std::uint32_t above) const;
  CatalogFile& file_at(const Place& place) { return (place.standard ? found_.standards : found_.files)[place.index]; }

  Sources& sources_;
  Collector& findings_;
  Discovery found_;
  std::vector<Folder> folders_;
  std::map<FileKey, std::uint32_t> folder_of_;
  std::map<FileKey, std::uint32_t> catalog_of_;
  std::map<std::string, std::uint32_t> above_;  // real folder → catalog, for many files named one by one
  std::vector<Place> places_;
  std::map<FileKey, std::size_t> named_;                                   // files named one by one: place
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> place_of_;  // by folder and name, made when asked for
  std::size_t indexed_ = 0;                                                // places that are in it
  std::map<std::uint32_t, std::uint32_t> standard_twin_;
  std::set<std::uint32_t> twins_;
  std::uint32_t no_catalog_ = none;
  bool standard_input_ = false;
};

std::uint32_t Search::no_catalog() {
  if (no_catalog_ == none) {
    no_catalog_ = static_cast<std::uint32_t>(found_.catalogs.size());
    found_.catalogs.push_back(std::make_unique<Catalog>());
  }
  return no_catalog_;
}

std::uint32_t Search::catalog_at(FileKey key, const std::string& root) {
  const auto [at, fresh] = catalog_of_.try_emplace(key, static_cast<std::uint32_t>(found_.catalogs.size()));
  if (!fresh) return at->second;
  auto catalog = std::make_unique<Catalog>();
  catalog->root = root;
  read_config(sources_, sources_.add_file(join_path(root, config_name)), *catalog, findings_);
  found_.catalogs.push_back(std::move(catalog));
  return at->second;
}

/// The catalog of `real` (an absolute path without links) or of a folder above it.
std::uint32_t Search::catalog_above(const std::filesystem::path& real, bool absolute) {
  const auto known = above_.find(real.string());
  if (known != above_.end()) return known->second;
  std::uint32_t catalog = none;
  PathStatus config;
  if (find_path((real / config_name).string(), config) && config.kind == EntryKind::file) {
    PathStatus folder;
    if (find_path(real.string(), folder)) {
      const std::string root =
          absolute ? real.string() : real.lexically_relative(std::filesystem::current_path()).string();
      catalog = catalog_at(folder.key, root);
    }
  }
  if (catalog == none) {
    catalog = real.has_relative_path() ? catalog_above(real.parent_path(), absolute) : no_catalog();
  }
  above_[real.string()] = catalog;
  return catalog;
}

std::uint32_t Search::enclosing_catalog(const std::string& path, bool of_parent) {
  std::filesystem::path real = std::filesystem::canonical(path);
  if (of_parent) {
    if (!real.has_relative_path()) return no_catalog();
    real = real.parent_path();
  }
  return catalog_above(real, std::filesystem::path(path).is_absolute());
}

void Search::add_standard_input() {
  if (standard_input_) return;
  standard_input_ = true;
  const std::uint32_t catalog = enclosing_catalog(".", false);
  const SourceId id = sources_.add_text(SourceKind::standard_input, "<stdin>", read_standard_input());
  places_.push_back({none, false, static_cast<std::uint32_t>(found_.files.size())});
  found_.files.push_back({id, catalog});
}

void Search::add_named(const std::string& path) {
  if (path == "-") return add_standard_input();
  PathStatus status;
  if (!find_path(path, status)) throw std::system_error(ENOENT, std::generic_category(), path);
  if (status.kind == EntryKind::folder) return add_folder(path, false);
  const std::filesystem::path named(path);
  if (named.filename() != config_name) return add_file(path, status.key, false);
  add_folder(folder_of(named), false);
}

void Search::add_folder(const std::string& path, bool standard) {
  std::string shown = path;
  while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
  PathStatus config;
  const bool has_own = find_path(join_path(shown, config_name), config) && config.kind == EntryKind::file;
  walk(shown, none, has_own ? none : enclosing_catalog(shown, true), standard);
}

/// Where a file stands already: named before, or in a folder that was walked.
std::size_t Search::place_of(const std::string& path, FileKey key) {
  const auto at = named_.find(key);
  if (at != named_.end()) return at->second;
  const std::filesystem::path named = std::filesystem::canonical(path);  // a link may lead into a folder
  PathStatus around;
  if (!find_path(folder_of(named), around)) return no_place;
  const auto folder = folder_of_.find(around.key);
  if (folder == folder_of_.end()) return no_place;
  for (; indexed_ < places_.size(); ++indexed_) {
    const Place& place = places_[indexed_];
    const std::filesystem::path file(sources_.name(file_at(place).source));
    place_of_.try_emplace({place.folder, file.filename().string()}, indexed_);
  }
  const auto place = place_of_.find({folder->second, named.filename().string()});
  return place == place_of_.end() ? no_place : place->second;
}

void Search::add_file(const std::string& path, FileKey key, bool standard) {
  if (place_of(path, key) != no_place) return;
  named_[key] = places_.size();
  folders_.push_back({none, enclosing_catalog(folder_of(path), false)});
  put(path, static_cast<std::uint32_t>(folders_.size() - 1), standard);
}

void Search::put(std::string path, std::uint32_t folder, bool standard) {
  const std::uint32_t catalog = folders_[folder].catalog;
  if (found_.catalogs[catalog]->refused) {
    ++found_.refused;
    return;
  }
  std::vector<CatalogFile>& files = standard ? found_.standards : found_.files;
  places_.push_back({folder, standard, static_cast<std::uint32_t>(files.size())});
  files.push_back({sources_.add_file(std::move(path)), catalog});
}

void Search::walk(const std::string& path, std::uint32_t parent, std::uint32_t catalog, bool standard) {
  const FolderList list(path);
  const auto folder = static_cast<std::uint32_t>(folders_.size());
  if (!folder_of_.try_emplace(list.key(), folder).second) return;
  for (const FolderList::Entry& e : list.entries()) {
    const bool may_be = e.kind == EntryKind::file || e.kind == EntryKind::link;
    if (may_be && list.name(e) == config_name) catalog = catalog_at(list.key(), path);
  }
  folders_.push_back({parent, catalog == none ? no_catalog() : catalog});
  walk_entries(list, path, folder, standard);
}

void Search::walk_entries(const FolderList& list, const std::string& path, std::uint32_t folder, bool standard) {
  for (const FolderList::Entry& e : list.entries()) {
    const std::string_view name = list.name(e);
    if (is_version_control(name) || name == config_name) continue;
    const bool wanted = e.kind == EntryKind::folder || (e.kind == EntryKind::file && is_yaml(name));
    if (e.kind == EntryKind::link) {
      ++found_.links;
    } else if (!wanted || is_passed_over(name)) {
      ++found_.ignored;
    } else if (e.kind == EntryKind::folder) {
      walk(join_path(path, name), folder, folders_[folder].catalog, standard);
    } else if (!named_.empty()) {
      PathStatus status;
      if (find_path(join_path(path, name), status) && named_.contains(status.key)) continue;
      put(join_path(path, name), folder, standard);
    } else {
      put(join_path(path, name), folder, standard);
    }
  }
}

/// A path under `standards`: a folder or file, relative to the catalog's root.
void Search::add_standard(const Catalog& catalog, const Text& named) {
  if (!named.given()) return;
  std::string path =
      std::filesystem::path(named.text).is_absolute() ? std::string(named.text) : join_path(catalog.root, named.text);
  PathStatus status;
  if (named.text.empty() || !find_path(path, status)) {
    Diagnostic& d = findings_.add("reference-dangling", Severity::error, named.at(),
                                  {"没有标准化目录“{}”", "there is no standard catalog '{}'"}, named.text);
    d.field = "standards";
    d.subject = named.text;
    d.hint = say(findings_.lang(),
                 {"路径相对于 catalog.yaml 所在的文件夹", "the path is relative to the folder of catalog.yaml"});
    found_.standards_incomplete = true;
    return;
  }
  const std::string shorter = std::filesystem::path(path).lexically_normal().string();
  PathStatus same;
  if (find_path(shorter, same) && same.key == status.key) path = shorter;
  const std::size_t refused = found_.refused;
  const std::size_t first = found_.standards.size();
  if (status.kind == EntryKind::folder) {
    const auto walked = folder_of_.find(status.key);
    if (walked != folder_of_.end()) return mark_standard(walked->second);
    add_folder(path, true);
  } else if (const std::size_t place = place_of(path, status.key); place != no_place) {
    return mark_standard(file_at(places_[place]));
  } else {
    add_file(path, status.key, true);
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

}  // namespace

Discovery discover(const std::vector<std::string>& paths, Sources& sources, Collector& findings) {
  Search search(sources, findings);
  if (paths.empty()) search.add_named(".");
  for (const std::string& path : paths) search.add_named(path);
  search.add_standards();
  return search.take();
}

}  // namespace matter
