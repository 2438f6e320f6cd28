#include "report/findings_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/words.h"
#include "report/not_checked.h"
#include "report/places.h"
#include "report/reading.h"
#include "report/shown.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter {

namespace {

constexpr std::size_t gutter = 8;  // "12345 | "
constexpr std::size_t flush_at = 64 * 1024;

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "\x1b[1;36m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::error: break;
  }
  return "\x1b[1;31m";
}

class TextWriter {
 public:
  TextWriter(const Sources& sources, const TextStyle& style, const Sink& to)
      : places_(sources), style_(style), to_(to) {}

  void finding(const Diagnostic& d) {
    if (d.at.known()) put(bold, places_.shown(d.at) + ": ");
    put(color_of(d.severity), severity_word(d.severity).in(style_.lang));
    out_ += ": ";
    out_ += shown_text(d.message);
    put(dim, fmt::format(" [{}]", shown_text(d.rule)));
    out_ += '\n';
    if (d.at.known()) source_line(d.at);
    for (const Note& note : d.notes) {
      const std::string place = note.at.known() ? places_.shown(note.at) : std::string();
      detail({"注", "note"}, note.message, place);
    }
    if (!d.hint.empty()) detail({"建议", "hint"}, d.hint, {});
    if (d.fix) fix(*d.fix);
    if (out_.size() >= flush_at) flush();
  }

  void group(const FindingGroup& group, std::span<const Diagnostic> findings, bool first) {
    if (!group.title.empty()) heading(group, first);
    for (const std::uint32_t i : group.listed) finding(findings[i]);
    if (group.more.empty()) return;
    std::size_t count = 0;
    std::string rules;
    for (const MoreOfAKind& more : group.more) {
      count += more.count;
      if (!rules.empty()) rules += say(style_.lang, {"，", ", "});
      rules += fmt::format("{} {}", shown_text(more.rule), more.count);
    }
    out_ += wrapped(say(style_.lang,
                        {"另有 {} 处没有列出（--all 全部列出）：{}", "{} more, not listed (--all lists them): {}"},
                        count, rules),
                    2, style_.width) +
            '\n';
  }

  void blank() { out_ += '\n'; }

  void statistics(std::span<const RuleCount> counts) {
    if (counts.empty()) return;
    const auto row = [&](std::string_view count, std::string_view severity, std::string_view files,
                         std::string_view fixable, std::string_view rule) {
      const auto right = [](std::string_view text, std::size_t width) {
        return std::string(width - std::min(width, display_width(text)), ' ').append(text);
      };
      return right(count, 8) + "  " + padded(severity, 8) + right(files, 8) + right(fixable, 9) + "  " +
             std::string(rule) + '\n';
    };
    const auto in = [&](Bilingual words) { return words.in(style_.lang); };
    out_ += row(in({"数目", "count"}), in({"程度", "severity"}), in({"文件", "files"}), in({"可修正", "fixable"}),
                in({"规则", "rule"}));
    for (const RuleCount& one : counts) {
      out_ += row(std::to_string(one.count), in(severity_word(one.severity)), std::to_string(one.files),
                  one.fixable > 0 ? std::to_string(one.fixable) : "—", shown_text(one.rule));
    }
  }

  void flush() {
    if (!out_.empty()) to_(out_);
    out_.clear();
  }

 private:
  static constexpr std::string_view bold = "\x1b[1m";
  static constexpr std::string_view dim = "\x1b[2m";
  static constexpr std::string_view mark = "\x1b[1;32m";

  void put(std::string_view color, std::string_view text) {
    if (style_.color) out_ += color;
    out_ += text;
    if (style_.color) out_ += "\x1b[0m";
  }

  void heading(const FindingGroup& group, bool first) {
    if (!first) out_ += '\n';
    put(bold, "== " + group.title);
    out_ +=
        say(style_.lang, {"：{}", ": {}"}, severities(group.errors, group.warnings, group.infos, style_.lang)) + '\n';
    if (!group.beside.empty()) out_ += wrapped(group.beside, 3, style_.width) + '\n';
  }

  void source_line(Location at) {
    const Places::View& view = places_.view(at.source);
    if (!view) return;
    const std::uint32_t number = view.lines->position(at.span.begin).line;
    const Span line = view.lines->line_span(number);
    const std::string_view text = slice(*view.text, line);
    const std::size_t end = std::min(at.span.end, line.end);
    const std::size_t width = style_.width > gutter ? style_.width - gutter : 1;
    const std::size_t begin = std::min(std::max(at.span.begin, line.begin), line.end) - line.begin;
    const Underlined shown = underline(text, begin, end > line.begin ? end - line.begin : 0, width);
    fmt::format_to(std::back_inserter(out_), "{:5} | {}\n      | ", number, shown.text);
    put(mark, shown.marks);
    out_ += '\n';
  }

