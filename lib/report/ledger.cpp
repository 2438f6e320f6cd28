#include "report/ledger.h"

#include <algorithm>

#include "checks/rule.h"
#include "diag/words.h"
#include "edit/atomic.h"
#include "exchange/file_names.h"
#include "media/csv.h"
#include "media/guard.h"
#include "media/xlsx.h"
#include "model/field.h"
#include "model/matter.h"
#include "report/findings_text.h"
#include "report/places.h"

namespace matter {

namespace {

struct LedgerColumn {
  Bilingual title;
  double width;
};
constexpr LedgerColumn columns[] = {
    {{"序号", "No."}, 6},
    {{"事项", "matter"}, 22},
    {{"编码", "code"}, 19},
    {{"位置", "place"}, 24},
    {{"要素", "field"}, 20},
    {{"问题", "what is wrong"}, 38},
    {{"依据", "source"}, 20},
    {{"怎么改", "how to mend"}, 30},
    {{"程度", "severity"}, 8},
    {{"期限", "deadline"}, 12},
    {{"规则", "rule"}, 16},
    {{"样例", "sample"}, 7},
    {{"整改情况", "what was done"}, 16},
};
constexpr std::size_t severity_column = 8;
constexpr LedgerColumn index_columns[] = {
    {{"实施主体", "agency"}, 36}, {{"统一社会信用代码", "code"}, 24},
    {{"错误", "errors"}, 9},      {{"警告", "warnings"}, 9},
    {{"提示", "infos"}, 9},       {{"有问题的事项", "matters"}, 14},
    {{"期限", "deadline"}, 12},   {{"样例", "sample"}, 8},
    {{"表格", "table"}, 40},
};

std::string lines_joined(std::string one, const std::string& more) {
  if (more.empty()) return one;
  return one.empty() ? more : std::move(one) + '\n' + more;
}

class LedgerWriter {
 public:
  LedgerWriter(const SplitResult& result, const LedgerOptions& options, const Sources& sources)
      : result_(result), options_(options), places_(sources) {}

  Sheet table(const AgencyLedger& ledger) {
    Sheet sheet = empty_sheet(columns, name_of(ledger, options_.lang), ledger.sample);
    sheet.tinted = severity_column;
    for (const LedgerRow& row : ledger.rows) sheet.rows.push_back(table_row(row, sheet.rows.size() + 1));
    return sheet;
  }

  Sheet index(const std::vector<LedgerFiles>& files) const {
    const bool sample = std::any_of(result_.agencies.begin(), result_.agencies.end(),
                                    [](const AgencyLedger& ledger) { return ledger.sample; });
    Sheet sheet = empty_sheet(index_columns, word({"总表", "index"}), sample);
    sheet.tinted = sheet.columns.size();  // no column
    for (std::size_t i = 0; i < result_.agencies.size(); ++i) {
      const AgencyLedger& ledger = result_.agencies[i];
      const auto count = [](std::size_t n) { return SheetCell{std::to_string(n), SheetCell::Kind::number}; };
      sheet.rows.push_back({{{name_of(ledger, options_.lang)},
                             {ledger.code},
                             count(ledger.errors),
                             count(ledger.warnings),
                             count(ledger.infos),
                             count(ledger.matters),
                             ledger.errors + ledger.warnings > 0 ? deadline() : SheetCell{},
                             {sample_word(ledger.sample)},
                             {files[i].xlsx}},
                            Tint::none});
    }
    return sheet;
  }

 private:
  [[nodiscard]] std::string word(Bilingual words) const { return std::string(words.in(options_.lang)); }
  [[nodiscard]] std::string sample_word(bool sample) const { return sample ? word({"示例", "sample"}) : std::string(); }
  [[nodiscard]] SheetCell deadline() const {
    if (!options_.deadline) return {};
    return {to_text(*options_.deadline), SheetCell::Kind::date};
  }

  template <std::size_t N>
  [[nodiscard]] Sheet empty_sheet(const LedgerColumn (&titles)[N], const std::string& name, bool sample) const {
    Sheet sheet;
    sheet.name = name;
    sheet.title = say(options_.lang, {"整改台账：{}", "to be mended: {}"}, name);
    sheet.header = say(options_.lang, {"{}（{} 检查）{}", "{} (checked {}){}"}, sheet.title, to_text(options_.day),
                       sample ? word({"　示例，非正式文本", ", a sample, no official text"}) : std::string());
    sheet.cut_mark = word({"……（未完，全文见同名 CSV）", "… (cut; the CSV of this name has all of it)"});
    const auto [year, month, day] = options_.day;
    sheet.made = std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    for (const LedgerColumn& column : titles) sheet.columns.push_back({word(column.title), column.width});
    return sheet;
  }

