#include "ops/merge_rows.h"

#include <algorithm>
#include <array>
#include <optional>

#include "doc/json.h"
#include "media/csv.h"
#include "media/guard.h"
#include "media/xlsx_read.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string_view trimmed(std::string_view text) {
  for (const std::string_view space : {" ", "\t", "\r", "\n", "　"}) {
    while (text.starts_with(space)) text.remove_prefix(space.size());
    while (text.ends_with(space)) text.remove_suffix(space.size());
  }
  return text;
}

std::optional<MergeSide> side_named(std::string_view text) {
  if (text == "ours" || text == "我方") return MergeSide::ours;
  if (text == "theirs" || text == "对方") return MergeSide::theirs;
  if (text == "base" || text == "原来" || text == "before") return MergeSide::base;
  return std::nullopt;
}

class RowReader {
 public:
  RowReader(SourceId source, Collector& findings) : source_(source), to_(findings) {}

  std::vector<MergeRow> csv(std::string_view text) {
    Arena arena;
    CsvReader reader(text, arena);
    std::vector<CsvCell> cells;
    std::vector<MergeRow> rows;
    if (!reader.next(cells)) return rows;
    std::vector<std::string_view> heading;
    heading.reserve(cells.size());
    for (const CsvCell& cell : cells) heading.push_back(cell.text);
    if (!columns(heading)) return rows;
    for (std::size_t number = 2; reader.next(cells); ++number) {
      const auto cell = [&](std::size_t column) {
        return column < place_.size() && place_[column] < cells.size() ? unguarded(cells[place_[column]].text)
                                                                       : std::string();
      };
      const std::size_t at = place_.back();
      const Span span = at < cells.size() ? cells[at].span : Span{};
      take({cell(0), cell(1), cell(2), cell(3), cell(4)}, span, number, rows);
    }
    if (reader.broken()) add({}, {"表格里有一个引号没有结束", "a quotation mark is never closed"});
    return rows;
  }

