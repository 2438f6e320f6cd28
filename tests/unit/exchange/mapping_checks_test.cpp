#include <doctest/doctest.h>

#include "doc/json.h"
#include "exchange/import_record.h"
#include "support/mappings.h"

using namespace matter;
using namespace matter::test;

namespace {

/// What is said of a mapping with this head (two lines) and these tables or columns; line 6 is the first of `rest`.
std::string said_of(std::string_view direction, std::string_view rest) {
  const auto loaded = load_mapping_text(std::string("format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: ")
                                            .append(direction)
                                            .append("\n")
                                            .append(rest));
  CHECK((loaded->mapping == nullptr) == !loaded->findings.found().empty());
  return loaded->said();
}

std::string said_of_column(std::string_view direction, std::string_view column) {
  return said_of(direction, "tables: [{table: t, columns: [{column: A, " + std::string(column) + "}]}]\n");
}

}  // namespace

TEST_CASE("mapping checks: every value that may be written has a code, or it is said that there is none") {
  const std::string tables =
      "\ntables: [{table: t, columns: [{column: A, path: handling_code}, {column: B, path: kind, codes: k}]}]\n";
  CHECK(said_of("export", "codes: {k: {即办件: \"1\"}}" + tables) == "6:9: code map 'k' has no code for: 承诺件\n");
  CHECK(said_of("export", "codes: {k: {即办件: \"1\", 承诺件: []}}" + tables).empty());
  CHECK(said_of("import", "codes: {k: {即办件: \"1\"}}" + tables).empty());
  CHECK(said_of("export", "codes: {k: {即办件: \"1\", 承诺件: \"2\", 快办件: []}}" + tables) ==
        "7:96: '快办件' of code map 'k' is no value of this column\n");
}

TEST_CASE("mapping checks: the codes of flags, units, levels and channels, and of the types that a table takes") {
  const auto said = [](std::string_view map, std::string_view column) {
    return said_of("export", "codes: {k: {" + std::string(map) +
                                 "}}\ntables: [{table: t, types: [公共服务], columns: [{column: A, " +
                                 std::string(column) + ", codes: k}]}]\n");
  };
  CHECK(said("是: \"1\"", "path: channels.online.available") == "6:9: code map 'k' has no code for: 否\n");
  CHECK(said("是: \"1\"", "path: fees, function: offered") == "6:9: code map 'k' has no code for: 否\n");
  CHECK(said("工作日: \"1\", 自然日: \"2\", 周: [], 月: [], 年: []", "path: limits.legal, pattern: \"{unit}\"") ==
        "6:9: code map 'k' has no code for: 当场\n");
  CHECK(said("国家级: a, 省级: b, 市级: c, 县级: d, \"镇(乡、街道)级\": e", "function: level") ==
        "6:9: code map 'k' has no code for: 村(社区)级\n");
  CHECK(said("窗口办理: a, 网上办理: b", "function: channel_names, join: \"^\"") ==
        "6:9: code map 'k' has no code for: 快递申请\n");
  CHECK(said("行政许可: a", "path: type") == "6:9: code map 'k' has no code for: 公共服务\n");
  CHECK(said("公共服务: a", "path: type").empty());
}

TEST_CASE("mapping checks: a list that is open has values that nobody can count") {
  CHECK(
      said_of("export",
              "codes: {k: {跨省通办: \"1\"}}\ntables: [{table: t, columns: [{column: A, path: tongban.list, codes: k, "
              "join: \"^\"}]}]\n")
          .empty());
}

TEST_CASE("mapping checks: where both directions are meant, what cannot be read back says so") {
  CHECK(said_of_column("both", "path: fees, function: offered") ==
        "6:65: the field cannot be made of what 'offered' gives again\n");
  CHECK(said_of_column("both", "path: agency.region, function: town_code, lossy: 是").empty());
  CHECK(said_of_column("both", "function: implementing_code") ==
        "6:53: the field cannot be made of what 'implementing_code' gives again\n");
  CHECK(said_of_column("both", "function: batch").empty());
  CHECK(said_of_column("both", "path: agency.region, function: region_6").empty());
  CHECK(said_of_column("both", "path: name, otherwise: main") ==
        "6:66: an import cannot tell whether a value is that of 'main'\n");
  CHECK(said_of_column("both", "path: kind, default: 即办件") ==
        "6:64: an import takes the default '即办件' for a value\n");
  CHECK(said_of_column("both", "path: kind, default: 不详, absent: 不详").empty());
  CHECK(said_of_column("both", "path: fees.name, none: \"-\", absent: \"-\", join: ；") ==
        "6:66: '-' stands for 无 and for something else: it cannot be read\n");
  CHECK(said_of("both",
                "codes: {k: {是: \"1\", 否: \"0\"}}\ntables: [{table: t, columns: [{column: A, path: "
                "channels.nearby, codes: k, none: \"0\"}]}]\n") ==
        "7:82: '0' stands for 无 and for something else: it cannot be read\n");
  for (const std::string_view direction : {"import", "export"})
    CHECK(said_of_column(direction, "path: name, otherwise: main").empty());
}

