#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "model/path.h"
#include "support/check.h"
#include "support/shared.h"
#include "text/unicode.h"

using namespace matter;
using namespace matter::test;

namespace {

/// The rules of the first slice; more may come, none may go.
constexpr std::string_view first_slice[] = {"yaml-syntax",
                                            "yaml-duplicate-key",
                                            "yaml-encoding",
                                            "yaml-fullwidth",
                                            "yaml-merge-marker",
                                            "field-unknown",
                                            "field-missing",
                                            "field-type",
                                            "field-value",

                                            "code-usc-shape",
                                            "code-usc-check",
                                            "code-usc-temporary",
                                            "code-basic-shape",
                                            "code-basic-type",
                                            "code-implementing-shape",
                                            "code-implementing-parts",
                                            "code-handling-parts",
                                            "code-level",
                                            "code-parent",
                                            "code-legacy",
                                            "code-duplicate",
                                            "region-unknown",
                                            "region-retired",
                                            "limit-promised-over-legal",
                                            "limit-unit-mixed",
                                            "limit-instant",
                                            "limit-promise-missing",
                                            "limit-promise-zero",
                                            "limit-legal-none",
                                            "limit-licence-unit",
                                            "limit-licence-long",
                                            "limit-steps-sum",
                                            "limit-special",
                                            "limit-delivery",
                                            "limit-accept-long",
                                            "visit-reason",
                                            "visit-reason-basis",
                                            "visit-reason-needless",
                                            "visit-online",
                                            "visit-zero-offline",
                                            "visit-star",
                                            "contact-missing",
                                            "contact-same",
                                            "contact-phone",
                                            "fee-incomplete",
                                            "fee-contradiction",
                                            "fee-licence-basis",
                                            "fee-relief-basis",
                                            "fee-amount",
                                            "fee-name-length",
                                            "catch-all-wording",
                                            "material-missing",
                                            "material-duplicate",
                                            "basis-missing",
                                            "condition-missing",
                                            "filler-text",
                                            "placeholder-value",
                                            "control-character",
                                            "reference-dangling",
                                            "merge-damage"};

std::vector<std::string> ids(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> found;
  for (const Diagnostic& d : findings) found.push_back(std::string(d.rule) + " at " + d.field + ": " + d.message);
  return found;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n  " + line;
  return text;
}

/// An example of a rule; what stands around it is what it needs to speak.
Checkable example(const Rule& rule, std::string_view text, Lang lang) {
  Checkable catalog;
  catalog.matters = text;
  catalog.lang = lang;
  catalog.standards = rule.standards;
  if (rule.id == "field-length") catalog.config = "format: 1\nname: 示例\nplatforms: [national-exchange]\n";
  if (rule.id == "licence-unlisted") catalog.licences = "name\n示例许可\n";
  if (rule.id == "tongban-due")
    catalog.tasks =
        "format: 1\nlist: 省内通办\ntasks: [{name: 公共场所卫生许可, due: 2025-12-31, modes: [多地联办]}]\n";
  return catalog;
}

/// A word in small Latin letters: signs such as GB/T 39554.1 or XML are none.
bool has_foreign_words(std::string_view chinese) {
  return std::any_of(chinese.begin(), chinese.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

template <class F>
void each_rule(F&& check_rule) {
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    check_rule(*rule);
  }
}

/// One row of a CSV file; fields may be quoted.
std::vector<std::string> csv_row(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"')
        fields.back() += line[++i];
      else
        quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

}  // namespace

TEST_CASE("rules: every rule of the first slice is registered, in order and once") {
  std::set<std::string_view> seen;
  std::string_view last;
  for (const Rule* rule : all_rules()) {
    CHECK_MESSAGE(last < rule->id, std::string(last), " before ", std::string(rule->id));
    last = rule->id;
    seen.insert(rule->id);
    CHECK(find_rule(rule->id) == rule);
  }
  for (const std::string_view id : first_slice) CHECK_MESSAGE(seen.count(id) == 1, std::string(id));
}

TEST_CASE("rules: a rule explains itself in both languages") {
  each_rule([](const Rule& rule) {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      CHECK(!rule.summary.in(lang).empty());
      CHECK(display_width(rule.summary.in(lang)) <= 80);
      CHECK(!rule.why.in(lang).empty());
    }
    CHECK(rule.summary.zh != rule.summary.en);
    CHECK(rule.why.zh != rule.why.en);
    CHECK(!rule.source.zh.empty());
    CHECK(!rule.source.en.empty());
    CHECK_MESSAGE(!has_foreign_words(rule.source.zh), std::string(rule.source.zh));
    CHECK(rule.evidence.zh.empty() == rule.evidence.en.empty());
    CHECK(!rule.families.empty());
    // Both are the reader's, but for what only the model knows.
    const bool of_reader = rule.id == "yaml-duplicate-key" || rule.id == "yaml-fullwidth";
    CHECK((rule.scope == Scope::matter) == (rule.check != nullptr && !of_reader));
    CHECK((rule.scope == Scope::catalog) == (rule.collect != nullptr));
    CHECK((rule.collect != nullptr) == (rule.judge != nullptr));
    for (const std::string_view paths : rule.needs) {
      std::istringstream alternatives{std::string(paths)};
      for (std::string path; std::getline(alternatives, path, '|');)
        CHECK_MESSAGE(resolve_path(path).has_value(), path);
    }
  });
}

TEST_CASE("rules: the bad example gives exactly this rule, at a place, in both languages") {
  each_rule([](const Rule& rule) {
    const auto zh = check(example(rule, rule.bad, Lang::zh));
    const auto en = check(example(rule, rule.bad, Lang::en));
    REQUIRE_MESSAGE(!en.empty(), "no finding");
    REQUIRE(zh.size() == en.size());
    for (std::size_t i = 0; i < en.size(); ++i) {
      CHECK_MESSAGE(en[i].rule == rule.id, joined(ids(en)));
      CHECK(en[i].at.known());
      CHECK(en[i].at.span.end <= rule.bad.size());
      CHECK(!en[i].at.span.empty());
      CHECK(!en[i].message.empty());
      CHECK(zh[i].message != en[i].message);
      CHECK((zh[i].hint.empty() || zh[i].hint != en[i].hint));
      CHECK(zh[i].hint.empty() == en[i].hint.empty());
      CHECK(fingerprint(zh[i], "x") == fingerprint(en[i], "x"));
    }
  });
}

TEST_CASE("rules: the good example gives nothing") {
  each_rule([](const Rule& rule) {
    const auto found = check(example(rule, rule.good, Lang::en));
    CHECK_MESSAGE(found.empty(), joined(ids(found)));
  });
}

TEST_CASE("rules: an option is told in both languages, is within its bounds, and belongs to a rule that looks") {
  each_rule([](const Rule& rule) {
    std::set<std::string_view> names;
    for (const RuleOption& option : rule.options) {
      CAPTURE(std::string(option.key));
      CHECK(names.insert(option.key).second);
      CHECK(names.insert(option.label).second);
      CHECK(!has_foreign_words(option.label));
      CHECK(!option.meaning.zh.empty());
      CHECK(!option.meaning.en.empty());
      CHECK(option.least < option.most);
      CHECK(option.usual >= option.least);
      CHECK(option.usual <= option.most);
      CHECK((rule.check != nullptr || rule.collect != nullptr));
    }
  });
}

TEST_CASE("rules: every option of every rule changes a verdict") {
  struct Case {
    std::string_view rule, option;
    std::string_view matter;  // in place of the same keys of the sample
    int strict, lenient;
  };
  constexpr Case cases[] = {
      {"limit-instant", "above",
       "kind: 即办件\nlimits: {legal: 20 工作日, promised: 1 工作日}\nprocess: [受理, 送达]\n", 0, 1},
      {"visit-online", "collect",
       "channels: {visits: 1, visit_reason: 领取结果, visit_basis: 《示例卫生法》第十一条}\n"
       "tongban: [{list: 省内通办, mode: 全程网办}]\n",
       0, 1},
      {"same-element", "better",
       "standard: \"00019900100001@1\"\nlimits: {legal: 20 工作日, promised: 3 工作日}\nprocess: [{step: 受理, limit: "
       "1 工作日}, 审查, 决定, 送达]\n",
       1, 0},
      {"same-binding-stale", "days", "standard: \"00019900100001@1\"\n", 0, 10},
  };
  each_rule([&](const Rule& rule) {
    for (const RuleOption& option : rule.options) {
      CAPTURE(std::string(option.key));
      const auto one = std::find_if(std::begin(cases), std::end(cases),
                                    [&](const Case& c) { return c.rule == rule.id && c.option == option.key; });
      REQUIRE_MESSAGE(one != std::end(cases), "a case of this option is due here");
      const auto findings = [&](std::string_view name, int value) {
        Checkable catalog;
        catalog.matters = sample_with(one->matter);
        catalog.config = "format: 1\nname: 示例\nrules: {" + std::string(rule.id) + ": {" + std::string(name) + ": " +
                         std::to_string(value) + "}}\n";
        catalog.standards = rule.standards;
        auto found = check(catalog);
        // Infos do not count, but of an option that is about infos.
        if (option.key != "better")
          std::erase_if(found, [](const Diagnostic& d) { return d.severity == Severity::info; });
        return ids(found);
      };
      for (const std::string_view name : {option.key, option.label}) {
        const auto strict = findings(name, one->strict);
        CHECK_MESSAGE(strict.size() == 1, joined(strict));
        CHECK_MESSAGE((!strict.empty() && strict[0].starts_with(rule.id)), joined(strict));
        const auto lenient = findings(name, one->lenient);
        CHECK_MESSAGE(lenient.empty(), joined(lenient));
      }
    }
  });
}

TEST_CASE("rules: findings of one matter have different fingerprints") {
  each_rule([](const Rule& rule) {
    std::set<std::string> prints;
    for (const Diagnostic& d : check(example(rule, rule.bad, Lang::en)))
      CHECK(prints.insert(fingerprint(d, "x")).second);
  });
}

TEST_CASE("rules: severity, scope, family and source are those of the rule catalogue") {
  const auto shared = shared_data_or_say("rules: severity, scope, family and source");
  if (!shared) return;
  std::map<std::string, std::vector<std::string>> catalogue;
  std::istringstream text(file_text(*shared / "rules.csv"));
  for (std::string line; std::getline(text, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const auto row = csv_row(line);
    if (row.size() == 6) catalogue[row[0]] = row;
  }
  REQUIRE(catalogue.size() > 60);
  each_rule([&](const Rule& rule) {
    const auto at = catalogue.find(std::string(rule.id));
    REQUIRE_MESSAGE(at != catalogue.end(), "not in the catalogue");
    CHECK(name(rule.severity) == at->second[1]);
    CHECK(name(rule.scope) == at->second[2]);
    CHECK(name(rule.families) == at->second[3]);
    CHECK(rule.source.en == at->second[5]);
  });
}
