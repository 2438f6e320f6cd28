#include "catalog/ignore_files.h"

#include "catalog/names.h"

namespace matter {

namespace {

bool has_file(const std::string& path) {
  PathStatus status;
  return find_path(path, status) && status.kind == EntryKind::file;
}

}  // namespace

std::shared_ptr<const IgnoreFile> IgnoreFiles::own(const std::string& folder, FileKey key) {
  const auto known = files_.find(key);
  if (known != files_.end()) return known->second;
  std::shared_ptr<const IgnoreFile> file;
  const std::string path = join_path(folder, ignore_name);
  if (has_file(path))
    file = std::make_shared<const IgnoreFile>(read_ignore(sources_.add_file(path), sources_, findings_));
  return files_[key] = file;
}

const IgnoreFiles::Place& IgnoreFiles::place(const std::filesystem::path& real, bool absolute) {
  const auto known = places_.find(real.string());
  if (known != places_.end()) return known->second;
  Place here;
  Place above;
  if (has_file((real / config_name).string())) {
    here.catalog = true;
  } else if (real.has_relative_path()) {
    above = place(real.parent_path(), absolute);
    here.catalog = above.catalog;
    here.out = above.out;
  }
  PathStatus folder;
  if (here.catalog && find_path(real.string(), folder)) {
    const std::string step = real.filename().string();
    if (here.out == nullptr && above.ignoring != nullptr) here.out = above.ignoring->leaves_out(step, true);
    const std::string shown =
        absolute ? real.string() : real.lexically_relative(std::filesystem::current_path()).string();
    here.ignoring = ignoring_below(above.ignoring, step, own(shown, folder.key));
  }
  return places_[real.string()] = std::move(here);
}

const IgnorePattern* IgnoreFiles::leaves_out(const std::filesystem::path& real, bool folder, bool absolute) {
  if (!real.has_relative_path()) return nullptr;
  const Place& around = place(real.parent_path(), absolute);
  if (around.out != nullptr) return around.out;
  return around.ignoring == nullptr ? nullptr : around.ignoring->leaves_out(real.filename().string(), folder);
}

bool is_left_out(const std::string& path) {
  std::error_code not_on_disk;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, not_on_disk);
  if (not_on_disk) return false;
  Sources sources;
  Collector unheard(Lang::en);
  return IgnoreFiles(sources, unheard).leaves_out(real, false, true) != nullptr;
}

Ignoring ignoring_in(const std::string& folder, Sources& sources, Collector& findings) {
  return IgnoreFiles(sources, findings)
      .in(std::filesystem::canonical(folder), std::filesystem::path(folder).is_absolute());
}

}  // namespace matter
