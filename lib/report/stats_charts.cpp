#include "report/stats_charts.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/same_matters.h"
#include "diag/words.h"
#include "model/family_name.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::size_t everything = 1000;  // rows of lists that are short anyway

std::string number(std::size_t n) { return fmt::format("{}", n); }

std::string range_words(const Range& range, Lang lang) {
  if (!range.to) return say(lang, {"{} 及以上", "{} and more"}, range.from);
  return range.from == *range.to ? fmt::format("{}", range.from) : fmt::format("{}–{}", range.from, *range.to);
}

class Charts {
 public:
  Charts(const StatsResult& result, Lang lang) : result_(result), spread_(result.spread), lang_(lang) {}

  std::vector<StatsChart> take() {
    against();
    limits();
    histogram("materials", {"每个事项的必要材料", "Required materials of a matter"}, {"份数", "materials"},
              spread_.materials, {"平均 {:.1f} 份，{}", "{:.1f} on average, {}"});
    classes();
    histogram("steps", {"每个事项的办理环节", "Steps of a matter"}, {"环节", "steps"}, spread_.steps,
              {"平均 {:.1f} 个环节，{}", "{:.1f} on average, {}"});
    histogram("visits", {"到办事现场次数", "Visits"}, {"次数", "visits"}, spread_.visits,
              {"平均 {:.1f} 次，{}", "{:.1f} on average, {}"});
    tallies("channel", {"办理形式", "Channels"}, {"办理形式", "channel"}, spread_.channels, spread_.says_channels,
            say(lang_,
                {"写明的 {} 个事项；一个事项可以有几种形式",
                 "of {:matter that says|matters that say} so; one matter may have several"},
                Counted{spread_.says_channels}));
    tallies("tongban", {"通办方式", "Cross-region modes"}, {"通办方式", "mode"}, spread_.tongban, spread_.on_tongban,
            say(lang_,
                {"列入通办的 {} 个事项；一个事项可以有几种方式",
                 "of {:matter that names|matters that name} one; one matter may have several"},
                Counted{spread_.on_tongban}));
    families();
    tallies("type", {"按事项类型", "By type"}, {"事项类型", "type"}, spread_.types, result_.all.matters,
            say(lang_, {"占全部事项的比例", "shares are of all matters"}));
    groups("level", {"按层级", "By level"}, {"层级", "level"}, result_.by_level);
    groups("agency", {"按实施主体", "By agency"}, {"实施主体", "agency"}, result_.by_agency);
    return std::move(charts_);
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return std::string(words.in(lang_)); }

  StatsChart& chart(std::string_view id, Bilingual title, Bilingual named, std::vector<std::string> titles) {
    StatsChart one;
    one.id = id;
    one.title = in(title);
    one.table.label = one.title;
    one.table.named = in(named);
    one.table.titles = std::move(titles);
    one.table.shown = everything;
    charts_.push_back(std::move(one));
    return charts_.back();
  }

  void row(StatsChart& to, std::string name, std::vector<ChartPart> parts, std::vector<std::string> numbers) {
    ChartRow one;
    one.name = std::move(name);
    one.parts = std::move(parts);
    one.numbers = std::move(numbers);
    to.table.rows.push_back(std::move(one));
  }

