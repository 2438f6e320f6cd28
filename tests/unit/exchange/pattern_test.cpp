#include "exchange/pattern.h"

#include <doctest/doctest.h>

#include "model/path.h"

using namespace matter;

namespace {

const Field& field_at(std::string_view path) { return *resolve_path(path)->fields[resolve_path(path)->count - 1U]; }

Pattern pattern(std::string_view text, std::string_view path) {
  std::string_view wrong;
  const auto parsed = parse_pattern(text, field_at(path), wrong);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("pattern: a limit is read from any form, its unit in any spelling") {
  const Pattern brackets = pattern("{amount}({unit})", "limits.legal");
  CHECK(read_limit(brackets, "30(工作日)") == "30 工作日");
  CHECK(read_limit(brackets, "3(个月)") == "3 个月");
  CHECK_FALSE(read_limit(brackets, "30（工作日）"));
  CHECK_FALSE(read_limit(brackets, "(工作日)"));
  CHECK_FALSE(read_limit(brackets, "30(工作日)起"));
  CHECK_FALSE(read_limit(brackets, "三十(工作日)"));
  CHECK(read_limit(pattern("{amount}{unit}", "limits.legal"), "15个工作日") == "15 工作日");
}

TEST_CASE("pattern: a text between fixed characters") {
  const Pattern place = pattern("办理地点：{text}", "channels.windows.place");
  Captures captures;
  REQUIRE(match(place, "办理地点：示例路 1 号", captures));
  CHECK(captures[0] == "示例路 1 号");
  CHECK_FALSE(match(place, "办理地点：", captures));
  CHECK_FALSE(match(place, "地点：示例路", captures));
}

TEST_CASE("pattern: placeholders that the field does not know are named") {
  std::string_view wrong;
  CHECK_FALSE(parse_pattern("{amount}", field_at("name"), wrong));
  CHECK(wrong == "amount");
  CHECK_FALSE(parse_pattern("{titel}", field_at("basis"), wrong));
  CHECK(wrong == "titel");
  CHECK_FALSE(parse_pattern("{title}[{number}", field_at("basis"), wrong));
  CHECK_FALSE(parse_pattern("{text", field_at("name"), wrong));
}

TEST_CASE("pattern: only what keeps the whole value can be undone") {
  CHECK(reversible(pattern("{amount}({unit})", "limits.legal")));
  CHECK(reversible(pattern("地点：{text}", "channels.on_site")));
  CHECK_FALSE(reversible(pattern("{amount}", "limits.legal")));
  CHECK_FALSE(reversible(pattern("{title}[（{number}）]", "basis")));
}
