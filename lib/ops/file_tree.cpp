#include "ops/file_tree.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "catalog/folder.h"
#include "ops/git_tree.h"
#include "text/file_mode.h"

namespace matter {

namespace {

bool is_version_control(std::string_view name) { return name == ".git" || name == ".hg" || name == ".svn"; }

struct stat status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw std::system_error(errno, std::generic_category(), path);
  return status;
}

std::size_t count_below(const std::vector<std::string>& paths, const std::string& folder) {
  return static_cast<std::size_t>(
      std::count_if(paths.begin(), paths.end(), [&](const std::string& path) { return is_below(path, folder); }));
}

}  // namespace

void read_bytes(const Sources& sources, SourceId id, std::string& into) {
  FileReader reader;
  into = sources.read_bytes(id, reader);
}

FileTree::FileTree(std::string folder) : root_(std::move(folder)) {
  while (root_.size() > 1 && root_.ends_with('/')) root_.pop_back();
  walk(root_, "");
  std::sort(files_.begin(), files_.end(), [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
}

FileTree::FileTree(const GitRepository& git, const std::string& commit, std::string below)
    : root_(commit + ":" + below), below_(std::move(below)), objects_(git.objects()) {
  auto listing = std::make_shared<ListedTree>(git.list(commit));
  const std::size_t skip = below_.empty() ? 0 : below_.size() + 1;
  for (const auto& [path, file] : listing->files()) {
    if (is_below(path, below_) && path.size() > skip) files_.push_back({path.substr(skip), file.id, file.executable});
  }
  links_ = count_below(listing->links(), below_);
  others_ = count_below(listing->others(), below_);
  listing_ = std::move(listing);
}

void FileTree::walk(const std::string& folder, const std::string& below) {
  const FolderList list(folder);
  for (const FolderList::Entry& entry : list.entries()) {
    const std::string_view name = list.name(entry);
    if (is_version_control(name)) continue;
    std::string relative = below.empty() ? std::string(name) : below + "/" + std::string(name);
    switch (entry.kind) {
      case EntryKind::folder: walk(folder + "/" + std::string(name), relative); break;
      case EntryKind::file: files_.push_back({std::move(relative), {}, false}); break;
      case EntryKind::link: ++links_; break;
      case EntryKind::other: ++others_; break;
    }
  }
}

const TreeFile* FileTree::find(std::string_view path) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                   [](const TreeFile& file, std::string_view other) { return file.path < other; });
  return at == files_.end() || at->path != path ? nullptr : &*at;
}

std::string FileTree::full(std::string_view path) const {
  if (!of_commit()) return join_path(root_, path);
  return root_ + (below_.empty() ? "" : "/") + std::string(path);
}

SourceId FileTree::source(const TreeFile& file, Sources& sources) const {
  return open(full(file.path), file.object, sources);
}

SourceId FileTree::open(const std::string& name, const std::string& object, Sources& sources) const {
  return of_commit() ? sources.add_object(name, object, objects_) : sources.add_file(name);
}

bool FileTree::read(const TreeFile& file, std::string& into) const {
  if (!of_commit()) return (read_file_with_mode(full(file.path), into) & S_IXUSR) != 0;
  objects_->read(file.object, into);
  return file.executable;
}

std::string FileTree::weight(const TreeFile& file) const {
  return of_commit() ? file.object : std::to_string(status_of(full(file.path)).st_size);
}

ListedTree FileTree::listed() const {
  if (of_commit()) return *listing_;
  ListedTree all(root_ == "." ? std::string() : root_ + "/");
  for (const TreeFile& file : files_) all.add(file.path);
  all.stands_at(root_);
  return all;
}

FindFiles FileTree::search(Sources& sources) const {
  if (!of_commit()) return [this, &sources](Collector& findings) { return discover({root_}, sources, findings); };
  return [this, &sources](Collector& findings) {
    const auto opener = [&](const std::string& name, const std::string& id) { return open(name, id, sources); };
    return listing_->find(below_, opener, sources, findings);
  };
}

Catalog FileTree::catalog(Sources& sources, Collector& findings) const {
  if (!of_commit()) return catalog_of_path(root_, sources, findings);
  const auto opener = [&](const std::string& name, const std::string& id) { return open(name, id, sources); };
  return listing_->catalog_of(below_, opener, sources, findings);
}

}  // namespace matter
