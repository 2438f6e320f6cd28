#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/folder.h"
#include "catalog/ignore_files.h"

namespace matter {

/// One search; see `discover`. Folders are told apart by device and inode, so that no path leads
/// to the same file twice and no loop is walked.
class Search {
 public:
  Search(Sources& sources, Collector& findings)
      : sources_(sources), findings_(findings), ignore_files_(sources, findings) {}

  /// Before anything is added: that a file will be, so that it does not count as left out.
  void will_be_named(const std::string& path);
  void add_named(const std::string& path);
  void add_standards();
  /// Of folders that catalogs name as standard only the files that are called like what the files found so far are
  /// bound to. False where an entry is not found so: then nothing is known of what the folders hold.
  [[nodiscard]] bool add_bound_standards();
  [[nodiscard]] Discovery take() { return std::move(found_); }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  static constexpr std::size_t no_place = static_cast<std::size_t>(-1);

  struct Folder {
    std::uint32_t parent = none;
    std::uint32_t catalog = 0;
    Ignoring ignoring = nullptr;
  };
  /// A file that was found, and the folder it stands in.
  struct Place {
    std::uint32_t folder = none;
    bool standard = false;  ///< in Discovery::standards
    std::uint32_t index = 0;
  };

  void add_standard_input();
  void add_folder(const std::string& path, bool standard);
  void add_file(const std::string& path, const PathStatus& status, bool standard);
  [[nodiscard]] std::size_t place_of(const std::string& path, FileKey key);
  void walk(const std::string& path, std::uint32_t parent, std::uint32_t catalog, bool standard);
  void walk_entries(const FolderList& list, const std::string& path, std::uint32_t folder, bool standard);
  /// Whether a file in a folder may be one that was named: by its inode, or its name. Asking the system of each of
  /// thousands of files in a standard catalog took longer than merging the one file that is bound to it.
  [[nodiscard]] bool may_be_named(std::string_view name, ino_t inode) const;
  void pass_over(EntryKind kind, std::string_view name, const std::string& folder);
  [[nodiscard]] static bool stands_aside(std::string_view name);
  [[nodiscard]] Ignoring ignoring_of(const FolderList& list, const std::string& path, std::uint32_t parent);
  void leave_out(EntryKind kind, std::string_view name, const std::string& folder);
  [[nodiscard]] bool was_asked_for(const std::string& path, std::string_view name) const;
  void note_named(const std::string& path, bool folder);
  void put(std::string path, std::uint32_t folder, bool standard);
  void put(SourceId source, std::uint32_t folder, bool standard);

  std::uint32_t catalog_at(FileKey key, const std::string& root);
  std::uint32_t catalog_above(const std::filesystem::path& real, bool absolute);
  std::uint32_t no_catalog();
  std::uint32_t enclosing_catalog(const std::string& path, bool of_parent);

  [[nodiscard]] bool find_standard(const Catalog& catalog, const Text& named, std::string& path, PathStatus& status);
  void add_standard(const Catalog& catalog, const Text& named);
  void add_bound_standard(const Catalog& catalog, const Text& named, const std::vector<std::string>& leaves);
  void mark_standard(std::uint32_t folder);
  void mark_standard(CatalogFile& file);
  [[nodiscard]] bool is_below(std::uint32_t folder, std::uint32_t above) const;
  CatalogFile& file_at(const Place& place) { return (place.standard ? found_.standards : found_.files)[place.index]; }

  Sources& sources_;
  Collector& findings_;
  IgnoreFiles ignore_files_;
  std::set<std::string, std::less<>> asked_;  // names of files that are named one by one
  std::set<FileKey> asked_keys_;
  Discovery found_;
  std::vector<Folder> folders_;
  std::map<FileKey, std::uint32_t> folder_of_;
  std::map<FileKey, std::uint32_t> catalog_of_;
  std::map<std::string, std::uint32_t> above_;  // real folder → catalog, for many files named one by one
  std::vector<Place> places_;
  std::set<ino_t> named_inodes_;
  std::set<std::string, std::less<>> named_leaves_;
  std::map<FileKey, std::size_t> named_;                                   // files named one by one: place
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> place_of_;  // by folder and name, made when asked for
  std::size_t indexed_ = 0;                                                // places that are in it
  std::map<std::uint32_t, std::uint32_t> standard_twin_;
  std::set<std::uint32_t> twins_;
  std::uint32_t no_catalog_ = none;
  bool standard_input_ = false;
};

}  // namespace matter
