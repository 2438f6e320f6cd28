#include "report/diff_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/words.h"
#include "report/content_lines.h"
#include "report/diff_reach.h"
#include "report/places.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t flush_at = 65'536;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view yellow = "\x1b[33m";

std::string signed_number(std::int64_t n) { return n > 0 ? fmt::format("+{}", n) : fmt::format("{}", n); }

Bilingual unit_word(std::size_t unit) {
  switch (static_cast<DayUnit>(unit)) {
    case DayUnit::working_day: return {"工作日", "working days"};
    case DayUnit::day: return {"自然日", "days"};
    case DayUnit::month: break;
  }
  return {"个月", "months"};
}

std::string days_text(const std::array<std::int64_t, day_units>& days, Lang lang) {
  std::string text;
  for (std::size_t i = 0; i < day_units; ++i) {
    if (days[i] == 0) continue;
    if (!text.empty()) text += lang == Lang::zh ? "、" : ", ";
    text += fmt::format("{} {}", signed_number(days[i]), unit_word(i).in(lang));
  }
  return text.empty() ? "0" : text;
}

class DiffText {
 public:
  DiffText(const DiffResult& result, const Sources& sources, const TextStyle& style, const Sink& to)
      : result_(result), reach_(result), places_(sources), style_(style), to_(to) {}

  void all() {
    summary(result_);
    for (const CatalogDiff& diff : result_.catalogs) catalog(diff);
    for (const MatterDiff& diff : result_.matters) matter(diff);
    for (const DiffReach::Group& group : reach_.groups()) inherited(group);
    not_compared(result_.not_compared);
    flush();
  }

 private:
  void summary(const DiffResult& r);
  void catalog(const CatalogDiff& diff);
  void matter(const MatterDiff& diff);
  void inherited(const DiffReach::Group& group);
  void not_compared(const std::vector<NotChecked>& rows);

  void flush() {
    if (!out_.empty()) to_(out_);
    out_.clear();
  }

  void put(std::string_view color, std::string_view text) {
    if (!style_.color || text.empty()) {
      out_ += text;
    } else {
      out_.append(color).append(text).append("\x1b[0m");
    }
  }
  template <class... Args>
  [[nodiscard]] std::string words(const WordsFor<Args...>& both, Args&&... args) const {
    return say(style_.lang, both, std::forward<Args>(args)...);
  }
  [[nodiscard]] std::string comma() const { return style_.lang == Lang::zh ? "，" : ", "; }

  [[nodiscard]] std::string line(Location at) {
    const Places::View& view = places_.view(at.source);
    return view ? fmt::format("{}", view.lines->position(at.span.begin).line) : "?";
  }
  [[nodiscard]] std::string file_and_line(Location at) {
    return shown_text(places_.sources().name(at.source)) + ":" + line(at);
  }

  void kind(ChangeKind kind);
  void places(const Location& before, const Location& after);
  void impact(const Impact& one);
  void change(const Change& change, SourceId before, SourceId after);
  void reach(const DiffReach::Matters& matters, std::size_t changes);
  void heading(const Change& change);
  void side(char mark, const Change& change, const ChangeSide& side, SourceId own);
  void flush_if_full() {
    if (out_.size() >= flush_at) flush();
  }

  const DiffResult& result_;
  DiffReach reach_;
  Places places_;
  const TextStyle& style_;
  const Sink& to_;
  std::string out_;
};

void DiffText::summary(const DiffResult& r) {
  if (!r.any()) {
    out_ += words({"没有差异：{} 个事项相同\n", "No difference: {} matters are the same\n"}, r.same);
    return;
  }
  put(bold, words({"事项：新增 {}，删除 {}，修改 {}，相同 {}；字段变化 {} 处",
                   "Matters: {} added, {} removed, {} changed, {} the same; {} field changes"},
                  r.added, r.removed, r.changed, r.same, r.fields));
  out_ += '\n';
  const Reductions& all = r.reductions;
  put(bold, words({"四减：承诺时限 {}；环节 {}；材料 {}；跑动 {}",
                   "Reductions: promised time {}; steps {}; materials {}; visits {}"},
                  days_text(all.days, style_.lang), signed_number(all.steps.amount),
                  signed_number(all.materials.amount), signed_number(all.visits.amount)));
  out_ += '\n';
  std::string unknown;
  const auto add = [&](const Bilingual& what, std::size_t count) {
    if (count == 0) return;
    unknown.append(unknown.empty() ? "" : comma());
    unknown += words({"{} {} 个事项", "{} in {} matters"}, what.in(style_.lang), count);
  };
  add({"承诺时限", "promised time"}, all.days_not_comparable);
  add({"环节", "steps"}, all.steps.not_comparable);
  add({"材料", "materials"}, all.materials.not_comparable);
  add({"跑动", "visits"}, all.visits.not_comparable);
  if (!unknown.empty()) {
    out_ +=
        words({"未计入（一边没有写明，或单位不同）：{}\n", "Not counted (unknown on one side, or another unit): {}\n"},
              unknown);
  }
}

