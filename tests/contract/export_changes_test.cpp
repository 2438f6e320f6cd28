#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "doc/json.h"
#include "media/csv.h"
#include "media/xlsx_read.h"
#include "ops/export.h"
#include "support/exchange_rows.h"
#include "support/postgres_server.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

using Cells = std::map<std::string, std::string>;  // by column; empty ones are none
using Rows = std::map<std::string, Cells>;         // of a table, by key

/// What a receiver has of all tables, when the files of every night were applied in their order.
using Received = std::map<std::string, Rows>;

const std::string tables =
    "tables:\n  - table: a\n    label: a\n    columns:\n      - {column: id, function: matter_id}\n"
    "      - {column: name, path: name}\n      - {column: how, function: operation}\n"
    "      - {column: batch, function: batch}\n      - {column: version, path: version, type: int}\n"
    "  - table: b\n    label: b\n    each: materials\n    columns:\n      - {column: how, function: operation}\n"
    "      - {column: id, function: row_id}\n      - {column: of, function: matter_id}\n"
    "      - {column: n, function: order, type: int}\n      - {column: name, path: materials.name}\n";

struct Night {
  std::uint8_t day = 1;
  std::vector<std::pair<std::string, std::string>> files;  // without text: it is removed
};

std::string matter_of(const std::string& code, const std::string& materials, const std::string& more = {}) {
  return "name: 甲" + code + "\ncode: " + code + "\ntype: 行政许可\nmaterials: [" + materials + "]\n" + more;
}

/// Rows that come, change, go, come back, move, and stay; a matter that becomes secret.
const std::vector<Night> nights = {
    {1, {{"a", matter_of("a", "申请表, 身份证")}, {"b", matter_of("b", "照片")}, {"c", matter_of("c", "合同")}}},
    {2, {{"a", matter_of("a", "申请表, 户口簿", "version: 2\n")}, {"b", ""}, {"d", matter_of("d", "申请表, 申请表")}}},
    {3, {{"b", matter_of("b", "照片, 合同")}, {"c", matter_of("c", "合同", "publicity: 涉密\n")}}},
    {4, {{"a", matter_of("a", "身份证, 申请表", "version: 2\n")}, {"d", matter_of("d", "申请表")}}},
    {5, {}},
};

void export_night(const fs::path& root, const std::string& medium, const std::string& out, const std::string& since,
                  std::uint8_t day) {
  Sources sources;
  ExportOptions options;
  options.paths = {(root / "c").string()};
  options.to = (root / "m.yaml").string();
  options.medium = medium;
  options.out = (root / out).string();
  if (!since.empty()) options.since = (root / since).string();
  RunOptions run;
  run.today = {2026, 2, day};
  const ExportBatch batch = export_batch(options, run, sources);
  for (const Diagnostic& d : batch.findings) FAIL_CHECK(d.message);
  REQUIRE(batch.written);
  CHECK((since.empty() || batch.platforms[0].changes.whole == ExportWhole::no));
}

using WrittenRows = std::vector<Cells>;

WrittenRows with_heading(const TableRows& rows) {
  WrittenRows table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Cells& cells = table.emplace_back();
    for (std::size_t c = 0; c < rows[i].size(); ++c) {
      if (!rows[i][c].empty()) cells[rows[0][c]] = rows[i][c];
    }
  }
  return table;
}

/// In their order, the heading first.
TableRows in_order(const std::string& text) {
  Arena arena;
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  TableRows rows;
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvCell& cell : row) rows.back().emplace_back(cell.text);
  }
  return rows;
}

WrittenRows lines_of_json(const std::string& text) {
  WrittenRows table;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    Document doc;
    Collector findings(Lang::en);
    REQUIRE(read_json(std::string_view(text).substr(at, text.find('\n', at) - at), no_source, 0, doc, findings));
    REQUIRE(findings.take().empty());
    Cells& cells = table.emplace_back();
    for (const Entry entry : Entries(doc, doc.roots[0]))
      cells[std::string(doc.node(entry.key).text())] = doc.node(entry.value).text();
  }
  return table;
}

