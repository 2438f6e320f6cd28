#include "bench_schema.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "bars.h"
#include "catalog/names.h"

namespace matter::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t schema_rounds = 5;

std::size_t count_files(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    count += file.is_regular_file() && file.path().filename() != config_name ? 1U : 0U;
  return count;
}

}  // namespace

void bench_schema(const std::string& tree, const std::string& program) {
  const fs::path root(MATTER_ROOT);
  const fs::path judge = root / "tests/judges/node_modules/.bin/jsonschema";
  if (!fs::exists(judge)) {
    std::printf("\nvalidate against a schema validator: @sourcemeta/jsonschema is not installed (scripts/setup)\n");
    note_missed();
    return;
  }
  std::vector<std::string> ours{program, "validate", "--jobs", "1"};
  std::vector<std::string> theirs{judge.string(), "validate", (root / "schemas/json/matter.schema.json").string()};
  std::vector<std::string> ignored;
  std::size_t files = 0;
  for (const char* const level : {"city", "district", "street", "community"}) {
    const fs::path folder = fs::path(tree) / level;
    ours.push_back(folder.string());
    theirs.push_back(folder.string());
    ignored.insert(ignored.end(), {"--ignore", (folder / config_name).string()});
    files += count_files(folder);
  }
  theirs.insert(theirs.end(), ignored.begin(), ignored.end());
  theirs.insert(theirs.end(), {"--extension", ".yaml"});
  std::vector<std::string> fast = theirs;
  fast.push_back("--fast");
  std::printf("\nvalidate with all rules against a validator of our JSON Schema, %zu files\n", files);
  int worst = 0;
  const auto run = [&](const std::vector<std::string>& call) { worst = std::max(worst, run_program(call).exit); };
  const auto times = interleaved({{"matter validate", [&] { run(ours); }},
                                  {"jsonschema validate", [&] { run(theirs); }},
                                  {"jsonschema validate --fast", [&] { run(fast); }}},
                                 schema_rounds);
  if (worst != 0) {
    std::printf("  a check exits %d\n", worst);
    note_missed();
    return;
  }
  for (const Times& one : times) print_times(one, 1e3, "ms");
  print_ratio(times[1], times[0], {3, true});
}

}  // namespace matter::bench
