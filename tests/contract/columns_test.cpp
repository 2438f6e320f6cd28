#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "exchange/mapping.h"
#include "media/csv.h"
#include "model/path.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

namespace {

using Place = std::pair<std::string, std::string>;  // table, column

struct Row {
  std::string kind, path, reason;
};

void each_row(const std::string& csv, const std::function<void(const std::vector<CsvCell>&)>& visit) {
  Arena arena;
  CsvReader reader(csv, arena);
  std::vector<CsvCell> row;
  for (bool head = true; reader.next(row); head = false)
    if (!head) visit(row);
}

std::map<Place, Row> columns_of(const std::string& name) {
  std::map<Place, Row> rows;
  const std::string csv = file_text(in_repository("schemas/columns/" + name + ".csv"));
  each_row(csv, [&](const std::vector<CsvCell>& row) {
    REQUIRE(row.size() == 5);
    const Place place{row[0].text, row[1].text};
    CAPTURE(place.first + "." + place.second);
    CHECK(
        rows.emplace(place, Row{std::string(row[2].text), std::string(row[3].text), std::string(row[4].text)}).second);
  });
  return rows;
}

/// Both ways: what the layout has is in the table, and the table has nothing else.
void same_places(const std::set<Place>& layout, const std::map<Place, Row>& table) {
  for (const Place& place : layout) {
    CAPTURE(place.first + "." + place.second);
    CHECK(table.count(place) == 1);
  }
  for (const auto& row : table) {
    CAPTURE(row.first.first + "." + row.first.second);
    CHECK(layout.count(row.first) == 1);
  }
}

}  // namespace

TEST_CASE("columns: each column is a field that exists, or follows from one or is technical, with the reason") {
  for (const char* name : {"national-exchange", "item-library", "fujian-hall", "fujian-directory"}) {
    CAPTURE(name);
    const auto rows = columns_of(name);
    CHECK(rows.size() > 30);
    for (const auto& row : rows) {
      CAPTURE(row.first.first + "." + row.first.second);
      const Row& said = row.second;
      const bool technical = said.kind == "technical";
      CHECK((said.kind == "field" || said.kind == "derived" || technical));
      CHECK(said.path.empty() == technical);
      CHECK(said.reason.empty() == (said.kind == "field"));
      if (!technical) CHECK(resolve_path(said.path).has_value());
    }
  }
}

TEST_CASE("columns: every column of the national layout has its place, and nothing else has") {
  const auto shared = shared_data_or_say("columns of the national layout");
  if (!shared) return;
  std::set<Place> layout;
  each_row(
      file_text(*shared / "data/layouts/national_exchange_up_task_tables.csv"), [&](const std::vector<CsvCell>& row) {
        const std::string_view column = row[2].text;
        const bool vendors =
            column == "id" || column == "tenant_id" || column.starts_with("create_") || column.starts_with("update_");
        if (row[0].text.starts_with("up_task_") && !vendors) layout.emplace(row[0].text, column);
      });
  CHECK(layout.size() > 400);
  same_places(layout, columns_of("national-exchange"));
}

TEST_CASE("columns: every field of the item library that the nation asks for has its place") {
  const auto shared = shared_data_or_say("columns of the item library");
  if (!shared) return;
  std::set<Place> layout;
  each_row(file_text(*shared / "data/layouts/item_library_dictionary.csv"), [&](const std::vector<CsvCell>& row) {
    if (row.size() < 9 || row[8].text != "国家") return;
    const std::string_view sheet = row[0].text;
    const auto open = sheet.find('(');
    layout.emplace(sheet.substr(open + 1, sheet.size() - open - 2), row[2].text);
  });
  CHECK(layout.size() > 100);
  same_places(layout, columns_of("item-library"));
}

namespace {

/// An element or member by what it stands in, as the fact tables name it.
void each_place(const MappedTable& table, const std::string& name,
                const std::function<void(const Place&, const Column&)>& visit) {
  for (const Column& column : table.columns) {
    if (column.object.empty()) visit({name, std::string(column.name)}, column);
    for (const MappedTable& object : column.object)
      each_place(object,
                 column.flat                      ? name
                 : column.name == "directoryList" ? "material"
                                                  : std::string(column.name),
                 visit);
  }
}

}  // namespace

TEST_CASE("columns: the mappings of Fujian's platforms have the published names, all of them and no other") {
  struct Published {
    const char *platform, *facts, *top;
  };
  for (const Published& one : {Published{"fujian-hall-xml", "fujian-hall", "Body"},
                               Published{"fujian-directory-json", "fujian-directory", "directory"}}) {
    CAPTURE(one.platform);
    const auto rows = columns_of(one.facts);
    Sources sources;
    Collector findings(Lang::en);
    const auto mapping = load_mapping(one.platform, sources, findings);
    REQUIRE(mapping != nullptr);
    REQUIRE(mapping->tables.size() == 1);
    std::set<Place> mapped;
    each_place(mapping->tables[0], one.top, [&](const Place& place, const Column& column) {
      CAPTURE(place.first + "." + place.second);
      if (column.is(FunctionId::sample)) return;
      mapped.insert(place);
      const auto row = rows.find(place);
      REQUIRE(row != rows.end());
      if (row->second.kind == "technical") {
        CHECK((column.keep || column.is(FunctionId::order)));
      } else if (column.mapped() && !column.lossy) {
        CHECK(to_text(column.path) == to_text(*resolve_path(row->second.path)));
      }
    });
    same_places(mapped, rows);
  }
}

TEST_CASE("columns: the mapping of the national exchange puts no other field into a column") {
  const auto rows = columns_of("national-exchange");
  Sources sources;
  Collector findings(Lang::en);
  const auto mapping = load_mapping("national-exchange", sources, findings);
  REQUIRE(mapping != nullptr);
  for (const MappedTable& table : mapping->tables) {
    for (const Column& column : table.columns) {
      if (!column.mapped()) continue;
      CAPTURE(std::string(table.name) + "." + std::string(column.name));
      const auto found = rows.find({std::string(table.name), std::string(column.name)});
      REQUIRE(found != rows.end());
      const auto said = resolve_path(found->second.path);
      REQUIRE(said);
      CHECK(to_text(*said) == to_text(column.path));
    }
  }
}
