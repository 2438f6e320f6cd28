#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diag/words.h"
#include "ops/version.h"
#include "report/findings_html_parts.h"
#include "report/html_parts.h"
#include "report/shown.h"
#include "report/svg_charts.h"

namespace matter {

namespace {

constexpr std::size_t most_named = 3;  ///< of what is worst, on the first screen

std::string_view score_look(const MatterCounts& counts) {
  const std::size_t tenths = score_tenths(counts);
  return tenths >= 900 ? "good" : tenths >= 600 ? "warning" : "error";
}

class Overview {
 public:
  explicit Overview(const FindingsPage& page)
      : page_(page), report_(page.report), result_(page.report.result), lang_(page.lang) {}

  std::string operator()() {
    header();
    out_ += "<main>\n<section>\n" + html_element("h2", in({"总的情况", "How things stand"})) + "\n";
    verdict();
    standing();
    worst();
    out_ += "</section>\n";
    checked();
    out_ += findings_charts(page_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return page_.in(words); }
  void line(std::string_view open, std::string_view text) { out_ += html_element(open, text) + "\n"; }

  void header() {
    out_ += "<header>\n";
    line("h1", in({"事项检查报告", "Report of a check of matters"}));
    if (report_.whose != nullptr && report_.whose->sample) {
      line("p class=\"sample\"", in({"示例：其中有示例，不是正式文本",
                                     "Samples: some matters are samples, no official "
                                     "text"}));
    }
    std::string paths;
    for (const std::string& path : report_.paths) paths += " " + html_element("code", shown_text(path));
    out_ +=
        html_around("p class=\"soft\"",
                    html_escaped(say(lang_, {"检查日期 {}：{} 个文件，{} 个事项。", "Checked {}: {:file}, {:matter}."},
                                     to_text(report_.day), Counted{result_.files}, Counted{result_.matters})) +
                        paths) +
        "\n</header>\n";
  }

  /// One sentence that says what is to be done.
  void verdict() {
    const bool judged = report_.fails_at.has_value();
    const std::string tag = !judged         ? ""
                            : page_.fails() ? html_element("span class=\"tag error\"", in({"未通过", "failed"})) + " "
                                            : html_element("span class=\"tag less\"", in({"通过", "passed"})) + " ";
    out_ += html_around("p class=\"verdict\"", tag + html_escaped(sentence())) + "\n";
    if (report_.since != nullptr) since();
    if (result_.suppressed > 0)
      line("p class=\"soft\"", say(lang_,
                                   {"另有 {} 处由文件中的注释忽略，没有列出。",
                                    "{} more are ignored by comments in the files, and not listed."},
                                   result_.suppressed));
    if (report_.fixes != nullptr) {
      const std::size_t fixed = report_.fixes->applied.size();
      line("p class=\"soft\"",
           report_.fixes_only_shown
               ? say(lang_,
                     {"可以修正 {} 处，还没有写入；下面是修正以后剩下的。",
                      "{} could be fixed, nothing was written yet; below is what would be left."},
                     fixed)
               : say(lang_, {"已修正 {} 处，下面是剩下的。", "{} were fixed; below is what is left."}, fixed));
    }
  }

  [[nodiscard]] std::string sentence() const {
    const bool baseline = report_.baseline != nullptr;
    if (result_.findings.empty()) {
      if (baseline && result_.baselined > 0) {
        return say(
            lang_,
            {"没有新的问题；基线中已有的 {} 处还在。", "Nothing new; {} that the baseline knows are still there."},
            result_.baselined);
      }
      return in({"没有发现问题。没有检查的见下。", "Nothing was found. What was not checked is told below."});
    }
    std::string text = baseline || report_.since != nullptr ? in({"新的问题：", "New: "}) : std::string();
    text += say(lang_, {"错误 {} 处", "{:error}"}, Counted{result_.errors});
    if (result_.errors > 0) text += in({"，须先改", ", to be mended first"});
    text += say(lang_, {"；警告 {} 处，提示 {} 处。", "; {:warning}, {:info}."}, Counted{result_.warnings},
                Counted{result_.infos});
    if (!page_.scored()) return text;
    const MatterCounts& m = report_.whose->looked_at;
    return text +
           say(lang_,
               {"{} 个事项中，{} 个有错误，{} 个只有警告。", " Of {:matter}, {} with errors, {} with warnings only."},
               Counted{m.all}, m.errors, m.warnings);
  }

  void since() {
    const SinceResult& s = *report_.since;
    const std::size_t elsewhere = s.elsewhere_errors + s.elsewhere_warnings + s.elsewhere_infos;
    line("p class=\"soft\"",
         say(lang_,
             {"只列出自提交 {} 以来改动的 {} 个事项和新出现的问题；别处原有 {} 处，不再出现的 {} 处。不算得分。",
              "Only what concerns the {1} changed since commit {0}, and what is new; {2} elsewhere as before, {3} "
              "gone. There is no score of a part."},
             shown_text(report_.commit), s.changed, elsewhere, s.gone));
  }

  void standing() {
    out_ += "<div class=\"standing\">\n";
    if (page_.scored()) score();
    out_ += "<ul class=\"tiles\">\n";
    tile(result_.errors, "more", {"错误：违反规定或不能用，须改", "errors: unlawful or unusable, to be mended"});
    tile(result_.warnings, "warn", {"警告：很可能不对，须看", "warnings: likely wrong, to be looked at"});
    tile(result_.infos, "same", {"提示：供参考", "infos: for your information"});
    std::string fixable = in({"处可由程序修正（--fix）", "can be fixed by the program (--fix)"});
    if (result_.unsafe_fixable > 0) {
      fixable += say(lang_, {"，另 {} 处须人确认（--unsafe-fixes）", ", {} more once somebody agrees (--unsafe-fixes)"},
                     result_.unsafe_fixable);
    }
    out_ += html_around("li class=\"tile\"",
                        html_around("p class=\"figure less\"", html_element("b", std::to_string(result_.fixable))) +
                            html_element("span", fixable)) +
            "\n</ul>\n</div>\n";
  }

  void tile(std::size_t number, std::string_view look, Bilingual words) {
    out_ += html_around("li class=\"tile\"",
                        html_around("p class=\"figure " + std::string(number == 0 ? "same" : look) + "\"",
                                    html_element("b", std::to_string(number))) +
                            html_element("span", in(words))) +
            "\n";
  }

  void score() {
    const MatterCounts& m = report_.whose->looked_at;
    const std::size_t good = m.all - m.errors - m.warnings;
    std::string words = html_element(
        "p class=\"formula\"",
        say(lang_,
            {"得分 {} ＝ 100 ×（没有错误和警告的事项 {} ＋ ½ × 只有警告的事项 {}）÷ 检查的事项 {}",
             "Score {} = 100 × ({} without error or warning + ½ × {} with warnings only) ÷ {:matter} checked"},
            score_text(m), good, m.warnings, Counted{m.all}));
    if (result_.baselined > 0)
      words += html_element("p class=\"soft\"",
                            in({"基线中已有的问题也计入得分。", "What the baseline knows counts in the score."}));
    if (report_.whose->stray_errors > 0)
      words += html_element("p class=\"soft\"", say(lang_,
                                                    {"另有 {} 处错误不在这些事项里（如读不懂的文件），没有计入得分。",
                                                     "{} more errors are in none of these matters (files that cannot "
                                                     "be read, say): the score does not count them."},
                                                    report_.whose->stray_errors));
    out_ += html_around("div class=\"score\"",
                        svg_ring(score_tenths(m), 1000, score_look(m), score_text(m)) + html_around("div", words)) +
            "\n";
  }

  void worst() {
    if (page_.rules.empty()) return;
    std::string items;
    for (std::size_t i = 0; i < std::min(most_named, page_.rules.size()); ++i) {
      const RuleCount& rule = page_.rules[i];
      items += html_around("li", html_element("b", std::to_string(rule.count)) + " " + rule_name(i)) + "\n";
    }
    out_ +=
        "<div class=\"pair\">\n" +
        html_around("div", html_element("h3", in({"最要紧的", "What is worst"})) + "\n" + html_around("ol", items)) +
        "\n";
    if (report_.whose != nullptr) who();
    out_ += "</div>\n";
  }

  void who() {
    std::string items;
    std::size_t told = 0;
    const auto& agencies = report_.whose->agencies;
    for (std::size_t i = 0; i < agencies.size() && told < most_named; ++i) {
      const AgencyLedger& one = agencies[i];
      if (one.rows.empty() || is_nobody(one)) continue;
      ++told;
      items += html_around("li", html_around("b data-filter=\"agency=" + std::to_string(i) + "\"",
                                             html_element("span class=\"name\"", page_.agency_name(i))) +
                                     html_escaped(in({"：", ": "}) + counts(one) + foremost(i))) +
               "\n";
    }
    if (told == 0) return;
    out_ += html_around("div", html_element("h3", in({"谁要改什么", "Who has to mend what"})) + "\n" +
                                   html_around("ol", items)) +
            "\n";
  }

  [[nodiscard]] static bool is_nobody(const AgencyLedger& one) { return one.agency.empty() && one.code.empty(); }

  template <class Totals>
  [[nodiscard]] std::string counts(const Totals& one) const {
    return matter::severities(one.errors, one.warnings, one.infos, lang_);
  }

  /// What an agency has to mend above all.
  [[nodiscard]] std::string foremost(std::size_t agency) const {
    const std::vector<std::size_t>& found = page_.by_agency[agency];
    std::size_t best = found.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] == 0) continue;
      if (best == found.size() || (page_.rules[i].severity == page_.rules[best].severity && found[i] > found[best]))
        best = i;
    }
    if (best == found.size()) return {};
    return say(lang_, {"。首要：{}（{}）", ". Above all: {} ({})"}, page_.rule_words(page_.rules[best].rule),
               found[best]);
  }

