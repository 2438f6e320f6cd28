#include "change/likeness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "ops/import.h"
#include "ops/load.h"
#include "support/random.h"
#include "support/shared.h"

namespace matter {

namespace {

using namespace test;

/// What the import makes of the published matters; nothing where they are not at hand.
std::vector<MatterSketch> published(const std::string& test) {
  const auto shared = shared_data_or_say(test);
  if (!shared) return {};
  const TemporaryFolder folder;
  ImportOptions what;
  what.file = (*shared / "data" / "guangdong_2021" / "policy.jsonl").string();
  what.from = "gd-hall-2021";
  what.out = (folder.path() / "imported").string();
  Sources sources;
  REQUIRE(import_catalog(what, {}, sources).written);
  std::vector<MatterSketch> all;
  Collector findings(Lang::en);
  static_cast<void>(for_each_matter({what.out}, {}, sources, findings, [&](const MatterView& view, const LoadedFile&) {
    all.push_back(sketch_of(view.matter, false));
  }));
  CHECK(all.size() == 2262);
  return all;
}

/// The name with a word put in, or some characters taken out.
std::string renamed(const std::string& name, Random& random) {
  static const std::vector<std::string> words{"核发", "办理", "（新）", "事项"};
  if (random.chance(50) || name.size() < 24) return name + random.pick(words);
  return name.substr(0, name.size() - 6) + random.pick(words);
}

enum class Mutation : std::uint8_t { agency_changed, merged, recoded, version, stripped };

/// Another identity for one matter, as reforms give it.
MatterSketch mutated(MatterSketch one, Mutation how, Random& random) {
  const bool well_formed = one.code.size() >= 31;
  switch (how) {
    case Mutation::agency_changed:
    case Mutation::merged:  // into another agency of the same seat
      if (!well_formed) break;
      one.agency = how == Mutation::merged ? "示例合并机构" : one.agency + "新";
      one.agency_code.replace(8, 4, "ZZ" + std::to_string(10 + random.below(90)));
      one.code.replace(0, 18, one.agency_code);
      one.name = renamed(one.name, random);
      break;
    case Mutation::recoded:  // a renumbered list
      one.code[one.code.size() - 4] = 'Z';
      one.item[one.item.size() - 4] = 'Z';
      break;
    case Mutation::version:  // the code of an older standard became one of today's
      one.code = "OLD-" + one.code.substr(18);
      one.item.clear();
      break;
    case Mutation::stripped:  // a catalog without codes, in another file
      one.code.clear();
      one.item.clear();
      break;
  }
  for (int i = 0; i < 3; ++i) one.content[random.below(one.content.size())] = random.next();  // and values changed
  std::sort(one.content.begin(), one.content.end());
  return one;
}

struct Trial {
  Mutation how = Mutation::recoded;
  std::string name;
  double least = 0;  ///< part that must be found
};

struct Score {
  std::size_t right = 0, wrong = 0, of = 0;
};

/// A part of the matters got another identity; as many are gone, and as many others are new.
Score trial(const std::vector<MatterSketch>& all, Mutation how, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::uint32_t> order(all.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  random.shuffle(order);
  const std::size_t third = all.size() / 3;
  std::vector<MatterSketch> before;
  std::vector<MatterSketch> after;
  for (std::size_t i = 0; i < third; ++i) {
    before.push_back(all[order[i]]);
    after.push_back(mutated(all[order[i]], how, random));
  }
  for (std::size_t i = third; i < 2 * third; ++i) before.push_back(all[order[i]]);
  for (std::size_t i = 2 * third; i < 3 * third; ++i) after.push_back(all[order[i]]);
  Score score;
  score.of = third;
  for (const LikePair& pair : pair_alike(before, after)) {
    const bool right = pair.before == pair.after && pair.before < third;
    ++(right ? score.right : score.wrong);
  }
  return score;
}

}  // namespace

TEST_CASE("likeness: published matters with another identity are found again, and hardly any wrongly") {
  const auto all = published("likeness of published matters");
  if (all.empty()) return;
  const std::vector<Trial> trials{{Mutation::agency_changed, "agency changed, renamed", 0.95},
                                  {Mutation::merged, "agency merged into another, renamed", 0.85},
                                  {Mutation::recoded, "recoded", 0.98},
                                  {Mutation::version, "another version of the code", 0.98},
                                  {Mutation::stripped, "without codes", 0.98}};
  for (const Trial& one_trial : trials) {
    Score sum;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const Score one = trial(all, one_trial.how, seed);
      sum.right += one.right;
      sum.wrong += one.wrong;
      sum.of += one.of;
    }
    MESSAGE(one_trial.name, ": ", sum.right, " of ", sum.of, " found, ", sum.wrong, " wrong");
    CHECK(static_cast<double>(sum.right) >= one_trial.least * static_cast<double>(sum.of));
    CHECK(sum.wrong * 500 <= sum.right);
  }
}

TEST_CASE("likeness: no published matter is taken for a sibling of its own") {
  const auto all = published("siblings among published matters");
  if (all.empty()) return;
  std::map<std::string, std::vector<std::uint32_t>> families;  // 办理项 of one matter, and 子项 of one 主项
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].code.size() == 33) families[all[i].code.substr(0, 31)].push_back(i);
    families["-" + all[i].code.substr(0, 28)].push_back(i);
  }
  std::size_t traps = 0;
  std::size_t handling = 0;
  for (const auto& [code, family] : families) {
    if (family.size() > 1 && code.front() != '-') ++handling;
    for (const std::uint32_t i : family) {
      for (const std::uint32_t j : family) {
        if (i == j) continue;
        ++traps;
        CHECK(pair_alike({all[i]}, {all[j]}).empty());
      }
    }
  }
  CHECK(handling == 81);
  MESSAGE(traps, " pairs of siblings");
}

TEST_CASE("likeness: thousands without a partner take no time that grows with their square") {
  std::vector<MatterSketch> before;
  std::vector<MatterSketch> after;
  constexpr std::uint32_t count = 20'000;
  for (std::uint32_t i = 0; i < count; ++i) {
    MatterSketch one;
    one.name = "示例事项" + std::to_string(i % 400);
    one.agency = "示例局" + std::to_string(i / 400);
    one.code = "L" + std::to_string(i);
    for (std::uint64_t k = 0; k < 20; ++k) one.content.push_back((i % 400) * 1000 + k);
    one.content.push_back(1'000'000 + i);
    before.push_back(one);
    one.code = "N" + std::to_string(i);
    after.push_back(one);
  }
  const auto pairs = pair_alike(before, after);
  CHECK(pairs.size() == count);
  for (const LikePair& pair : pairs) CHECK(pair.before == pair.after);
}

}  // namespace matter
