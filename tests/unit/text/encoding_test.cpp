#include "text/encoding.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "text/lines.h"
#include "text/source.h"
#include "text/unicode.h"

using namespace matter;
using namespace std::string_literals;

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// `name: 公共场所卫生许可\n` and what it is in other encodings.
const std::string in_utf8 = "name: 公共场所卫生许可\n";
const std::string in_gbk = "name: \xB9\xAB\xB9\xB2\xB3\xA1\xCB\xF9\xCE\xC0\xC9\xFA\xD0\xED\xBF\xC9\n";

/// UTF-16 and UTF-32 made by hand, independent of the code under test's library.
std::string wide(std::string_view utf8, std::size_t bytes, bool little) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    for (std::size_t i = 0; i < bytes; ++i) {
      const std::size_t shift = 8 * (little ? i : bytes - 1 - i);
      out.push_back(static_cast<char>((c >> shift) & 0xFFU));
    }
  }
  return out;
}

std::string made(std::string text, Encoding& from) {
  from = make_utf8(text);
  return text;
}

bool stays(const std::string& text) {
  Encoding from{};
  return made(text, from) == text && from == Encoding::utf8;
}

}  // namespace

TEST_CASE("encoding: GBK becomes the same text in UTF-8") {
  Encoding from{};
  CHECK(made(in_gbk, from) == in_utf8);
  CHECK(from == Encoding::gb18030);
}

TEST_CASE("encoding: GB18030 with characters of four bytes becomes the same text") {
  // 㐂 is 81 39 EF 35; 𠮷 is 95 34 B5 38 beyond the plane.
  Encoding from{};
  CHECK(made("name: \x81\x39\xEF\x33\xB9\xAB\xB9\xB2\n", from).substr(0, 6) == "name: ");
  CHECK(from == Encoding::gb18030);
  std::size_t bad = 0;
  CHECK(to_utf8("\x95\x32\x82\x36", Encoding::gb18030, bad) == "𠀀");
}

TEST_CASE("encoding: UTF-16 and UTF-32 are known by their marks, and the mark goes") {
  const std::string mark = "\xEF\xBB\xBF";
  Encoding from{};
  CHECK(made(wide(mark + in_utf8, 2, true), from) == in_utf8);
  CHECK(from == Encoding::utf16_le);
  CHECK(made(wide(mark + in_utf8, 2, false), from) == in_utf8);
  CHECK(from == Encoding::utf16_be);
  CHECK(made(wide(mark + in_utf8, 4, true), from) == in_utf8);
  CHECK(from == Encoding::utf32_le);
  CHECK(made(wide(mark + in_utf8, 4, false), from) == in_utf8);
  CHECK(from == Encoding::utf32_be);
}

TEST_CASE("encoding: UTF-16 without a mark is known by its zeros") {
  Encoding from{};
  // 一 (U+4E00) has a zero where ASCII has none.
  const std::string text = "# 申请条件一共有一项，一目了然一一对应\nname: 公共场所卫生许可\nlevel: 市级\n";
  CHECK(made(wide(text, 2, true), from) == text);
  CHECK(from == Encoding::utf16_le);
  CHECK(made(wide(text, 2, false), from) == text);
  CHECK(from == Encoding::utf16_be);
}

TEST_CASE("encoding: a pair of surrogates is one character, also where the converter's buffer ends") {
  std::string text = "\xFF\xFE"s;
  std::string expected;
  for (int i = 0; i < 4095; ++i) text += "a\0"s;
  expected.append(4095, 'a');
  text += "\x42\xD8\xB7\xDF"s;  // 𠮷
  expected += "𠮷";
  Encoding from{};
  CHECK(made(text, from) == expected);
}

TEST_CASE("encoding: UTF-8 stays, whatever it would be in GBK") {
  CHECK(stays(""));
  CHECK(stays("name: x\n"));
  CHECK(stays(in_utf8));
  CHECK(stays("\xEF\xBB\xBF" + in_utf8));
  CHECK(stays("联通：名称\n"));
  CHECK(stays("𠮷野家，㐂\n"));
  CHECK(stays("Größe é\n"));
}

TEST_CASE("encoding: what is not certain stays") {
  CHECK(stays("name: \xCE\xDE\n"));                               // one character: 无, or ÎÞ
  CHECK(stays("name: Gr\xF6\xDF\x65 f\xFCr \xE0 la\n"));          // Latin-1
  CHECK(stays("name: \xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0\n"));  // windows-1251
  CHECK(stays("name: \xA4\xBD\xA6\x40\xB3\xF5\xA9\xD2\n"));       // Big5
  // EUC-KR: ten letters, all where GB 2312 has its first rows.
  CHECK(stays("n: \xBE\xC8\xB3\xE7\xC7\xCF\xBC\xBC\xBF\xE4 \xBE\xC8\xB3\xE7\xC7\xCF\xBC\xBC\xBF\xE4\n"));
  CHECK(guess_encoding("name: \xCE\xDE\n").encoding == Encoding::gb18030);
  CHECK_FALSE(guess_encoding("name: \xCE\xDE\n").certain);
  CHECK(guess_encoding("name: Gr\xF6\xDF\x65 f\xFCr \xE0 la\n").encoding == Encoding::utf8);
}

