#include <algorithm>
#include <filesystem>
#include <system_error>

#include "catalog/catalog_data.h"
#include "catalog/config_read.h"
#include "catalog/names.h"
#include "catalog/search.h"

namespace matter {

namespace {

bool is_version_control(std::string_view name) { return name == ".git" || name == ".hg" || name == ".svn"; }

std::string folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path().string() : ".";
}

}  // namespace

/// What stands in catalog folders beside matters, and could not be taken for any: descriptions, attachments (forms,
/// their samples, scans), and what git and desktops leave. Tables, JSON, plain text, copies such as `a.yaml.bak`
/// and hidden YAML are not among them: somebody may think that they count.
bool Search::stands_aside(std::string_view name) {
  static constexpr std::string_view endings[] = {".md",  ".docx", ".doc", ".wps", ".rtf", ".pdf",  ".ofd", ".png",
                                                 ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".webp"};
  static constexpr std::string_view names[] = {"README",     "LICENSE",        "Thumbs.db", "desktop.ini",
                                               ".gitignore", ".gitattributes", ".gitkeep",  ".editorconfig",
                                               ".DS_Store",  ignore_name};
  return is_task_list_name(name) ||
         std::any_of(std::begin(names), std::end(names), [&](std::string_view one) { return name == one; }) ||
         std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view one) { return ends_with_any_case(name, one); });
}

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
  read_catalog_data(*catalog, sources_, findings_);
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
  const SourceId id = sources_.add_standard_input();
  places_.push_back({none, false, static_cast<std::uint32_t>(found_.files.size())});
  found_.files.push_back({id, catalog});
}

void Search::add_named(const std::string& path) {
  if (path == "-") return add_standard_input();
  PathStatus status;
  if (!find_path(path, status)) throw std::system_error(ENOENT, std::generic_category(), path);
  if (status.kind == EntryKind::folder) {
    note_named(path, true);
    return add_folder(path, false);
  }
  const std::filesystem::path named(path);
  if (named.filename() != config_name) {
    note_named(path, false);
    return add_file(path, status, false);
  }
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
  std::error_code not_on_disk;
  std::filesystem::path named = std::filesystem::canonical(path, not_on_disk);  // a link may lead into a folder
  if (not_on_disk) named = path;
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

void Search::add_file(const std::string& path, const PathStatus& status, bool standard) {
  if (place_of(path, status.key) != no_place) return;
  folders_.push_back({none, enclosing_catalog(folder_of(path), false)});
  const auto folder = static_cast<std::uint32_t>(folders_.size() - 1);
  const std::size_t place = places_.size();
  if (status.kind == EntryKind::file) {
    put(path, folder, standard);
  } else {
    // A pipe can be read once only, and its places are to be shown later.
    std::string text;
    read_file(path, text);
    put(sources_.add_text(SourceKind::memory, path, std::move(text)), folder, standard);
  }
  if (places_.size() == place) return;
  named_[status.key] = place;
  named_inodes_.insert(status.key.inode);
  named_leaves_.insert(std::filesystem::path(path).filename().string());
}

bool Search::may_be_named(std::string_view name, ino_t inode) const {
  return named_inodes_.contains(inode) || named_leaves_.find(name) != named_leaves_.end();
}

void Search::put(std::string path, std::uint32_t folder, bool standard) {
  if (!found_.catalogs[folders_[folder].catalog]->refused) {
    put(sources_.add_file(std::move(path)), folder, standard);
  } else {
    ++found_.refused;
  }
}

void Search::put(SourceId source, std::uint32_t folder, bool standard) {
  std::vector<CatalogFile>& files = standard ? found_.standards : found_.files;
  places_.push_back({folder, standard, static_cast<std::uint32_t>(files.size())});
  files.push_back({source, folders_[folder].catalog});
  const Catalog& catalog = *found_.catalogs[folders_[folder].catalog];
  if (catalog.data != nullptr) sources_.set_vocabulary(source, catalog.data->vocabulary);
}

void Search::walk(const std::string& path, std::uint32_t parent, std::uint32_t catalog, bool standard) {
  const FolderList list(path);
  const auto folder = static_cast<std::uint32_t>(folders_.size());
  if (!folder_of_.try_emplace(list.key(), folder).second) return;
  for (const FolderList::Entry& e : list.entries()) {
    const bool may_be = e.kind == EntryKind::file || e.kind == EntryKind::link;
    if (!may_be || list.name(e) != config_name) continue;
    catalog = catalog_at(list.key(), path);
    found_.catalogs[catalog]->whole = true;
  }
  folders_.push_back({parent, catalog == none ? no_catalog() : catalog, ignoring_of(list, path, parent)});
  walk_entries(list, path, folder, standard);
}

void Search::pass_over(EntryKind kind, std::string_view name, const std::string& folder) {
  if (kind == EntryKind::file ? stands_aside(name) : name == data_folder_name) return;
  if (found_.ignored++ == 0) found_.first_ignored = join_path(folder, name);
}

void Search::walk_entries(const FolderList& list, const std::string& path, std::uint32_t folder, bool standard) {
  const Ignoring ignoring = folders_[folder].ignoring;
  for (const FolderList::Entry& e : list.entries()) {
    const std::string_view name = list.name(e);
    if (is_version_control(name) || name == config_name) continue;
    const bool wanted = e.kind == EntryKind::folder || (e.kind == EntryKind::file && is_yaml_name(name));
    const auto is_left_out = [&] {
      return ignoring != nullptr && ignoring->leaves_out(name, e.kind == EntryKind::folder) != nullptr;
    };
    if (e.kind == EntryKind::link) {
      ++found_.links;
    } else if (!is_passed_over(name) && is_left_out()) {
      leave_out(e.kind, name, path);
    } else if (!wanted || is_passed_over(name)) {
      pass_over(e.kind, name, path);
    } else if (e.kind == EntryKind::folder) {
      walk(join_path(path, name), folder, folders_[folder].catalog, standard);
    } else if (may_be_named(name, e.inode)) {
      PathStatus status;
      if (find_path(join_path(path, name), status) && named_.contains(status.key)) continue;
      put(join_path(path, name), folder, standard);
    } else {
      put(join_path(path, name), folder, standard);
    }
  }
}

Discovery discover(const std::vector<std::string>& paths, Sources& sources, Collector& findings) {
  Search search(sources, findings);
  if (paths.empty()) search.add_named(".");
  for (const std::string& path : paths) search.will_be_named(path);
  for (const std::string& path : paths) search.add_named(path);
  search.add_standards();
  return search.take();
}

}  // namespace matter