  /// Most matters first, levels from the nation down; with the shares of each.
  void groups(std::string_view id, Bilingual title, Bilingual named, const std::map<std::string, Standing>& all) {
    if (all.empty()) return;
    StatsChart& to = chart(id, title, named,
                           {in({"事项", "matters"}), in({"压缩", "time saved"}), in({"即办", "at once"}),
                            in({"全程网办", "online"}), in({"不用跑", "no visit"}), in({"免交", "waived"})});
    to.in_text = false;
    to.wide = true;
    to.note = in({"条的长短是事项个数；压缩率按工作日计，— 为没有写明",
                  "bars are numbers of matters; time saved is in working days; — is not given"});
    std::vector<const std::pair<const std::string, Standing>*> order;
    order.reserve(all.size());
    for (const auto& one : all) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
      if (id == "level") return level_rank(a->first) < level_rank(b->first);
      return a->second.matters > b->second.matters;
    });
    for (const auto* one : order) {
      const Standing& s = one->second;
      const auto share = [](const Share& of) { return share_words(of.part, of.of); };
      row(to, shown_text(one->first), {{"info", s.matters}},
          {number(s.matters), share(s.compression[0]), share(s.instant), share(s.online), share(s.no_visit),
           share(s.waived)});
    }
    to.table.shown = 15;
    if (order.size() > to.table.shown) {
      to.table.more = say(lang_, {"其余 {} 个", "{} more"}, order.size() - to.table.shown);
    }
  }

  void families() {
    StatsChart& to =
        chart("family", {"按大类", "By family"}, {"大类", "family"}, {in({"事项", "matters"}), in({"占比", "share"})});
    to.note = say(lang_, {"占全部事项的比例", "shares are of all matters"});
    for (std::size_t i = 0; i < family_number; ++i) {
      // Those without a type last.
      const std::size_t at = (i + 1) % family_number;
      const std::size_t matters = spread_.families[at];
      if (matters == 0) continue;
      row(to, in(name_of(static_cast<Family>(at)).words), {{"info", matters}},
          {number(matters), share_words(to_signed(matters), to_signed(result_.all.matters))});
    }
  }

  void tallies(std::string_view id, Bilingual title, Bilingual named, const Tally& tally, std::size_t of,
               std::string note) {
    if (tally.empty()) return;
    StatsChart& to = chart(id, title, named, {in({"事项", "matters"}), in({"占比", "share"})});
    to.note = std::move(note);
    std::vector<std::pair<std::string, std::size_t>> order(tally.begin(), tally.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [name, matters] : order) {
      row(to, shown_text(name), {{"info", matters}}, {number(matters), share_words(to_signed(matters), to_signed(of))});
    }
  }

  void limits() {
    const Histogram& legal = spread_.legal;
    const Histogram& promised = spread_.promised;
    if (legal.said + promised.said == 0) return;
    StatsChart& to = chart("limits", {"办结时限（工作日）", "Time limits (working days)"}, {"工作日", "working days"},
                           {in({"承诺", "promised"}), in({"法定", "legal"})});
    to.keys = {{"info", in({"承诺时限", "promised"})}, {"known", in({"法定时限", "legal"})}};
    for (std::size_t i = 0; i < legal.counts.size(); ++i) {
      const std::string name = legal.ranges[i].to == 0 ? in({"当场", "at once"}) : range_words(legal.ranges[i], lang_);
      row(to, name, {{"info", promised.counts[i]}}, {number(promised.counts[i]), number(legal.counts[i])});
      to.table.rows.back().beneath = {{"known", legal.counts[i]}};
    }
    to.note = limits_note({"承诺时限", "promised"}, promised, spread_.other_promised) + in({"；", "; "}) +
              limits_note({"法定时限", "legal"}, legal, spread_.other_legal);
    trim(to);
  }

  /// How many are in the chart, and where the others are.
  [[nodiscard]] std::string limits_note(Bilingual which, const Histogram& of, const OtherLimits& other) const {
    std::string note = say(lang_, {"{} {} 个事项", "{}: {:matter}"}, which.in(lang_), Counted{of.said});
    std::string rest;
    const auto add = [&](Bilingual words, std::size_t matters) {
      if (matters == 0) return;
      rest += (rest.empty() ? "" : in({"、", ", "})) + in(words) + ' ' + number(matters);
    };
    add({"以自然日计", "in natural days"}, other.days);
    add({"以月计", "in months"}, other.months);
    add({"没有时限", "without a limit"}, other.none);
    add({"没有写明", "not given"}, other.unknown);
    if (!rest.empty()) note += say(lang_, {"（不在图中：{}）", " (not in the chart: {})"}, rest);
    return note;
  }

  /// Ranges at the end that nobody reaches.
  static void trim(StatsChart& chart) {
    const auto empty = [](const std::vector<ChartPart>& parts) {
      return std::all_of(parts.begin(), parts.end(), [](const ChartPart& part) { return part.value == 0; });
    };
    std::vector<ChartRow>& rows = chart.table.rows;
    while (!rows.empty() && empty(rows.back().parts) && empty(rows.back().beneath)) rows.pop_back();
  }

  void histogram(std::string_view id, Bilingual title, Bilingual named, const Histogram& of,
                 const WordsFor<double, std::string>& average) {
    if (of.said == 0) return;
    StatsChart& to = chart(id, title, named, {in({"事项", "matters"}), in({"占比", "share"})});
    for (std::size_t i = 0; i < of.counts.size(); ++i) {
      row(to, range_words(of.ranges[i], lang_), {{"info", of.counts[i]}},
          {number(of.counts[i]), share_words(to_signed(of.counts[i]), to_signed(of.said))});
    }
    to.note = say(lang_, average, static_cast<double>(of.sum) / static_cast<double>(of.said),
                  say(lang_, {"写明的 {} 个事项", "of {:matter that says|matters that say} so"}, Counted{of.said}));
    trim(to);
  }

  void classes() {
    static constexpr Bilingual words[material_classes] = {
        {"要交", "to be handed in"},
        {"电子证照免交", "electronic certificate"},
        {"共享核验", "checked by the office"},
        {"告知承诺代替", "written promise"},
        {"非必要", "not required"},
    };
    static constexpr std::string_view looks[material_classes] = {"info", "good", "good", "good", "known"};
    std::int64_t all = 0;
    for (const std::int64_t one : spread_.classes) all += one;
    if (all == 0) return;
    StatsChart& to = chart("waived", {"材料要不要交", "Which materials are handed in"}, {"材料", "materials"},
                           {in({"份", "materials"}), in({"占比", "share"})});
    for (std::size_t i = 0; i < material_classes; ++i) {
      const auto count = static_cast<std::size_t>(spread_.classes[i]);
      row(to, in(words[i]), {{looks[i], count}}, {number(count), share_words(spread_.classes[i], all)});
    }
    to.note =
        say(lang_,
            {"各事项的材料 {} 份；有电子证照、共享核验或告知承诺的不用交",
             "{} materials of all matters; those with a certificate, a check by the office or a promise need not be "
             "handed in"},
            all);
  }

  void against() {
    if (spread_.bound == 0) return;
    StatsChart& to =
        chart("standard", {"与标准目录相比", "Against the standard"}, {"四减", "reduction"},
              {in({"少于标准", "less"}), in({"相同", "same"}), in({"多于标准", "more"}), in({"比不了", "unknown"})});
    to.keys = {{"good", in({"少于标准（更优）", "less than the standard (better)"})},
               {"known", in({"相同", "same"})},
               {"error", in({"多于标准（更差）", "more than the standard (worse)"})}};
    const auto add = [&](Bilingual name, const AgainstStandard& one) {
      row(to, in(name), {{"good", one.fewer}, {"known", one.same}, {"error", one.more}},
          {number(one.fewer), number(one.same), number(one.more), number(one.unknown)});
    };
    add({"承诺时限", "promised limit"}, spread_.time);
    add({"办理环节", "steps"}, spread_.fewer_steps);
    add({"要交的材料", "materials to hand in"}, spread_.fewer_materials);
    add({"到现场次数", "visits"}, spread_.fewer_visits);
    to.table.most = spread_.bound;
    to.wide = true;
    to.note = say(
        lang_,
        {"{} 个认领了标准业务项的事项；沿用标准的算相同，比不了的是一方没有写明或单位不同",
         "{:matter is|matters are} bound to a standard entry; what is taken over is the same, unknown is what one side "
         "does not say or says in another unit"},
        Counted{spread_.bound});
  }

  static std::int64_t to_signed(std::size_t n) { return static_cast<std::int64_t>(n); }

  const StatsResult& result_;
  const Spread& spread_;
  Lang lang_;
  std::vector<StatsChart> charts_;
};

}  // namespace

std::string share_words(std::int64_t part, std::int64_t of) {
  if (of == 0) return "—";
  return fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(of));
}

std::vector<StatsChart> stats_charts(const StatsResult& result, Lang lang) { return Charts(result, lang).take(); }

}  // namespace matter
