#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "model/codes.h"
#include "model/region.h"
#include "model/values.h"
#include "support/shared.h"

using namespace matter;

namespace {

template <class F>
void each_published(const char* test, F&& visit) {
  const auto root = test::shared_data_or_say(test);
  if (!root) return;
  std::ifstream file(*root / "data/guangdong_2021/policy.jsonl");
  REQUIRE(file);
  for (std::string line; std::getline(file, line);) visit(nlohmann::json::parse(line));
}

}  // namespace

TEST_CASE("published matters: the telephones that are none are slips of the pen, and no others") {
  std::map<std::string, int> wrong;
  int fields = 0;
  each_published("published telephones", [&](const nlohmann::json& row) {
    for (const char* key : {"consult_phone", "complain_phone"}) {
      const std::string text = row.at(key);
      ++fields;
      for (const auto& number : parse_phones(text).numbers) {
        if (number.valid) continue;
        ++wrong[text];
        break;
      }
    }
  });
  if (fields == 0) return;
  CHECK(fields == 2 * 2262);
  const std::map<std::string, int> expected = {
      {"0000swjw", 1},      {"0020-12366", 1},    {"020-327605405", 1},
      {"020-3607290", 2},   {"020-8313603", 6},   {"020-37288-27；020-37288891", 1},
      {"020-817238206", 1}, {"020-837288891", 1}, {"020-37288041/020-3728889", 1},
  };
  CHECK(wrong == expected);
}

TEST_CASE("published matters: every code has the standard's form; check digits that fail are counted") {
  int codes = 0;
  int wrong_checks = 0;
  int temporary = 0;
  each_published("published codes", [&](const nlohmann::json& row) {
    const std::string code = row.at("TASK_CODE");
    CAPTURE(code);
    const auto parts = parse_implementing_code(code);
    REQUIRE(parts);
    ++codes;
    REQUIRE(parse_basic_code(row.at("CATAID").get<std::string>()));
    if (is_temporary_agency_code(parts->agency)) {
      ++temporary;
      return;
    }
    const UscCheck check = check_usc(parts->agency);
    if (!check.shape || !check.check || !check.organisation) ++wrong_checks;
  });
  if (codes == 0) return;
  CHECK(codes == 2262);
  MESSAGE("agency codes with a wrong check: " << wrong_checks << ", temporary: " << temporary);
  CHECK(wrong_checks < codes / 10);
}

TEST_CASE("published regions: Fujian to its towns and Xiamen to its villages agree with the table") {
  const auto root = test::shared_data_or_say("published regions");
  if (!root) return;
  int rows = 0;
  for (const char* name : {"fujian_35_levels1-4.csv", "xiamen_3502_villages.csv"}) {
    std::ifstream file(*root / "data/regions" / name);
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    const bool villages = line.find("streetCode") != std::string::npos;
    while (std::getline(file, line)) {
      if (line.ends_with('\r')) line.pop_back();
      const std::string code = line.substr(2, 12);
      const std::string rest = line.substr(15);
      const std::string expected = villages ? rest.substr(0, rest.find(',')) : rest.substr(rest.find(',') + 1);
      CAPTURE(line);
      const auto region = find_region(code);
      REQUIRE(region);
      CHECK(region->name == expected);
      // The list repeats Jinmen county, which has no towns in it, among the towns.
      if (code != "350527000000") CHECK(region->level == line[0] - '0');
      ++rows;
    }
  }
  CHECK(rows == 1264 + 555);
}