TEST_CASE("encoding: a text with one byte that decodes to nothing is not converted, and the byte is found") {
  for (std::size_t at = 6; at < in_gbk.size(); at += 2) {
    std::string broken = in_gbk;
    broken.insert(at, "\xFF");
    CHECK(stays(broken));
    std::size_t bad = 0;
    CHECK_FALSE(to_utf8(broken, Encoding::gb18030, bad));
    CHECK(bad == at);
  }
  std::size_t bad = 0;
  CHECK_FALSE(to_utf8("ab\xB9", Encoding::gb18030, bad));
  CHECK(bad == 2);
  CHECK_FALSE(to_utf8("\xFF\xFE\x61\0\x42\xD8\x62\0"s, Encoding::utf16_le, bad));  // half a pair
  CHECK(bad == 4);
  CHECK_FALSE(to_utf8("\xFF\xFE\x61\0\x62"s, Encoding::utf16_le, bad));
  CHECK(bad == 4);
}

TEST_CASE("encoding: UTF-8 and GBK in one text are told, not converted") {
  const std::string gbk_with_utf8 = in_gbk + "# 许可\n";
  CHECK(stays(gbk_with_utf8));
  CHECK(guess_encoding(gbk_with_utf8).mixed_at == in_gbk.size() + 2);
  const std::string utf8_with_gbk = in_utf8 + in_utf8 + "# \xB9\xAB\xB9\xB2\n";
  CHECK(stays(utf8_with_gbk));
  CHECK(guess_encoding(utf8_with_gbk).mixed_at == 2 * in_utf8.size() + 2);
}

TEST_CASE("encoding: a text with zeros is no GBK, and a stray zero makes no UTF-16") {
  CHECK(stays(in_gbk + "\0"s));
  CHECK(stays("a: x\0y\n"s));
  CHECK(stays("name: 公共场所\0卫生许可\n"s));
}

TEST_CASE("encoding: well-formed UTF-8 is judged alike at every place of a block") {
  const std::array<std::string, 14> good = {"a",
                                            "é",
                                            "߿",
                                            "ࠀ",
                                            "名",
                                            "가",
                                            "퟿",
                                            "\xEE\x80\x80",
                                            "，",
                                            "𠮷",
                                            "\xF4\x8F\xBF\xBF",
                                            "\xEF\xBF\xBF",
                                            "\xED\x9F\xBF",
                                            "\xF0\x90\x80\x80"};
  const std::array<std::string, 13> bad = {"\x80",
                                           "\xBF",
                                           "\xC0\xAF",
                                           "\xC1\xBF",
                                           "\xE0\x80\x80",
                                           "\xE0\x9F\xBF",
                                           "\xED\xA0\x80",
                                           "\xF0\x8F\xBF\xBF",
                                           "\xF4\x90\x80\x80",
                                           "\xF5\x80\x80\x80",
                                           "\xFF",
                                           "\xE5\x85",
                                           "\xC3"};
  for (const std::string around : {"a", "公", "ab公"}) {
    std::string before;
    for (int n = 0; n < 40; ++n, before += around) {
      for (const std::string& one : good) {
        CHECK(first_not_utf8(before + one) == nowhere);
        CHECK(first_not_utf8(before + one + before) == nowhere);
      }
      for (const std::string& one : bad) {
        CHECK(first_not_utf8(before + one) == before.size());
        CHECK(first_not_utf8(before + one + before) == before.size());
      }
    }
  }
}

TEST_CASE("encoding: a source is UTF-8 to all who read it, and says what it was") {
  Sources sources;
  const SourceId gbk = sources.add_text(SourceKind::memory, "gbk.yaml", in_gbk);
  const SourceId plain = sources.add_text(SourceKind::memory, "plain.yaml", in_utf8);
  std::string text;
  sources.read(gbk, text);
  CHECK(text == in_utf8);
  CHECK(*sources.text(gbk) == in_utf8);
  CHECK(sources.encoding(gbk) == Encoding::gb18030);
  CHECK(sources.encoding(plain) == Encoding::utf8);
  CHECK(sources.converted() == std::vector<SourceId>{gbk});
}