  /// The first sheet that holds anything; rows are numbered as it shows them.
  std::vector<MergeRow> workbook(const std::vector<WorkbookSheet>& sheets) {
    std::vector<MergeRow> rows;
    const auto sheet =
        std::find_if(sheets.begin(), sheets.end(), [](const WorkbookSheet& one) { return !one.rows.empty(); });
    if (sheet == sheets.end()) return rows;
    const auto text_at = [](const WorkbookRow& row, std::size_t column) -> std::string_view {
      const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                     [&](const WorkbookCell& one) { return one.column == column; });
      return cell != row.cells.end() ? std::string_view(cell->text) : std::string_view();
    };
    std::vector<std::string_view> heading;
    for (const WorkbookCell& cell : sheet->rows[0].cells) {
      heading.resize(cell.column + 1U);
      heading.back() = cell.text;
    }
    if (!columns(heading)) return rows;
    for (std::size_t i = 1; i < sheet->rows.size(); ++i) {
      std::array<std::string, 5> cells;
      for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = text_at(sheet->rows[i], place_[c]);
      take(cells, {0, 0}, sheet->rows[i].number, rows);
    }
    return rows;
  }

  std::vector<MergeRow> json(std::string_view text) {
    Document doc;
    std::vector<MergeRow> rows;
    if (!read_json(text, source_, 0, doc, to_) || doc.roots.empty()) return rows;
    const NodeId list = member(doc, doc.roots[0], "conflicts");
    if (list == no_node || !doc.node(list).is(NodeKind::sequence)) {
      add({}, {"没有 conflicts 列表，不是冲突表", "there is no list \"conflicts\": this is no table of conflicts"});
      return rows;
    }
    std::size_t number = 0;
    for (const NodeId item : children(doc, list)) {
      ++number;
      const auto text_of = [&](const char* key) {
        const NodeId node = doc.node(item).is(NodeKind::mapping) ? member(doc, item, key) : no_node;
        return node == no_node ? std::string() : std::string(doc.node(node).text());
      };
      take({text_of("id"), text_of("file"), text_of("matter"), text_of("field"), text_of("choice")},
           doc.node(item).span, number, rows);
    }
    return rows;
  }

 private:
  static constexpr std::string_view wanted[] = {"id", "file", "matter", "field", "choice"};

  static NodeId member(const Document& doc, NodeId mapping, std::string_view key) {
    if (!doc.node(mapping).is(NodeKind::mapping)) return no_node;
    for (const Entry entry : entries(doc, mapping)) {
      if (doc.node(entry.key).text() == key) return entry.value;
    }
    return no_node;
  }

  /// Which column is which; false where the choice, or what says which conflict is meant, has none.
  bool columns(const std::vector<std::string_view>& heading) {
    constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    for (const std::string_view key : wanted) {
      const auto& all = merge_columns();
      const auto column = std::find_if(all.begin(), all.end(), [&](const MergeColumn& c) { return c.key == key; });
      std::size_t at = nowhere;
      for (std::size_t i = 0; i < heading.size(); ++i) {
        const std::string_view name = trimmed(heading[i]);
        if (name == column->key || name == column->label) at = i;
      }
      place_.push_back(at);
    }
    if (place_[4] == nowhere || (place_[0] == nowhere && place_[3] == nowhere)) {
      add({0, 0}, {"第一行要有“选择”和“冲突编号”两列（choice、id）",
                   "the first row needs the columns choice and id (选择, 冲突编号)"});
      return false;
    }
    return true;
  }

  void take(const std::array<std::string, 5>& cells, Span at, std::size_t number, std::vector<MergeRow>& rows) {
    const std::string_view choice = trimmed(cells[4]);
    if (choice.empty()) return;
    const auto side = side_named(choice);
    if (!side) {
      add(at,
          {"第 {} 行的选择“{}”看不懂，只能是：我方、对方、原来（ours、theirs、base）",
           "row {}: the choice \"{}\" is none of ours, theirs, base (我方, 对方, 原来)"},
          number, choice);
      return;
    }
    rows.push_back({std::string(trimmed(cells[0])), cells[1], cells[2], cells[3], *side, number});
  }

  template <class... Args>
  void add(Span at, const WordsFor<Args...>& words, Args&&... args) {
    to_.add("merge-choice", Severity::error, {source_, at}, words, std::forward<Args>(args)...);
  }

  SourceId source_;
  Collector& to_;
  std::vector<std::size_t> place_;
};

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_code_point(text, at) == 0xFFFD && text.substr(begin, 3) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

}  // namespace

const std::vector<MergeColumn>& merge_columns() {
  static const std::vector<MergeColumn> all{
      {"id", "冲突编号"}, {"file", "文件"},      {"matter", "事项"}, {"name", "事项名称"},
      {"field", "字段"},  {"label", "字段名称"}, {"kind", "冲突"},   {"base", "原来"},
      {"ours", "我方"},   {"theirs", "对方"},    {"choice", "选择"}, {"place", "位置"},
  };
  return all;
}

std::vector<MergeRow> read_merge_rows(const std::string& path, Sources& sources, Collector& findings) {
  const SourceId source = sources.add_file(path);
  if (path.ends_with(".xlsx")) {
    FileReader reader;
    return RowReader(source, findings).workbook(read_workbook(sources.read_bytes(source, reader), source, findings));
  }
  std::string text;
  sources.read(source, text);
  RowReader reader(source, findings);
  if (path.ends_with(".json")) return reader.json(text);
  if (!is_utf8(text)) {
    Diagnostic& d = findings.add("merge-choice", Severity::error, {source, {0, 0}},
                                 {"表格不是 UTF-8 编码", "the table is not encoded in UTF-8"});
    d.hint = say(findings.lang(), {"在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "save it as \"CSV UTF-8\" in Excel"});
    return {};
  }
  return reader.csv(text);
}

}  // namespace matter
