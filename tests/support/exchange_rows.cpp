#include "support/exchange_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "doc/json_tree.h"
#include "exchange/tree.h"
#include "media/csv.h"
#include "media/sql.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shell.h"
#include "text/unicode.h"

namespace matter::test {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 11> types = {"行政许可", "行政处罚",     "行政强制", "行政征收",
                                                    "行政给付", "行政检查",     "行政确认", "行政奖励",
                                                    "行政裁决", "其他行政权力", "公共服务"};
/// Quotes, backslashes, a statement, a control character, an emoji, a character beyond the first plane.
constexpr std::array<std::string_view, 8> hostile = {"'; DROP TABLE up_task_general_basic; --",
                                                     "\\'; DROP TABLE up_task_general_basic; --",
                                                     "E'\\\\x41' || chr(65)",
                                                     "\"a\"\\",
                                                     "a\u0000b\u0007c",
                                                     "😀𠮷\u00A0$$x$$",
                                                     "\\! touch hacked\n\\copy t from 'x'\r\n:name :'name'",
                                                     "%s %d {} /* -- */"};

json random_json(Random& random, const MatterKind& kind) {
  Document doc;
  TreeBuilder tree(doc);
  std::string text;
  write_json(doc, to_tree(read_text(write_yaml(random_matter(random, kind), random))->matter(), TreeForm::json, tree),
             text);
  return json::parse(text);
}

}  // namespace

void write_exchange_catalog(const std::filesystem::path& folder, std::size_t count, std::string_view name) {
  write_file(folder / "catalog.yaml", "format: 1\nname: \"" + std::string(name) + "\"\n");
  Random random(20261123);
  MatterKind kind;
  for (std::size_t i = 0; i < count; ++i) {
    kind.present = 30 + static_cast<unsigned>(random.below(70));
    json m = random_json(random, kind);
    for (const std::string key : {"standard", "sample", "bundle", "handling_code", "publicity", "withheld"})
      m.erase(key);
    m["code"] = std::string(name == "生成的目录" ? "T" : "U") + std::to_string(i);
    m["type"] = types.at(i % types.size());
    m["name"] = std::string(hostile.at(i % hostile.size()));
    m["materials"] = json::array({{{"name", hostile.at((i + 1) % hostile.size())}, {"originals", 2}},
                                  {{"name", "第二种"}, {"remark", hostile.at((i + 2) % hostile.size())}}});
    write_file(folder / (std::to_string(i) + ".yaml"), m.dump());
  }
}

TableRows rows_of_csv(const std::string& text, bool heading) {
  Arena arena;
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  TableRows rows;
  if (heading) static_cast<void>(reader.next(row));
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvCell& cell : row) rows.back().emplace_back(cell.text);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

TableRows fitting(TableRows rows, const MappedTable& table) {
  for (auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::uint32_t length = table.columns[i].length;
      if (length != 0 && count_characters(row[i]) > length) row[i].clear();
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::string select_all(const MappedTable& table, const std::string& schema) {
  std::string columns;
  for (const Column& column : table.columns) columns += (columns.empty() ? "" : ", ") + sql_name(column.name);
  return "SELECT " + columns + " FROM " + sql_name(schema, table.name);
}

}  // namespace matter::test
