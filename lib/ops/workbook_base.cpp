#include "ops/workbook_base.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "media/csv.h"

namespace matter {

namespace {

constexpr std::string_view form = "1";

std::int32_t number_in(std::string_view text) {
  std::int32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The cells of a row by column; those that are empty too.
std::vector<std::string> texts_of(const WorkbookRow& row, std::size_t columns) {
  std::vector<std::string> texts(columns);
  for (const WorkbookCell& cell : row.cells) {
    if (cell.column >= texts.size()) texts.resize(cell.column + 1U);
    texts[cell.column] = cell.text;
  }
  return texts;
}

std::string_view first_cell(const WorkbookSheet& sheet) {
  if (sheet.rows.empty() || sheet.rows[0].cells.empty() || sheet.rows[0].cells[0].column != 0) return {};
  return sheet.rows[0].cells[0].text;
}

class BaseReader {
 public:
  explicit BaseReader(const Mapping& mapping) : mapping_(mapping) {
    base_.headings.resize(mapping.tables.size());
    base_.rows.resize(mapping.tables.size());
  }

  std::optional<WorkbookBase> read(const WorkbookSheet& sheet) {
    const std::vector<std::string> head = texts_of(sheet.rows[0], 6);
    const auto day = parse_date(head[4]);
    if (head[1] != form || head[2] != workbook_platform || !day) return std::nullopt;
    base_.mapping_version = number_in(head[3]);
    base_.day = *day;
    base_.source = head[5];
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
      if (!row(texts_of(sheet.rows[i], 7))) return std::nullopt;
    }
    return std::move(base_);
  }

 private:
  bool row(std::vector<std::string> texts) {
    const std::string kind = texts[0];
    if (kind == "matter") {
      base_.matters.push_back({texts[1], texts[2], texts[3], texts[4], texts[5], texts[6]});
      return true;
    }
    const auto table = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                    [&](const MappedTable& one) { return one.name == texts[1]; });
    if (table == mapping_.tables.end()) return false;
    const auto t = static_cast<std::uint32_t>(table - mapping_.tables.begin());
    if (kind == "taken") return taken(*table, t, texts);
    texts.erase(texts.begin(), texts.begin() + 2);
    if (kind == "columns") {
      while (!texts.empty() && texts.back().empty()) texts.pop_back();
      base_.headings[t] = std::move(texts);
      return true;
    }
    texts.resize(base_.headings[t].size());
    base_.rows[t].push_back(std::move(texts));
    return kind == "row";
  }

  /// Of one matter: column, text and items, again and again.
  bool taken(const MappedTable& table, std::uint32_t t, std::vector<std::string>& texts) {
    for (std::size_t i = 3; i < texts.size() && !texts[i].empty(); i += 3) {
      texts.resize(std::max(texts.size(), i + 3));
      const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                       [&](const Column& one) { return one.name == texts[i]; });
      if (column == table.columns.end()) return false;
      const auto c = static_cast<std::uint32_t>(column - table.columns.begin());
      base_.taken.push_back({{t, 0, c}, texts[2], texts[i + 1], texts[i + 2]});
    }
    return true;
  }

  const Mapping& mapping_;
  WorkbookBase base_;
};

}  // namespace

Bilingual guide_mark() { return {"怎样填写和交回", "How to fill it in and give it back"}; }
Bilingual taken_mark() { return {"取自标准化目录的事项", "Matter that takes from the standard"}; }
Bilingual words_mark() { return {"下拉取值", "Values offered"}; }

std::vector<std::vector<std::string>> base_rows(const WorkbookContent& content) {
  std::vector<std::vector<std::string>> all;
  const Mapping& mapping = *content.mapping;
  all.push_back({std::string(workbook_mark), std::string(form), std::string(workbook_platform),
                 std::to_string(mapping.version), to_text(content.day), content.source});
  for (const WorkbookMatter& one : content.matters)
    all.push_back({"matter", one.key, one.identity, one.name, one.file, one.print, one.standard});
  for (std::size_t t = 0; t < mapping.tables.size(); ++t) {
    const MappedTable& table = mapping.tables[t];
    std::vector<std::string>& heading = all.emplace_back(std::vector<std::string>{"columns", std::string(table.name)});
    for (const Column& column : table.columns) heading.emplace_back(column.name);
    for (const WorkbookRowTexts& row : content.base[t]) {
      std::vector<std::string>& kept = all.emplace_back(std::vector<std::string>{"row", std::string(table.name)});
      kept.insert(kept.end(), row.begin(), row.end());
    }
  }
  const std::string* key = nullptr;
  for (const TakenCell& one : content.taken) {
    const MappedTable& table = mapping.tables[one.at.table];
    if (key == nullptr || *key != one.key) all.push_back({"taken", std::string(table.name), one.key});
    key = &one.key;
    all.back().insert(all.back().end(), {std::string(table.columns[one.at.column].name), one.text, one.items});
  }
  return all;
}

bool is_beside_tables(const WorkbookSheet& sheet) {
  const std::string_view first = first_cell(sheet);
  if (first == workbook_mark) return true;
  for (const Bilingual& mark : {guide_mark(), taken_mark(), words_mark()}) {
    if (first == mark.zh || first == mark.en) return true;
  }
  return false;
}

std::optional<WorkbookBase> read_base(const std::vector<WorkbookSheet>& sheets, const Mapping& mapping) {
  const auto sheet = std::find_if(sheets.begin(), sheets.end(),
                                  [](const WorkbookSheet& one) { return first_cell(one) == workbook_mark; });
  if (sheet == sheets.end()) return std::nullopt;
  return BaseReader(mapping).read(*sheet);
}

void leave_out_taken(const WorkbookBase& base, const Mapping& mapping, WorkbookSheet& sheet) {
  const std::string_view identity = mapping.tables[0].column_of(FunctionId::identity)->name;
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> taken;
  for (const TakenCell& one : base.taken)
    taken.emplace(std::pair(std::string_view(one.key), mapping.tables[one.at.table].columns[one.at.column].name),
                  one.text);
  const auto is_heading = [&](const WorkbookRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) { return cell.text == identity; });
  };
  const auto heading = std::find_if(sheet.rows.begin(), sheet.rows.end(), is_heading);
  if (heading == sheet.rows.end() || taken.empty()) return;
  const std::vector<std::string> names = texts_of(*heading, 0);
  const auto key_column = static_cast<std::size_t>(std::find(names.begin(), names.end(), identity) - names.begin());
  for (auto row = heading + 1; row != sheet.rows.end(); ++row) {
    const std::vector<std::string> texts = texts_of(*row, names.size());
    std::erase_if(row->cells, [&](const WorkbookCell& cell) {
      if (cell.column >= names.size()) return false;
      const auto found = taken.find({texts[key_column], names[cell.column]});
      return found != taken.end() && found->second == cell.text;
    });
  }
}

TableTexts base_texts(const WorkbookBase& base, Sources& sources) {
  TableTexts texts;
  texts.by_row = true;
  for (std::size_t t = 0; t < base.rows.size(); ++t) {
    std::string text;
    CsvWriter csv(text);
    for (const std::string& name : base.headings[t]) csv.cell(name);
    csv.end_row();
    for (const WorkbookRowTexts& row : base.rows[t]) {
      for (const std::string& cell : row) csv.cell(cell);
      csv.end_row();
    }
    const SourceId source = sources.add_text(SourceKind::memory, std::string(workbook_mark), std::move(text));
    texts.tables.push_back({source, sources.text(source)});
  }
  return texts;
}

}  // namespace matter