void DiffText::kind(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return put(green, words({"新增", "added"}));
    case ChangeKind::removed: return put(red, words({"删除", "removed"}));
    default: return put(yellow, words({"修改", "changed"}));
  }
}

/// Where the two stand: `old.yaml:3 → new.yaml:3`.
void DiffText::places(const Location& before, const Location& after) {
  const std::string left = before.known() ? file_and_line(before) : std::string();
  const std::string right = after.known() ? file_and_line(after) : std::string();
  const bool narrow = display_width(left) + display_width(right) + 5 > style_.width;
  std::string text = left;
  if (!left.empty() && !right.empty()) text += narrow ? "\n  → " : " → ";
  out_ += "  ";
  put(dim, text + right);
  out_ += '\n';
}

void DiffText::impact(const Impact& one) {
  std::string text;
  const auto add = [&](const Bilingual& what, const std::string& amount) {
    text.append(text.empty() ? "" : comma()).append(what.in(style_.lang)).append(" ").append(amount);
  };
  const auto count = [&](const Bilingual& what, const Delta& delta) {
    if (!delta.comparable)
      add(what, words({"无法比较", "not comparable"}));
    else if (delta.amount != 0)
      add(what, signed_number(delta.amount));
  };
  const std::string days = days_text(one.days, style_.lang);
  const Bilingual limit{"承诺时限", "promised time"};
  if (!one.days_comparable)
    add(limit, words({"无法比较", "not comparable"}));
  else if (days != "0")
    add(limit, days);
  count({"环节", "steps"}, one.steps);
  count({"材料", "materials"}, one.materials);
  count({"跑动", "visits"}, one.visits);
  if (!text.empty()) out_ += words({"  四减：{}\n", "  reductions: {}\n"}, text);
}

void DiffText::matter(const MatterDiff& diff) {
  const auto elsewhere = static_cast<std::size_t>(std::count_if(
      diff.changes.begin(), diff.changes.end(), [&](const Change& one) { return reach_.told_elsewhere(one); }));
  if (elsewhere != 0 && elsewhere == diff.changes.size()) return;  // named where they are told
  out_ += '\n';
  kind(diff.kind);
  out_ += ' ';
  put(bold, shown_text(diff.name));
  out_.append(diff.name.empty() ? "" : "  ").append(shown_text(diff.matter)).append("\n");
  places(diff.before, diff.after);
  if (diff.kind == ChangeKind::changed) impact(diff.impact);
  std::size_t run = 0;  // changes before this one that reach the same matters
  for (std::size_t i = 0; i < diff.changes.size(); ++i) {
    const Change& one = diff.changes[i];
    if (reach_.told_elsewhere(one)) continue;
    change(one, diff.before.source, diff.after.source);
    const DiffReach::Matters& whom = reach_.of(one);
    ++run;
    if (i + 1 < diff.changes.size() && reach_.of(diff.changes[i + 1]) == whom) continue;
    if (!whom.empty()) reach(whom, run);
    run = 0;
  }
  if (elsewhere == 0) return;
  put(dim, words({"  另有 {} 处取自标准，与沿用的事项一并列出",
                  "  and {} from the standard, told once for all whom it reaches"},
                 elsewhere));
  out_ += '\n';
}

