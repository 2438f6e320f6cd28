#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ops/validate.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

constexpr std::string_view bundle =
    "!code\n!handling\n!type\n!level\n!power\n!kind\nname: 小店开办一件事（示例）\nbundle: {code: \"350200YJS0001\", "
    "members: [{matter: ";

struct Told {
  std::size_t findings = 0, not_checked = 0;
};

/// What is said of one member, beside the sample matter in the folder `own`.
Told told(const std::string& member, bool whole) {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add("own/a.yaml", sample_with({}));
  const std::string file = tree.add("own/b.yaml", sample_with(std::string(bundle) + "\"" + member + "\"}]}\n"));
  RunOptions options;
  options.today = {2026, 1, 31};
  Sources sources;
  const ValidateResult result = validate({whole ? tree.path() : file}, options, sources);
  Told all;
  for (const Diagnostic& d : result.findings) all.findings += d.rule == "bundle-member" ? 1U : 0U;
  for (const NotChecked& row : result.not_checked) all.not_checked += row.what == "bundle-member" ? row.count : 0U;
  return all;
}

}  // namespace

TEST_CASE("bundle-member: a matter of an agency that was read whole and has it not does not exist") {
  CHECK(told("11350200000000000Y3000199001000", true).findings == 0);
  CHECK(told("000199001000", true).findings == 0);
  CHECK(told("11350200000000000Y3000199009000", true).findings == 1);
  CHECK(told("11350200000000000Y3000199009000", true).not_checked == 0);
}

TEST_CASE("bundle-member: what was not read is not guessed at, and counted") {
  CHECK(told("11350200000000019U3000199009000", true).findings == 0);  // another agency's
  CHECK(told("11350200000000019U3000199009000", true).not_checked == 1);
  CHECK(told("11350200000000000Y3000199001000", false).findings == 0);  // the bundle alone
  CHECK(told("11350200000000000Y3000199001000", false).not_checked == 1);
  CHECK(told("00109902200001", true).not_checked == 1);  // no standard catalog
}
