#include "report/findings_markdown.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "report/finding_parts.h"
#include "report/findings_text.h"
#include "report/markdown_text.h"
#include "report/reading.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::size_t flush_at = 64 * 1024;

std::string text_of(std::string_view text) { return markdown_text(shown_text(text)); }

/// As code where nothing in it would end the code; else as text.
std::string code(std::string_view text) {
  const std::string shown = shown_text(text);
  return shown.find_first_of("`|") == std::string::npos && !shown.empty() ? "`" + shown + "`" : markdown_text(shown);
}

class Markdown {
 public:
  Markdown(const Report& report, const Sink& to, std::size_t most)
      : report_(report), lang_(report.style.lang), to_(to), most_(most), places_(report.sources) {}

  void write() {
    const ValidateResult& r = report_.result;
    const std::string found = severities(r.errors, r.warnings, r.infos, lang_);
    out_ = say(lang_, {"## 事项检查：{}\n\n", "## matter validate: {}\n\n"},
               found.empty() ? say(lang_, {"没有发现问题", "no findings"}) : found);
    out_ += say(lang_, {"{} 个文件，{} 个事项。", "{:file}, {:matter}."}, Counted{r.files}, Counted{r.matters});
    if (r.suppressed + r.baselined > 0)
      out_ +=
          say(lang_,
              {"没有列出的：注释忽略 {}，基线中已有 {}。", " Not shown: {} ignored by comments, {} in the baseline."},
              r.suppressed, r.baselined);
    out_ += '\n';
    counts();
    if (report_.style.reading == nullptr || !report_.style.reading->statistics) findings();
    not_checked();
    to_(out_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return std::string(words.in(lang_)); }

  void counts() {
    const std::vector<RuleCount> counts = rule_counts(report_.result.findings);
    if (counts.empty()) return;
    out_ += in({"\n| 数目 | 程度 | 规则 | 要求 |\n|--:|---|---|---|\n",
                "\n| count | severity | rule | what it asks for |\n|--:|---|---|---|\n"});
    for (const RuleCount& one : counts)
      out_ += fmt::format("| {} | {} | {} | {} |\n", one.count, in(severity_word(one.severity)), code(one.rule),
                          text_of(summary_of(one.rule, lang_)));
  }

  void findings() {
    std::size_t left_out = 0;
    for (const FindingGroup& group : grouped(report_.result.findings, report_.sources, report_.style)) {
      if (group.listed.empty()) continue;
      if (group.title.empty())
        out_ += in({"\n### 结果\n\n", "\n### Findings\n\n"});
      else
        out_ += fmt::format("\n### {} {}{}{}\n\n", in({"组", "Group"}), text_of(group.title), in({"：", ": "}),
                            severities(group.errors, group.warnings, group.infos, lang_));
      for (const std::uint32_t i : group.listed) left_out += finding(report_.result.findings[i]) ? 0U : 1U;
      for (const MoreOfAKind& more : group.more)
        out_ += say(lang_, {"- 另有 {} 处没有列出：{}\n", "- {} more, not listed: {}\n"}, more.count, code(more.rule));
    }
    if (left_out > 0) out_ += say(lang_, {"\n另有 {} 处，这里写不下。\n", "\n{} more did not fit here.\n"}, left_out);
  }

  /// False where there was no room for it.
  bool finding(const Diagnostic& d) {
    std::string item = "- **" + in(severity_word(d.severity)) + "** ";
    if (d.at.known()) item += code(places_.shown(d.at)) + " ";
    item += text_of(d.message) + " " + code(d.rule) + "\n";
    const std::string beside = told_beside(d, places_, lang_);
    for (std::size_t at = 0; at < beside.size();) {
      const std::size_t end = std::min(beside.find('\n', at), beside.size());
      item += "  - " + text_of(std::string_view(beside).substr(at, end - at)) + "\n";
      at = end + 1;
    }
    written_ += item.size();
    if (most_ != 0 && written_ > most_) return false;
    out_ += item;
    if (out_.size() >= flush_at) {
      to_(out_);
      out_.clear();
    }
    return true;
  }

  void not_checked() {
    const std::vector<NotChecked>& rows = report_.result.not_checked;
    if (rows.empty()) return;
    out_ += in({"\n### 没有检查的\n\n", "\n### Not checked\n\n"});
    for (const NotChecked& row : rows) {
      const std::string what = row.what == "file"     ? in({"文件", "file"})
                               : row.what == "matter" ? in({"事项", "matter"})
                                                      : code(row.what);
      out_ += fmt::format("- {} × {}{}{}\n", what, row.count, in({"：", ": "}), text_of(row.reason));
    }
  }

  const Report& report_;
  Lang lang_;
  const Sink& to_;
  std::size_t most_;
  std::size_t written_ = 0;
  Places places_;
  std::string out_;
};

}  // namespace

void write_findings_markdown(const Report& report, const Sink& to, std::size_t most_bytes) {
  Markdown(report, to, most_bytes).write();
}

}  // namespace matter
