#include "text/eight_bytes.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

TEST_CASE("eight bytes: a byte is found wherever it stands, and none that is not there") {
  const auto comma = [](std::string_view text) {
    return any_marked(text, [](std::uint64_t bytes) { return bytes_equal(bytes, ','); });
  };
  const auto control = [](std::string_view text) {
    return any_marked(text, [](std::uint64_t bytes) { return bytes_below(bytes, ' '); });
  };
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text;
    while (text.size() < size) text += static_cast<char>("申a- \x7F\xFF"[text.size() % 8]);
    for (char& c : text) c = c == '\0' ? 'x' : c;
    CHECK_FALSE(comma(text));
    CHECK_FALSE(control(text));
    for (std::size_t at = 0; at < size; ++at) {
      std::string with = text;
      with[at] = ',';
      CHECK(comma(with));
      with[at] = '\x1F';
      CHECK(control(with));
      with[at] = '\0';
      CHECK(control(with));
    }
  }
}
