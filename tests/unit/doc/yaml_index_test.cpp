#include <doctest/doctest.h>

#include "doc/yaml/index.h"

#include <random>

using namespace matter::yaml;

TEST_CASE("yaml index: vector instructions and plain bytes see the same") {
  std::mt19937 random(11);
  const std::string_view parts[] = {
      ": ", ":",        " #",       "#",        "\n",   "\r\n", "公",           "，",
      "　", "\xC2\xA0", "a",        "\t",       "\x01", "\x7F", "\xEF\xBB\xBF", "\xEF\xBF\xBF",
      "😀",  "\xFF",     "\xE4\xB8", "\xC2\x85", "é",    " "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t length = random() % 200;
    const bool clean = round % 2 == 0;
    while (text.size() < length) {
      const std::string_view part = parts[random() % std::size(parts)];
      if (!clean || (part != "\xFF" && part != "\xE4\xB8")) text += part;
    }
    Index fast;
    Index slow;
    fast.build(text);
    slow.build_portable(text);
    CHECK(fast.utf8 == slow.utf8);
    CHECK(fast.stops == slow.stops);
    CHECK(fast.odd == slow.odd);
    if (clean) CHECK(fast.utf8);
  }
}

TEST_CASE("yaml index: stops are line breaks, colons before and hashes after white space, and the end") {
  const std::string_view text = "a: b:c d#e #f\n:x:";
  Index index;
  index.build(text);
  const Scan scan{text.data(), static_cast<Offset>(text.size()), index.stops.data()};
  std::vector<Offset> stops;
  for (Offset p = 0; p <= text.size(); ++p) {
    p = scan.next_stop(p);
    stops.push_back(p);
  }
  CHECK(stops == std::vector<Offset>{1, 11, 13, 16, 17});
}
