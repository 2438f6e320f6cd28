#include <algorithm>

#include "diag/words.h"
#include "report/finding_parts.h"
#include "report/findings_html_parts.h"
#include "report/findings_text.h"
#include "report/html_parts.h"
#include "report/shown.h"

namespace matter {

namespace {

class First {
 public:
  First(const FindingsPage& page, const Sink& to)
      : page_(page), report_(page.report), lang_(page.lang), places_(page.report.sources), to_(to) {}

  void operator()() {
    const std::vector<Diagnostic>& findings = report_.result.findings;
    const std::size_t most = findings.size() <= long_report ? findings.size() : first_of_a_kind;
    std::vector<std::vector<std::uint32_t>> listed(page_.rules.size());
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      std::vector<std::uint32_t>& of = listed[page_.belongs[i].rule];
      if (of.size() < most) of.push_back(i);
    }
    out_ = "<section class=\"first\">\n" + html_element("h2", in({"逐条规则的结果", "Findings rule by rule"})) + "\n";
    if (most < findings.size()) {
      line("p class=\"soft\"",
           say(lang_, {"每条规则列出前 {} 处；数目都是全部的。", "The first {} of each rule; the numbers are of all."},
               most));
      out_ +=
          html_around("noscript", html_element("p class=\"soft\"",
                                               in({"浏览器没有运行脚本，所以不能筛选、查找，也不能在这里看到其余的。",
                                                   "Your browser runs no script, so nothing can be filtered or "
                                                   "searched here, and the rest is not shown."}))) +
          "\n";
    }
    for (std::uint32_t i = 0; i < page_.rules.size(); ++i) rule(i, listed[i]);
    out_ += "</section>\n";
    to_(out_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return page_.in(words); }
  void line(std::string_view open, std::string_view text) { out_ += html_element(open, text) + "\n"; }
  [[nodiscard]] std::string label(Bilingual words) const {
    return html_element("b", in(words) + (lang_ == Lang::zh ? "：" : ": "));
  }

  void rule(std::uint32_t number, const std::vector<std::uint32_t>& listed) {
    const RuleCount& count = page_.rules[number];
    out_ +=
        "<section class=\"rule\" id=\"rule-" + std::to_string(number) + "\">\n" +
        html_around("h3", severity_tag(count.severity) + " " + html_escaped(page_.rule_words(count.rule))) + "\n" +
        html_around("p class=\"soft\"", html_element("code", shown_text(count.rule)) +
                                            html_escaped(say(lang_, {"：{} 处，{} 个文件", ": {:finding} in {:file}"},
                                                             Counted{count.count}, Counted{count.files}))) +
        "\n";
    out_ += html_around("p", label({"为什么", "Why"}) + html_escaped(shown_text(page_.why_of(count.rule)))) + "\n";
    const std::string_view source = page_.source_of(count.rule);
    if (!source.empty()) out_ += html_around("p", label({"依据", "Source"}) + html_escaped(shown_text(source))) + "\n";
    out_ += "<ol>\n";
    for (const std::uint32_t i : listed) finding(report_.result.findings[i], page_.belongs[i]);
    out_ += "</ol>\n";
    if (count.count > listed.size())
      line("p class=\"soft\"",
           say(lang_, {"另有 {} 处没有列在这里。", "{} more are not listed here."}, count.count - listed.size()));
    out_ += "</section>\n";
    to_(out_);
    out_.clear();
  }

  [[nodiscard]] std::string severity_tag(Severity severity) const {
    return html_element("span class=\"tag " + std::string(name(severity)) + "\"", in(severity_word(severity)));
  }

  void finding(const Diagnostic& d, const FindingsPage::Belongs& belongs) {
    out_ +=
        "<li class=\"finding " + std::string(name(d.severity)) + "\">\n" +
        html_around("p", severity_tag(d.severity) + " " + html_element("span class=\"said\"", shown_text(d.message))) +
        "\n";
    std::string of;
    const auto add = [&](std::string_view text) {
      if (!text.empty()) of.append(of.empty() ? "" : " · ").append(html_shown(text));
    };
    if (belongs.row != nullptr) add(belongs.row->matter);
    add(d.matter);
    add(page_.field_of(d));
    if (d.at.known()) add(places_.shown(d.at));
    if (!of.empty()) out_ += html_around("p class=\"place\"", of) + "\n";
    source_line(d);
    for (const Note& note : d.notes) {
      std::string text = shown_text(note.message);
      if (note.at.known()) text += say(lang_, {"（{}）", " ({})"}, shown_text(places_.shown(note.at)));
      out_ += html_around("p class=\"soft\"", label({"注", "Note"}) + html_escaped(text)) + "\n";
    }
    mend(d);
    const bool alone = page_.in_one_file(d);
    const std::string command = alone ? page_.command(report_.sources.name(d.at.source)) : page_.command();
    out_ +=
        html_around("p class=\"soft\"", label({"重查", "Check again"}) + html_element("code", shown_text(command))) +
        "\n</li>\n";
  }

  void source_line(const Diagnostic& d) {
    const MarkedLine line = marked_line(d.at, places_);
    if (line.number == 0) return;
    out_ +=
        html_around("pre",
                    html_element("span class=\"at\"", std::to_string(line.number) + " ") + html_escaped(line.before) +
                        html_element("mark", line.marked.empty() ? " " : line.marked) + html_escaped(line.after)) +
        "\n";
  }

  void mend(const Diagnostic& d) {
    std::string text = html_shown(d.hint);
    if (d.fix) {
      const Fix& fix = *d.fix;
      const std::string what =
          fix.usable() ? fix.what
                       : say(lang_, {"{}（不能自动做：{}）", "{} (not by itself: {})"}, fix.what, fix.withheld);
      text.append(text.empty() ? "" : " ").append(html_shown(what));
      const std::string file(d.at.known() ? report_.sources.name(d.at.source) : std::string_view());
      const std::string command = fix_command(d, file);
      if (!command.empty()) text += " " + html_element("code", shown_text(command));
    }
    if (!text.empty()) out_ += html_around("p", label({"怎么改", "How to mend"}) + text) + "\n";
  }

  const FindingsPage& page_;
  const Report& report_;
  Lang lang_;
  Places places_;
  const Sink& to_;
  std::string out_;
};

}  // namespace

void write_first_findings(const FindingsPage& page, const Sink& to) { First(page, to)(); }

}  // namespace matter
