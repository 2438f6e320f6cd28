#include <algorithm>
#include <string>

#include "catalog/named_file.h"
#include "catalog/registers.h"
#include "diag/words.h"
#include "media/csv.h"
#include "model/codes.h"
#include "text/nearest.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// A column by the names that people give it; the first is ours.
using ColumnNames = std::vector<std::string_view>;

/// A table with a header; lines that begin with # are remarks.
class TableReader {
 public:
  TableReader(SourceId source, std::string_view text, std::string_view field, Collector& findings)
      : source_(source), rows_(text, arena_), field_(field), to_(findings) {}

  /// The columns in the order of `wanted`; false, and a finding, where the first of them is missing.
  bool head(const std::vector<ColumnNames>& wanted) {
    if (!next()) {
      wrong("field-missing", {0, 1}, {"表是空的", "the table is empty"}, {});
      return false;
    }
    columns_.assign(wanted.size(), none);
    for (std::size_t at = 0; at < row_.size(); ++at) {
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (std::find(wanted[i].begin(), wanted[i].end(), row_[at].text) != wanted[i].end()) columns_[i] = at;
      }
    }
    if (columns_[0] != none) return true;
    Diagnostic& d = wrong("field-missing", row_[0].span, {"表头没有“{}”这一列", "the header has no column '{}'"},
                          wanted[0][to_.lang() == Lang::zh ? 1 : 0]);
    std::vector<std::string_view> written;
    for (const CsvCell& cell : row_) written.push_back(cell.text);
    for (const std::string_view name : wanted[0]) {
      const std::string_view near = nearest(name, written);
      if (!near.empty()) d.hint = say(to_.lang(), {"“{}”改为“{}”？", "'{}' instead of '{}'?"}, near, name);
    }
    return false;
  }

  bool next() {
    while (rows_.next(row_)) {
      const bool blank = std::all_of(row_.begin(), row_.end(), [](const CsvCell& c) { return c.text.empty(); });
      if (!blank && !row_[0].text.starts_with('#')) return true;
    }
    if (rows_.broken()) wrong("field-type", {0, 1}, {"有一个引号没有结束", "a quote is never closed"}, {});
    return false;
  }

  [[nodiscard]] std::string_view text(std::size_t column) const { return has(column) ? cell(column).text : ""; }
  [[nodiscard]] Span span(std::size_t column) const { return has(column) ? cell(column).span : row_[0].span; }
  [[nodiscard]] Location at(std::size_t column) const { return {source_, span(column)}; }

  std::optional<DateValue> date(std::size_t column) {
    const std::string_view written = text(column);
    if (written.empty()) return std::nullopt;
    const auto day = parse_date(written);
    if (!day) wrong("field-value", span(column), {"“{}”不是日期", "'{}' is no date"}, written);
    return day;
  }

  Diagnostic& wrong(std::string_view rule, Span at, const Words<const std::string_view&>& words,
                    const std::string_view subject) {
    Diagnostic& d = to_.add(rule, Severity::error, {source_, at}, words, subject);
    d.field = field_;
    d.subject = subject;
    return d;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  [[nodiscard]] bool has(std::size_t column) const {
    return columns_[column] != none && columns_[column] < row_.size();
  }
  [[nodiscard]] const CsvCell& cell(std::size_t column) const { return row_[columns_[column]]; }

  SourceId source_;
  Arena arena_;
  CsvReader rows_;
  std::string_view field_;
  Collector& to_;
  std::vector<CsvCell> row_;
  std::vector<std::size_t> columns_;
};

/// Whether two rows of one code hold at one time.
bool meet(const AgencyRecord& a, const AgencyRecord& b) {
  const bool before = a.until && b.from && *a.until < *b.from;
  const bool after = b.until && a.from && *b.until < *a.from;
  return !before && !after;
}

