#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "media/csv.h"
#include "model/named.h"
#include "model/platform_codes.h"
#include "support/repository.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

TEST_CASE("platform codes: each is of a list, disagrees with it, and means one of its values or says nothing") {
  std::size_t count = 0;
  for (const NamedList& list : named_lists()) {
    for (const PlatformCode& one : platform_codes(list.id)) {
      CAPTURE(list.id);
      CAPTURE(one.code);
      ++count;
      CHECK_FALSE(one.printed.empty());
      CHECK_FALSE(one.source.empty());
      const auto is_it = [&](const NamedValue& value) { return value.name == one.means; };
      CHECK((one.means.empty() || std::any_of(list.values.begin(), list.values.end(), is_it)));
      const auto agrees = [&](const NamedValue& value) { return value.name == one.means && value.code == one.code; };
      CHECK(std::none_of(list.values.begin(), list.values.end(), agrees));
    }
  }
  const std::string file = file_text(in_repository("schemas/platform_codes.csv"));
  std::size_t rows = 0;
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);) rows += line.starts_with('#') ? 0U : 1U;
  CHECK(count == rows);
}

TEST_CASE("platform codes: every conflict that is known between published code lists has its row") {
  const auto shared = shared_data_or_say("platform codes");
  if (!shared) return;
  const std::map<std::string_view, std::string_view> ours{{"use_level", "level"},
                                                          {"task_type", "matter_type"},
                                                          {"power_source", "power_source"},
                                                          {"serve_type", "client"},
                                                          {"result_type", "result_kind"},
                                                          {"online_depth", "online_depth"},
                                                          {"material_type", "material_kind"}};
  const std::string csv = file_text(*shared / "data/layouts/code_values.csv");
  Arena arena;
  CsvReader reader(csv, arena);
  std::vector<CsvCell> row;
  std::size_t conflicts = 0;
  while (reader.next(row)) {
    if (row.size() < 4 || row[3].text.find("CONFLICT") == std::string_view::npos) continue;
    ++conflicts;
    CAPTURE(row[0].text);
    REQUIRE(ours.count(row[0].text) == 1);
    const std::vector<PlatformCode> codes = platform_codes(ours.at(row[0].text));
    CHECK_FALSE(codes.empty());
    // Of the other lists the layouts name the side that we follow, or tell the other one in words.
    if (row[0].text != "material_type" && row[0].text != "serve_type")
      CHECK(std::any_of(codes.begin(), codes.end(), [&](const PlatformCode& one) { return one.code == row[1].text; }));
  }
  CHECK(conflicts >= 10);
}
