#include "text/lines.h"

#include <doctest/doctest.h>

#include "text/unicode.h"

using namespace matter;

TEST_CASE("lines: columns count characters, lines end at LF, CRLF and CR") {
  const std::string_view text = "一二: 三\r\nb\rc\n";
  const Lines lines(text);
  CHECK(lines.count() == 4);
  CHECK(lines.position(0) == Position{1, 1});
  CHECK(lines.position(8) == Position{1, 5});
  CHECK(lines.line(1) == "一二: 三");
  CHECK(lines.position(13) == Position{2, 1});
  CHECK(lines.line(3) == "c");
  CHECK(lines.position(9999).line == 4);
}

TEST_CASE("lines: a byte order mark takes no column") {
  CHECK(Lines("\xEF\xBB\xBF"
              "a: 1")
            .position(3) == Position{1, 1});
}

TEST_CASE("unicode: wide characters take two columns, marks none") {
  CHECK(display_width("a事") == 3);
  CHECK(display_width("e\xCC\x81") == 1);
}

TEST_CASE("unicode: names compare without regard to width, space and case") {
  CHECK(normalised("Ａ（甲） 乙，") == normalised("a(甲)乙,"));
  CHECK(normalised("甲") != normalised("乙"));
}

TEST_CASE("unicode: edit distance counts characters and gives up") {
  CHECK(edit_distance("materials", "material", 3) == 1);
  CHECK(edit_distance("申请材料", "申报材料", 3) == 1);
  CHECK(edit_distance("abc", "xyzxyz", 2) == 3);
}
