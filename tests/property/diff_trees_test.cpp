#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "ops/diff.h"
#include "support/matter_generator.h"
#include "support/shared.h"

namespace matter {

namespace {

using namespace test;

constexpr std::uint64_t rounds = 25;
constexpr std::size_t matters = 12;

/// As an item of a list: everything two columns to the right.
std::string as_item(const std::string& yaml) {
  std::string out = "- ";
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    out.push_back(yaml[i]);
    if (yaml[i] == '\n' && i + 1 < yaml.size() && yaml[i + 1] != '\n') out += "  ";
  }
  return out;
}

/// The matters in files of any number and shape, somewhere in a folder.
void scatter(const std::filesystem::path& folder, std::vector<Content> all, Random& random) {
  std::filesystem::create_directories(folder);
  random.shuffle(all);
  for (std::size_t next = 0, file = 0; next < all.size(); ++file) {
    const std::size_t count = std::min(1 + random.below(4), all.size() - next);
    const bool list = random.chance(50);
    std::string text;
    for (std::size_t i = 0; i < count; ++i, ++next) {
      const std::string yaml = write_yaml(all[next], random);
      if (!list && i > 0) text += "---\n";
      text += list ? as_item(yaml) : yaml;
    }
    const auto path = folder / ("d" + std::to_string(random.below(3))) / ("f" + std::to_string(file) + ".yaml");
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
}

std::vector<Content> random_matters(Random& random) {
  std::vector<Content> all;
  for (std::size_t i = 0; i < matters; ++i) {
    Content one = random_matter(random);
    one.parts[0].text = "113502000000000000300019" + std::to_string(1000000 + i);  // the code comes first
    all.push_back(std::move(one));
  }
  return all;
}

DiffResult compared(const std::filesystem::path& before, const std::filesystem::path& after) {
  RunOptions options;
  options.jobs = 2;
  Sources sources;
  DiffResult result = diff(before.string(), after.string(), options, sources);
  for (const Diagnostic& found : result.findings) FAIL_CHECK(found.message);
  return result;
}

}  // namespace

TEST_CASE("diff trees: matters spread over files in another way and style do not differ") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const std::vector<Content> all = random_matters(random);
    const TemporaryFolder folder;
    scatter(folder.path() / "a", all, random);
    scatter(folder.path() / "b", all, random);
    const DiffResult result = compared(folder.path() / "a", folder.path() / "b");
    CHECK_FALSE(result.any());
    CHECK(result.same == matters);
  }
}

TEST_CASE("diff trees: what was edited, taken away and added is told, forwards and backwards") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    std::vector<Content> before = random_matters(random);
    std::vector<Content> after = before;
    before.pop_back();
    after.erase(after.begin(), after.begin() + 2);
    const std::size_t at = random.below(after.size() - 1);
    after[at] = edited(after[at], random, 1);
    Content& name = after[at].parts.emplace_back(text_content("另一个说明"));
    name.key = "unheard_of";
    const TemporaryFolder folder;
    scatter(folder.path() / "a", before, random);
    scatter(folder.path() / "b", after, random);
    const DiffResult there = compared(folder.path() / "a", folder.path() / "b");
    const DiffResult back = compared(folder.path() / "b", folder.path() / "a");
    CHECK(there.added == 1);
    CHECK(there.removed == 2);
    CHECK(there.changed == 1);
    CHECK(there.same == matters - 4);
    CHECK(back.added == there.removed);
    CHECK(back.removed == there.added);
    CHECK(back.fields == there.fields);
    CHECK(back.reductions.materials.amount == -there.reductions.materials.amount);
    CHECK(back.reductions.days[0] == -there.reductions.days[0]);
  }
}

}  // namespace matter
