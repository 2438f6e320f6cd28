#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "ops/listed_tree.h"
#include "text/source.h"

namespace matter {

/// One run's view of the git repository that the working folder is in; nothing is checked out.
/// Objects are read through one `git cat-file --batch`, which is started when the first is needed.
class GitRepository {
 public:
  GitRepository();
  ~GitRepository();
  GitRepository(const GitRepository&) = delete;
  GitRepository& operator=(const GitRepository&) = delete;

  /// The commit or tree that a name means; empty where it means none (or there is no repository).
  [[nodiscard]] std::string resolve(const std::string& name) const;
  /// The merge base of two commits; empty where there is none.
  [[nodiscard]] std::string merge_base(const std::string& a, const std::string& b) const;

  /// What `discover` finds on disk, in a commit's tree, below `path` (relative to the working folder). Sources are
  /// called `name:path`; each keeps its object's id (`Sources::object`). Standard catalogs outside of what was named
  /// are looked for in the same commit. Throws std::system_error where the path is not in that commit.
  [[nodiscard]] Discovery discover(const std::string& name, const std::string& path, Sources& sources,
                                   Collector& findings) const;
  /// The id of the commit that a name means; empty where it means none.
  [[nodiscard]] std::string commit(const std::string& name) const;
  /// All best common ancestors of two commits; several after criss-cross merges.
  [[nodiscard]] std::vector<std::string> merge_bases(const std::string& a, const std::string& b) const;
  /// As git abbreviates the id of a commit.
  [[nodiscard]] std::string short_id(const std::string& commit) const;
  /// What a commit has at a path (relative to the working folder). Throws std::system_error where it has no file there.
  void read(const std::string& name, const std::string& path, std::string& into) const;
  /// "blob" of a file, "tree" of a folder that a commit has; empty where it has nothing there.
  [[nodiscard]] std::string kind(const std::string& name, const std::string& path) const;
  /// The folder of the working tree; empty where there is none.
  [[nodiscard]] std::string top() const;
  /// All files of a commit. Throws std::system_error where it cannot be listed.
  [[nodiscard]] ListedTree list(const std::string& name) const;
  [[nodiscard]] const std::shared_ptr<TextReader>& objects() const { return objects_; }
  /// A path as the repository calls it; empty for its root.
  [[nodiscard]] std::string inside(const std::string& path) const;

 private:
  std::shared_ptr<TextReader> objects_;
};

}  // namespace matter