  SheetRow table_row(const LedgerRow& row, std::size_t number) {
    const Diagnostic& d = result_.checked.findings[row.finding];
    const Rule* const rule = find_rule(d.rule);
    std::string source = rule == nullptr ? std::string() : word(rule->source);
    if (source == "—") source.clear();
    SheetRow cells;
    cells.cells = {{std::to_string(number), SheetCell::Kind::number},
                   {row.matter},
                   {row.identity},
                   {d.at.known() ? places_.shown(d.at) : std::string()},
                   {options_.lang == Lang::zh ? labels_of(d.field) : d.field},
                   {wrong(d)},
                   {std::move(source)},
                   {mend(d)},
                   {word(severity_word(d.severity))},
                   d.severity == Severity::info ? SheetCell{} : deadline(),
                   {std::string(d.rule)},
                   {sample_word(row.sample)},
                   {}};
    cells.tint = d.severity == Severity::error     ? Tint::bad
                 : d.severity == Severity::warning ? Tint::doubtful
                                                   : Tint::none;
    return cells;
  }

  std::string wrong(const Diagnostic& d) {
    std::string text = d.message;
    for (const Note& note : d.notes) {
      std::string more = note.message;
      if (note.at.known()) more += say(options_.lang, {"（{}）", " ({})"}, places_.shown(note.at));
      text = lines_joined(std::move(text), more);
    }
    return text;
  }

  std::string mend(const Diagnostic& d) const {
    if (!d.fix || !d.fix->usable()) return d.hint;
    return lines_joined(
        d.hint, d.fix->safe
                    ? say(options_.lang, {"matter validate --fix：{}", "matter validate --fix: {}"}, d.fix->what)
                    : say(options_.lang,
                          {"matter validate --unsafe-fixes：{}（须由人确认）",
                           "matter validate --unsafe-fixes: {} (look at it)"},
                          d.fix->what));
  }

  const SplitResult& result_;
  const LedgerOptions& options_;
  Places places_;
};

std::string csv_of(const Sheet& sheet) {
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  for (const SheetColumn& column : sheet.columns) writer.cell(column.title);
  writer.end_row();
  for (const SheetRow& row : sheet.rows) {
    for (const SheetCell& cell : row.cells) writer.cell(guarded(cell.text));
    writer.end_row();
  }
  return text;
}

void write_both(NewFolder& folder, const Sheet& sheet, const LedgerFiles& files) {
  folder.write(files.csv, csv_of(sheet));
  folder.write(files.xlsx, to_xlsx(sheet));
}

/// The end of an item's label: the bracket that a dot or the end of the path follows.
std::size_t item_end(std::string_view path, std::size_t from) {
  for (std::size_t at = path.find(']', from); at != std::string_view::npos; at = path.find(']', at + 1)) {
    if (at + 1 == path.size() || path[at + 1] == '.') return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string labels_of(std::string_view path) {
  std::string text;
  const Table* table = table_of<Matter>();
  while (!path.empty()) {
    const std::string_view key = path.substr(0, path.find_first_of(".["));
    const Field* const field = table != nullptr ? find_field(*table, key) : nullptr;
    if (field == nullptr) return text.empty() ? std::string(path) : text + " › " + std::string(path);
    text.append(text.empty() ? "" : " › ").append(field->label);
    path.remove_prefix(key.size());
    if (path.starts_with('[')) {
      const std::size_t end = item_end(path, 0);
      text.append(path.substr(0, end == std::string_view::npos ? end : end + 1));
      path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    }
    if (path.starts_with('.')) path.remove_prefix(1);
    table = field->table != nullptr ? field->table() : nullptr;
  }
  return text;
}

std::vector<LedgerFiles> write_ledgers(const SplitResult& result, const std::string& folder, bool replace,
                                       const LedgerOptions& options, const Sources& sources, Collector& findings) {
  LedgerWriter writer(result, options, sources);
  NewFolder made(folder);
  FileNames names;
  static_cast<void>(names.make("index", ""));
  static_cast<void>(names.make("ledger", ""));
  std::vector<LedgerFiles> files;
  bool sample = false;
  for (const AgencyLedger& ledger : result.agencies) {
    const std::string mark = ledger.sample ? ".sample" : "";
    std::string wish = name_of(ledger, options.lang);
    std::replace(wish.begin(), wish.end(), '/', '_');
    const std::string stem = names.make(wish, "");
    files.push_back({stem + mark + ".csv", stem + mark + ".xlsx"});
    write_both(made, writer.table(ledger), files.back());
    sample = sample || ledger.sample;
  }
  const std::string index = sample ? "index.sample" : "index";
  write_both(made, writer.index(files), {index + ".csv", index + ".xlsx"});
  std::string json;
  write_split_json(result, files, options, [&](std::string_view more) { json += more; });
  made.write(ledger_mark, json);
  made.commit(replace);
  tell_left_behind(made.left_behind(), findings);
  return files;
}

}  // namespace matter
