#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ops/listed_tree.h"
#include "ops/load.h"
#include "text/source.h"

namespace matter {

class GitRepository;  // ops/git_tree.h

/// The bytes of a source as they are, in whatever encoding. Throws std::system_error.
void read_bytes(const Sources& sources, SourceId id, std::string& into);

struct TreeFile {
  std::string path;    ///< below the folder
  std::string object;  ///< of a commit: its id
  bool executable = false;
};

/// The files of a folder, in order of path, all but version control's own: on the disk, or as a commit has them.
class FileTree {
 public:
  /// Throws std::system_error for what is no folder or cannot be read.
  explicit FileTree(std::string folder);
  /// What a commit has below a folder of the repository ("": all). Empty where it has none.
  FileTree(const GitRepository& git, const std::string& commit, std::string below);

  [[nodiscard]] const std::vector<TreeFile>& files() const { return files_; }
  [[nodiscard]] const TreeFile* find(std::string_view path) const;
  [[nodiscard]] bool has(std::string_view path) const { return find(path) != nullptr; }
  [[nodiscard]] bool of_commit() const { return listing_ != nullptr; }
  /// The folder on the disk; of a commit `name:below`.
  [[nodiscard]] const std::string& root() const { return root_; }
  /// What a file is called in reports; of the disk, its path.
  [[nodiscard]] std::string full(std::string_view path) const;
  [[nodiscard]] SourceId source(const TreeFile& file, Sources& sources) const;
  /// Its bytes; whether anybody may run it, as git understands that (of a commit TreeFile::executable).
  bool read(const TreeFile& file, std::string& into) const;
  /// Which bytes: of a commit the object, else its size.
  [[nodiscard]] std::string weight(const TreeFile& file) const;

  [[nodiscard]] std::size_t links() const { return links_; }    ///< symbolic links, not followed
  [[nodiscard]] std::size_t others() const { return others_; }  ///< pipes, devices, repositories inside this one

  /// All files, for a search of catalogs in what shall become of them; of a commit also those outside of the folder.
  [[nodiscard]] ListedTree listed() const;
  /// What stands before `TreeFile::path` in `listed`.
  [[nodiscard]] const std::string& below() const { return below_; }
  [[nodiscard]] SourceId open(const std::string& name, const std::string& object, Sources& sources) const;
  /// The catalogs and matters in it.
  [[nodiscard]] FindFiles search(Sources& sources) const;
  /// The catalog that the folder stands in.
  [[nodiscard]] Catalog catalog(Sources& sources, Collector& findings) const;

 private:
  void walk(const std::string& folder, const std::string& below);

  std::string root_, below_;
  std::vector<TreeFile> files_;
  std::size_t links_ = 0;
  std::size_t others_ = 0;
  std::shared_ptr<const ListedTree> listing_;
  std::shared_ptr<TextReader> objects_;
};

}  // namespace matter