/// Whom the changes just told reach: the first of them by name, all of them in the JSON.
void DiffText::reach(const DiffReach::Matters& matters, std::size_t changes) {
  constexpr std::size_t most = 10;
  std::string text = "    ↳ ";
  if (changes > 1) text += words({"以上 {} 处", "these {} changes are "}, changes);
  text += matters.size() == 1 ? words({"由 1 个事项沿用：", "inherited by 1 matter:"})
                              : words({"由 {} 个事项沿用：", "inherited by {} matters:"}, matters.size());
  for (std::size_t i = 0; i < std::min(matters.size(), most); ++i) {
    const MatterDiff& diff = result_.matters[matters[i]];
    text.append("\n      ").append(shown_text(diff.name)).append(diff.name.empty() ? "" : "  ");
    text += shown_text(diff.matter);
  }
  if (matters.size() > most) {
    text += words({"\n      另有 {} 个（--format json 逐个列出）", "\n      and {} more (--format json names them)"},
                  matters.size() - most);
  }
  put(dim, text);
  out_ += '\n';
}

/// What standard entries that are not shown themselves changed for several.
void DiffText::inherited(const DiffReach::Group& group) {
  out_ += '\n';
  kind(ChangeKind::changed);
  out_ += ' ';
  put(bold, words({"取自标准的内容", "what is taken from the standard"}));
  out_ += '\n';
  for (const Change* one : group.changes) change(*one, no_source, no_source);
  reach(group.matters, group.changes.size());
}

void DiffText::catalog(const CatalogDiff& diff) {
  out_ += '\n';
  kind(diff.kind);
  out_ += ' ';
  put(bold, words({"目录设置 {}", "catalog settings {}"}, shown_text(diff.file)));
  out_ += '\n';
  places(diff.before, diff.after);
  for (const Change& one : diff.changes) change(one, diff.before.source, diff.after.source);
}

void DiffText::change(const Change& change, SourceId before, SourceId after) {
  heading(change);
  if (change.kind != ChangeKind::added) side('-', change, change.before, before);
  if (change.kind != ChangeKind::removed) side('+', change, change.after, after);
  flush_if_full();
}

void DiffText::heading(const Change& change) {
  const std::string label = chinese(change.path);
  const std::string keys = english(change.path);
  const bool zh = style_.lang == Lang::zh;
  out_.append("  ").append(shown_text(zh ? label : keys));
  if (change.kind == ChangeKind::reordered) out_ += words({" 的次序", ": order"});
  if (change.position > 0) out_ += words({"（排在第 {}）", " (as number {})"}, change.position);
  // Both names where there is room; a long clause is not said twice.
  if (label != keys && display_width(label) + display_width(keys) + 4 <= style_.width) {
    out_ += "  ";
    put(dim, shown_text(zh ? keys : label));
  }
  out_ += '\n';
}

void DiffText::side(char mark, const Change& change, const ChangeSide& side, SourceId own) {
  std::vector<std::string> lines;
  if (change.kind == ChangeKind::reordered) {
    lines.emplace_back();
    for (const Content& label : side.value.parts) {
      lines[0].append(lines[0].empty() ? "" : " → ").append(shown_text(label.text));
    }
  } else {
    const PathStep& last = change.path.back();
    lines = content_lines(side.value, last.field, style_.lang);
  }
  lines = wrapped(lines, std::max<std::size_t>(style_.width, 20) - 6);
  std::string place = side.at.source == own ? words({"第 {} 行", "line {}"}, line(side.at)) : file_and_line(side.at);
  if (side.inherited) place += words({"，取自标准", ", from the standard"});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out_ += i == 0 ? fmt::format("    {} ", mark) : std::string("      ");
    put(mark == '-' ? red : green, lines[i]);
    if (i + 1 < lines.size()) out_ += '\n';
  }
  const bool fits = 6 + display_width(lines.back()) + 2 + display_width(place) <= style_.width;
  out_ += fits ? "  " : "\n      ";
  put(dim, place);
  out_ += '\n';
}

void DiffText::not_compared(const std::vector<NotChecked>& rows) {
  if (rows.empty()) return;
  out_ += '\n';
  for (const NotChecked& row : rows) {
    out_ += words({"未比较：{}（{}）\n", "not compared: {} ({})\n"}, row.reason, row.count);
  }
}

}  // namespace

void write_diff_text(const DiffResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  if (!result.understood()) return write_findings(result.findings, sources, style, to);
  DiffText(result, sources, style, to).all();
}

}  // namespace matter
