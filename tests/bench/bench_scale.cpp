#include "bench_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <vector>

#include "bars.h"
#include "catalog/names.h"
#include "generate.h"
#include "stopwatch.h"

namespace matter::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::size_t, 3> sizes{3'700, 37'000, 370'000};
constexpr std::size_t rounds = 3;

/// The code of some matter that a community holds, as `show` takes it.
std::string some_code(const fs::path& tree) {
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(tree / "community"))
    if (file.path().extension() == ".yaml" && file.path().filename() != config_name) files.push_back(file.path());
  std::ifstream last(*std::max_element(files.begin(), files.end()));
  for (std::string line; std::getline(last, line);) {
    if (!line.starts_with("code:")) continue;
    const std::size_t begin = line.find_first_of("0123456789", 5);
    return line.substr(begin, line.find_first_of("\"'", begin) - begin);
  }
  return {};
}

struct Command {
  const char* name;
  std::vector<std::string> words;
};

std::vector<Command> commands(const std::string& program, const fs::path& tree) {
  const std::string list = (fs::path(MATTER_ROOT) / "catalogs/tasks/跨省通办.tasks.yaml").string();
  return {{"validate", {program, "validate", tree.string(), "--jobs", "1"}},
          {"compare", {program, "compare", tree.string(), "--jobs", "1"}},
          {"progress", {program, "progress", list, tree.string(), "--date", "2026-01-01", "--jobs", "1"}},
          {"show --origin", {program, "show", some_code(tree), tree.string(), "--origin"}}};
}

/// Medians of one command on one catalog.
struct Cost {
  double cpu = 0;
  double kilobytes = 0;
};

/// The first run warms up and is not counted, where there are several.
Cost cost_of(const Command& command, std::size_t times) {
  std::vector<double> cpu;
  std::vector<double> kilobytes;
  for (std::size_t i = 0; i <= times; ++i) {
    const Finished finished = run_program(command.words);
    if (finished.exit != 0 && finished.exit != 1) {
      std::printf("  %s exits %d\n", command.name, finished.exit);
      note_missed();
    }
    if (i == 0) continue;
    cpu.push_back(finished.cpu_seconds);
    kilobytes.push_back(static_cast<double>(finished.peak_kilobytes));
  }
  std::sort(cpu.begin(), cpu.end());
  std::sort(kilobytes.begin(), kilobytes.end());
  return {cpu[cpu.size() / 2], kilobytes[kilobytes.size() / 2]};
}

void judge(const char* name, std::size_t step, const Cost& small, const Cost& large) {
  const double growth = static_cast<double>(sizes[step]) / static_cast<double>(sizes[step - 1]);
  // Below a tenth of a second starting the program weighs more than the catalog.
  const double exponent = small.cpu < 0.1 ? 0 : std::log(large.cpu / small.cpu) / std::log(growth);
  const double each = (large.kilobytes - small.kilobytes) / static_cast<double>(sizes[step] - sizes[step - 1]);
  std::printf("  %-16s %7zu to %7zu  ", name, sizes[step - 1], sizes[step]);
  if (exponent == 0) std::printf("too quick to tell  ");
  if (exponent != 0) std::printf("time ^%.2f <= 1.1 %s  ", exponent, verdict(exponent, {1.1, false}));
  std::printf("%.2f KB a matter <= 1 %s\n", each, verdict(each, {1, false}));
}

}  // namespace

void bench_scale(const fs::path& folder, const std::string& program) {
  std::printf("\nscale: own CPU time and peak memory, one thread\n");
  std::vector<std::vector<Cost>> costs;
  std::vector<const char*> names;
  for (const std::size_t size : sizes) {
    const fs::path tree = folder / ("scale-" + std::to_string(size));
    if (!fs::exists(tree)) static_cast<void>(generate(tree, {size, 1, 0}));
    costs.emplace_back();
    names.clear();
    for (const Command& command : commands(program, tree)) {
      names.push_back(command.name);
      costs.back().push_back(cost_of(command, size > 100'000 ? 1 : rounds));
      std::printf("  %-16s %7zu matters %9.2f s %9.1f MB\n", command.name, size, costs.back().back().cpu,
                  costs.back().back().kilobytes / 1024);
    }
  }
  for (std::size_t step = 1; step < sizes.size(); ++step)
    for (std::size_t i = 0; i < names.size(); ++i) judge(names[i], step, costs[step - 1][i], costs[step][i]);
}

}  // namespace matter::bench
