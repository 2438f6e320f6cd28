#include "report/diff_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "change/change_type.h"
#include "diag/words.h"
#include "report/content_lines.h"
#include "report/diff_reach.h"
#include "report/diff_words.h"
#include "report/not_checked.h"
#include "report/pairing_words.h"
#include "report/places.h"
#include "report/reduction_words.h"
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

class DiffText {
 public:
  DiffText(const DiffResult& result, const Sources& sources, const TextStyle& style, const Sink& to, DiffDetail detail)
      : result_(result), reach_(result), places_(sources), style_(style), to_(to), detail_(detail) {}

  void all() {
    summary(result_);
    if (detail_ == DiffDetail::stat) return lines();
    for (const CatalogDiff& diff : result_.catalogs) catalog(diff);
    for (const MatterDiff& diff : result_.matters) matter(diff);
    for (const DiffReach::Group& group : reach_.groups()) inherited(group);
    groups({"各实施主体的四减", "Reductions by agency"}, result_.by_agency);
    groups({"各层级的四减", "Reductions by level"}, result_.by_level);
    not_compared(result_.not_compared);
    flush();
  }

 private:
  void summary(const DiffResult& r);
  void judged(const JudgedChanges& all);
  void groups(const Bilingual& by, const std::map<std::string, Reductions>& groups);
  void lines();
  void catalog(const CatalogDiff& diff);
  void matter(const MatterDiff& diff);
  void inherited(const DiffReach::Group& group);
  void not_compared(const std::vector<NotChecked>& rows);

  void flush() {
    if (!out_.empty()) to_(out_);
    out_.clear();
  }

