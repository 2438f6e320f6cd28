#include "bench_export.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "bars.h"
#include "stopwatch.h"

namespace matter::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t export_rounds = 5;
constexpr std::size_t memory_rounds = 3;

struct Peers {
  std::string program;
  fs::path script, fields, out;
};

std::vector<std::string> ours(const Peers& peers, const char* platform, const fs::path& tree) {
  return {peers.program, "export", tree.string(), "--to", platform, "--out",     (peers.out / platform).string(),
          "--force",     "--jobs", "1",           "-q",   "--date", "2026-01-01"};
}

/// Lines of tables, without headings: what both must agree upon before times mean anything.
std::size_t lines_in(const fs::path& folder) {
  std::size_t lines = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    const fs::path kind = file.path().extension();
    if (kind != ".csv" && kind != ".jsonl") continue;
    std::ifstream in(file.path());
    std::string line;
    if (kind == ".csv") std::getline(in, line);
    while (std::getline(in, line)) ++lines;
  }
  return lines;
}

bool run(const std::vector<std::string>& words, int most) {
  const int exit = run_program(words).exit;
  if (exit >= 0 && exit <= most) return true;
  std::printf("  %s %s exits %d\n", words[0].c_str(), words[1].c_str(), exit);
  note_missed();
  return false;
}

void bench_platform(const Peers& peers, const char* platform, const fs::path& tree) {
  const fs::path made = peers.out / (std::string("node-") + platform);
  const fs::path mapping = fs::path(MATTER_ROOT) / "schemas/platforms" / (std::string(platform) + ".yaml");
  const std::vector<std::string> theirs{"node",           peers.script.string(), tree.string(), peers.fields.string(),
                                        mapping.string(), made.string()};
  const std::vector<std::string> check{peers.program, "validate", tree.string(), "--jobs", "1"};
  std::printf("\nexport to %s\n", platform);
  bool good = true;
  const auto times = interleaved({{"matter export", [&] { good = run(ours(peers, platform, tree), 0) && good; }},
                                  {"matter validate", [&] { good = run(check, 1) && good; }},
                                  {"js-yaml and a script", [&] { good = run(theirs, 0) && good; }}},
                                 export_rounds);
  if (!good) return;
  const std::size_t rows = lines_in(peers.out / platform);
  const std::size_t their_rows = lines_in(made);
  std::printf("  %-44s %9zu and %zu\n", "rows, ours and the script's", rows, their_rows);
  if (rows != their_rows) note_missed();
  for (const Times& one : times) print_times(one, 1e3, "ms");
  print_ratio(times[0], times[1], {3, false});
  print_ratio(times[2], times[0], {4, true});
}

double peak_of(const std::vector<std::string>& words) {
  std::vector<long> peaks;
  for (std::size_t i = 0; i < memory_rounds; ++i) {
    const Finished finished = run_program(words);
    if (finished.exit != 0) note_missed();
    peaks.push_back(finished.peak_kilobytes);
  }
  std::sort(peaks.begin(), peaks.end());
  return static_cast<double>(peaks[peaks.size() / 2]);
}

}  // namespace

void bench_export(const fs::path& tree, const fs::path& larger, std::size_t more, const std::string& program) {
  // Where writing costs little: a disk would be measured, not the export.
  const fs::path memory = "/dev/shm";
  std::string pattern = ((fs::exists(memory) ? memory : fs::temp_directory_path()) / "matter-bench-XXXXXX").string();
  const fs::path out = mkdtemp(pattern.data());
  const Peers peers{program, fs::path(MATTER_ROOT) / "tests/bench/export.mjs", out / "fields.json", out};
  if (run({program, "fields", "--format", "json", "--output", peers.fields.string()}, 0)) {
    for (const char* const platform : {"national-exchange", "jsonl"}) {
      bench_platform(peers, platform, tree);
      const double small = peak_of(ours(peers, platform, tree));
      const double large = peak_of(ours(peers, platform, larger));
      const double each = (large - small) / static_cast<double>(more);
      std::printf("  %-44s %9.2f KB  bar <= 1   %s  (%.1f to %.1f MB)\n", "memory of one matter more", each,
                  verdict(each, {1, false}), small / 1024, large / 1024);
    }
  }
  fs::remove_all(out);
}

}  // namespace matter::bench
