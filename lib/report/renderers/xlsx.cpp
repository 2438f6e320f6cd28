#include "media/xlsx.h"

#include "diag/words.h"
#include "model/values.h"
#include "report/finding_table.h"
#include "report/findings_text.h"
#include "report/reading.h"

namespace matter::renderers {
namespace {

SheetCell number(std::size_t value) { return {std::to_string(value), SheetCell::Kind::number}; }

class Book {
 public:
  explicit Book(const Report& report) : report_(report), lang_(report.style.lang), places_(report.sources) {}

  [[nodiscard]] std::vector<Sheet> sheets() {
    std::vector<Sheet> all;
    all.push_back(summary());
    all.push_back(findings());
    return all;
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return std::string(words.in(lang_)); }

  [[nodiscard]] Sheet empty(Bilingual name) const {
    Sheet sheet;
    sheet.name = in(name);
    sheet.title = in({"事项目录检查结果", "findings in catalogs of matters"});
    sheet.header = say(lang_, {"{}（{} 检查）", "{} (checked {})"}, sheet.title, to_text(report_.day));
    sheet.cut_mark = in({"……（未完，全文见 CSV 或 JSON）", "… (cut; the CSV and JSON forms have all of it)"});
    const auto [year, month, day] = report_.day;
    sheet.made = std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return sheet;
  }

  static Tint tint(Severity severity) {
    return severity == Severity::error ? Tint::bad : severity == Severity::warning ? Tint::doubtful : Tint::none;
  }

  /// What was looked at, what was found of each rule, and what was not looked at.
  [[nodiscard]] Sheet summary() const {
    const ValidateResult& r = report_.result;
    Sheet sheet = empty({"汇总", "summary"});
    sheet.columns = {{in({"项目", "what"}), 34, true},
                     {in({"程度", "severity"}), 10},
                     {in({"数目", "number"}), 10},
                     {in({"说明", "about it"}), 70}};
    sheet.tinted = 1;
    const auto row = [&](std::string what, std::string severity, std::size_t count, std::string about, Tint tint) {
      sheet.rows.push_back({{{std::move(what)}, {std::move(severity)}, number(count), {std::move(about)}}, tint});
    };
    const auto total = [&](Bilingual what, std::size_t count, Bilingual about = {}) {
      row(in(what), {}, count, in(about), Tint::none);
    };
    total({"文件", "files"}, r.files);
    total({"事项", "matters"}, r.matters);
    for (const auto& [severity, count] : {std::pair{Severity::error, r.errors},
                                          std::pair{Severity::warning, r.warnings}, std::pair{Severity::info, r.infos}})
      row(in({"全部", "all"}), in(severity_word(severity)), count, {}, count > 0 ? tint(severity) : Tint::none);
    total({"可修正", "fixable"}, r.fixable, {"matter validate --fix", "matter validate --fix"});
    total({"可修正，须确认", "fixable, look at it"}, r.unsafe_fixable,
          {"matter validate --unsafe-fixes", "matter validate --unsafe-fixes"});
    total({"没有列出", "not shown"}, r.suppressed, {"注释忽略", "ignored by comments"});
    total({"没有列出", "not shown"}, r.baselined, {"基线中已有", "in the baseline"});
    for (const RuleCount& one : rule_counts(r.findings))
      row(std::string(one.rule), in(severity_word(one.severity)), one.count, std::string(summary_of(one.rule, lang_)),
          tint(one.severity));
    for (const NotChecked& one : r.not_checked) {
      const bool whole = one.what == "file" || one.what == "matter";
      row(in({"没有检查：", "not checked: "}) + (one.what == "file"     ? in({"文件", "file"})
                                                 : one.what == "matter" ? in({"事项", "matter"})
                                                                        : one.what),
          {}, one.count, one.reason + (whole ? "" : in({"（事项数）", " (matters)"})), Tint::none);
    }
    return sheet;
  }

  [[nodiscard]] Sheet findings() {
    Sheet sheet = empty({"结果", "findings"});
    sheet.tinted = finding_severity_column;
    sheet.kept_in_view = 2;
    for (const FindingColumn& column : finding_columns())
      sheet.columns.push_back({in(column.title), column.width, column.kind == FindingColumn::Kind::code});
    sheet.rows.reserve(report_.result.findings.size());
    for (const Diagnostic& d : report_.result.findings) {
      SheetRow& row = sheet.rows.emplace_back();
      row.tint = tint(d.severity);
      const std::vector<std::string> cells = finding_cells(d, places_, lang_);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool digits = finding_columns()[i].kind == FindingColumn::Kind::number;
        row.cells.push_back({cells[i], digits ? SheetCell::Kind::number : SheetCell::Kind::text});
      }
    }
    return sheet;
  }

  const Report& report_;
  Lang lang_;
  Places places_;
};

void write(const Report& report, const Sink& to) { to(to_xlsx(Book(report).sheets())); }

}  // namespace

extern const Renderer xlsx_renderer;
const Renderer xlsx_renderer{
    .name = "xlsx", .help = {"Excel、WPS 工作簿", "a workbook"}, .binary = true, .write = write};

}  // namespace matter::renderers
