#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>

#include "checks/preset.h"
#include "checks/rule.h"
#include "media/csv.h"
#include "support/repository.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Where a rule departs from its statement in the catalogue of rules, and why. Id, severity and scope never do.
const std::map<std::string, std::string, std::less<>> departures = {
    {"same-element",
     "更优 is told only where `better: 1` asks for it: `matter compare` shows it, and an info for each "
     "matter that does more than it must hides what is to be mended"},
};

/// Rules that the strict preset leaves at their own severity, and why. An error cannot be made stricter.
const std::map<std::string, std::string, std::less<>> not_stricter = {
    {"bundle-material-twice", "what a merged list asks for twice is judged by the office that leads"},
    {"code-legacy", "older codes stay in use until the agency that gave them gives others"},
    {"code-level", "delegation and development zones make it normal"},
    {"code-usc-temporary", "an agency without a code of its own can do nothing about it"},
    {"fee-name-length", "a limit of one platform's form, no law's"},
    {"field-length", "the platform's limit; the text itself may be right"},
    {"kiosk-steps", "a kiosk may hand over what needs a window: to be looked at, not to be refused"},
    {"limit-promise-zero", "a slip between 承诺件 and 即办件, without harm to anybody"},
    {"limit-unit-mixed", "allowed where the law itself counts in days"},
    {"material-code", "codes are given by the item library, not by the office"},
    {"material-duplicate", "names may be alike where the things are not"},
    {"material-optional", "what is missing is an explanation, not the material"},
    {"material-proof-basis", "bases of 证明事项 are being cleared by lists of their own"},
    {"name-agency", "names come from the standard catalog, which the office cannot change"},
    {"process-order", "the order may be that of a special law"},
    {"question-missing", "a service to those who ask, no duty"},
    {"result-kind", "told by the name alone"},
    {"same-binding-stale", "has its own days for claiming"},
    {"same-material-unbound", "the difference itself is an error of same-element"},
    {"suppression-unused", "about comments, not about matters"},
    {"theme-clients", "the lists of themes were not read in an official text"},
    {"tongban-due", "dates of a task list; the reform office judges them"},
    {"tongban-post", "an office may carry the papers itself"},
    {"visit-reason-needless", "a text too many does no harm"},
    {"visit-star", "stars are given by the province's form"},
};

struct Row {
  std::string severity, scope, family, source;
};

std::map<std::string, Row, std::less<>> catalogue(const std::string& text) {
  std::map<std::string, Row, std::less<>> rows;
  Arena arena;
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  static_cast<void>(reader.next(row));  // the header
  while (reader.next(row)) {
    REQUIRE(row.size() == 6);
    rows[std::string(row[0].text)] = {std::string(row[1].text), std::string(row[2].text), std::string(row[3].text),
                                      std::string(row[5].text)};
  }
  return rows;
}

}  // namespace

TEST_CASE("rule catalogue: every rule of it is there with its severity and scope, and no other") {
  const auto shared = shared_data_or_say("rule catalogue: ids, severity and scope");
  if (!shared) return;
  const auto rows = catalogue(file_text(*shared / "rules.csv"));
  CHECK(rows.size() == 118);
  for (const auto& entry : rows) {
    const auto& id = entry.first;
    const auto& row = entry.second;
    const Rule* const rule = find_rule(id);
    CHECK_MESSAGE(rule != nullptr, id, " is missing");
    if (rule == nullptr) continue;
    CHECK_MESSAGE(name(rule->severity) == row.severity, id);
    CHECK_MESSAGE(name(rule->scope) == row.scope, id);
  }
  for (const auto& left : departures) CHECK_MESSAGE((rows.count(left.first) == 1 && !left.second.empty()), left.first);
  for (const Rule* rule : all_rules()) CHECK_MESSAGE(rows.count(rule->id) == 1, rule->id, " is not in the catalogue");
}

TEST_CASE("rule catalogue: the strict preset grades every rule that could be graded up, or says why not") {
  Sources sources;
  Collector findings(Lang::en);
  const SourceId file = sources.add_file(in_repository("schemas/presets/strict.yaml").string());
  const auto strict = read_preset(file, sources, all_rules(), findings);
  REQUIRE(strict != nullptr);
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    const bool listed = std::any_of(strict->rules.begin(), strict->rules.end(),
                                    [&](const auto& entry) { return entry.first == rule->id; });
    const bool left_out = not_stricter.count(rule->id) == 1;
    CHECK(listed + left_out + (rule->severity == Severity::error) == 1);
    if (listed) CHECK(strict->grade(*rule) != Grade::off);
  }
  for (const auto& left : not_stricter)
    CHECK_MESSAGE((find_rule(left.first) != nullptr && !left.second.empty()), left.first);
}

TEST_CASE("rule catalogue: every rule says what it found on the published matters, or why it was not checked there") {
  const std::regex day("^20[0-9]{2}-[0-9]{2}-[0-9]{2}");
  const std::regex told("([0-9]+) findings, (all|[0-9]+) read, (all|[0-9]+) true");
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    const std::string text(rule->evidence.en);
    CHECK(std::regex_search(text, day));
    std::smatch found;
    const bool counted = std::regex_search(text, found, told);
    const bool none = text.find("no false alarm") != std::string::npos;
    const std::size_t skipped = text.find("not checked");
    const bool reason = skipped != std::string::npos && text.size() > skipped + std::string("not checked").size() + 10;
    CHECK_MESSAGE((counted || none || reason), text);
    if (!counted) continue;
    CHECK(std::stod(found[3]) >= 0.9 * std::stod(found[2]));
    CHECK(std::stoi(found[2]) >= std::min(std::stoi(found[1]), 30));
  }
}
