#include <filesystem>

#include "catalog/names.h"
#include "catalog/search.h"

// What .matterignore files leave out of a search: counted, so that a report can say so.

namespace matter {

/// What holds in a folder that is walked.
Ignoring Search::ignoring_of(const FolderList& list, const std::string& path, std::uint32_t parent) {
  bool root = false;
  bool own = false;
  for (const FolderList::Entry& e : list.entries()) {
    if (e.kind != EntryKind::file && e.kind != EntryKind::link) continue;
    root = root || list.name(e) == config_name;
    own = own || list.name(e) == ignore_name;
  }
  std::string step = std::filesystem::path(path).filename().string();
  Ignoring above;
  if (!root && parent != none) {
    above = folders_[parent].ignoring;
  } else if (!root) {
    const std::filesystem::path real = std::filesystem::canonical(path);
    step = real.filename().string();
    if (real.has_relative_path())
      above = ignore_files_.in(real.parent_path(), std::filesystem::path(path).is_absolute());
  }
  return ignoring_below(above, step, own ? ignore_files_.own(path, list.key()) : nullptr);
}

/// Counts what would have been read or told of otherwise.
void Search::leave_out(EntryKind kind, std::string_view name, const std::string& folder) {
  const std::string path = join_path(folder, name);
  if (kind != EntryKind::folder) {
    if (was_asked_for(path, name) || (!is_yaml_name(name) && stands_aside(name))) return;
    if (found_.left_out++ == 0) found_.first_left_out = path;
    return;
  }
  const FolderList list(path);
  for (const FolderList::Entry& e : list.entries()) {
    const std::string_view inner = list.name(e);
    if (e.kind == EntryKind::link || inner == config_name || is_passed_over(inner)) continue;
    leave_out(e.kind, inner, path);
  }
}

bool Search::was_asked_for(const std::string& path, std::string_view name) const {
  if (asked_.find(name) == asked_.end()) return false;
  PathStatus status;
  return find_path(path, status) && asked_keys_.contains(status.key);
}

void Search::will_be_named(const std::string& path) {
  PathStatus status;
  if (path == "-" || !find_path(path, status) || status.kind == EntryKind::folder) return;
  asked_.insert(std::filesystem::path(path).filename().string());
  asked_keys_.insert(status.key);
}

void Search::note_named(const std::string& path, bool folder) {
  std::error_code not_on_disk;
  const std::filesystem::path real = std::filesystem::canonical(path, not_on_disk);
  if (not_on_disk) return;
  const IgnorePattern* const out = ignore_files_.leaves_out(real, folder, std::filesystem::path(path).is_absolute());
  if (out != nullptr) found_.named_anyway.push_back({path, out->at});
}

}  // namespace matter
