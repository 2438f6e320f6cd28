#include "bench_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include "bars.h"
#include "catalog/names.h"

namespace matter::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t changed_files = 1000;
constexpr std::size_t driver_merges = 50;
constexpr std::size_t standard_entries = 3000;
constexpr std::size_t merge_rounds = 5;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

/// What each side did: another number for questions; another status and a condition more.
std::string by_ours(std::string text) {
  replace_first(text, "consult: 0592-", "consult: 0592-8");
  return text;
}
std::string by_theirs(std::string text) {
  replace_first(text, "version: 1", "version: 2");
  replace_first(text, "conditions:\n", "conditions:\n  - 通过现场核查（示例）  # 新增\n");
  return text;
}

std::string name_of(std::size_t i) { return fmt::format("{:04}.yaml", i); }

/// A standard catalog of thousands of entries: those of the tree again and again, under other codes.
void make_standards(const fs::path& from, const fs::path& to) {
  std::vector<fs::path> entries;
  for (const auto& file : fs::directory_iterator(from)) {
    if (file.path().filename() != config_name) entries.push_back(file.path());
  }
  std::sort(entries.begin(), entries.end());
  write(to / config_name, read(from / config_name));
  for (std::size_t i = 0; i < standard_entries; ++i) {
    const fs::path& entry = entries[i % entries.size()];
    const std::string code = entry.stem().string();
    const std::string fresh = i < entries.size() ? code : fmt::format("{}{:06}", code.substr(0, 6), 100'000 + i);
    std::string text = read(entry);
    for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
      text.replace(at, code.size(), fresh);
    write(to / (fresh + ".yaml"), text);
  }
}

void make(const fs::path& folder, const fs::path& tree) {
  make_standards(tree / "province", folder / "standard");
  fs::copy(tree / "province", folder / "province");
  const std::string config = read(tree / "street" / config_name);
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(tree / "street")) {
    if (!file.is_regular_file() || file.path().filename() == config_name) continue;
    const std::string text = read(file.path());
    if (by_ours(text) != text && by_theirs(text) != text) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  for (const char* const side : {"base", "ours", "theirs"}) write(folder / side / config_name, config);
  std::string large = config;
  replace_first(large, "../province", "../standard");
  write(folder / "large" / config_name, large);
  for (std::size_t i = 0; i < changed_files; ++i) {
    const std::string text = read(files[i % files.size()]);
    write(folder / "base" / name_of(i), text);
    write(folder / "ours" / name_of(i), by_ours(text));
    if (i == 0) write(folder / "large" / name_of(i), by_ours(text));
    write(folder / "theirs" / name_of(i), by_theirs(text));
  }
}

void bench_folders(const fs::path& folder, const std::string& program) {
  std::printf("\nmerge of %zu files that both sides changed\n", changed_files);
  const auto side = [&](const char* name) { return (folder / name).string(); };
  std::size_t round = 0;
  int exit = 0;
  const auto ours = [&] {
    const std::string out = (folder / fmt::format("out-{}", round++)).string();
    exit = run_program({program, "merge", side("base"), side("ours"), side("theirs"), "-o", out, "--jobs", "1"}).exit;
  };
  const auto git = [&] {
    for (std::size_t i = 0; i < changed_files; ++i) {
      const std::string name = "/" + name_of(i);
      static_cast<void>(
          run_program({"git", "merge-file", "-p", side("ours") + name, side("base") + name, side("theirs") + name}));
    }
  };
  const auto times =
      interleaved({{"matter merge, one process", ours}, {"git merge-file, one a file", git}}, merge_rounds);
  for (std::size_t i = 0; i < round; ++i) fs::remove_all(folder / fmt::format("out-{}", i));
  if (exit != 0) {
    std::printf("  matter merge exits %d\n", exit);
    note_missed();
    return;
  }
  for (const Times& one : times) print_times(one, 1e3, "ms");
  print_ratio(times[1], times[0], {8, true});
}

void bench_driver(const fs::path& folder, const std::string& program) {
  std::printf("\nmerge driver, one process a merge, %zu standard entries bound to\n", standard_entries);
  const std::string path = (folder / "large" / name_of(0)).string();
  const std::string work = (folder / "work").string();
  int exit = 0;
  const auto each = [&](const auto& merge) {
    for (std::size_t i = 0; i < driver_merges; ++i) {
      fs::copy_file(folder / "ours" / name_of(i), work, fs::copy_options::overwrite_existing);
      const int ended = merge((folder / "base" / name_of(i)).string(), (folder / "theirs" / name_of(i)).string());
      exit = std::max(exit, ended);
    }
  };
  const auto driver = [&](const std::string& base, const std::string& theirs) {
    return run_program({program, "git", "merge-driver", base, work, theirs, path}).exit;
  };
  const auto git = [&](const std::string& base, const std::string& theirs) {
    return run_program({"git", "merge-file", work, base, theirs}).exit;
  };
  const auto times =
      interleaved({{"matter git merge-driver", [&] { each(driver); }}, {"git merge-file", [&] { each(git); }}}, 11);
  if (exit != 0) {
    std::printf("  a merge exits %d\n", exit);
    note_missed();
    return;
  }
  for (const Times& one : times) print_times(one, 1e3 / driver_merges, "ms");
  print_ratio(times[0], times[1], {3, false});
}

}  // namespace

void bench_merge(const fs::path& folder, const std::string& tree, const std::string& program) {
  const fs::path made = folder / "merge";
  if (!fs::exists(made)) make(made, tree);
  bench_folders(made, program);
  bench_driver(made, program);
}

}  // namespace matter::bench
