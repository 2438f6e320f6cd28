#include "exchange/joined.h"

#include <doctest/doctest.h>

#include "support/random.h"

using namespace matter;

namespace {

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 0) text += separator;
    append_escaped_value(text, values[i], separator);
  }
  return text;
}

}  // namespace

TEST_CASE("joined: a separator within a value stands behind a backslash") {
  CHECK(joined({"甲", "乙；丙", "丁\\"}, "；") == "甲；乙\\；丙；丁\\\\");
  CHECK(split_joined("甲；乙\\；丙", "；") == std::vector<std::string>{"甲", "乙；丙"});
  CHECK(split_joined("C:\\files；x", "；") == std::vector<std::string>{"C:\\files", "x"});
  CHECK(split_joined("", "；") == std::vector<std::string>{""});
}

TEST_CASE("joined: values that come apart as they are stay as they are") {
  CHECK(join_values({"甲\n乙", "C:\\files"}, "\n\n") == "甲\n乙\n\nC:\\files");
  CHECK(join_values({"甲；乙", "丙"}, "；") == "甲\\；乙；丙");
  CHECK(join_values({"甲\n\n乙"}, "\n\n") == "甲\\\n\\\n乙");
}

TEST_CASE("joined: any values come apart as they were") {
  matter::test::Random random(11);
  const std::string_view pieces[] = {"；", "\\", "甲", "；；", ",", " "};
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::string> values(1 + random.below(4));
    for (std::string& value : values) {
      for (std::size_t n = random.below(5); n > 0; --n) value += pieces[random.below(std::size(pieces))];
    }
    for (const std::string_view separator : {"；", ",", "；；"}) {
      CAPTURE(joined(values, separator));
      CHECK(split_joined(joined(values, separator), separator) == values);
      CHECK(split_joined(join_values(values, separator), separator) == values);
    }
  }
}
