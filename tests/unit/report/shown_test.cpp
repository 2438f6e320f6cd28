#include "report/shown.h"

#include <doctest/doctest.h>

#include "text/unicode.h"

using namespace matter;

namespace {

/// Underlines the first occurrence of `part`.
Underlined under(std::string_view line, std::string_view part, std::size_t width = 72) {
  const std::size_t at = line.find(part);
  return underline(line, at, at + part.size(), width);
}

}  // namespace

TEST_CASE("shown: the mark stands below wide characters") {
  const Underlined u = under("名称: 许可证", "许可");
  CHECK(u.text == "名称: 许可证");
  CHECK(u.marks == "      ^~~~");
}

TEST_CASE("shown: tabs are blanks up to the next stop") {
  const Underlined u = under("a\tb: c", "b");
  CHECK(u.text == "a   b: c");
  CHECK(u.marks == "    ^");
  CHECK(under("\tkey", "\t").marks == "^~~~");
}

TEST_CASE("shown: an empty place, the end of a line and beyond give one caret") {
  CHECK(underline("abc", 1, 1, 72).marks == " ^");
  CHECK(underline("abc", 3, 3, 72).marks == "   ^");
  CHECK(underline("abc", 9, 12, 72).marks == "   ^");
  CHECK(underline("", 0, 0, 72).marks == "^");
}

TEST_CASE("shown: a long line is shortened around the place") {
  std::string line = "text: ";
  for (int i = 0; i < 50; ++i) line += "申请材料";
  const std::string behind = line + "此处" + line;
  const Underlined middle = under(behind, "此处", 40);
  CHECK(display_width(middle.text) <= 40);
  CHECK(middle.text.starts_with("…"));
  CHECK(middle.text.ends_with("…"));
  // What is underlined is what was meant.
  const std::size_t column = middle.marks.find('^');
  CHECK(display_width(std::string_view(middle.text).substr(0, middle.text.find("此处"))) == column);
  CHECK(middle.marks.substr(column) == "^~~~");
  const Underlined front = under(behind, "text", 40);
  CHECK(front.text.starts_with("text: 申请"));
  CHECK(front.text.ends_with("…"));
  CHECK(display_width(front.text) <= 40);
  CHECK(front.marks == "^~~~");
}

TEST_CASE("shown: a long line keeps its end when that is meant") {
  const std::string line = std::string(200, 'a') + "END";
  const Underlined u = under(line, "END", 40);
  CHECK(u.text.ends_with("aEND"));
  CHECK(display_width(u.text) <= 40);
  CHECK(u.text.substr(u.text.find("END")).size() == 3);
  CHECK(display_width(std::string_view(u.text).substr(0, u.text.find("END"))) == u.marks.find('^'));
}

TEST_CASE("shown: any place in any line fits the width") {
  const std::string line = "a\t许可证：" + std::string(30, 'x') + "“申请”\xff\xfe材料" + std::string(30, 'y') + "尾";
  for (std::size_t begin = 0; begin <= line.size(); ++begin) {
    for (const std::size_t size : {0U, 1U, 3U, 50U, 500U}) {
      const Underlined u = underline(line, begin, begin + size, 30);
      CHECK(display_width(u.text) <= 30);
      CHECK(u.marks.size() <= 31);
      CHECK(u.marks.find('^') != std::string::npos);
      CHECK(display_width(u.text) + 1 >= u.marks.find('^'));
    }
  }
}

TEST_CASE("shown: control characters and bytes that are no UTF-8 become visible") {
  CHECK(shown_text("a\x1b[0m\x7f") == "a␛[0m␡");
  CHECK(shown_text("\xff") == "\xEF\xBF\xBD");
  CHECK(shown_text("\xE2\x80\xAE") == "\xEF\xBF\xBD");  // U+202E turns the writing around
  CHECK(shown_text("许可") == "许可");
}
