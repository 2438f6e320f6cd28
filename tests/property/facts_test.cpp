#include "catalog/facts.h"

#include <doctest/doctest.h>

#include "support/random.h"

using namespace matter;
using matter::test::Random;

namespace {

std::string random_text(Random& random) {
  std::string text;
  for (std::size_t n = random.below(40); n > 0; --n) text += static_cast<char>(random.below(256));
  return text;
}

Location random_place(Random& random, std::size_t sources) {
  if (random.chance(10)) return {};
  const auto begin = static_cast<std::uint32_t>(random.next() >> 33U);
  return {static_cast<SourceId>(random.below(sources)),
          {begin, begin + static_cast<std::uint32_t>(random.below(5000))}};
}

void write_record(Random& random, std::string& to, std::size_t sources) {
  FactWriter w(to);
  for (std::size_t n = random.below(6); n > 0; --n) {
    switch (random.below(3)) {
      case 0: w.number(random.next() >> random.below(64)); break;
      case 1: w.text(random_text(random)); break;
      default: w.place(random_place(random, sources));
    }
  }
}

Facts random_facts(Random& random, std::size_t sources) {
  Facts facts;
  for (std::size_t n = random.below(8); n > 0; --n) {
    RuleGrading grading;
    if (random.chance(40)) grading.emplace_back("rule-" + std::to_string(random.below(3)), Grade::off);
    if (random.chance(40)) grading.emplace_back("rule-9", static_cast<Grade>(1 + random.below(4)));
    const Location at = random_place(random, sources);
    facts.matters.push_back({at, random_text(random), random.chance(30), facts.add_grading(grading)});
    if (at.known() && random.chance(30))
      facts.suppressions.push_back({at, random_place(random, sources).span, random_text(random), random.chance(50)});
  }
  for (std::size_t n = random.below(4); n > 0 && !facts.matters.empty(); --n) {
    RuleFacts rule{"rule-" + std::to_string(random.below(6)), {}, {}};
    if (facts.of(rule.rule) != nullptr) continue;
    for (std::size_t r = random.below(9); r > 0; --r) {
      const auto begin = static_cast<std::uint32_t>(rule.bytes.size());
      write_record(random, rule.bytes, sources);
      rule.records.push_back({static_cast<std::uint32_t>(random.below(facts.matters.size())), begin,
                              static_cast<std::uint32_t>(rule.bytes.size()) - begin});
    }
    facts.rules.push_back(std::move(rule));
  }
  return facts;
}

Sources& some_sources(Sources& sources) {
  for (int i = 0; i < 5; ++i) sources.add_file("f" + std::to_string(i) + ".yaml");
  return sources;
}

}  // namespace

TEST_CASE("facts: the byte form comes back the same, alone and as parts") {
  Random random(20260101);
  for (int round = 0; round < 300; ++round) {
    Sources sources;
    some_sources(sources);
    Facts a = random_facts(random, sources.size());
    Facts b = random_facts(random, sources.size());
    const std::string bytes_a = to_bytes(a, sources);
    const std::string bytes_b = to_bytes(b, sources);
    auto read_a = facts_from_bytes(bytes_a, sources);
    auto read_b = facts_from_bytes(bytes_b, sources);
    REQUIRE(read_a);
    REQUIRE(read_b);
    CHECK(sources.size() == 5);
    CHECK(to_bytes(*read_a, sources) == bytes_a);
    // Shards put together are the whole.
    a.append(std::move(b));
    read_a->append(std::move(*read_b));
    CHECK(to_bytes(*read_a, sources) == to_bytes(a, sources));
  }
}

TEST_CASE("facts: damaged bytes are refused or read, never more than that") {
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    Sources sources;
    some_sources(sources);
    std::string bytes = to_bytes(random_facts(random, sources.size()), sources);
    const std::string cut = bytes.substr(0, random.below(bytes.size()));
    CHECK_FALSE(facts_from_bytes(cut, sources));
    for (std::size_t n = 1 + random.below(4); n > 0; --n) {
      bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
    }
    const auto read = facts_from_bytes(bytes, sources);
    if (!read) continue;
    for (const RuleFacts& rule : read->rules) {
      for (const RuleFacts::Record& r : rule.records) {
        CHECK(r.matter < read->matters.size());
        CHECK(r.offset + std::size_t{r.length} <= rule.bytes.size());
      }
    }
  }
}
