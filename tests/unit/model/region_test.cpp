#include "model/region.h"

#include <doctest/doctest.h>

#include <string>

#include "text/embedded.h"

using namespace matter;

TEST_CASE("regions: codes of 2, 4, 6, 9 and 12 digits are filled to 12") {
  CHECK(full_region_code("35") == "350000000000");
  CHECK(full_region_code("3502") == "350200000000");
  CHECK(full_region_code("350203") == "350203000000");
  CHECK(full_region_code("350203001") == "350203001000");
  CHECK(full_region_code("350203001001") == "350203001001");
  for (const char* wrong : {"", "3", "35020", "35020A", "3502030010011", "厦门市", "000000"}) {
    CAPTURE(wrong);
    CHECK_FALSE(full_region_code(wrong));
  }
}

TEST_CASE("regions: the level is told by the trailing zeros") {
  CHECK(region_level("350000000000") == 1);
  CHECK(region_level("350200000000") == 2);
  CHECK(region_level("350203000000") == 3);
  CHECK(region_level("350203001000") == 4);
  CHECK(region_level("350203001001") == 5);
  CHECK(region_level("350203") == 0);
}

TEST_CASE("regions: the table holds the country to its towns and Fujian to its villages") {
  const auto name = [](const char* code) {
    const auto region = find_region(code);
    return region ? std::string(region->name) : std::string("?");
  };
  CHECK(name("350000000000") == "福建省");
  CHECK(name("350200000000") == "厦门市");
  CHECK(name("350203000000") == "思明区");
  CHECK(name("350203001000") == "厦港街道");
  CHECK(name("350203001001") == "鸿山社区居委会");
  CHECK(name("110101001000") == "东华门街道");
  CHECK(name("441900000000") == "东莞市");
  CHECK(name("710000000000") == "台湾省");
  CHECK(name("810000000000") == "香港特别行政区");
  CHECK(name("820000000000") == "澳门特别行政区");
  CHECK(find_region("350206405000"));  // a development zone at town level
  CHECK(name("350299000000") == "?");
  CHECK(name("000000000000") == "?");
  CHECK(name("999999999999") == "?");
  CHECK(name("3502") == "?");
  const auto region = find_region("350203001001");
  CHECK(region->code == "350203001001");
  CHECK(region->level == 5);
}

TEST_CASE("regions: every line of the table is found by its code, in order, and its parents are there") {
  std::string_view rows = embedded("regions.csv").value();
  while (rows.starts_with('#')) rows.remove_prefix(rows.find('\n') + 1);
  std::string before;
  std::size_t count = 0;
  std::size_t orphans = 0;
  while (!rows.empty()) {
    const std::string_view line = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(line.size() + 1);
    const std::string code(line.substr(0, 12));
    REQUIRE(before < code);
    before = code;
    ++count;
    if (count % 7 != 0) continue;
    const auto region = find_region(code);
    REQUIRE(region);
    REQUIRE(region->name == line.substr(13));
    REQUIRE(region->level >= 1);
    REQUIRE(region_covered(code));
    const std::size_t parent[] = {0, 0, 2, 4, 6, 9};
    if (region->level > 1) {
      const auto up = full_region_code(code.substr(0, parent[region->level]));
      if (!up || !find_region(*up)) ++orphans;
    }
  }
  CHECK(count > 60000);
  CHECK(orphans == 0);
  CHECK(region_table_date() == "2023-06-30");
}

TEST_CASE("regions: coverage says where a missing code means something") {
  CHECK(region_covered("350203001001"));
  CHECK_FALSE(region_covered("440103001001"));
  CHECK(region_covered("440103001000"));
  CHECK(region_covered("810000000000"));
  CHECK_FALSE(region_covered("810100000000"));
  CHECK_FALSE(region_covered("x"));
}

TEST_CASE("regions: retired codes name successors that exist, and say whether that was read or is remembered") {
  const auto shaxian = find_retired_region("350427000000");
  REQUIRE(shaxian);
  CHECK(shaxian->successor == "350405000000");
  CHECK(shaxian->verified);
  CHECK(find_retired_region("350402000000")->successor == "350404000000");
  CHECK(find_retired_region("350403000000")->successor == "350404000000");
  CHECK(find_retired_region("350625000000")->successor == "350605000000");
  CHECK(find_retired_region("350681000000")->successor == "350604000000");
  CHECK_FALSE(find_retired_region("350182000000")->verified);
  CHECK(find_retired_region("350402001000")->code == "350402000000");
  CHECK_FALSE(find_retired_region("350203000000"));
  std::string_view rows = embedded("regions_retired.csv").value();
  while (rows.starts_with('#')) rows.remove_prefix(rows.find('\n') + 1);
  while (!rows.empty()) {
    const std::string_view line = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(line.size() + 1);
    const auto retired = find_retired_region(line.substr(0, 12));
    REQUIRE(retired);
    CHECK(find_region(retired->successor));
    CHECK_FALSE(find_region(retired->code));
  }
}
