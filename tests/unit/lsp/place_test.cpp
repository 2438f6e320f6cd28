#include "lsp/place.h"

#include <doctest/doctest.h>

#include "lsp/uri.h"

using namespace matter;
using namespace matter::lsp;

TEST_CASE("lsp places: characters count in UTF-16 or in bytes, and lead back") {
  const std::string text = "a: 甲\r\n𠮷b: \"x\"\n\nend";
  const Lines lines(text);
  for (const Counting counting : {Counting::utf8, Counting::utf16}) {
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      const bool inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      const bool in_break = at < text.size() && text[at] == '\n' && at > 0 && text[at - 1] == '\r';
      if (inside || in_break) continue;
      CHECK(offset_of(place_of(at, text, lines, counting), text, lines, counting) == at);
    }
  }
  const auto b = static_cast<std::uint32_t>(text.find('b'));
  CHECK(place_of(b, text, lines, Counting::utf16) == Place{1, 2});
  CHECK(place_of(b, text, lines, Counting::utf8) == Place{1, 4});
}

TEST_CASE("lsp places: past the end is the end, inside a character its begin") {
  const std::string text = "甲乙\n𠮷";
  const Lines lines(text);
  CHECK(offset_of({0, 99}, text, lines, Counting::utf16) == 6);
  CHECK(offset_of({9, 0}, text, lines, Counting::utf16) == text.size());
  CHECK(offset_of({1, 1}, text, lines, Counting::utf16) == 7);
  CHECK(offset_of({0, 1}, text, lines, Counting::utf8) == 0);
  CHECK(place_of(999, text, lines, Counting::utf16) == Place{1, 2});
}

TEST_CASE("lsp uri: paths with Chinese, blanks and signs come back") {
  const std::string path = "/目录/a b/100%#?.yaml";
  CHECK(uri_of_path(path) == "file:///%E7%9B%AE%E5%BD%95/a%20b/100%25%23%3F.yaml");
  CHECK(path_of_uri(uri_of_path(path)) == path);
  CHECK(path_of_uri("file:///c%3A/a/./b/../c.yaml") == "/c:/a/c.yaml");
  CHECK(path_of_uri("file://localhost/a/") == "/a");
  CHECK(path_of_uri("untitled:Untitled-1").empty());
  CHECK(path_of_uri("file:///a%00b").empty());
  CHECK(path_of_uri("file:///a%zz") == "/a%zz");
}
