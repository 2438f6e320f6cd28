#include "text/name_pattern.h"

#include <doctest/doctest.h>

using namespace matter;

namespace {

bool finds(std::string_view typed, std::string_view name) { return NamePattern(typed).in(name); }

}  // namespace

TEST_CASE("name pattern: a part as it is written; width, spaces, capitals and forms of signs do not count") {
  CHECK(finds("执照", "营业执照"));
  CHECK(finds("营业 执照（副本）", "营业执照(副本)核发"));
  CHECK(finds("ａ类", "A类器械"));
  CHECK(finds("", "任何"));
  CHECK(finds("", ""));
  CHECK_FALSE(finds("照执", "营业执照"));
  CHECK_FALSE(finds("执照", ""));
  CHECK_FALSE(finds("营业执照", "营业（副）执照"));  // what is written is looked for as written
}

TEST_CASE("name pattern: initials of pinyin, of any reading, at any place, over signs") {
  CHECK(finds("yyzz", "营业执照"));
  CHECK(finds("YYZZ", "申领营业执照副本"));
  CHECK(finds("zdxm", "重大项目"));
  CHECK(finds("cdxm", "重大项目"));
  CHECK(finds("zzfb", "营业执照（副本）"));
  CHECK(finds("sbyl", "社保、养老"));
  CHECK(finds("alyl", "Ａ类医疗器械"));
  CHECK(finds("12345rx", "12345热线"));
  CHECK_FALSE(finds("yyz", "营业"));
  CHECK_FALSE(finds("yyz", "营执照"));  // no character is passed over
}

TEST_CASE("name pattern: characters and initials mixed; a false start is begun again") {
  CHECK(finds("营业zz", "营业执照"));
  CHECK(finds("yy执照", "营业执照"));
  CHECK(finds("yyzz", "营营业执照"));
}

TEST_CASE("name pattern: the mark of a sample does not count, unless it is looked for") {
  CHECK(finds("失业登记变更", "失业登记（示例）变更"));
  CHECK(finds("sydjbg", "失业登记（示例）变更"));
  CHECK(finds("失业登记（示例）", "失业登记"));
  CHECK(finds("示例", "失业登记（示例）"));
  CHECK(finds("（样例）", "失业登记(样例)"));
  CHECK_FALSE(finds("（示例）", "失业登记"));
  CHECK_FALSE(finds("djsl", "登记（示例）"));
  CHECK(normalised_name("失业 登记（示例）") == "失业登记");
}
