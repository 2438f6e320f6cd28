#include <fmt/format.h>

#include <algorithm>

#include "diag/words.h"
#include "report/compare_report.h"
#include "report/content_lines.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t name_columns = 32;
constexpr std::size_t number_columns = 8;
/// Agencies that are listed; tables have them all.
constexpr std::size_t most_agencies = 15;
/// Values of one cell that are told.
constexpr std::size_t most_values = 3;
constexpr Verdict order[] = {Verdict::same,    Verdict::better, Verdict::worse,
                             Verdict::missing, Verdict::extra,  Verdict::not_applicable};

class CompareText {
 public:
  CompareText(const CompareResult& result, const CompareShow& show, const Sources& sources, const TextStyle& style,
              const Sink& to)
      : result_(result), show_(show), places_(sources), style_(style), to_(to) {}

  void write() {
    std::string profiles;
    for (const std::string& profile : result_.profiles) profiles.append(profiles.empty() ? "" : ", ").append(profile);
    line(tell({"五级对照：{}{}", "Levels compared by {}{}"}, profiles,
              result_.verified ? std::string() : tell({"，要素未经核实", ", whose elements are not verified"})));
    line(told_counts(result_, style_.lang));
    for (const NotChecked& row : result_.not_compared)
      line(tell({"  未对照 {}：{}", "  not compared, {}: {}"}, row.count, row.reason));
    if (result_.all.matters == 0) return;
    line("");
    heads();
    totals(tell({"合计", "all"}), result_.all);
    line(tell({"要素", "element"}));
    std::size_t number = 0;
    for (const NamedTotals& element : result_.elements) {
      totals(fmt::format("  {:2} {}", ++number, called(element, style_.lang)), element.totals);
    }
    line(tell({"层级", "level"}));
    for (const NamedTotals& level : result_.levels) totals("  " + name(level.name), level.totals);
    line(tell({"实施主体（差的在前）", "agency (the worst first)"}));
    for (std::size_t i = 0; i < result_.agencies.size() && i < most_agencies; ++i)
      totals("  " + name(result_.agencies[i].name), result_.agencies[i].totals);
    if (result_.agencies.size() > most_agencies)
      line(tell({"  另有 {} 个", "  and {} more"}, result_.agencies.size() - most_agencies));
    matters();
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string tell(const WordsFor<Args...>& words, Args&&... args) const {
    return say(style_.lang, words, std::forward<Args>(args)...);
  }
  void line(const std::string& text) { to_(text + "\n"); }
  [[nodiscard]] std::string name(const std::string& written) const {
    return written.empty() ? tell({"（未写）", "(not said)"}) : shown_text(written);
  }

  void heads() {
    std::string row(name_columns, ' ');
    for (const Verdict verdict : order) row += right(words(verdict).in(style_.lang));
    line(row);
  }

  void totals(const std::string& of, const CompareTotals& totals) {
    std::string row = filled_to(of, name_columns);
    for (const Verdict verdict : order) row += right(std::to_string(totals.of(verdict)));
    line(row);
  }

  static std::string right(std::string_view text) {
    const std::size_t width = display_width(text);
    return std::string(number_columns > width ? number_columns - width : 1, ' ').append(text);
  }

  void matters() {
    std::size_t told = 0;
    const std::size_t items = result_.each(show_, [&](const ComparedMatter& matter) {
      if (told == 0 && matter.first) legend();
      if (matter.first) head(matter, ++told);
      row(matter);
    });
    if (items > told)
      line(tell({"\n另有 {} 组同一事项，用 --limit 0 显示全部", "\n{} more groups of matters: --limit 0 shows all"},
                items - told));
  }

  void legend() {
    std::string signs;
    for (const Verdict verdict : order) {
      signs.append(signs.empty() ? "" : "  ")
          .append(1, sign_of(verdict))
          .append(" ")
          .append(words(verdict).in(style_.lang));
    }
    line(tell({"\n同一事项，差的在前：{}", "\nMatters that are one, the worst first: {}"}, signs));
  }

  void head(const ComparedMatter& matter, std::size_t) {
    line("");
    line(cut_to(fmt::format("{}  {}", shown_text(matter.item), shown_text(matter.item_name)), style_.width));
    std::string numbers(style_.width - cells_width(), ' ');
    for (std::size_t i = 1; i <= result_.elements.size(); ++i) {
      numbers += wide() ? fmt::format("{:3}", i) : fmt::format("{:2}", i % 10);
    }
    line(numbers);
  }

  [[nodiscard]] bool wide() const { return result_.elements.size() <= 15; }
  [[nodiscard]] std::size_t cells_width() const {
    return std::min(result_.elements.size() * (wide() ? 3 : 2), style_.width - 20);
  }

  void row(const ComparedMatter& matter) {
    std::string who = "  " + std::string(matter.level.empty() ? "" : matter.level + " ") + name(matter.agency);
    std::string signs = filled_to(who, style_.width - cells_width());
    for (std::size_t column = 0; column < result_.elements.size(); ++column) {
      const auto cell = std::find_if(matter.cells.begin(), matter.cells.end(),
                                     [&](const ComparedMatter::Cell& one) { return one.element == column; });
      signs.append(wide() ? 2 : 1, ' ');
      signs += cell == matter.cells.end() ? ' ' : sign_of(cell->result.verdict);
    }
    line(signs);
    const std::string at = line_of(places_, matter.at);
    line(matter.reference
             ? tell({"    {}  {}  其余对照它", "    {}  {}  the others are compared with it"}, matter.identity, at)
             : fmt::format("    {}  {}", shown_text(matter.identity), at));
    if (matter.reference) return;
    for (const ComparedMatter::Cell& cell : matter.cells) {
      if (show_.wants(cell.result.verdict)) differences(cell);
    }
  }

  void differences(const ComparedMatter::Cell& cell) {
    const NamedTotals& element = result_.elements[cell.element];
    std::string text =
        fmt::format("    {} {}", words(cell.result.verdict).in(style_.lang), called(element, style_.lang));
    const std::string values = told(cell.result, style_.lang, most_values);
    if (!values.empty()) text += (style_.lang == Lang::zh ? "：" : ": ") + shown_text(values);
    std::string indent = "      ";
    bool first = true;
    for (const std::string& part : wrapped({text}, style_.width - indent.size())) {
      line(first ? part : indent + part);
      first = false;
    }
    const Difference* const decisive = cell.result.decisive();
    const Location own = decisive != nullptr ? decisive->at : cell.result.at;
    const Location other = decisive != nullptr ? decisive->other_at : cell.result.other_at;
    const std::string here = line_of(places_, own);
    const std::string there = line_of(places_, other);
    const bool fits = display_width(here) + display_width(there) + indent.size() + 3 <= style_.width;
    line(fits ? fmt::format("{}{} | {}", indent, here, there) : fmt::format("{0}{1}\n{0}| {2}", indent, here, there));
  }

  const CompareResult& result_;
  const CompareShow& show_;
  Places places_;
  const TextStyle& style_;
  const Sink& to_;
};

}  // namespace

void write_compare_text(const CompareResult& result, const CompareShow& show, const Sources& sources,
                        const TextStyle& style, const Sink& to) {
  CompareText(result, show, sources, style, to).write();
}

}  // namespace matter
