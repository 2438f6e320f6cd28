#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diag/collector.h"
#include "text/source.h"

namespace matter {

/// Whether a path is a folder or stands in it; everything is in "".
[[nodiscard]] bool is_below(std::string_view path, std::string_view folder);

/// The files of a tree that does not stand on the disk: a commit, or what a merge is about to write. Found in it is
/// what `discover` finds on disk.
class ListedTree {
 public:
  /// Makes the source of a file, called as it shall be shown.
  using Open = std::function<SourceId(const std::string& name, const std::string& id)>;

  struct File {
    std::string id;  ///< what `Open` gets again: the object of git, or nothing
    bool executable = false;
  };

  /// `prefix`: what stands before paths in the names of sources, `main:` or `out/`.
  explicit ListedTree(std::string prefix) : prefix_(std::move(prefix)) {}

  void add(std::string path, File file) { files_[std::move(path)] = std::move(file); }
  void add(std::string path) { files_[std::move(path)] = File(); }
  void remove(const std::string& path) { files_.erase(path); }
  void add_link(std::string path) { links_.push_back(std::move(path)); }
  /// What is no file and no link: a repository inside this one.
  void add_other(std::string path) { others_.push_back(std::move(path)); }
  /// Where the tree will stand on the disk: catalogs above it and standard catalogs outside of it are looked for there.
  void stands_at(std::string folder) { disk_ = std::move(folder); }

  /// A file, or a folder with a file in it.
  [[nodiscard]] bool knows(const std::string& path) const;
  [[nodiscard]] const std::map<std::string, File>& files() const { return files_; }
  [[nodiscard]] const std::vector<std::string>& links() const { return links_; }
  [[nodiscard]] const std::vector<std::string>& others() const { return others_; }
  [[nodiscard]] const std::string& prefix() const { return prefix_; }
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }

  /// Below `path`, which the tree must know.
  [[nodiscard]] Discovery find(std::string path, const Open& open, Sources& sources, Collector& findings) const;
  /// The catalog that a folder or file of the tree stands in; no root where there is none.
  [[nodiscard]] Catalog catalog_of(const std::string& path, const Open& open, Sources& sources,
                                   Collector& findings) const;

 private:
  friend class ListedSearch;
  std::string prefix_;
  std::string disk_;
  std::map<std::string, File> files_;
  std::vector<std::string> links_, others_;
};

}  // namespace matter
