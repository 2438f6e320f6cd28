#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "catalog/folder.h"
#include "catalog/ignore.h"

namespace matter {

/// The .matterignore files of the disk, each read once.
class IgnoreFiles {
 public:
  IgnoreFiles(Sources& sources, Collector& findings) : sources_(sources), findings_(findings) {}

  /// The file of a folder, called as the folder is; null where there is none.
  [[nodiscard]] std::shared_ptr<const IgnoreFile> own(const std::string& folder, FileKey key);
  /// What holds in a folder of a catalog; outside of catalogs nothing. `real`: an absolute path without links;
  /// `absolute`: files are called so, too.
  [[nodiscard]] Ignoring in(const std::filesystem::path& real, bool absolute) { return place(real, absolute).ignoring; }
  /// The pattern that leaves a file or folder of a catalog out, or a folder that it stands in; null: none does.
  [[nodiscard]] const IgnorePattern* leaves_out(const std::filesystem::path& real, bool folder, bool absolute);

 private:
  struct Place {
    bool catalog = false;  ///< the root of one, or below it
    Ignoring ignoring;
    const IgnorePattern* out = nullptr;  ///< that leaves the folder out
  };
  const Place& place(const std::filesystem::path& real, bool absolute);

  Sources& sources_;
  Collector& findings_;
  std::map<FileKey, std::shared_ptr<const IgnoreFile>> files_;  // by folder
  std::map<std::string, Place> places_;                         // by real folder
};

}  // namespace matter
