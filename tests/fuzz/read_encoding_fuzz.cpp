#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/entries.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace matter::fuzz {

namespace {

/// The same question asked one character after the other.
std::size_t plainly_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_code_point(text, at) == 0xFFFD && at == begin + 1) return begin;
  }
  return std::string_view::npos;
}

void demand(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

}  // namespace

void read_encoding(std::string_view bytes) {
  const std::string given(bytes);
  std::string text = given;
  const std::size_t wrong = plainly_not_utf8(given);
  demand(first_not_utf8(given) == wrong, "both looks find the same first byte that is no UTF-8");
  const Encoding from = make_utf8(text);
  if (from == Encoding::utf8) {
    demand(text == given, "what is not converted stays");
  } else {
    demand(first_not_utf8(text) == std::string_view::npos, "what is converted is UTF-8");
    const bool zeros = given.find('\0') != std::string::npos;
    demand(wrong != std::string_view::npos || zeros, "UTF-8 stays");
    std::string again = given;
    demand(make_utf8(again) == from && again == text, "the same bytes are always the same text");
  }
  for (const Encoding each : {Encoding::gb18030, Encoding::utf16_le, Encoding::utf16_be, Encoding::utf32_le}) {
    std::size_t bad = 0;
    if (to_utf8(given, each, bad)) continue;
    demand(bad < given.size(), "the byte that does not decode is one of the text");
  }
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::read_encoding);
