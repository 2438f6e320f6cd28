#include "exchange/row_changes.h"

#include <doctest/doctest.h>

#include <array>

#include "support/mappings.h"
#include "support/read_text.h"

using namespace matter;
using matter::test::load_mapping_text;
using matter::test::read_text;

namespace {

constexpr std::string_view mapping =
    "format: 1\nplatform: t\nlabel: T\ndirection: export\nmedium: csv\n"
    "codes: {how: {I: \"1\", U: \"2\", D: []}}\n"
    "tables:\n  - table: a\n    columns:\n      - {column: id, function: matter_id}\n"
    "      - {column: cd_operation, function: operation}\n      - {column: cd_batch, function: batch}\n"
    "      - {column: cd_time, function: export_time, type: datetime}\n      - {column: name, path: name}\n"
    "      - {column: short, path: short_name}\n"
    "  - table: b\n    each: materials\n    columns:\n      - {column: id, function: row_id}\n"
    "      - {column: how, function: operation, codes: how}\n"
    "  - table: c\n    each: materials\n    columns: [{column: id, function: matter_id}]\n";

struct Rows {
  std::unique_ptr<matter::test::LoadedMapping> loaded = load_mapping_text(mapping);
  const Mapping& m = *loaded->mapping;
  ExportRun run{{2026, 1, 31}};
  Losses losses;
  LossRecorder recorder{losses};
  CellMaker cells{m, run, recorder};
  RowCells row;

  ContentId content_of(std::string_view yaml) {
    const auto read = read_text(std::string(yaml));
    RowContext context;
    context.matter = &read->matter();
    context.identity = "m";
    row.make(m.tables[0], context, cells);
    return row.content();
  }
};

}  // namespace

TEST_CASE("row changes: what tells of the run is no part of the content, and is told apart") {
  Rows rows;
  const ContentId first = rows.content_of("name: 甲\nshort_name: 乙");
  const std::string key(rows.row.key());
  CHECK(key.size() == 36);
  CHECK(rows.row.texts() == std::vector<std::string>{key, "", "", "", "甲", "乙"});
  rows.row.tell_run(rows.m.tables[0], RowOperation::update, "202601310007", rows.cells);
  CHECK(rows.row.texts() == std::vector<std::string>{key, "U", "202601310007", "2026-01-31 00:00:00", "甲", "乙"});
  CHECK(rows.row.content() == first);
  CHECK(rows.content_of("short_name: 乙\nname: 甲") == first);
  CHECK(rows.content_of("name: 甲") != first);
  CHECK(rows.content_of("name: 乙\nshort_name: 甲") != first);
  CHECK(rows.content_of("short_name: 甲乙") != rows.content_of("name: 甲乙"));
}

TEST_CASE("row changes: a row that went needs no matter, and code maps hold for operations too") {
  Rows rows;
  rows.row.take({"k", "I", "1", "", "甲", ""});
  rows.row.tell_run(rows.m.tables[0], RowOperation::remove, {}, rows.cells);
  CHECK(rows.row.texts() == std::vector<std::string>{"k", "D", "20260131", "2026-01-31 00:00:00", "甲", ""});
  rows.row.take({"k", ""});
  rows.row.tell_run(rows.m.tables[1], RowOperation::update, {}, rows.cells);
  CHECK(rows.row.texts()[1] == "2");
  CHECK(rows.losses.list.empty());
  rows.row.tell_run(rows.m.tables[1], RowOperation::remove, {}, rows.cells);
  CHECK(rows.losses.count(LossReason::no_code) == 1);
}

TEST_CASE("row changes: the key of a row is its own id, and where a matter has one row the matter's") {
  const Rows rows;
  REQUIRE(row_key(rows.m.tables[0]) != nullptr);
  CHECK(row_key(rows.m.tables[0])->name == "id");
  CHECK(row_key(rows.m.tables[1]) == &rows.m.tables[1].columns[0]);
  CHECK(row_key(rows.m.tables[2]) == nullptr);
}

TEST_CASE("row changes: fresh, changed, the same, gone and twice") {
  RowChanges changes;
  const auto id = [](std::string_view text) { return content_id({text}); };
  changes.know("a", "1", id("x"));
  changes.know("a", "2", id("x"));
  changes.know("b", "1", id("x"));
  CHECK_FALSE(changes.has("a", "1"));
  using Is = RowChanges::Is;
  CHECK(changes.judge("a", "1", id("x")) == Is::same);
  CHECK(changes.judge("b", "1", id("y")) == Is::changed);
  CHECK(changes.judge("b", "2", id("x")) == Is::fresh);
  CHECK(changes.judge("a", "1", id("x")) == Is::twice);
  CHECK(changes.judge("b", "2", id("z")) == Is::twice);
  CHECK(changes.known() == 3);
  CHECK(changes.gone() == 1);
  CHECK_FALSE(changes.has("a", "2"));
  for (const auto& [table, key] : {std::pair{"a", "1"}, std::pair{"b", "1"}, std::pair{"b", "2"}})
    CHECK(changes.has(table, key));
  CHECK_FALSE(changes.has("ab", "1"));
}

TEST_CASE("row changes: ids of contents come back from their text") {
  const ContentId id = content_id({"a", "bc"});
  CHECK(id != content_id({"ab", "c"}));
  CHECK(ContentId::read(id.text()) == id);
  CHECK(id.text().size() == 32);
  for (const std::string_view wrong :
       std::array<std::string_view, 4>{"", "0", "g0000000000000000000000000000000", "-0000000000000000000000000000000"})
    CHECK_FALSE(ContentId::read(wrong).has_value());
}
