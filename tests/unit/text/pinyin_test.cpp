#include "text/pinyin.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

namespace {

std::string letters(char32_t c) {
  std::string all;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    if (((pinyin_initials(c) >> (letter - 'a')) & 1U) != 0) all += letter;
  }
  return all;
}

}  // namespace

TEST_CASE("pinyin: the initials of all readings in use, and of nothing else") {
  CHECK(letters(U'照') == "z");
  CHECK(letters(U'行') == "hx");
  CHECK(letters(U'重') == "cz");
  CHECK(letters(U'单') == "cds");
  CHECK(letters(U'长') == "cz");
  CHECK(letters(U'厂') == "c");  // not ān, nor the hǎn of old
  CHECK(letters(U'會') == "hk");
  CHECK(letters(U'〇') == "l");
  CHECK(letters(U'㐀') == "q");
  for (const char32_t c : {U'a', U'，', U'\x2FFF', U'\xA000', U'\x20000', U'\0'}) CHECK(letters(c).empty());
}

TEST_CASE("pinyin: nearly every unified ideograph is known") {
  std::size_t known = 0;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) known += pinyin_initials(c) != 0 ? 1U : 0U;
  CHECK(known > 20900);
}
