#include "exchange/content_bytes.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/read_text.h"

using namespace matter;
using matter::test::read_text;

namespace {

std::string bytes_of(std::string_view yaml) {
  const auto read = read_text(std::string(yaml));
  std::string bytes;
  append_content(read->matter(), bytes);
  return bytes;
}

}  // namespace

TEST_CASE("content: no two contents give the same bytes") {
  constexpr std::string_view contents[] = {
      "name: 甲",
      "name: 乙",
      "name: 甲乙",
      "name: 甲\nshort_name: 乙",
      "short_name: 甲乙",
      "name: 甲\nshort_name: 无",
      "name: 甲\nmaterials: 无",
      "name: 甲\nmaterials: []",
      "name: 甲\nmaterials: [丙, 丁]",
      "name: 甲\nmaterials: [丁, 丙]",
      "name: 甲\nmaterials: [丙丁]",
      "name: 甲\nmaterials: [{name: 丙, originals: 1}, 丁]",
      "name: 甲\nmaterials: [{name: 丙, copies: 1}, 丁]",
      "name: 甲\nmaterials: [丙, {name: 丁, originals: 1}]",
      "name: 甲\nmaterials: [{name: 丙, originals: 256}, 丁]",
      "name: 甲\nmaterials: [{name: 丙, originals: 许多}, 丁]",
      "name: 甲\nlimits: {legal: 20 工作日}",
      "name: 甲\nlimits: {legal: 20 日}",
      "name: 甲\nlimits: {legal: 很快}",
      "name: 甲\nlimits: {promised: 20 工作日}",
      "name: 甲\nsample: 是",
      "name: 甲\nsample: 否",
      "name: 甲\nextra: {a: 丙}",
      "name: 甲\nextra: {b: 丙}",
      "name: 甲\n没有的字段: 丙",
      "name: 甲\n没有的字段: 丁",
  };
  std::set<std::string> seen;
  for (const std::string_view yaml : contents) {
    CAPTURE(yaml);
    CHECK(seen.insert(bytes_of(yaml)).second);
  }
}

TEST_CASE("content: how a value was written does not matter") {
  CHECK(bytes_of("name: 甲\nshort_name: 乙") == bytes_of("# x\nshort_name: \"乙\"\nname: '甲'"));
  CHECK(bytes_of("name: 甲\nlimits: {legal: 20 工作日}") == bytes_of("name: 甲\nlimits:\n  legal: 20个工作日\n"));
  CHECK(bytes_of("name: 甲\nmaterials: [丙]") == bytes_of("name: 甲\nmaterials:\n  - name: 丙\n"));
  CHECK(bytes_of("name: 甲\nsample: 是") == bytes_of("name: 甲\nsample: yes"));
  CHECK(bytes_of("name: 甲\nshort_name: ''") == bytes_of("name: 甲"));  // an empty value is an absent one
}
