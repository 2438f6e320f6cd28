#include <sys/stat.h>

#include <filesystem>

#include "edit/atomic.h"
#include "ops/merge.h"
#include "ops/merge_trees.h"

// What a merge of folders writes: a new folder, or the changed files of one that is there.

namespace matter {

namespace {

std::string bytes_of(const FileMerge& file, const Sources& sources) {
  if (!file.as_ours) return file.text;
  std::string bytes;
  read_bytes(sources, file.sources[1], bytes);
  return bytes;
}

/// What the folder should hold before anything is written, against what it holds.
class InPlace {
 public:
  InPlace(const MergeResult& result, const Sources& sources, const std::string& folder)
      : result_(result), sources_(sources), folder_(folder) {}

  InPlaceResult run() {
    for (const FileMerge& file : result_.files) one(file);
    if (done_.in_the_way.empty() && !changes_.empty()) change_files(changes_, folder_);
    for (const FileWrite& change : changes_) ++(change.remove ? done_.removed : done_.written);
    return std::move(done_);
  }

 private:
  [[nodiscard]] std::string full(const std::string& path) const {
    return (std::filesystem::path(folder_) / path).string();
  }

  void one(const FileMerge& file) {
    const bool had = file.sources[1] != no_source;
    const std::string& before = file.paths[1].empty() ? file.path : file.paths[1];
    const bool moved = had && before != file.path;
    if (file.keep_theirs) put(beside_name(file.path), file.theirs_beside, file.executable, false);
    if (had && (file.gone || moved)) {
      if (as_ours(file, before)) changes_.push_back({full(before), {}, std::nullopt, true, file.ours_read});
    }
    if (file.gone || (file.as_ours && !moved && !file.mode_changed)) return;
    if (had && !moved && !as_ours(file, before)) return;
    put(file.path, bytes_of(file, sources_), file.executable, had && !moved,
        had && !moved ? file.ours_read : std::nullopt);
  }

  void put(const std::string& path, std::string bytes, bool executable, bool expected,
           std::optional<std::size_t> read = std::nullopt) {
    std::error_code error;
    if (!expected &&
        std::filesystem::symlink_status(full(path), error).type() != std::filesystem::file_type::not_found) {
      done_.in_the_way.push_back(path);
      return;
    }
    changes_.push_back({full(path), std::move(bytes), executable, false, read});
  }

  /// Whether the file still is what was merged; a file of the disk was read just now.
  bool as_ours(const FileMerge& file, const std::string& path) {
    if (!result_.commits) return true;
    std::string due;
    std::string found;
    read_bytes(sources_, file.sources[1], due);
    std::error_code error;
    if (std::filesystem::symlink_status(full(path), error).type() == std::filesystem::file_type::regular) {
      read_file(full(path), found);
      if (found == due) return true;
    }
    done_.in_the_way.push_back(path);
    return false;
  }

  const MergeResult& result_;
  const Sources& sources_;
  const std::string& folder_;
  std::vector<FileWrite> changes_;
  InPlaceResult done_;
};

}  // namespace

bool write_merged_tree(const MergeResult& result, const Sources& sources, const std::string& folder) {
  const FolderState state = folder_state(folder, "");
  if (state != FolderState::missing && state != FolderState::empty) return false;
  NewFolder made(folder);
  for (const FileMerge& file : result.files) {
    if (!file.gone && file.as_ours) made.write(file.path, bytes_of(file, sources), file.executable);
    if (!file.gone && !file.as_ours) made.write(file.path, file.text, file.executable);
    if (file.keep_theirs) made.write(beside_name(file.path), file.theirs_beside, file.executable);
  }
  made.commit();
  return true;
}

InPlaceResult write_merged_in_place(const MergeResult& result, const Sources& sources, const std::string& folder) {
  return InPlace(result, sources, folder).run();
}

}  // namespace matter