void check_agency(TableReader& table, const AgencyRecord& record, const Registers& all, Collector& findings) {
  if (!check_usc(record.code).shape && !is_temporary_agency_code(record.code))
    table.wrong("field-value", table.span(1), {"“{}”不是统一社会信用代码", "'{}' is no 统一社会信用代码"}, record.code);
  if (record.from && record.until && *record.until < *record.from)
    table.wrong("field-value", table.span(3), {"“{}”在起用之前", "'{}' is before it began"}, table.text(3));
  const auto rows = all.rows_of_code.find(record.code);
  if (rows == all.rows_of_code.end()) return;
  for (const std::size_t row : rows->second) {
    const AgencyRecord& other = all.agencies[row];
    if (!meet(record, other)) continue;
    table
        .wrong("yaml-duplicate-key", table.span(1), {"代码“{}”同时有两个名称", "the code '{}' has two names at a time"},
               record.code)
        .notes.push_back({say(findings.lang(), {"另一个在这里", "the other one"}), other.at});
    return;
  }
}

void load(const Catalog& catalog, const Text& named, std::string_view field, Sources& sources, Collector& findings,
          Registers& into, void (*read)(SourceId, std::string_view, Registers&, Collector&)) {
  if (!named.given() || named.text.empty()) return;
  const auto source = named_file(catalog, named, field, sources, findings);
  if (!source) return;
  std::string text;
  sources.read(*source, text);
  read(*source, text, into, findings);
}

}  // namespace

void read_agencies(SourceId source, std::string_view text, Registers& into, Collector& findings) {
  TableReader table(source, text, "agencies", findings);
  if (!table.head({{"name", "名称", "机构名称"},
                   {"code", "代码", "统一社会信用代码"},
                   {"from", "起用"},
                   {"until", "停用"},
                   {"successor", "继任", "继任代码"}}))
    return;
  const std::size_t before = into.agencies.size();
  while (table.next()) {
    AgencyRecord record;
    record.name = table.text(0);
    record.code = table.text(1);
    record.from = table.date(2);
    record.until = table.date(3);
    record.successor = table.text(4);
    record.at = table.at(1);
    if (record.name.empty()) {
      table.wrong("field-missing", table.span(1), {"这一行没有名称", "the row has no name"}, record.code);
      continue;
    }
    check_agency(table, record, into, findings);
    into.add(std::move(record));
  }
  for (std::size_t i = before; i < into.agencies.size(); ++i) {
    const AgencyRecord& one = into.agencies[i];
    if (one.successor.empty() || into.rows_of_code.count(one.successor) > 0) continue;
    table.wrong("reference-dangling", one.at.span,
                {"继任的“{}”不在名册里", "its successor '{}' is not in the register"}, one.successor);
  }
}

void read_licences(SourceId source, std::string_view text, Registers& into, Collector& findings) {
  TableReader table(source, text, "licences", findings);
  if (!table.head({{"name", "事项名称", "许可事项名称", "主项名称", "名称"},
                   {"code", "基本编码", "事项编码", "编码", "主项编码"}}))
    return;
  into.any_licences = true;
  while (table.next()) {
    const std::string_view name = table.text(0);
    const std::string_view code = table.text(1);
    if (name.empty()) {
      table.wrong("field-missing", table.span(0), {"这一行没有事项名称", "the row has no name"}, {});
      continue;
    }
    into.licence_names.emplace(normalised(name), name);
    if (code.empty()) continue;
    if (code.size() != 9 && code.size() != 12)
      table.wrong(
          "field-value", table.span(1),
          {"“{}”不是基本编码（12 位，或主项的前 9 位）", "'{}' is no 基本编码 (12 characters, or the 9 of a 主项)"},
          code);
    else
      into.licence_codes.emplace_back(code.substr(0, 9));
  }
  std::sort(into.licence_codes.begin(), into.licence_codes.end());
}

std::shared_ptr<const Registers> read_registers(const Catalog& catalog, Sources& sources, Collector& findings) {
  const CatalogConfig& config = catalog.config;
  if (!config.agencies.given() && !config.licences.given()) return nullptr;
  auto all = std::make_shared<Registers>();
  load(catalog, config.agencies, "agencies", sources, findings, *all, read_agencies);
  for (const Text& list : config.licences) load(catalog, list, "licences", sources, findings, *all, read_licences);
  return all;
}

}  // namespace matter