/// The rows of a table in an export, operations and all.
WrittenRows rows_in(const fs::path& folder, const std::string& medium, const std::string& table) {
  if (medium == "csv") {
    return with_heading(in_order(whole_file(folder / (table + ".csv"))));
  }
  if (medium == "jsonl") return lines_of_json(whole_file(folder / (table + ".jsonl")));
  if (medium == "sqlite") {
    const fs::path out = folder / "answer.csv";
    const std::string line = "sqlite3 -csv -header '" + (folder / "catalog.sqlite").string() + "' 'SELECT * FROM " +
                             table + "' >'" + out.string() + "'";
    REQUIRE(std::system(line.c_str()) == 0);
    return with_heading(in_order(whole_file(out)));
  }
  Collector findings(Lang::en);
  TableRows rows;
  for (const WorkbookSheet& sheet : read_workbook(whole_file(folder / "catalog.xlsx"), no_source, findings)) {
    if (sheet.name != table) continue;
    for (const WorkbookRow& row : sheet.rows) {
      auto& cells = rows.emplace_back(rows.empty() ? row.cells.size() : rows[0].size());
      for (const WorkbookCell& cell : row.cells) cells.at(cell.column) = cell.text;
    }
  }
  return with_heading(rows);
}

void apply_rows(const WrittenRows& table, Rows& rows) {
  for (Cells row : table) {
    const std::string how = row["how"];
    const std::string key = row["id"];
    CAPTURE(key);
    CHECK((how == "I") == !rows.contains(key));
    row.erase("how");
    row.erase("batch");
    if (how == "D") {
      CHECK(row.size() <= 2);  // no more than ids
      rows.erase(key);
    } else {
      CHECK_MESSAGE((how == "I" || rows[key] != row), "a row is written that is there just so");
      rows[key] = row;
    }
  }
}

void set_up(const fs::path& root) {
  write_file(root / "m.yaml",
             "format: 1\nplatform: m\nlabel: M\ndirection: export\nmedia: [csv, jsonl, xlsx, sql, sqlite]\n" + tables);
}

void live_through(const fs::path& root, const Night& night) {
  for (const auto& [name, text] : night.files) {
    const fs::path file = root / "c" / (name + ".yaml");
    text.empty() ? static_cast<void>(fs::remove(file)) : write_file(file, text);
  }
}

}  // namespace

TEST_CASE("export changes: I, U and D of all nights, applied in order, are a table as a full export has it") {
  const TemporaryFolder folder;
  set_up(folder.path());
  std::map<std::string, Received> received;
  std::string last;
  for (const Night& night : nights) {
    live_through(folder.path(), night);
    const std::string day = std::to_string(night.day);
    CAPTURE(day);
    for (const std::string medium : {"csv", "jsonl", "xlsx", "sqlite"}) {
      CAPTURE(medium);
      const std::string out = medium + day;
      export_night(folder.path(), medium, out, last.empty() ? last : medium + last, night.day);
      export_night(folder.path(), medium, "whole." + out, {}, night.day);
      for (const std::string table : {"a", "b"}) {
        CAPTURE(table);
        Rows& rows = received[medium][table];
        const WrittenRows written = rows_in(folder.path() / out, medium, table);
        apply_rows(written, rows);
        Rows wanted;
        apply_rows(rows_in(folder.path() / ("whole." + out), medium, table), wanted);
        CHECK(rows == wanted);
        if (night.day == 5) CHECK(written.empty());
      }
      CHECK(received[medium]["b"].size() >= 4);
    }
    last = day;
  }
}

TEST_CASE("export changes: scripts of all nights, run in order, leave a database as a full export does") {
  const auto server = PostgresServer::start_or_say("scripts of changes");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  set_up(folder.path());
  std::string last;
  for (const Night& night : nights) {
    live_through(folder.path(), night);
    const std::string out = "sql" + std::to_string(night.day);
    CAPTURE(out);
    export_night(folder.path(), "sql", out, last, night.day);
    export_night(folder.path(), "csv", "csv" + out, {}, night.day);
    const fs::path script = folder.path() / out / "catalog.sql";
    for (int again = 0; again < (night.day == 1 ? 1 : 2); ++again) {  // changes may be run twice
      const std::string complaint = server->run(script);
      CHECK_MESSAGE(complaint.find("ERROR") == std::string::npos, complaint);
    }
    for (const std::string table : {"a", "b"}) {
      CAPTURE(table);
      const std::string columns = table == "a" ? "id, name, '', '', version" : "'', id, \"of\", n, name";
      TableRows wanted = rows_of_csv(whole_file(folder.path() / ("csv" + out) / (table + ".csv")), true);
      for (auto& row : wanted) {
        if (table == "a") row[2].clear(), row[3].clear();
        if (table == "b") row[0].clear();
      }
      std::sort(wanted.begin(), wanted.end());
      CHECK(rows_of_csv(server->csv("SELECT " + columns + " FROM " + table + " WHERE how <> 'D'"), false) == wanted);
    }
    last = out;
  }
  CHECK(server->ask("SELECT how, count(*) FROM b GROUP BY 1 ORDER BY 1") == "D|3\nI|4\nU|1\n");
}
