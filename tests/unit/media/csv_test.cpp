#include "media/csv.h"

#include <doctest/doctest.h>

#include "media/lines.h"
#include "support/random.h"

using namespace matter;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string write(const Rows& rows) {
  std::string text;
  CsvWriter csv(text);
  for (const auto& row : rows) {
    for (const std::string& cell : row) csv.cell(cell);
    csv.end_row();
  }
  return text;
}

Rows read(std::string_view text, bool* broken = nullptr) {
  Arena arena;
  CsvReader reader(text, arena);
  Rows rows;
  std::vector<CsvCell> row;
  while (reader.next(row)) {
    auto& cells = rows.emplace_back();
    for (const CsvCell& cell : row) cells.emplace_back(cell.text);
  }
  if (broken != nullptr) *broken = reader.broken();
  return rows;
}

}  // namespace

TEST_CASE("csv: RFC 4180: commas, quotes and line breaks are quoted, rows end in CRLF") {
  CHECK(write({{"a", "b c"}, {"x,y", "say \"hi\"", "1\r\n2"}, {""}, {"", ""}}) ==
        "a,b c\r\n\"x,y\",\"say \"\"hi\"\"\",\"1\r\n2\"\r\n\"\"\r\n,\r\n");
}

TEST_CASE("csv: reading gives values and places") {
  Arena arena;
  const std::string_view text = "\xEF\xBB\xBF甲,\"乙\"\"丙\"\n,x\r\nlast";
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  REQUIRE(reader.next(row));
  REQUIRE(row.size() == 2);
  CHECK(row[0].text == "甲");
  CHECK(row[1].text == "乙\"丙");
  CHECK(slice(text, row[1].span) == "\"乙\"\"丙\"");
  REQUIRE(reader.next(row));
  CHECK(row[0].text.empty());
  CHECK(row[1].text == "x");
  REQUIRE(reader.next(row));
  CHECK(row.size() == 1);
  CHECK(row[0].text == "last");
  CHECK_FALSE(reader.next(row));
}

TEST_CASE("csv: an unclosed quote is said, nothing is lost") {
  bool broken = false;
  CHECK(read("a,\"b\nc", &broken) == Rows{{"a", "b\nc"}});
  CHECK(broken);
  CHECK(read("a,\"b\"c,d\n", &broken) == Rows{{"a", "bc", "d"}});
  CHECK_FALSE(broken);
}

TEST_CASE("csv: any text comes back as it was") {
  test::Random random(7);
  const std::string_view pieces[] = {"",  ",", "\"", "\n",   "\r",   "\r\n", "甲",
                                     "a", " ", "\t", "=1+1", "\"\"", "'",    "\xEF\xBB\xBF"};
  for (int round = 0; round < 3000; ++round) {
    Rows rows(1 + random.below(4));
    const std::size_t width = 1 + random.below(4);
    for (auto& row : rows) {
      for (std::size_t i = 0; i < width; ++i) {
        std::string& cell = row.emplace_back();
        for (std::size_t n = random.below(5); n > 0; --n) cell += random.pick(pieces);
      }
    }
    const std::string text = write(rows);
    if (text.starts_with("\xEF\xBB\xBF")) continue;  // would be a byte order mark: headers never begin so
    CHECK(read(text) == rows);
  }
}

TEST_CASE("lines: blank ones are passed over, offsets and numbers are those of the text") {
  const std::string_view text = "\xEF\xBB\xBF{}\r\n\n  \t\n[1]\n{}";
  LineReader lines(text);
  const auto first = lines.next();
  REQUIRE(first);
  CHECK(first->text == "{}");
  CHECK(first->offset == 3);
  CHECK(first->number == 1);
  const auto second = lines.next();
  REQUIRE(second);
  CHECK(second->text == "[1]");
  CHECK(second->number == 4);
  CHECK(text.substr(second->offset, 3) == "[1]");
  CHECK(lines.next()->number == 5);
  CHECK_FALSE(lines.next());
}
