#include <fmt/format.h>

#include "diag/words.h"
#include "report/html_parts.h"
#include "report/shown.h"
#include "report/stats_charts.h"
#include "report/stats_html_style.h"
#include "report/stats_report.h"
#include "report/svg_charts.h"

namespace matter {

namespace {

class StatsHtml {
 public:
  StatsHtml(const StatsResult& result, Lang lang, const Sink& to) : result_(result), lang_(lang), to_(to) {}

  void write() {
    const HtmlPage page{.lang = lang_, .title = title(), .style = stats_html_style, .script = {}};
    out_ = html_head(page);
    header();
    out_ += "<main>\n";
    four();
    const std::vector<StatsChart> charts = stats_charts(result_, lang_);
    contents(charts);
    out_ += "<div class=\"charts\">\n";
    for (const StatsChart& chart : charts) {
      section(chart);
      to_(std::exchange(out_, {}));
    }
    out_ += "</div>\n";
    how();
    out_ += "</main>\n" + html_end(page);
    to_(out_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return std::string(words.in(lang_)); }

  [[nodiscard]] std::string title() const {
    std::string title = in({"办事水平", "Where services stand"});
    if (!result_.catalog.empty()) title += in({"：", ": "}) + shown_text(result_.catalog);
    if (result_.spread.samples > 0) title += in({"（样例）", " (sample)"});
    return title;
  }

  void header() {
    std::string heading = in({"办事水平", "Where services stand"});
    if (!result_.catalog.empty()) heading += in({"：", ": "}) + shown_text(result_.catalog);
    out_ += "<header>\n" + html_element("h1", heading) + "\n";
    if (result_.spread.samples > 0) {
      out_ +=
          html_element("p class=\"sample\"", say(lang_,
                                                 {"样例：其中 {} 个事项是示例，数字不是真实情况",
                                                  "Sample: {} of the matters are samples, the numbers are not real"},
                                                 result_.spread.samples)) +
          "\n";
    }
    std::string of = say(lang_, {"{} 个事项，{} 个文件", "{:matter} in {:file}"}, Counted{result_.all.matters},
                         Counted{result_.files});
    if (!result_.by_agency.empty()) {
      of += say(lang_, {"，{} 个实施主体", ", {:agency|agencies}"}, Counted{result_.by_agency.size()});
    }
    out_ += html_element("p class=\"soft\"", of) + "\n</header>\n";
  }

  void tile(Bilingual name, const std::string& figure, const std::string& bar, const std::vector<std::string>& lines) {
    out_ += "<li class=\"tile\">" + html_element("h3", in(name)) +
            html_around("p class=\"figure\"", html_element("b", figure)) + bar;
    for (const std::string& line : lines) out_ += html_element("p class=\"soft\"", line);
    out_ += "</li>\n";
  }

  static std::string share_bar(const Share& share) {
    if (share.of <= 0) return {};
    const auto part = static_cast<std::size_t>(std::max<std::int64_t>(share.part, 0));
    const ChartPart parts[] = {{"good", part}};
    return svg_bar(parts, static_cast<std::size_t>(share.of));
  }

  [[nodiscard]] std::string of_words(const Share& share, Bilingual of) const {
    if (share.of == 0) return in({"没有写明", "not given"});
    return say(lang_, {"{}/{} {}", "{} of {} {}"}, share.part, share.of, of.in(lang_));
  }

  void four() {
    const Standing& all = result_.all;
    const Spread& spread = result_.spread;
    out_ += "<section>\n" + html_element("h2", in({"四减", "The four reductions"})) + "\n<ul class=\"tiles\">\n";
    time();
    const auto average = [&](const Histogram& of) {
      return of.said == 0 ? std::string("—")
                          : fmt::format("{:.1f}", static_cast<double>(of.sum) / static_cast<double>(of.said));
    };
    const auto said = [&](const Histogram& of) {
      if (of.said == 0) return in({"没有写明", "not given"});
      return say(lang_, {"每个事项平均，{} 个事项写明", "on average of {:matter that says|matters that say} so"},
                 Counted{of.said});
    };
    const auto number = [&](const Histogram& of, Bilingual unit) {
      return of.said == 0 ? "—" : average(of) + in(unit);
    };
    tile({"减环节", "Steps"}, number(spread.steps, {" 个环节", ""}), {}, {said(spread.steps)});
    const std::string materials = number(spread.materials, {" 份必要材料", " required"});
    if (all.waived.of == 0) {
      tile({"减材料", "Materials"}, materials, {},
           {said(spread.materials), in({"免交：没有写明", "need not be handed in: not given"})});
    } else {
      tile({"减材料", "Materials"}, say(lang_, {"免交 {}", "{} waived"}, share_words(all.waived.part, all.waived.of)),
           share_bar(all.waived),
           {of_words(all.waived, {"份必要材料", "required materials"}),
            materials + in({"，", ", "}) + said(spread.materials)});
    }
    tile({"减跑动", "Visits"}, say(lang_, {"不用跑 {}", "{} none"}, share_words(all.no_visit.part, all.no_visit.of)),
         share_bar(all.no_visit),
         {of_words(all.no_visit, {"写明次数的事项", "matters that say how often"}),
          say(lang_, {"最多跑一趟 {}", "one at most {}"}, share_words(all.one_visit.part, all.one_visit.of))});
    out_ += "</ul>\n<div class=\"facts\">\n";
    fact({"即办件", "done at once"}, all.instant, {"写明办件类型的事项", "matters that say their kind"});
    fact({"全程网办", "wholly online"}, all.online, {"写明网办深度的事项", "matters that say how far they go"});
    out_ += "</div>\n</section>\n";
  }

  void fact(Bilingual name, const Share& share, Bilingual of) {
    out_ += html_around("p", html_element("b", in(name) + " " + share_words(share.part, share.of)) + " " +
                                 html_element("span class=\"soft\"", of_words(share, of))) +
            "\n";
  }

  void time() {
    static constexpr Bilingual units[day_units] = {{"工作日", "working days"}, {"自然日", "days"}, {"个月", "months"}};
    const Standing& all = result_.all;
    std::vector<std::string> lines;
    std::size_t first = 0;  // the unit that most matters have
    for (std::size_t i = 1; i < day_units; ++i) {
      if (all.compressed_matters[i] > all.compressed_matters[first]) first = i;
    }
    const auto words = [&](std::size_t i) {
      const Share& share = all.compression[i];
      return say(lang_, {"法定合计 {} {}，承诺 {}；{} 个事项", "legal {} {} in all, promised {}; {:matter}"}, share.of,
                 units[i].in(lang_), share.of - share.part, Counted{all.compressed_matters[i]});
    };
    if (all.compressed_matters[first] > 0) lines.push_back(words(first));
    for (std::size_t i = 0; i < day_units; ++i) {
      if (i == first || all.compressed_matters[i] == 0) continue;
      lines.push_back(share_words(all.compression[i].part, all.compression[i].of) + in({"：", ": "}) + words(i));
    }
    if (all.limits_apart > 0) {
      lines.push_back(say(lang_, {"另 {} 个单位不同，未计入", "{} more in two units: not counted"}, all.limits_apart));
    }
    const Share& share = all.compression[first];
    tile({"减时间", "Time"}, say(lang_, {"压缩 {}", "{} saved"}, share_words(share.part, share.of)), share_bar(share),
         lines);
  }

  void contents(const std::vector<StatsChart>& charts) {
    std::string links;
    for (const StatsChart& chart : charts) {
      links += html_around("li", html_element("a href=\"#" + std::string(chart.id) + "\"", chart.title));
    }
    out_ += html_around("nav aria-label=\"" + in({"目录", "contents"}) + "\"",
                        html_around("ul class=\"contents\"", links)) +
            "\n";
  }

  void section(const StatsChart& chart) {
    out_ += "<section id=\"" + std::string(chart.id) + (chart.wide ? "\" class=\"wide\">\n" : "\">\n") +
            html_element("h2", chart.title) + "\n";
    if (!chart.note.empty()) out_ += html_element("p class=\"soft\"", chart.note) + "\n";
    if (!chart.keys.empty()) out_ += chart_legend(chart.keys);
    out_ += chart_table(chart.table) + "</section>\n";
  }

  void how() {
    out_ += "<section>\n" + html_element("h2", in({"怎么算的", "How it is counted"})) + "\n<ul class=\"how\">\n";
    const auto line = [&](Bilingual words) { out_ += html_element("li", in(words)) + "\n"; };
    line({"按生效的值计算，沿用标准的值也算；没有写明的事项哪边都不计。",
          "Over effective values, those taken over from the standard too; what a matter does not say counts neither "
          "way."});
    line({"压缩率 =（法定时限合计 − 承诺时限合计）÷ 法定时限合计，只计两者都有且单位相同的事项；“当场”为 0。",
          "Time saved = (legal limits − promised ones) ÷ legal ones, of matters that have both in one unit; at once is "
          "0."});
    line({"免交率 = 以电子证照免交、由机关共享核验或以告知承诺代替的必要材料 ÷ 全部必要材料。",
          "Waived = required materials for which a certificate, a check by the office or a promise stands ÷ all of "
          "them."});
    line({"全程网办：网上办理深度为Ⅳ级，或受理、办理、结果反馈都在网上，或通办方式为全程网办。",
          "Wholly online: the deepest grade, or acceptance, handling and result all online, or so by a cross-region "
          "list."});
    if (result_.standard_entries > 0) {
      out_ +=
          html_element(
              "li",
              say(lang_, {"未计入：标准化目录的 {} 个业务项。", "Not counted: {:entry|entries} of standard catalogs."},
                  Counted{result_.standard_entries})) +
          "\n";
    }
    if (result_.damaged > 0) {
      out_ +=
          html_element("li class=\"doubt\"",
                       say(lang_,
                           {"{} 个文件没有读全，只计入读到的（详见 matter validate）。",
                            "{:file was|files were} not read whole and count as far as read (see matter validate)."},
                           Counted{result_.damaged})) +
          "\n";
    }
    out_ += "</ul>\n</section>\n";
  }

  const StatsResult& result_;
  Lang lang_;
  const Sink& to_;
  std::string out_;
};

}  // namespace

void write_stats_html(const StatsResult& result, Lang lang, const Sink& to) { StatsHtml(result, lang, to).write(); }

}  // namespace matter
