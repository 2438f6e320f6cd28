#include "ops/git_driver.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "catalog/names.h"
#include "diag/words.h"
#include "edit/atomic_file.h"
#include "edit/break_off.h"
#include "ops/merge_invalid.h"
#include "ops/merge_pairs.h"
#include "ops/process.h"

namespace matter {

namespace {

bool switched_off() {
  const char* const value = std::getenv("MATTER_MERGE");
  return value != nullptr && std::string_view(value) == "0";
}

/// In place of git's temporary file, whole or not at all. Not synced: git takes it from there at once, and what is to
/// last it syncs itself.
void put(const std::string& path, const std::string& text) {
  const HalfMade until_done;
  const std::string fresh = free_sibling(path, "new");
  write_new_file(fresh, text, 0666, false);
  if (::rename(fresh.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(fresh.c_str());
  errno = error;
  fail_with_errno(path);
}

}  // namespace

bool merge_by_git(const std::array<std::string, merge_sides>& files, const std::string& path) {
  return run_program({"git", "merge-file", "--diff3", "-L", "ours " + path, "-L", "base " + path, "-L",
                      "theirs " + path, files[1], files[0], files[2]})
             .exit == 0;
}

DriverResult merge_driver(const std::array<std::string, merge_sides>& files, const std::string& path,
                          const RunOptions& options, Sources& sources) {
  DriverResult result;
  const auto leave_to_git = [&](std::string why) {
    result.by_git = true;
    result.why = std::move(why);
    result.clean = merge_by_git(files, path);
    return result;
  };
  if (switched_off()) return leave_to_git({});
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) read_file(files[i], texts[i]);
  MergeCall call;
  call.labels = {path, path, path};
  const std::string around = std::filesystem::exists(path) ? path : std::string(".");
  std::vector<Diagnostic> wrong;
  const MergeOptions how = merge_options(call, around, sources, options.lang, wrong);
  if (!wrong.empty()) return leave_to_git(wrong.front().message);
  const FileMerge merged = merge_one(texts, call, how);
  if (merged.refusal != MergeRefusal::none) return leave_to_git(refusal_words(merged, options.lang));
  if (merged.conflicts.empty() && merged.fate == FileFate::combined && is_yaml_name(path) && around == path) {
    result.invalid = errors_of_text(path, merged.text, texts[1], texts[2], options, sources);
  }
  if (merged.text != texts[1]) put(files[1], merged.text);
  result.encodings = merged.encodings;
  result.conflicts = merged.conflicts.size();
  result.clean = merged.conflicts.empty() && result.invalid.empty();
  return result;
}

}  // namespace matter
