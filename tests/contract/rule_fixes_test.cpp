#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "edit/span_guard.h"
#include "ops/fix.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Rule and fingerprint: what was found, wherever it stands now.
std::multiset<std::string> prints(const std::vector<Diagnostic>& findings) {
  std::multiset<std::string> all;
  for (const Diagnostic& d : findings) all.insert(std::string(d.rule) + " " + fingerprint(d, "x"));
  return all;
}

bool offers(const std::vector<Diagnostic>& findings, std::string_view rule) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Diagnostic& d) { return d.rule == rule && d.fix && !d.fix->converts(); });
}

template <class F>
void each_rule(F&& look) {
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    look(*rule);
  }
}

template <class F>
void each_mending_rule(F&& look) {
  each_rule([&](const Rule& rule) {
    if (!rule.mends.before.empty()) look(rule);
  });
}

}  // namespace

TEST_CASE("rule fixes: a rule whose examples carry a fix has an example of it") {
  each_rule([](const Rule& rule) {
    if (offers(check(rule.bad), rule.id)) CHECK_FALSE(rule.mends.before.empty());
  });
}

TEST_CASE("rule fixes: the fix of the example makes the text that the record promises, in both languages") {
  each_mending_rule([](const Rule& rule) {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      Checkable catalog;
      catalog.matters = rule.mends.before;
      catalog.lang = lang;
      const auto found = of_rule(rule.id, catalog);
      REQUIRE(found.size() == 1);
      REQUIRE(found[0].fix);
      CHECK_FALSE(found[0].fix->what.empty());
      CHECK(mended(found[0], std::string(rule.mends.before)) == rule.mends.after);
    }
  });
}

TEST_CASE("rule fixes: a fix makes its own finding go away and brings no other") {
  each_mending_rule([](const Rule& rule) {
    const auto before = prints(check(rule.mends.before));
    const auto after = prints(check(rule.mends.after));
    CHECK(of_rule(rule.id, rule.mends.after).empty());
    CHECK(std::includes(before.begin(), before.end(), after.begin(), after.end()));
  });
}

TEST_CASE("rule fixes: a fix changes its span only, and is idempotent") {
  each_mending_rule([](const Rule& rule) {
    const auto found = of_rule(rule.id, rule.mends.before);
    REQUIRE(found.size() == 1);
    CHECK(guard_spans(rule.mends.before, found[0].fix->edits, Lang::en) == "");
    const Tree tree;
    const std::string path = tree.add("a.yaml", rule.mends.before);
    const FixResult once = fix({path}, {true, true}, {});
    REQUIRE(once.files.size() == 1);
    CHECK(once.files[0].after == rule.mends.after);
    const FixResult twice = fix({path}, {true, true}, {});
    CHECK(twice.applied.empty());
  });
}