  void fix(const Fix& f) {
    const std::string what =
        f.usable() ? f.what : say(style_.lang, {"{}（不能自动做：{}）", "{} (not by itself: {})"}, f.what, f.withheld);
    detail(f.safe ? Bilingual{"修正", "fix"} : Bilingual{"修正（须确认）", "fix (unsafe)"}, what, {});
  }

  void detail(Bilingual label, std::string_view text, std::string_view place) {
    std::string line = say(style_.lang, {"{}：{}", "{}: {}"}, label.in(style_.lang), shown_text(text));
    if (!place.empty()) line += say(style_.lang, {"（{}）", " ({})"}, place);
    if (!style_.wraps) {
      out_ += "  " + line + '\n';
      return;
    }
    constexpr std::size_t indent = 2, hanging = 4;
    const std::string lines = wrapped(line, hanging, std::max(style_.width, hanging * 4));
    out_ += std::string_view(lines).substr(hanging - indent);
    out_ += '\n';
  }

  Places places_;
  const TextStyle& style_;
  const Sink& to_;
  std::string out_;
};

std::string counts(const ValidateResult& r, Lang lang) {
  std::string text =
      say(lang, {"{} 个文件，{} 个事项：", "{:file}, {:matter}: "}, Counted{r.files}, Counted{r.matters});
  if (r.findings.empty()) return text + say(lang, {"没有发现问题", "no findings"});
  return text + say(lang, {"错误 {}，警告 {}，提示 {}", "{:error}, {:warning}, {:info}"}, Counted{r.errors},
                    Counted{r.warnings}, Counted{r.infos});
}

/// What was found and is not shown.
std::string hidden_line(const ValidateResult& r, Lang lang) {
  if (r.suppressed == 0 && r.baselined == 0) return {};
  std::string text = say(lang, {"没有列出的：", "not shown: "});
  if (r.suppressed > 0) text += say(lang, {"注释忽略 {}", "{} ignored by comments"}, r.suppressed);
  if (r.suppressed > 0 && r.baselined > 0) text += say(lang, {"，", ", "});
  if (r.baselined > 0) text += say(lang, {"基线中已有 {}", "{} in the baseline"}, r.baselined);
  return text + '\n';
}

}  // namespace

Bilingual severity_word(Severity severity) {
  switch (severity) {
    case Severity::info: return {"提示", "info"};
    case Severity::warning: return {"警告", "warning"};
    case Severity::error: break;
  }
  return {"错误", "error"};
}

std::string fixable_line(const ValidateResult& r, Lang lang) {
  const std::size_t unsafe = r.unsafe_fixable;
  if (r.fixable > 0) {
    std::string text =
        say(lang, {"其中 {} 处可用 --fix 修正", "{} of them can be fixed with --fix"}, Counted{r.fixable});
    if (unsafe > 0)
      text += say(lang, {"，另 {} 处须确认（--unsafe-fixes）", ", {} more with --unsafe-fixes"}, Counted{unsafe});
    return text + '\n';
  }
  if (unsafe == 0) return {};
  return say(lang, {"其中 {} 处可用 --unsafe-fixes 修正，须确认\n", "{} of them can be fixed with --unsafe-fixes\n"},
             Counted{unsafe});
}

void write_findings(std::span<const Diagnostic> findings, const Sources& sources, const TextStyle& style,
                    const Sink& to) {
  TextWriter writer(sources, style, to);
  if (style.reading == nullptr) {
    for (const Diagnostic& d : findings) writer.finding(d);
  } else if (style.reading->statistics) {
    writer.statistics(rule_counts(findings));
  } else {
    bool first = true;
    for (const FindingGroup& group : grouped(findings, sources, style)) {
      writer.group(group, findings, first);
      first = false;
    }
    if (!first && style.reading->group != GroupBy::nothing) writer.blank();
  }
  writer.flush();
}

void write_summary(const ValidateResult& result, const TextStyle& style, const Sink& to, std::string_view beside) {
  std::string out;
  if (result.nothing()) {
    out = say(style.lang, {"没有找到事项：什么也没有检查\n", "no matter was found: nothing was checked\n"});
  } else {
    out = counts(result, style.lang) + '\n' + (beside.empty() ? fixable_line(result, style.lang) : std::string(beside));
    out += hidden_line(result, style.lang);
  }
  out += not_checked_text(result.not_checked, style);
  to(out);
}

void write_findings_text(const ValidateResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  write_findings(result.findings, sources, style, to);
  write_summary(result, style, to);
}

}  // namespace matter