  [[nodiscard]] std::string rule_name(std::size_t number) const {
    const std::string n = std::to_string(number);
    return html_element("a href=\"#rule-" + n + "\" data-filter=\"rule=" + n + "\"",
                        page_.rule_words(page_.rules[number].rule));
  }

  /// What a clean report would hide.
  void checked() {
    out_ += "<section>\n" + html_element("h2", in({"检查了什么，没有检查什么", "What was checked, and what was not"})) +
            "\n";
    line("p", say(lang_, {"检查了 {} 个文件中的 {} 个事项。", "Checked: {1:matter} in {0:file}."},
                  Counted{result_.files}, Counted{result_.matters}));
    if (result_.not_checked.empty()) {
      line("p", in({"没有什么是没有检查的。", "There is nothing that was not checked."}));
    } else {
      line("p", in({"没有检查的：", "Not checked:"}));
      out_ += "<ul class=\"plain\">\n";
      not_checked();
      out_ += "</ul>\n";
    }
    out_ +=
        html_around(
            "p class=\"soft\"",
            html_escaped(say(lang_, {"matter {}；重做这次检查：", "matter {}; to check again: "}, program_version())) +
                html_element("code", shown_text(page_.command()))) +
        "\n</section>\n";
  }

  /// Files and matters, then rules: many of them are folded away under their number.
  void not_checked() {
    std::vector<std::string> lines;
    std::set<std::string_view> rules;
    std::vector<bool> said(result_.not_checked.size(), false);
    for (std::size_t i = 0; i < said.size(); ++i) {
      const NotChecked& row = result_.not_checked[i];
      if (row.what == "file" || row.what == "matter") {
        const std::string reason = shown_text(row.reason);
        line("li", row.what == "file" ? say(lang_, {"{} 个文件：{}", "{:file}: {}"}, Counted{row.count}, reason)
                                      : say(lang_, {"{} 个事项：{}", "{:matter}: {}"}, Counted{row.count}, reason));
        continue;
      }
      rules.insert(row.what);
      if (!said[i]) lines.push_back(silent_rules(i, said));
    }
    std::string items;
    for (const std::string& one : lines) items += html_around("li", one) + "\n";
    constexpr std::size_t few = 4;
    if (lines.size() <= few) {
      out_ += items;
      return;
    }
    const std::string head = say(lang_,
                                 {"{} 条规则对全部或部分事项没有检查：逐条的原因",
                                  "{:rule is|rules are} silent for all or some matters: the reasons"},
                                 Counted{rules.size()});
    out_ += html_around("li", html_around("details class=\"further\"",
                                          html_element("summary", head) + html_around("ul class=\"plain\"", items))) +
            "\n";
  }

  /// Rules that are silent for one and the same reason, on as many matters, make one line.
  [[nodiscard]] std::string silent_rules(std::size_t first, std::vector<bool>& said) const {
    const std::vector<NotChecked>& rows = result_.not_checked;
    std::string names;
    for (std::size_t i = first; i < rows.size(); ++i) {
      if (said[i] || rows[i].reason != rows[first].reason || rows[i].count != rows[first].count) continue;
      said[i] = true;
      names += " " + html_element("code", shown_text(rows[i].what));
    }
    return html_escaped(say(lang_, {"{} 个事项：{}：", "{:matter}: {}:"}, Counted{rows[first].count},
                            shown_text(rows[first].reason))) +
           names;
  }

  const FindingsPage& page_;
  const Report& report_;
  const ValidateResult& result_;
  Lang lang_;
  std::string out_;
};

}  // namespace

std::string findings_overview(const FindingsPage& page) { return Overview(page)(); }

}  // namespace matter
