#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/losses.h"
#include "exchange/mapping.h"
#include "media/csv.h"
#include "support/repository.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

namespace {

struct LayoutColumn {
  std::string name, type;
  bool required = false;
  std::string label;
  friend bool operator==(const LayoutColumn&, const LayoutColumn&) = default;
};

/// The vendor's own columns, which no office sends.
bool is_vendors(std::string_view column) {
  return column == "id" || column == "tenant_id" || column.starts_with("create_") || column.starts_with("update_");
}

/// A table of the published layout.
std::vector<LayoutColumn> layout_of(std::string_view csv, std::string_view table) {
  Arena arena;
  CsvReader reader(csv, arena);
  std::vector<CsvCell> row;
  std::vector<LayoutColumn> columns;
  while (reader.next(row)) {
    if (row.size() < 6 || row[0].text != table || is_vendors(row[2].text)) continue;
    columns.push_back(
        {std::string(row[2].text), std::string(row[3].text), row[4].text == "Y", std::string(row[5].text)});
  }
  return columns;
}

/// Whether the mapping speaks of the field at this path: carries it, or says that it is not carried.
bool spoken_of(const Mapping& mapping, const FieldPath& path) {
  const auto begins = [&](const FieldPath& shorter) {
    return shorter.count != 0 && shorter.count <= path.count &&
           std::equal(shorter.begin(), shorter.end(), path.begin());
  };
  for (const std::string_view written : mapping.not_carried) {
    if (begins(*resolve_path(written))) return true;
  }
  bool carried = false;
  for_each_column(mapping.tables, [&](const Column& column) {
    carried = carried || begins(column.path) || begins(column.read);
    if (mapping.documents() && column.is(FunctionId::directory_code))
      carried = carried || begins(*resolve_path("directory_code")) || begins(*resolve_path("basic_code"));
  });
  return carried;
}

void check_spoken_of(const Mapping& mapping, const Table& table, const std::string& prefix) {
  for (const Field& field : table.fields) {
    const std::string path = prefix + std::string(field.key);
    if (path == "sample" || path == "extra") continue;
    if (spoken_of(mapping, *resolve_path(path))) continue;
    if (field.table != nullptr) {
      check_spoken_of(mapping, *field.table(), path + ".");
    } else {
      FAIL_CHECK(mapping.platform, " neither carries ", path, " nor says that it does not");
    }
  }
}

}  // namespace

TEST_CASE("platforms: every mapping file is read without a finding and is called what it says") {
  const auto files = repository_files("schemas/platforms");
  std::size_t seen = 0;
  for (const auto& path : files) {
    if (path.extension() != ".yaml") continue;
    ++seen;
    Sources sources;
    Collector findings(Lang::en);
    const auto mapping = load_mapping(path.stem().string(), sources, findings);
    for (const Diagnostic& d : findings.found()) FAIL_CHECK(path.string(), ": ", d.message);
    REQUIRE(mapping != nullptr);
    CHECK(mapping->platform == path.stem().string());
    CHECK_FALSE(mapping->label.empty());
    CHECK_FALSE(mapping->help.empty());
    CHECK(mapping->version > 0);
    CHECK(mapping->spec.sources.size() > 0);
  }
  CHECK(seen == known_platforms().size());
  CHECK(seen >= 3);
}

TEST_CASE("platforms: an import says of every field whether its source carries it") {
  for (const std::string_view platform : known_platforms()) {
    Sources sources;
    Collector findings(Lang::en);
    const auto mapping = load_mapping(platform, sources, findings);
    REQUIRE(mapping != nullptr);
    if (mapping->imports() && !mapping->whole_model) check_spoken_of(*mapping, *table_of<Matter>(), {});
  }
}

TEST_CASE("platforms: national-exchange has the published tables column for column") {
  const auto shared = shared_data_or_say("platforms: national-exchange");
  if (!shared) return;
  const std::string csv = file_text(*shared / "data/layouts/national_exchange_up_task_tables.csv");
  Sources sources;
  Collector findings(Lang::en);
  const auto mapping = load_mapping("national-exchange", sources, findings);
  REQUIRE(mapping != nullptr);
  CHECK(mapping->tables.size() == 18);
  for (const MappedTable& table : mapping->tables) {
    CAPTURE(table.name);
    const std::vector<LayoutColumn> layout = layout_of(csv, table.name);
    REQUIRE(layout.size() == table.columns.size());
    for (std::size_t i = 0; i < layout.size(); ++i) {
      const Column& column = table.columns[i];
      CHECK(LayoutColumn{std::string(column.name), std::string(column.type_text), column.required,
                         std::string(column.label)} == layout[i]);
    }
  }
}

TEST_CASE("platforms: functions have names and words in both languages") {
  for (const Function& function : functions()) {
    CHECK(find_function(function.name) == &function);
    CHECK_FALSE(function.help.zh.empty());
    CHECK_FALSE(function.help.en.empty());
    std::string_view uses = function.uses;
    while (!uses.empty()) {
      const std::size_t end = std::min(uses.find(' '), uses.size());
      CHECK(resolve_path(uses.substr(0, end)).has_value());
      uses.remove_prefix(std::min(end + 1, uses.size()));
    }
  }
  for (std::size_t i = 0; i < loss_reason_count; ++i) {
    CHECK_FALSE(name(static_cast<LossReason>(i)).empty());
    CHECK_FALSE(words(static_cast<LossReason>(i)).zh.empty());
    CHECK_FALSE(words(static_cast<LossReason>(i)).en.empty());
  }
}
