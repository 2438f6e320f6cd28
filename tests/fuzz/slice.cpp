// The fuzz entries without a fuzzer: the corpus and a fixed number of mutations of it, the same in
// every run. `fuzz_slice CORPUS [MUTATIONS]`.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "fuzz/entries.h"
#include "support/shared.h"
#include "support/yaml_random.h"

namespace {

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(matter::test::file_text(file));
  return seeds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: fuzz_slice CORPUS [MUTATIONS]\n");
    return 2;
  }
  const std::size_t mutations = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100'000;
  for (const auto& entry : matter::fuzz::entries) {
    const auto seeds = seeds_in(std::filesystem::path(argv[1]) / entry.corpus);
    if (seeds.empty()) {
      std::fprintf(stderr, "no corpus for %s\n", std::string(entry.corpus).c_str());
      return 1;
    }
    for (const std::string& seed : seeds) entry.call(seed);
    matter::test::Random random(1);
    for (std::size_t i = 0; i < mutations; ++i) {
      entry.call(matter::test::mutated(seeds[random.below(seeds.size())], random));
    }
    std::printf("%s: %zu seeds, %zu mutations\n", std::string(entry.corpus).c_str(), seeds.size(), mutations);
  }
  return 0;
}
