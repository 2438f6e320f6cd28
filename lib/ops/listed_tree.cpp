#include "ops/listed_tree.h"

#include <filesystem>
#include <set>
#include <system_error>

#include "catalog/catalog_data.h"
#include "catalog/config_read.h"
#include "catalog/folder.h"
#include "catalog/ignore.h"
#include "catalog/named_file.h"
#include "catalog/names.h"

namespace matter {

namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

/// The folder itself, else the nearest one above that is there.
std::string that_stands(std::filesystem::path folder) {
  std::error_code error;
  while (!std::filesystem::is_directory(folder, error)) {
    if (!folder.has_relative_path()) return ".";
    folder = folder.parent_path();
  }
  return folder.string();
}

}  // namespace

bool is_below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return true;
  return path == folder || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

/// One search for catalogs in a list of files.
class ListedSearch {
 public:
  ListedSearch(const ListedTree& tree, const ListedTree::Open& open, Sources& sources, Collector& findings)
      : tree_(tree), open_(open), sources_(sources), findings_(findings) {}

  Discovery run(std::string path) {
    if (path == config_name) path.clear();
    if (path.ends_with("/" + std::string(config_name))) path = folder_of(path);
    add(path, found_.files);
    for (const std::string& link : tree_.links_) found_.links += is_below(link, path) ? 1U : 0U;
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      const Catalog& catalog = *found_.catalogs[i];
      if (catalog.refused || twin_[i]) continue;
      for (const Text& named : catalog.config.standards) standard(i, named);
    }
    return std::move(found_);
  }

  Catalog catalog_around(const std::string& path) {
    return std::move(*found_.catalogs[catalog_of(tree_.files_.contains(path) ? folder_of(path) : path)]);
  }

 private:
  /// Files that the catalog.yaml of a folder names.
  class ListedFiles : public NamedFiles {
   public:
    ListedFiles(ListedSearch& search, std::string folder) : search_(search), folder_(std::move(folder)) {}
    std::optional<SourceId> open(const Catalog& catalog, const Text& named, std::string_view field,
                                 Collector& findings) override {
      return search_.named(catalog, folder_, named, field, findings);
    }

   private:
    ListedSearch& search_;
    std::string folder_;
  };

  /// A file of the tree, else one beside the place where the tree will stand.
  std::optional<SourceId> named(const Catalog& catalog, const std::string& folder, const Text& name,
                                std::string_view field, Collector& findings) {
    const std::filesystem::path written(name.text);
    const std::string path = (std::filesystem::path(folder) / written).lexically_normal().string();
    const auto file = written.is_absolute() ? tree_.files_.end() : tree_.files_.find(path);
    if (file != tree_.files_.end()) return source(path, file->second);
    const bool outside = written.is_absolute() || path.starts_with("..");
    if (outside && !tree_.disk_.empty()) {
      Catalog beside;
      beside.root = join_path(tree_.disk_, folder);
      return named_file(beside, name, field, sources_, findings);
    }
    Diagnostic& d = findings.add("field-value", Severity::error, name.at(), {"没有文件“{}”", "there is no file '{}'"},
                                 join_path(catalog.root, name.text));
    d.field = field;
    d.subject = name.text;
    return std::nullopt;
  }

  void add(const std::string& path, std::vector<CatalogFile>& to) {
    kept_.clear();
    for (auto at = tree_.files_.lower_bound(path); at != tree_.files_.end(); ++at) {
      const std::string& file = at->first;
      if (!file.starts_with(path)) break;
      if (!is_below(file, path)) continue;
      const bool named = file == path;
      const std::string_view inner = std::string_view(file).substr(named || path.empty() ? 0 : path.size() + 1);
      const std::string_view leaf = inner.substr(inner.rfind('/') == std::string_view::npos ? 0 : inner.rfind('/') + 1);
      if (!named && leads_past_search(inner)) continue;
      const bool kept = named || is_kept(folder_of(file), path);
      if (leaf == config_name) {
        if (kept) static_cast<void>(catalog_of(folder_of(file)));
        continue;
      }
      if (!named && !is_yaml_name(leaf)) continue;
      if (!named && (!kept || is_out(ignoring_of(folder_of(file), path), leaf, false))) {
        if (taken_.contains(file) || !left_out_.insert(file).second) continue;
        if (found_.left_out++ == 0) found_.first_left_out = tree_.prefix_ + file;
        continue;
      }
      if (!taken_.emplace(file, to.size()).second) continue;
      const std::uint32_t catalog = catalog_of(folder_of(file));
      if (found_.catalogs[catalog]->refused) {
        ++found_.refused;
        continue;
      }
      const SourceId id = source(file, at->second);
      if (const auto& data = found_.catalogs[catalog]->data) sources_.set_vocabulary(id, data->vocabulary);
      to.push_back({id, catalog});
    }
  }

  static bool is_out(const Ignoring& ignoring, std::string_view name, bool folder) {
    return ignoring != nullptr && ignoring->leaves_out(name, folder) != nullptr;
  }

  /// Whether a folder below the one that is searched is looked into.
  bool is_kept(const std::string& folder, const std::string& start) {
    if (folder == start) return true;
    const auto [at, fresh] = kept_.try_emplace(folder, true);
    if (!fresh) return at->second;
    const std::string above = folder_of(folder);
    const std::string leaf = folder.substr(above.empty() ? 0 : above.size() + 1);
    const bool kept = is_kept(above, start) && !is_out(ignoring_of(above, start), leaf, true);
    return kept_[folder] = kept;
  }

  /// What holds in a folder of the tree: up to the root of its catalog, without one up to where the search began.
  Ignoring ignoring_of(const std::string& folder, const std::string& start) {
    const auto known = ignoring_.find(folder);
    if (known != ignoring_.end()) return known->second;
    const std::string inside = folder.empty() ? std::string() : folder + '/';
    const std::string above = folder_of(folder);
    std::string step = folder.substr(above.empty() ? 0 : above.size() + 1);
    Ignoring outer;
    if (!tree_.files_.contains(inside + std::string(config_name))) {
      if (folder.empty() && !tree_.disk_.empty()) {
        const std::filesystem::path place = place_on_disk();
        step = place.filename().string();
        outer = ignoring_in(that_stands(place.parent_path()), sources_, findings_);
      } else if (!folder.empty() && (folder != start || in_catalog(above) || !tree_.disk_.empty())) {
        outer = ignoring_of(above, start);
      }
    }
    std::shared_ptr<const IgnoreFile> own;
    const auto file = tree_.files_.find(inside + std::string(ignore_name));
    if (file != tree_.files_.end())
      own = std::make_shared<const IgnoreFile>(read_ignore(source(file->first, file->second), sources_, findings_));
    return ignoring_[folder] = ignoring_below(outer, step, own);
  }

  /// Whether the tree has a catalog.yaml in a folder or above it.
  [[nodiscard]] bool in_catalog(std::string folder) const {
    for (;; folder = folder_of(folder)) {
      if (tree_.files_.contains((folder.empty() ? folder : folder + '/') + std::string(config_name))) return true;
      if (folder.empty()) return false;
    }
  }

  /// Where the tree will stand, without `/` at its end.
  [[nodiscard]] std::filesystem::path place_on_disk() const {
    const std::filesystem::path place = std::filesystem::absolute(tree_.disk_).lexically_normal();
    return place.has_filename() ? place : place.parent_path();
  }

  SourceId source(const std::string& path, const ListedTree::File& file) {
    return open_(tree_.prefix_ + path, file.id);
  }

  std::uint32_t push(Catalog catalog, const std::string& folder, bool twin) {
    found_.catalogs.push_back(std::make_unique<Catalog>(std::move(catalog)));
    folders_.push_back(folder);
    twin_.push_back(twin);
    return static_cast<std::uint32_t>(found_.catalogs.size() - 1);
  }

  std::uint32_t catalog_of(const std::string& folder) {
    const auto known = catalogs_.find(folder);
    if (known != catalogs_.end()) return known->second;
    const std::string config = folder.empty() ? std::string(config_name) : folder + '/' + std::string(config_name);
    const auto file = tree_.files_.find(config);
    std::uint32_t number = 0;
    if (file != tree_.files_.end()) {
      number = push({}, folder, false);
      Catalog& catalog = *found_.catalogs.back();
      catalog.root = tree_.prefix_ + folder;
      while (catalog.root.size() > 1 && catalog.root.ends_with('/')) catalog.root.pop_back();
      read_config(sources_, source(config, file->second), catalog, findings_);
      ListedFiles named(*this, folder);
      read_catalog_data(catalog, sources_, named, findings_);
    } else if (!folder.empty()) {
      number = catalog_of(folder_of(folder));
    } else if (tree_.disk_.empty()) {
      number = push({}, folder, false);
    } else {
      // What stands at its place now goes: only what is above it counts.
      const std::filesystem::path above = place_on_disk().parent_path();
      number = push(catalog_of_path(that_stands(above), sources_, findings_), folder, false);
      above_ = number;
    }
    catalogs_[folder] = number;
    return number;
  }

  void standard(std::size_t catalog, const Text& named) {
    if (!named.given()) return;
    const std::string& folder = folders_[catalog];
    std::string path = (std::filesystem::path(folder) / std::string(named.text)).lexically_normal().string();
    while (path.ends_with('/')) path.pop_back();
    if (path == ".") path.clear();
    const bool outside = path.starts_with("..") || std::filesystem::path(named.text).is_absolute();
    if (catalog == above_) return standard_on_disk(found_.catalogs[catalog]->root, named);
    if (outside && !tree_.disk_.empty()) return standard_on_disk(join_path(tree_.disk_, folder), named);
    if (outside || !tree_.knows(path)) {
      say_no_standard(named, findings_);
      found_.standards_incomplete = true;
      return;
    }
    const std::size_t refused = found_.refused;
    add(path, found_.standards);
    found_.standards_incomplete |= found_.refused != refused;
    for (std::vector<CatalogFile>* const files : {&found_.files, &found_.standards}) {
      for (CatalogFile& file : *files) {
        const std::string_view name = sources_.name(file.source);
        if (name.starts_with(tree_.prefix_) && is_below(name.substr(tree_.prefix_.size()), path)) mark(file);
      }
    }
  }

  /// A standard catalog beside the place where the tree will stand.
  void standard_on_disk(const std::string& root, const Text& named) {
    const std::filesystem::path path(named.text);
    const std::string full =
        path.is_absolute() ? path.string() : (std::filesystem::path(root) / path).lexically_normal().string();
    std::error_code error;
    if (!std::filesystem::exists(full, error)) {
      say_no_standard(named, findings_);
      found_.standards_incomplete = true;
      return;
    }
    Discovery other = discover({full}, sources_, findings_);
    found_.standards_incomplete |= other.standards_incomplete || other.refused > 0;
    found_.refused += other.refused;
    const auto first = static_cast<std::uint32_t>(found_.catalogs.size());
    for (std::unique_ptr<Catalog>& catalog : other.catalogs) {
      catalog->standard = true;
      found_.catalogs.push_back(std::move(catalog));
      folders_.emplace_back();
      twin_.push_back(true);  // what it names was found already
    }
    for (const std::vector<CatalogFile>* const files : {&other.files, &other.standards}) {
      for (const CatalogFile& file : *files) found_.standards.push_back({file.source, file.catalog + first});
    }
  }

  /// Named as standard by another catalog: a twin of its own says so.
  void mark(CatalogFile& file) {
    if (found_.catalogs[file.catalog]->standard) return;
    const auto [at, fresh] = twins_.try_emplace(file.catalog, static_cast<std::uint32_t>(found_.catalogs.size()));
    if (fresh) {
      push(*found_.catalogs[file.catalog], folders_[file.catalog], true);
      found_.catalogs.back()->standard = true;
    }
    file.catalog = at->second;
  }

  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

  const ListedTree& tree_;
  const ListedTree::Open& open_;
  Sources& sources_;
  Collector& findings_;
  std::map<std::string, std::size_t> taken_;
  std::map<std::string, std::uint32_t> catalogs_;
  std::map<std::string, Ignoring> ignoring_;  // by folder
  std::map<std::string, bool> kept_;          // by folder: it is looked into
  std::set<std::string> left_out_;
  std::map<std::uint32_t, std::uint32_t> twins_;
  std::vector<std::string> folders_;  // of the catalogs
  std::vector<bool> twin_;            // of the catalogs: names no standards of its own
  std::uint32_t above_ = nowhere;     // the catalog that stands above the whole tree
  Discovery found_;
};

bool ListedTree::knows(const std::string& path) const {
  if (path.empty() || files_.contains(path)) return true;
  const auto next = files_.lower_bound(path + '/');
  return next != files_.end() && is_below(next->first, path);
}

Discovery ListedTree::find(std::string path, const Open& open, Sources& sources, Collector& findings) const {
  return ListedSearch(*this, open, sources, findings).run(std::move(path));
}

Catalog ListedTree::catalog_of(const std::string& path, const Open& open, Sources& sources, Collector& findings) const {
  return ListedSearch(*this, open, sources, findings).catalog_around(path);
}

}  // namespace matter
