#include "exchange/file_names.h"

#include <doctest/doctest.h>

#include "text/unicode.h"

using namespace matter;

TEST_CASE("file names: readable, with their folder") {
  FileNames names;
  CHECK(names.make("示例市教育局/1135-学历公证", ".yaml") == "示例市教育局/1135-学历公证.yaml");
}

TEST_CASE("file names: nobody climbs out, no system refuses them") {
  FileNames names;
  CHECK(names.make("../../etc/passwd", ".yaml") == "_/_/etc_passwd.yaml");
  CHECK(names.make("/root", ".yaml") == "_/root.yaml");
  CHECK(names.make("a\\b:c*d?e\"f<g>h|i", ".yaml") == "a_b_c_d_e_f_g_h_i.yaml");
  CHECK(names.make("a\nb\x01", ".yaml") == "a_b_.yaml");
  CHECK(names.make(".hidden", ".yaml") == "_.hidden.yaml");
  CHECK(names.make("-rf", ".yaml") == "_-rf.yaml");
  CHECK(names.make("CON", ".yaml") == "_CON.yaml");
  CHECK(names.make("com1.x", ".yaml") == "_com1.x.yaml");
  CHECK(names.make("", ".yaml") == "_.yaml");
  CHECK(names.make(" a . ", ".yaml") == "a.yaml");
}

TEST_CASE("file names: unique, also where case does not count") {
  FileNames names;
  CHECK(names.make("x/Name", ".yaml") == "x/Name.yaml");
  CHECK(names.make("x/name", ".yaml") == "x/name-2.yaml");
  CHECK(names.make("x/NAME", ".yaml") == "x/NAME-3.yaml");
  CHECK(names.make("y/Name", ".yaml") == "y/Name.yaml");
}

TEST_CASE("file names: long ones are cut between characters and stay short") {
  FileNames names;
  std::string wish;
  for (int i = 0; i < 100; ++i) wish += "长";
  const std::string first = names.make(wish + "/" + wish, ".yaml");
  const std::string second = names.make(wish + "/" + wish, ".yaml");
  CHECK(first.size() <= 200);
  CHECK(second.size() <= 200);
  CHECK(first != second);
  for (std::size_t at = 0; at < first.size();) CHECK(next_code_point(first, at) != 0xFFFD);
}
