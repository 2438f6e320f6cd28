#include <fmt/format.h>

#include "diag/words.h"
#include "media/csv.h"
#include "media/guard.h"
#include "report/compare_report.h"

namespace matter {

namespace {

constexpr std::size_t most_values = 5;
constexpr std::size_t piece = 64 * 1024;

constexpr Bilingual csv_columns[] = {
    {"同一事项", "item"},          {"事项名称", "name"},    {"行使层级", "level"},
    {"实施主体", "agency"},        {"编码", "matter"},      {"要素", "element"},
    {"结论", "verdict"},           {"说明", "differences"}, {"本事项的值", "own"},
    {"对照的值", "against"},       {"位置", "place"},       {"对照", "other"},
    {"对照的位置", "other_place"},
};

/// A text in a table's cell: no markup, no line break.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      if (std::string_view("\\`*_[]|#~$@").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

Location own_place(const ElementResult& result) {
  const Difference* const d = result.decisive();
  return d != nullptr ? d->at : result.at;
}
Location other_place(const ElementResult& result) {
  const Difference* const d = result.decisive();
  return d != nullptr ? d->other_at : result.other_at;
}

void table_row(std::string& out, const std::vector<std::string>& cells) {
  out += '|';
  for (const std::string& cell : cells) out.append(" ").append(cell).append(" |");
  out += '\n';
}

void totals_table(std::string& out, std::string_view of, const std::vector<NamedTotals>& all, bool elements,
                  Lang lang) {
  std::vector<std::string> heads{std::string(of)};
  std::vector<std::string> line{"---"};
  for (std::size_t i = 0; i < verdicts; ++i) {
    heads.emplace_back(words(static_cast<Verdict>(i)).in(lang));
    line.emplace_back("---:");
  }
  out += '\n';
  table_row(out, heads);
  table_row(out, line);
  for (const NamedTotals& one : all) {
    std::vector<std::string> cells{plain(elements ? called(one, lang) : one.name)};
    for (const std::size_t count : one.totals.cells) cells.push_back(std::to_string(count));
    table_row(out, cells);
  }
}

}  // namespace

void write_compare_csv(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                       const Sink& to) {
  Places places(sources);
  std::string out = "\xEF\xBB\xBF";
  CsvWriter writer(out);
  for (const Bilingual& column : csv_columns) writer.cell(column.in(lang));
  writer.end_row();
  result.each(show, [&](const ComparedMatter& matter) {
    for (const ComparedMatter::Cell& cell : matter.cells) {
      if (matter.reference || !show.wants(cell.result.verdict)) continue;
      const Difference* const d = cell.result.decisive();
      const std::string cells[] = {matter.item,
                                   matter.name,
                                   matter.level,
                                   matter.agency,
                                   matter.identity,
                                   std::string(called(result.elements[cell.element], lang)),
                                   std::string(words(cell.result.verdict).in(lang)),
                                   told(cell.result, lang, most_values),
                                   d != nullptr ? d->own : std::string(),
                                   d != nullptr ? d->other : std::string(),
                                   line_of(places, own_place(cell.result)),
                                   matter.other,
                                   line_of(places, other_place(cell.result))};
      for (const std::string& text : cells) writer.cell(guarded(text));
      writer.end_row();
    }
    if (out.size() > piece) {
      to(out);
      out.clear();
    }
  });
  to(out);
}

void write_compare_markdown(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                            const Sink& to) {
  Places places(sources);
  std::string profiles;
  for (const std::string& profile : result.profiles) profiles.append(profiles.empty() ? "" : ", ").append(profile);
  std::string out = say(lang, {"## 五级对照：{}\n", "## Levels compared: {}\n"}, plain(profiles));
  if (!result.verified) out += say(lang, {"\n要素未经核实。\n", "\nThe elements are not verified.\n"});
  out += "\n" + told_counts(result, lang) + "\n";
  for (const NotChecked& row : result.not_compared) {
    out += say(lang, {"- 未对照 {}：{}\n", "- not compared, {}: {}\n"}, row.count, row.reason);
  }
  totals_table(out, say(lang, {"要素", "element"}), result.elements, true, lang);
  totals_table(out, say(lang, {"层级", "level"}), result.levels, false, lang);
  totals_table(out, say(lang, {"实施主体", "agency"}), result.agencies, false, lang);
  result.each(show, [&](const ComparedMatter& matter) {
    if (matter.first) {
      out += fmt::format("\n### {} {}\n\n", plain(matter.item), plain(matter.item_name));
      table_row(out, {say(lang, {"层级", "level"}), say(lang, {"实施主体", "agency"}), say(lang, {"要素", "element"}),
                      say(lang, {"结论", "verdict"}), say(lang, {"说明", "differences"}), say(lang, {"位置", "place"}),
                      say(lang, {"对照的位置", "other place"})});
      table_row(out, {"---", "---", "---", "---", "---", "---", "---"});
    }
    for (const ComparedMatter::Cell& cell : matter.cells) {
      if (matter.reference || !show.wants(cell.result.verdict)) continue;
      table_row(out,
                {plain(matter.level), plain(matter.agency), plain(called(result.elements[cell.element], lang)),
                 std::string(words(cell.result.verdict).in(lang)), plain(told(cell.result, lang, most_values)),
                 plain(line_of(places, own_place(cell.result))), plain(line_of(places, other_place(cell.result)))});
    }
    if (out.size() > piece) {
      to(out);
      out.clear();
    }
  });
  to(out);
}

}  // namespace matter