TEST_CASE("mapping checks: a condition can be true and can be false") {
  CHECK(said_of_column("export", "path: name, when: {path: clients, has: 个人}") ==
        "6:82: '个人' is no value of clients: the condition never changes\n");
  CHECK(said_of_column("export", "path: name, when: {path: clients, lacks: 自然人}").empty());
  CHECK(said_of_column("export", "path: name, when: {path: clients}") ==
        "6:61: a condition has a path, and one of has, lacks and unless\n");
  CHECK(said_of_column("export", "path: name, when: {has: 自然人}") ==
        "6:61: a condition has a path, and one of has, lacks and unless\n");
  CHECK(said_of_column("export", "path: name, when: {path: client, has: 自然人}") ==
        "6:68: a matter has no field 'client'\n");
}

TEST_CASE("mapping checks: of several tables, a list comes from one, and every row can be told to its matter") {
  const std::string first =
      "tables:\n  - {table: a, columns: [{column: I, function: identity}, {column: N, path: name}";
  const std::string items =
      "  - {table: b, each: materials, columns: [{column: I, function: identity}, {column: M, path: "
      "materials.name}]}\n";
  CHECK(said_of("both", first + "]}\n" + items).empty());
  CHECK(said_of("both", first + ", {column: M, path: materials.name, join: ；}]}\n" + items) ==
        "7:102: the items of 'materials.name' come from table 'b' already\n");
  CHECK(said_of("both", first + ", {column: M, path: materials.name, join: ；, lossy: 是}]}\n" + items).empty());
  CHECK(said_of("both", first + ", {column: M, path: materials, function: presence}]}\n" + items).empty());
  CHECK(said_of("both", first + "]}\n" + items + "  - {table: c, each: materials, like: b}\n") ==
        "9:22: the items of 'materials' come from table 'b' already\n");
  CHECK(
      said_of("both", first + "]}\n  - {table: b, each: materials, columns: [{column: M, path: materials.name}]}\n") ==
      "8:13: rows of table 'b' cannot be told to a matter\n");
  CHECK(said_of("export", first + ", {column: M, path: materials.name, join: ；}]}\n" + items).empty());
}

TEST_CASE("mapping checks: tables have names of their own, and the format is one that is known") {
  CHECK(said_of("export",
                "tables:\n  - {table: a, columns: [{column: N, path: name}]}\n  - {table: a, columns: "
                "[{column: N, path: name}]}\n") == "8:13: table 'a' stands twice\n");
  const auto newer = load_mapping_text("format: 2\nplatform: t\nlabel: T\nmedium: csv\n");
  CHECK(newer->said() == "1:9: there is no format 2; this program knows 1\n");
}

TEST_CASE("mapping checks: a column that is lossy is never read into its field") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\nmedium: jsonl\ndirection: both\ntables:\n  - table: t\n    columns:\n"
      "      - {column: A, path: name}\n      - {column: B, path: agency.region, function: town_code, lossy: 是}\n");
  REQUIRE(loaded->mapping != nullptr);
  RecordImport records(*loaded->mapping, loaded->mapping->tables[0]);
  Collector findings(Lang::en);
  Document from;
  REQUIRE(read_json(R"({"A":"甲","B":"350203001000"})", 0, 0, from, findings));
  Document to;
  std::vector<ImportNote> notes;
  const NodeId matter = records.read(from, from.roots[0], to, notes);
  CHECK(to.find(matter, "agency") == no_node);
  CHECK(to.find(matter, "extra") != no_node);
}

TEST_CASE("mapping checks: one medium or several, each once, and all hold what the columns are") {
  const auto said = [](std::string_view media,
                       std::string_view rest = "tables: [{table: t, columns: [{path: name}]}]\n") {
    return load_mapping_text(
               std::string("format: 1\nplatform: t\nlabel: T\ndirection: export\n").append(media).append(rest))
        ->said();
  };
  CHECK(said("media: [csv, jsonl, xlsx]\n").empty());
  CHECK(said("medium: csv\nmedia: [jsonl]\n") == "5:9: give medium or media, not both\n");
  CHECK(said("media: [csv, csv]\n") == "5:14: 'csv' stands here twice\n");
  CHECK(said("media: [csv, paper]\n") == "5:14: 'paper' is none of the values\n");
  CHECK(said("") == "1:1: 'medium' is missing\n");
  CHECK(said("media: [html, markdown]\n").empty());
  CHECK(said("media: [csv, html]\n") ==
        "5:14: 'html' cannot stand beside the others: one is pages for people, the other is tables\n");
  const std::string_view object =
      "tables: [{table: t, columns: [{column: a, each: materials, columns: [{column: b, path: materials.name}]}]}]\n";
  CHECK(said("media: [jsonl]\n", object).empty());
  CHECK(said("media: [jsonl, csv]\n", object) == "6:40: 'a' is an object, which this medium cannot hold\n");
}

