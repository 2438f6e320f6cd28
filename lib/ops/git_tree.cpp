#include "ops/git_tree.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "catalog/config_read.h"
#include "catalog/names.h"
#include "ops/git_objects.h"
#include "ops/process.h"

namespace matter {

namespace {

std::string first_line(const ProcessResult& result) {
  return result.exit == 0 ? result.out.substr(0, result.out.find('\n')) : std::string();
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

bool below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return true;
  return path == folder || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

/// The search for catalogs in the list of a commit's files.
class TreeSearch {
 public:
  TreeSearch(std::string name, std::shared_ptr<TextReader> objects, Sources& sources, Collector& findings)
      : name_(std::move(name)), objects_(std::move(objects)), sources_(sources), findings_(findings) {}

  /// Of `git ls-tree -r -z`: `mode type id<TAB>path<NUL>`.
  void list(std::string_view listing) {
    while (!listing.empty()) {
      const std::size_t end = std::min(listing.find('\0'), listing.size());
      const std::string_view line = listing.substr(0, end);
      listing.remove_prefix(std::min(end + 1, listing.size()));
      const std::size_t tab = line.find('\t');
      const std::size_t id = line.rfind(' ', tab);
      if (tab == std::string_view::npos || id == std::string_view::npos) continue;
      const bool link = line.starts_with("120000");
      const bool file = line.starts_with("100");
      const std::string path(line.substr(tab + 1));
      if (link) links_.push_back(path);
      if (file) blobs_.emplace(path, std::string(line.substr(id + 1, tab - id - 1)));
    }
  }

  [[nodiscard]] bool knows(const std::string& path) const {
    if (path.empty() || blobs_.contains(path)) return true;
    const auto next = blobs_.lower_bound(path + '/');
    return next != blobs_.end() && below(next->first, path);
  }

  Discovery find(std::string path) {
    if (path == config_name) path.clear();
    if (path.ends_with("/" + std::string(config_name))) path = folder_of(path);
    add(path, found_.files);
    for (const std::string& link : links_) found_.links += below(link, path) ? 1U : 0U;
    for (std::size_t i = 0; i < found_.catalogs.size(); ++i) {
      const Catalog& catalog = *found_.catalogs[i];
      if (catalog.refused) continue;
      for (const Text& named : catalog.config.standards) standard(folders_[i], named);
    }
    return std::move(found_);
  }

 private:
  void add(const std::string& path, std::vector<CatalogFile>& to) {
    for (auto at = blobs_.lower_bound(path); at != blobs_.end(); ++at) {
      const std::string& file = at->first;
      if (!file.starts_with(path)) break;
      if (!below(file, path)) continue;
      const bool named = file == path;
      const std::string_view inner = std::string_view(file).substr(named || path.empty() ? 0 : path.size() + 1);
      const std::string_view leaf = inner.substr(inner.rfind('/') == std::string_view::npos ? 0 : inner.rfind('/') + 1);
      if (!named && leads_past_search(inner)) continue;
      if (leaf == config_name) {
        static_cast<void>(catalog_of(folder_of(file)));
        continue;
      }
      if (!named && !is_yaml_name(leaf)) continue;
      if (!taken_.emplace(file, to.size()).second) continue;
      const std::uint32_t catalog = catalog_of(folder_of(file));
      if (found_.catalogs[catalog]->refused) {
        ++found_.refused;
        continue;
      }
      to.push_back({source(file, at->second), catalog});
    }
  }

  SourceId source(const std::string& file, const std::string& id) {
    return sources_.add_object(name_ + ":" + file, id, objects_);
  }

  std::uint32_t catalog_of(const std::string& folder) {
    const auto known = catalogs_.find(folder);
    if (known != catalogs_.end()) return known->second;
    const std::string config = folder.empty() ? std::string(config_name) : folder + '/' + std::string(config_name);
    const auto blob = blobs_.find(config);
    std::uint32_t number = 0;
    if (blob == blobs_.end() && !folder.empty()) {
      number = catalog_of(folder_of(folder));
    } else {
      number = static_cast<std::uint32_t>(found_.catalogs.size());
      found_.catalogs.push_back(std::make_unique<Catalog>());
      folders_.push_back(folder);
      if (blob != blobs_.end()) {
        Catalog& catalog = *found_.catalogs.back();
        catalog.root = name_ + ":" + folder;
        read_config(sources_, source(config, blob->second), catalog, findings_);
      }
    }
    catalogs_[folder] = number;
    return number;
  }

  void standard(const std::string& folder, const Text& named) {
    if (!named.given()) return;
    std::string path = (std::filesystem::path(folder) / std::string(named.text)).lexically_normal().string();
    while (path.ends_with('/')) path.pop_back();
    if (path == ".") path.clear();
    const bool outside = path.starts_with("..") || std::filesystem::path(named.text).is_absolute();
    if (outside || !knows(path)) {
      say_no_standard(named, findings_);
      found_.standards_incomplete = true;
      return;
    }
    const std::size_t refused = found_.refused;
    add(path, found_.standards);
    found_.standards_incomplete |= found_.refused != refused;
    for (CatalogFile& file : found_.files) {
      if (below(std::string_view(sources_.name(file.source)).substr(name_.size() + 1), path)) mark(file);
    }
    for (CatalogFile& file : found_.standards) {
      if (below(std::string_view(sources_.name(file.source)).substr(name_.size() + 1), path)) mark(file);
    }
  }

  /// Named as standard by another catalog: a twin of its own says so.
  void mark(CatalogFile& file) {
    if (found_.catalogs[file.catalog]->standard) return;
    const auto [at, fresh] = twins_.try_emplace(file.catalog, static_cast<std::uint32_t>(found_.catalogs.size()));
    if (fresh) {
      auto twin = std::make_unique<Catalog>(*found_.catalogs[file.catalog]);
      twin->standard = true;
      found_.catalogs.push_back(std::move(twin));
      folders_.push_back(folders_[file.catalog]);
    }
    file.catalog = at->second;
  }

  std::string name_;
  std::shared_ptr<TextReader> objects_;
  Sources& sources_;
  Collector& findings_;
  std::map<std::string, std::string> blobs_;
  std::vector<std::string> links_;
  std::map<std::string, std::size_t> taken_;
  std::map<std::string, std::uint32_t> catalogs_;
  std::map<std::uint32_t, std::uint32_t> twins_;
  std::vector<std::string> folders_;  // of the catalogs
  Discovery found_;
};

}  // namespace

GitRepository::GitRepository() : objects_(std::make_shared<GitObjects>()) {}
GitRepository::~GitRepository() = default;

std::string GitRepository::resolve(const std::string& name) const {
  if (name.empty() || name.starts_with('-')) return {};
  return first_line(
      run_program({"git", "rev-parse", "--quiet", "--verify", "--end-of-options", name + "^{tree}"}, true));
}

std::string GitRepository::merge_base(const std::string& a, const std::string& b) const {
  return first_line(run_program({"git", "merge-base", "--end-of-options", a, b}, true));
}

std::string GitRepository::inside(const std::string& path) const {
  const std::string prefix = first_line(run_program({"git", "rev-parse", "--show-prefix"}, true));
  std::string whole = (std::filesystem::path(prefix) / path).lexically_normal().string();
  while (whole.ends_with('/')) whole.pop_back();
  return whole == "." ? std::string() : whole;
}

Discovery GitRepository::discover(const std::string& name, const std::string& path, Sources& sources,
                                  Collector& findings) const {
  const ProcessResult listing = run_program({"git", "ls-tree", "-r", "-z", "--full-tree", resolve(name)}, true);
  if (listing.exit != 0) throw std::system_error(EIO, std::generic_category(), "git ls-tree " + name);
  TreeSearch search(name, objects_, sources, findings);
  search.list(listing.out);
  const std::string below = inside(path);
  if (!search.knows(below)) throw std::system_error(ENOENT, std::generic_category(), name + ":" + below);
  return search.find(below);
}

}  // namespace matter