  /// A line that may be wider than the screen: its next rows stand `indent` columns in.
  void wrapped_line(std::string_view color, const std::string& text, std::size_t indent) {
    for (const std::string& row : wrapped_parts(text, std::max<std::size_t>(style_.width, 40), indent)) {
      put(color, row);
      out_ += '\n';
    }
  }
  void put(std::string_view color, std::string_view text) {
    if (!style_.color || color.empty() || text.empty()) {
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
  void doubts(const std::vector<Diagnostic>& doubts);
  void reach(const DiffReach::Matters& matters, std::size_t changes);
  void heading(const Change& change);
  void meaning(const ChangeType* type, Judgement judged);
  void changed(const std::vector<WordPiece>& pieces, const Change& change, SourceId before, SourceId after);
  [[nodiscard]] std::string place(const ChangeSide& side, SourceId own);
  void behind(std::size_t used, const std::string& place);
  void side(char mark, const Change& change, const ChangeSide& side, SourceId own);
  void flush_if_full() {
    if (out_.size() >= flush_at) flush();
  }

  const DiffResult& result_;
  DiffReach reach_;
  Places places_;
  const TextStyle& style_;
  const Sink& to_;
  DiffDetail detail_;
  std::string out_;
};

void DiffText::summary(const DiffResult& r) {
  if (const std::string against = against_words(r, style_.lang); !against.empty()) {
    put(bold, words({"比较：{}", "Comparison {}"}, against));
    out_ += '\n';
  }
  if (!r.any()) {
    if (r.same_objects == 0) {
      out_ +=
          words({"没有差异：{} 个事项相同\n", "No difference: {:matter is|matters are} the same\n"}, Counted{r.same});
    } else if (r.same == 0) {
      out_ += words({"没有差异：{} 个文件未变\n", "No difference: {:file is|files are} unchanged\n"},
                    Counted{r.same_objects});
    } else {
      out_ += words({"没有差异：{} 个事项相同，{} 个文件未变\n",
                     "No difference: {:matter is|matters are} the same, {:file is|files are} unchanged\n"},
                    Counted{r.same}, Counted{r.same_objects});
    }
    return;
  }
  if (!r.against.empty()) {
    put(bold, words({"有对应的事项：不同 {}，相同 {}；字段不同 {} 处",
                     "Matters with a counterpart: {} differ, {} are the same; {:field differs|fields differ}"},
                    r.changed, r.same, Counted{r.fields}));
  } else {
    put(bold, words({"事项：新增 {}，删除 {}，修改 {}，相同 {}；字段变化 {} 处",
                     "Matters: {} added, {} removed, {} changed, {} the same; {:field change}"},
                    r.added, r.removed, r.changed, r.same, Counted{r.fields}));
  }
  out_ += '\n';
  const Reductions& all = r.reductions;
  wrapped_line(bold, words({"四减：{}", "Reductions: {}"}, reduction_words(all, style_.lang)), 2);
  judged(r.judged);
  if (r.doubts > 0) {
    put(yellow, words({"存疑的减少 {} 处", "Reductions that are none: {}"}, r.doubts));
    out_ += '\n';
  }
  const std::string unknown = not_counted_words(all, style_.lang);
  if (!unknown.empty()) {
    out_ +=
        words({"未计入（一边没有写明，或单位不同）：{}\n", "Not counted (unknown on one side, or another unit): {}\n"},
              unknown);
  }
}

/// 四减 by agency and by level.
void DiffText::groups(const Bilingual& by, const std::map<std::string, Reductions>& groups) {
  if (groups.empty()) return;
  out_ += '\n';
  put(bold, by.in(style_.lang));
  out_ += '\n';
  for (const auto& [name, all] : groups) {
    wrapped_line({}, words({"  {}：{}", "  {}: {}"}, shown_text(name), reduction_words(all, style_.lang)), 4);
  }
}

void DiffText::judged(const JudgedChanges& all) {
  if (all.less + all.neutral + all.more == 0) return;
  put(bold, words({"变化：减负 {}，不变 {}，增负 {}；对系统不兼容 {}",
                   "Changes: {} less burden, {} neutral, {} more burden; {} breaking for systems"},
                  all.less, all.neutral, all.more, all.breaking));
  out_ += '\n';
}

/// A line a matter: kind, name, how many changes, what they mean; below it what they save.
void DiffText::lines() {
  const auto line = [&](ChangeKind of, std::string_view name, std::string_view identity, const auto& diff,
                        const std::string& saved) {
    kind(of);
    out_.append(" ").append(shown_text(name)).append(name.empty() || identity.empty() ? "" : "  ");
    out_ += shown_text(identity);
    JudgedChanges count;
    if (diff.type != nullptr) count.add(diff.judged);
    for (const Change& change : diff.changes) count.add(change.judged);
    if (!diff.changes.empty()) out_ += words({"：{} 处", ": {:change}"}, Counted{diff.changes.size()});
    const auto add = [&](const Bilingual& what, std::size_t n) {
      if (n > 0) out_.append(comma()).append(words({"{} {}", "{} {}"}, what.in(style_.lang), n));
    };
    add(matter::words(Burden::less), count.less);
    add(matter::words(Burden::more), count.more);
    add(matter::words(Systems::breaking), count.breaking);
    out_ += '\n';
    if (!saved.empty()) wrapped_line(dim, "    " + saved, 4);
    flush_if_full();
  };
  for (const CatalogDiff& diff : result_.catalogs) line(diff.kind, diff.file, {}, diff, {});
  for (const MatterDiff& diff : result_.matters) {
    line(diff.kind, diff.name, diff.matter, diff,
         diff.kind == ChangeKind::changed ? impact_words(diff.impact, style_.lang) : "");
  }
  groups({"各实施主体的四减", "Reductions by agency"}, result_.by_agency);
  groups({"各层级的四减", "Reductions by level"}, result_.by_level);
  not_compared(result_.not_compared);
  flush();
}

void DiffText::kind(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return put(green, words({"新增", "added"}));
    case ChangeKind::removed: return put(red, words({"删除", "removed"}));
    default: return put(yellow, result_.against.empty() ? words({"修改", "changed"}) : words({"不同", "differs"}));
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
  const std::string text = impact_words(one, style_.lang);
  if (!text.empty()) wrapped_line({}, words({"  四减：{}", "  reductions: {}"}, text), 4);
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
  if (const std::string pairing = pairing_words(diff, style_.lang); !pairing.empty()) {
    out_ += "  ";
    put(yellow, pairing);
    out_ += '\n';
  }
  places(diff.before, diff.after);
  if (diff.kind == ChangeKind::changed && diff.type != nullptr && detail_ != DiffDetail::all) {
    out_.append("  ").append(diff.type->summary(style_.lang)).append("\n");
  }
  if (detail_ == DiffDetail::all) meaning(diff.type, diff.judged);
  if (diff.kind == ChangeKind::changed) impact(diff.impact);
  doubts(diff.doubts);
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

/// Reductions that are none, each with the place that shows it.
void DiffText::doubts(const std::vector<Diagnostic>& doubts) {
  for (const Diagnostic& d : doubts) {
    const std::string text = words({"  存疑：{} [{}]", "  doubtful: {} [{}]"}, shown_text(d.message), d.rule);
    for (const std::string& row : wrapped({text}, std::max<std::size_t>(style_.width, 20) - 4)) {
      put(yellow, row);
      out_ += "\n    ";
    }
    put(dim, file_and_line(d.at));
    out_ += '\n';
  }
}

/// Whom the changes just told reach: the first of them by name, all of them in the JSON.
void DiffText::reach(const DiffReach::Matters& matters, std::size_t changes) {
  constexpr std::size_t most = 10;
  std::string text = "    ↳ ";
  if (changes > 1) text += words({"以上 {} 处", "these {} changes are "}, changes);
  text += matters.size() == 1 ? words({"由 1 个事项沿用：", "inherited by 1 matter:"})
                              : words({"由 {} 个事项沿用：", "inherited by {:matter}:"}, Counted{matters.size()});
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
  if (const auto pieces = changed_words(change)) {
    changed(*pieces, change, before, after);
    return flush_if_full();
  }
  if (change.kind != ChangeKind::added) side('-', change, change.before, before);
  if (change.kind != ChangeKind::removed) side('+', change, change.after, after);
  flush_if_full();
}

void DiffText::heading(const Change& change) {
  const std::string label = chinese(change.path);
  const std::string keys = english(change.path);
  const bool zh = style_.lang == Lang::zh;
  out_.append("  ").append(shown_text(zh ? label : keys));
  if (change.kind == ChangeKind::reordered && change.type == nullptr) out_ += words({" 的次序", ": order"});
  if (change.position > 0) out_ += words({"（排在第 {}）", " (as number {})"}, change.position);
  if (change.type != nullptr && detail_ != DiffDetail::all) {
    std::string said = change.type->summary(style_.lang);
    if (const std::string judged = judgement_words(change.judged, style_.lang); !judged.empty()) {
      said += words({"（{}）", " ({})"}, judged);
    }
    const bool fits = display_width(zh ? label : keys) + display_width(said) + 14 <= style_.width;
    out_ += fits ? "  " : "\n    ";
    const bool heavy = change.judged.burden == Burden::more || change.judged.systems == Systems::breaking;
    put(heavy ? yellow : change.judged.burden == Burden::less ? green : dim, said);
    out_ += '\n';
    return;
  }
  // Both names where there is room; a long clause is not said twice.
  if (label != keys && display_width(label) + display_width(keys) + 4 <= style_.width) {
    out_ += "  ";
    put(dim, shown_text(zh ? keys : label));
  }
  out_ += '\n';
  meaning(change.type, change.judged);
}

/// Id, sentence and both judgements.
void DiffText::meaning(const ChangeType* type, Judgement judged) {
  if (type == nullptr) return;
  out_ += "    ";
  put(yellow, type->id);
  out_ += words({"：{}（{}，{}）\n", ": {} ({}, {})\n"}, type->summary(style_.lang),
                matter::words(judged.burden).in(style_.lang), matter::words(judged.systems).in(style_.lang));
}

/// `~ 有固定[-的-]{+合法+}场所`, in colours on a terminal.
void DiffText::changed(const std::vector<WordPiece>& pieces, const Change& change, SourceId before, SourceId after) {
  constexpr std::size_t around = 12;
  std::string line;
  std::string colored;
  for (const WordPiece& piece : detail_ == DiffDetail::all ? pieces : shortened(pieces, around)) {
    const bool same = piece.kind == WordPiece::Kind::same;
    const bool gone = piece.kind == WordPiece::Kind::removed;
    line += same ? piece.text : (gone ? "[-" : "{+") + piece.text + (gone ? "-]" : "+}");
    colored += same ? piece.text : std::string(gone ? red : green) + piece.text + "\x1b[0m";
  }
  out_ += "    ~ ";
  std::size_t used = 6 + display_width(line);
  if (style_.color) {
    out_ += colored;  // marks would tear what wrapping counts; a terminal wraps by itself
  } else {
    const std::vector<std::string> rows = wrapped({line}, std::max<std::size_t>(style_.width, 20) - 6);
    for (std::size_t i = 0; i < rows.size(); ++i) out_.append(i == 0 ? "" : "\n      ").append(rows[i]);
    used = 6 + display_width(rows.back());
  }
  behind(used, place(change.before, before) + " → " + place(change.after, after));
}

std::string DiffText::place(const ChangeSide& side, SourceId own) {
  std::string place = side.at.source == own ? words({"第 {} 行", "line {}"}, line(side.at)) : file_and_line(side.at);
  if (side.inherited) place += words({"，取自标准", ", from the standard"});
  return place;
}

void DiffText::behind(std::size_t used, const std::string& place) {
  out_ += used + 2 + display_width(place) <= style_.width ? "  " : "\n      ";
  put(dim, place);
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
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out_ += i == 0 ? fmt::format("    {} ", mark) : std::string("      ");
    put(mark == '-' ? red : green, lines[i]);
    if (i + 1 < lines.size()) out_ += '\n';
  }
  behind(6 + display_width(lines.back()), place(side, own));
}

void DiffText::not_compared(const std::vector<NotChecked>& rows) {
  if (rows.empty()) return;
  out_ += '\n';
  for (const NotChecked& row : rows) {
    out_ += not_compared_line(row, style_.lang) + '\n';
  }
}

}  // namespace

void write_diff_text(const DiffResult& result, const Sources& sources, const TextStyle& style, const Sink& to,
                     DiffDetail detail) {
  if (!result.understood()) return write_findings(result.findings, sources, style, to);
  DiffText(result, sources, style, to, detail).all();
}

}  // namespace matter