TEST_CASE("mapping checks: what is written under a condition alone cannot be read back") {
  const auto said = [](std::string_view direction, std::string_view columns) {
    return said_of(direction, "tables: [{table: t, columns: [{column: A, path: name, when: {path: clients, " +
                                  std::string(columns) + "}]}]\n");
  };
  CHECK(said("both", "has: 自然人}") ==
        "6:68: filled only where 'clients' meets the condition: an import cannot tell whether there is no value\n");
  CHECK(said("both", "has: 自然人}, lossy: 是").empty());
  CHECK(said("export", "has: 自然人}").empty());
}

namespace {

/// Two sorts of matters beside each other; line 7 is the first table, line 8 the second.
std::string said_of_families(std::string_view first, std::string_view second, std::string_view more = {}) {
  const std::string id = "{column: I, function: matter_id}, ";
  return said_of("both", std::string("tables:\n  - {table: a, types: [行政处罚], columns: [")
                             .append(id)
                             .append(first)
                             .append("]}\n  - {table: b, types: [公共服务], columns: [")
                             .append(id)
                             .append(second)
                             .append("]}\n")
                             .append(more));
}

}  // namespace

TEST_CASE("mapping checks: of tables that belong together, each row has a column that says of which matter it is") {
  const std::string_view name = "{column: N, path: name}";
  CHECK(said_of_families(name, name).empty());
  CHECK(said_of_families(name, name,
                         "  - {table: c, types: [公共服务], each: materials, columns: [{column: M, path: "
                         "materials.name}]}\n") == "9:13: rows of table 'c' cannot be told to a matter\n");
}

TEST_CASE("mapping checks: two tables of one family write no field twice, those of different families may") {
  const std::string_view name = "{column: N, path: name}";
  const std::string id = "columns: [{column: I, function: matter_id}, ";
  CHECK(said_of_families(name, name, "  - {table: c, types: [公共服务], " + id + "{column: N, path: name}]}\n") ==
        "9:75: another column goes to 'name' already\n");
  CHECK(said_of_families(name, name, "  - {table: c, types: [公共服务], " + id + "{column: P, path: short_name}]}\n")
            .empty());
  const std::string items = "each: materials, " + id + "{column: M, path: materials.name}]}\n";
  CHECK(said_of_families(name, name,
                         "  - {table: c, types: [公共服务], " + items + "  - {table: d, types: [公共服务], " + items) ==
        "10:37: the items of 'materials' come from table 'c' already\n");
  CHECK(said_of_families(name, name,
                         "  - {table: c, types: [公共服务], " + items + "  - {table: d, types: [行政处罚], " + items)
            .empty());
}

TEST_CASE(
    "mapping checks: what a lossy column is read into is a field, and for a list there is a way to take it apart") {
  const std::string_view name = "{column: N, path: name}";
  const auto said = [&](std::string_view column) { return said_of_families(name, column); };
  const std::string basis =
      "{column: B, path: basis, join: ；, lossy: 是, pattern: \"{title}[（{number:…号}）]\", read: ";
  CHECK(said(basis + "basis}").empty());
  CHECK(said(basis + "basis.title}").empty());
  CHECK(said(basis + "bases}") == "8:160: a matter has no field 'bases'\n");
  CHECK(said(basis + "special}") ==
        "8:160: 'special' is a list: it must be the path too, with a pattern that says how to take it apart\n");
  CHECK(said("{column: B, path: basis.title, join: ；, lossy: 是, read: basis}") ==
        "8:131: 'basis' is a list: it must be the path too, with a pattern that says how to take it apart\n");
  CHECK(said("{column: B, path: basis, join: ；, pattern: \"{title}\", read: basis}") ==
        "8:118: the field cannot be made of '{title}' again: say lossy: 是\n");
  // Without families or documents nothing is compared, and so nothing is read so.
  CHECK(said_of_column("both", "path: basis, join: ；, lossy: 是, pattern: \"{title}\", read: basis") ==
        "6:101: 'basis' is for media with a file for each matter (xml, json), or tables of several sorts of matters, "
        "only\n");
}
