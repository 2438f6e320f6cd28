#include <algorithm>
#include <tuple>

#include "diag/words.h"
#include "report/findings_html_parts.h"
#include "report/findings_text.h"
#include "report/html_parts.h"
#include "report/shown.h"
#include "report/svg_charts.h"

namespace matter {

namespace {

class Charts {
 public:
  explicit Charts(const FindingsPage& page)
      : page_(page), report_(page.report), result_(page.report.result), lang_(page.lang) {}

  std::string operator()() {
    trend();
    severities();
    agencies();
    levels();
    rules();
    elements();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return page_.in(words); }
  void line(std::string_view open, std::string_view text) { out_ += html_element(open, text) + "\n"; }

  void trend() {
    if (report_.baseline == nullptr) return;
    const BaselineUse& use = *report_.baseline;
    const std::size_t known = result_.baselined, fresh = result_.findings.size();
    out_ += "<section>\n" + html_element("h2", in({"与基线相比", "Against the baseline"})) + "\n";
    ChartTable chart;
    chart.label = in({"基线时与现在的问题", "Findings then and now"});
    chart.named = in({"时候", "when"});
    chart.titles = {in({"共", "in all"})};
    chart.rows = {
        {in({"基线时", "then"}), "", "", {{"known", known}, {"gone", use.gone}}, {std::to_string(known + use.gone)}},
        {in({"现在", "now"}), "", "", {{"known", known}, {"error", fresh}}, {std::to_string(known + fresh)}}};
    out_ += chart_table(chart);
    const std::vector<ChartKey> keys{{"known", say(lang_, {"一直在 {}", "still there {}"}, known)},
                                     {"gone", say(lang_, {"不再出现 {}", "gone {}"}, use.gone)},
                                     {"error", say(lang_, {"新出现 {}", "new {}"}, fresh)}};
    out_ += chart_legend(keys);
    out_ += html_around("p class=\"soft\"",
                        html_escaped(in({"基线 ", "Baseline "})) + html_element("code", shown_text(use.file))) +
            "\n";
    if (!use.whole)
      line("p class=\"soft\"", in({"这次只看了一部分，所以不知道其余的是否还在。",
                                   "Only a part was looked at, so nobody knows what became of the rest."}));
    if (use.made)
      line("p class=\"soft\"", in({"基线是这次新写的，现有的问题都收了进去。",
                                   "The baseline was made by this check: it knows all that is there."}));
    line("p class=\"soft\"", in({"下面只列出新出现的。", "Only what is new is listed below."}));
    out_ += "</section>\n";
  }

  [[nodiscard]] std::vector<ChartKey> keys() const {
    return {{"error", in({"错误", "errors"})}, {"warning", in({"警告", "warnings"})}, {"info", in({"提示", "infos"})}};
  }

  template <class Totals>
  [[nodiscard]] static ChartRow row(std::string name, const Totals& one) {
    return {std::move(name),
            "",
            "",
            {{"error", one.errors}, {"warning", one.warnings}, {"info", one.infos}},
            {std::to_string(one.errors), std::to_string(one.warnings), std::to_string(one.infos)}};
  }

  void section(Bilingual title, ChartTable& chart, bool legend = true) {
    if (chart.rows.empty()) return;
    chart.label = in(title);
    if (chart.titles.empty()) chart.titles = {in({"错误", "errors"}), in({"警告", "warnings"}), in({"提示", "infos"})};
    const std::size_t hidden = chart.rows.size() - std::min(chart.rows.size(), chart.shown);
    chart.more = say(lang_, {"另外 {} 行", "{:more row}"}, Counted{hidden});
    out_ += "<section>\n" + html_element("h2", in(title)) + "\n";
    if (legend) out_ += chart_legend(keys());
    out_ += chart_table(chart) + "</section>\n";
  }

