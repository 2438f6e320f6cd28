#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "ops/baseline.h"
#include "ops/validate.h"
#include "report/findings_json.h"
#include "support/matter_generator.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

ValidateResult checked(const Tree& tree, Sources& sources, unsigned jobs = 1) {
  RunOptions options;
  options.jobs = jobs;
  options.today = {2026, 1, 31};
  return validate({tree.path()}, options, sources);
}

/// Findings as they are told from one another, moved lines apart.
std::multiset<std::string> prints(const ValidateResult& result, const Sources& sources) {
  std::multiset<std::string> all;
  for (const Diagnostic& d : result.findings)
    all.insert(std::string(d.rule) + ' ' + fingerprint(d, sources.name(d.at.source)) + ' ' + d.message);
  return all;
}

std::vector<std::string> random_matters(Random& random, std::size_t count) {
  std::vector<std::string> texts;
  while (texts.size() < count) texts.push_back(write_yaml(random_matter(random), random));
  return texts;
}

}  // namespace

TEST_CASE("hidden laws: with a baseline written from itself nothing is found, and nothing is gone") {
  Random random(20261123);
  const Tree tree;
  std::size_t number = 100;
  for (const std::string& text : random_matters(random, 80)) {
    tree.add("m" + std::to_string(number++) + ".yaml", text);
    if (random.chance(10)) tree.add("m" + std::to_string(number++) + ".yaml", text);
  }
  Sources sources;
  ValidateResult result = checked(tree, sources);
  const std::size_t all = result.findings.size();
  CHECK(all > 200);
  const std::string file = tree.path("known.tsv");
  const BaselineUse made = use_baseline({file, true}, {tree.path()}, sources, Lang::en, result);
  const std::size_t unreadable = result.findings.size();
  CHECK(result.baselined + unreadable == all);
  for (const Diagnostic& d : result.findings) CHECK(d.rule.starts_with("yaml-"));
  tree.add("known.tsv", made.text);

  Sources again;
  ValidateResult known = checked(tree, again, 3);
  const BaselineUse use = use_baseline({file, true}, {tree.path()}, again, Lang::en, known);
  CHECK(known.findings.size() == unreadable);
  CHECK(use.gone == 0);
  CHECK(use.text.empty());
}

TEST_CASE("hidden laws: a comment hides the findings of its rule in its matter, and changes no other finding") {
  Random random(20261124);
  std::size_t hidden = 0;
  for (const std::string& text : random_matters(random, 40)) {
    const Tree tree;
    tree.add("a.yaml", "# some remark, of the same length as what follows\n" + text);
    tree.add("b.yaml", text);
    Sources sources;
    const ValidateResult before = checked(tree, sources);
    std::set<std::string> rules;
    for (const Diagnostic& d : before.findings) {
      if (sources.name(d.at.source) == tree.path("a.yaml") && !d.rule.starts_with("yaml-")) rules.emplace(d.rule);
    }
    for (const std::string& rule : rules) {
      CAPTURE(rule);
      CAPTURE(text);
      tree.add("a.yaml", "# matter: ignore " + rule + " 示例理由\n" + text);
      Sources now;
      const ValidateResult after = checked(tree, now, 2);
      std::multiset<std::string> expected;
      std::size_t gone = 0;
      for (const Diagnostic& d : before.findings) {
        if (d.rule == rule && sources.name(d.at.source) == tree.path("a.yaml")) {
          ++gone;
          continue;
        }
        expected.insert(std::string(d.rule) + ' ' + fingerprint(d, sources.name(d.at.source)) + ' ' + d.message);
      }
      CHECK(prints(after, now) == expected);
      CHECK(after.suppressed == gone);
      hidden += gone;
    }
  }
  CHECK(hidden > 100);
}

TEST_CASE("hidden laws: what is hidden, graded and switched off is the same for any number of workers") {
  Random random(20261125);
  const Tree tree;
  tree.add("catalog.yaml",
           "format: 1\nname: 示例\nrules:\n"
           "  contact-phone: {severity: info, reason: 示例, levels: [市级, 县级]}\n"
           "  code-duplicate: {severity: off, reason: 示例, paths: m1*}\n"
           "  visit-reason: {severity: off, reason: 示例, types: 行政许可}\n");
  std::size_t number = 100;
  for (const std::string& text : random_matters(random, 200)) {
    const std::string name = "m" + std::to_string(number++) + ".yaml";
    tree.add(name, random.chance(30) ? "# matter: ignore field-missing, contact-missing, fee-incomplete 示例\n" + text
                                     : text);
  }
  const auto json = [&](unsigned jobs) {
    Sources sources;
    const ValidateResult result = checked(tree, sources, jobs);
    CHECK(result.suppressed > 0);
    std::string out;
    write_findings_json(result, sources, [&](std::string_view part) { out += part; });
    return out;
  };
  const std::string one = json(1);
  CHECK(json(2) == one);
  CHECK(json(7) == one);
}
