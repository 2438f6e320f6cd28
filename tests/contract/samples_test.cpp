#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "checks/rule.h"
#include "ops/validate.h"
#include "support/shared.h"

using namespace matter;

namespace {

ValidateResult checked(const std::string& path) {
  RunOptions options;
  options.jobs = 1;
  options.today = {2026, 11, 22};
  Sources sources;
  return validate({test::in_repository(path).string()}, options, sources);
}

}  // namespace

TEST_CASE("samples: the catalogs of five levels are clean") {
  const ValidateResult result = checked("catalogs/five-levels");
  CHECK(result.matters >= 160);
  CHECK(result.not_checked.empty());
  for (const Diagnostic& d : result.findings) FAIL_CHECK(d.rule << " " << d.matter << ": " << d.message);
}

TEST_CASE("samples: what must not go out is clean, too") {
  const ValidateResult result = checked("catalogs/internal");
  CHECK(result.matters == 2);
  CHECK(result.findings.empty());
}

TEST_CASE("samples: an office that has not followed the standard is told so, and nothing else") {
  const ValidateResult result = checked("catalogs/claiming");
  std::multiset<std::string> rules;
  for (const Diagnostic& d : result.findings) {
    rules.emplace(d.rule);
    if (d.rule == "same-binding-stale") CHECK_MESSAGE(d.hint.ends_with("matter bind " + d.matter), d.hint);
  }
  CHECK(rules == std::multiset<std::string>{"same-binding-stale", "same-binding-stale", "same-binding-stale",
                                            "same-material-unbound", "same-unbound"});
}

TEST_CASE("samples: a defective matter has its one defect and no other") {
  std::set<std::string> shown;
  for (const auto& file : std::filesystem::recursive_directory_iterator(test::in_repository("catalogs/defective"))) {
    const std::string rule = file.path().stem().string();
    if (file.path().extension() != ".yaml" || rule == "catalog" || rule.ends_with(".tasks")) continue;
    CAPTURE(rule);
    shown.insert(rule);
    const ValidateResult result = checked(std::filesystem::relative(file.path(), test::in_repository("")).string());
    CHECK(result.findings.size() == 1);
    for (const Diagnostic& d : result.findings) CHECK(d.rule == rule);
  }
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->id);
    CHECK(shown.count(std::string(rule->id)) == 1);
  }
}
