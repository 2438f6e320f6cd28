#include "report/finding_table.h"

#include "checks/rule.h"
#include "diag/words.h"
#include "report/findings_text.h"
#include "text/unicode.h"

namespace matter {

namespace {

using Kind = FindingColumn::Kind;

constexpr FindingColumn columns[] = {
    {{"程度", "severity"}, 9},
    {{"规则", "rule"}, 24},
    {{"文件", "file"}, 30},
    {{"行", "line"}, 7, Kind::number},
    {{"列", "column"}, 8, Kind::number},
    {{"事项", "matter"}, 35, Kind::code},
    {{"要素", "field"}, 22, Kind::code},
    {{"问题", "what is wrong"}, 40},
    {{"有关的其他位置", "notes"}, 30},
    {{"怎么改", "how to mend"}, 32},
    {{"依据", "source"}, 20},
    {{"指纹", "fingerprint"}, 19, Kind::code},
};

std::string notes_of(const Diagnostic& d, Places& places, Lang lang) {
  std::string text;
  for (const Note& note : d.notes) {
    if (!text.empty()) text += '\n';
    text += note.message;
    if (note.at.known()) text += say(lang, {"（{}）", " ({})"}, places.shown(note.at));
  }
  return text;
}

std::string mend_of(const Diagnostic& d, Lang lang) {
  if (!d.fix) return d.hint;
  const std::string_view command = d.fix->safe ? "matter validate --fix" : "matter validate --unsafe-fixes";
  const std::string fix =
      d.fix->usable() ? say(lang, {"{}：{}", "{}: {}"}, command, d.fix->what)
                      : say(lang, {"{}（不能自动做：{}）", "{} (not by itself: {})"}, d.fix->what, d.fix->withheld);
  return d.hint.empty() ? fix : d.hint + '\n' + fix;
}

/// Bytes that are no UTF-8 as U+FFFD, as in JSON.
std::string mended(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(out, next_code_point(text, at));
  return out;
}

}  // namespace

std::span<const FindingColumn> finding_columns() { return columns; }

std::vector<std::string> finding_cells(const Diagnostic& finding, Places& places, Lang lang) {
  const Reach reach = reach_of(finding.at, places);
  const Rule* const rule = find_rule(finding.rule);
  std::string source(rule == nullptr ? std::string_view() : rule->source.in(lang));
  if (source == "—") source.clear();
  std::vector<std::string> cells = {std::string(severity_word(finding.severity).in(lang)),
                                    std::string(finding.rule),
                                    reach.cell.empty() ? reach.file : reach.file + ':' + reach.cell,
                                    reach.lines ? std::to_string(reach.begin.line) : std::string(),
                                    reach.lines ? std::to_string(reach.begin.column) : std::string(),
                                    finding.matter,
                                    finding.field,
                                    finding.message,
                                    notes_of(finding, places, lang),
                                    mend_of(finding, lang),
                                    std::move(source),
                                    fingerprint_of(finding, places.sources())};
  for (std::string& cell : cells) cell = mended(cell);
  return cells;
}

}  // namespace matter