  void severities() {
    if (result_.findings.empty()) return;
    ChartTable chart;
    chart.named = in({"程度", "severity"});
    chart.titles = {in({"处", "findings"})};
    for (const auto& [severity, count] :
         {std::pair{Severity::error, result_.errors}, std::pair{Severity::warning, result_.warnings},
          std::pair{Severity::info, result_.infos}}) {
      chart.rows.push_back({in(severity_word(severity)),
                            "",
                            "",
                            {{name(severity), count}},
                            {std::to_string(count)},
                            "severity=" + std::string(name(severity))});
    }
    section({"按程度", "By severity"}, chart, false);
  }

  void agencies() {
    if (report_.whose == nullptr) return;
    ChartTable chart;
    chart.named = in({"实施主体", "agency"});
    chart.titles = {in({"错误", "errors"}), in({"警告", "warnings"}), in({"提示", "infos"}), in({"事项", "matters"}),
                    in({"得分", "score"})};
    const auto& all = report_.whose->agencies;
    for (std::size_t i = 0; i < all.size(); ++i) {
      ChartRow one = row(page_.agency_name(i), all[i]);
      one.numbers.push_back(std::to_string(all[i].looked_at.all));
      one.numbers.push_back(page_.scored() ? score_text(all[i].looked_at) : "—");
      if (!all[i].rows.empty()) one.filter = "agency=" + std::to_string(i);
      chart.rows.push_back(std::move(one));
    }
    section({"按实施主体", "By agency"}, chart);
  }

  void levels() {
    if (report_.whose == nullptr) return;
    ChartTable chart;
    chart.named = in({"层级", "level"});
    chart.titles = {in({"错误", "errors"}), in({"警告", "warnings"}), in({"提示", "infos"}), in({"事项", "matters"}),
                    in({"得分", "score"})};
    const auto& all = report_.whose->levels;
    for (std::size_t i = 0; i < all.size(); ++i) {
      ChartRow one =
          row(all[i].level.empty() ? in({"没有写层级", "no level is given"}) : shown_text(all[i].level), all[i]);
      one.numbers.push_back(std::to_string(all[i].looked_at.all));
      one.numbers.push_back(page_.scored() ? score_text(all[i].looked_at) : "—");
      if (all[i].errors + all[i].warnings + all[i].infos > 0) one.filter = "level=" + std::to_string(i);
      chart.rows.push_back(std::move(one));
    }
    section({"按层级", "By level"}, chart);
  }

  void rules() {
    ChartTable chart;
    chart.named = in({"规则", "rule"});
    chart.titles = {in({"处", "findings"}), in({"文件", "files"}), in({"可修正", "fixable"})};
    for (std::size_t i = 0; i < page_.rules.size(); ++i) {
      const RuleCount& one = page_.rules[i];
      chart.rows.push_back({page_.rule_words(one.rule),
                            "#rule-" + std::to_string(i),
                            html_element("code class=\"soft below\"", shown_text(one.rule)),
                            {{name(one.severity), one.count}},
                            {std::to_string(one.count), std::to_string(one.files), std::to_string(one.fixable)},
                            "rule=" + std::to_string(i)});
    }
    section({"按规则", "By rule"}, chart);
  }

  void elements() {
    ChartTable chart;
    chart.named = in({"要素", "element"});
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      chart.rows.push_back(row(page_.elements[i].label, page_.elements[i]));
      chart.rows.back().filter = "element=" + std::to_string(i);
    }
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const ChartRow& a, const ChartRow& b) {
      const auto key = [](const ChartRow& one) {
        return std::tuple(one.parts[0].value, one.parts[1].value, one.parts[2].value);
      };
      return key(a) > key(b);
    });
    section({"按要素", "By element"}, chart);
  }

  const FindingsPage& page_;
  const Report& report_;
  const ValidateResult& result_;
  Lang lang_;
  std::string out_;
};

}  // namespace

std::string findings_charts(const FindingsPage& page) { return Charts(page)(); }

}  // namespace matter
