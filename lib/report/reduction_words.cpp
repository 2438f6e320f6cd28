#include "report/reduction_words.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "report/shown.h"

namespace matter {

namespace {

using UnitDays = std::array<std::int64_t, day_units>;

constexpr Bilingual limit_word{"承诺时限", "promised time"};

std::string signed_number(std::int64_t n) { return n > 0 ? fmt::format("+{}", n) : fmt::format("{}", n); }

Bilingual unit_word(std::size_t unit, bool one) {
  switch (static_cast<DayUnit>(unit)) {
    case DayUnit::working_day: return {"工作日", one ? "working day" : "working days"};
    case DayUnit::day: return {"自然日", one ? "day" : "days"};
    case DayUnit::month: break;
  }
  return {"个月", one ? "month" : "months"};
}

ReductionFigure figure(const Bilingual& what, std::int64_t amount, std::int64_t before, const std::string& unit,
                       Lang lang) {
  ReductionFigure one;
  one.what = what.in(lang);
  one.amount = signed_number(amount) + (unit.empty() ? std::string() : " " + unit);
  if (amount != 0) one.share = percent(amount, before);
  one.before = fmt::format("{}", before);
  one.after = fmt::format("{}", before + amount);
  one.way = amount < 0 ? -1 : amount > 0 ? 1 : 0;
  return one;
}

ReductionFigure not_comparable(const Bilingual& what, Lang lang) {
  ReductionFigure one;
  one.what = what.in(lang);
  one.amount = say(lang, {"无法比较", "not comparable"});
  return one;
}

void add_days(const UnitDays& days, const UnitDays& before, Lang lang, std::vector<ReductionFigure>& to) {
  for (std::size_t i = 0; i < day_units; ++i) {
    if (days[i] == 0) continue;
    const bool one = days[i] == 1 || days[i] == -1;
    to.push_back(figure(limit_word, days[i], before[i], std::string(unit_word(i, one).in(lang)), lang));
  }
}

void add_apart(const Bilingual& what, std::int64_t amount, Lang lang, std::vector<ReductionFigure>& to) {
  if (amount == 0) return;
  ReductionFigure one;
  one.what = what.in(lang);
  one.amount = signed_number(amount);
  one.apart = true;
  to.push_back(std::move(one));
}

/// `承诺时限 -5 工作日（-50.0%）、-1 个月` …; several numbers of one thing stand together.
std::string joined(const std::vector<ReductionFigure>& figures, const Bilingual& between, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string text;
  std::string_view last;
  for (const ReductionFigure& one : figures) {
    if (one.what == last) {
      text.append(zh ? "、" : ", ");
    } else {
      text.append(text.empty() ? std::string_view() : between.in(lang)).append(one.what).append(" ");
    }
    text += one.amount;
    if (!one.share.empty()) text.append(zh ? "（" : " (").append(one.share).append(zh ? "）" : ")");
    last = one.what;
  }
  return text;
}

}  // namespace

std::vector<ReductionFigure> reduction_figures(const Reductions& all, Lang lang) {
  std::vector<ReductionFigure> out;
  add_days(all.days, all.days_before, lang, out);
  if (out.empty()) {
    std::size_t unit = 0;  // the first that limits are in
    while (unit + 1 < day_units && all.days_before[unit] == 0) ++unit;
    out.push_back(figure(limit_word, 0, all.days_before[unit], {}, lang));
  }
  out.push_back(figure({"环节", "steps"}, all.steps.amount, all.steps.before, {}, lang));
  out.push_back(figure({"材料", "materials"}, all.materials.amount, all.materials.before, {}, lang));
  out.push_back(figure({"跑动", "visits"}, all.visits.amount, all.visits.before, {}, lang));
  add_apart({"免交", "waived"}, all.waived.amount, lang, out);
  add_apart({"共享核验", "checked by the office"}, all.shared.amount, lang, out);
  add_apart({"告知承诺", "promised in writing"}, all.promised.amount, lang, out);
  return out;
}

std::vector<ReductionFigure> impact_figures(const Impact& one, Lang lang) {
  std::vector<ReductionFigure> out;
  const auto count = [&](const Bilingual& what, const Delta& delta) {
    if (!delta.comparable)
      out.push_back(not_comparable(what, lang));
    else if (delta.amount != 0)
      out.push_back(figure(what, delta.amount, delta.before, {}, lang));
  };
  if (one.days_comparable)
    add_days(one.days, one.days_before, lang, out);
  else
    out.push_back(not_comparable(limit_word, lang));
  count({"环节", "steps"}, one.steps);
  count({"材料", "materials"}, one.materials);
  for (const Impact::OfSituation& of : one.situations) {
    const std::string what = say(lang, {"材料（{}）", "materials ({})"}, shown_text(of.situation));
    count({what, what}, of.materials);
  }
  add_apart({"免交", "waived"}, one.waived.amount, lang, out);
  add_apart({"共享核验", "checked by the office"}, one.shared.amount, lang, out);
  add_apart({"告知承诺", "promised in writing"}, one.promised.amount, lang, out);
  count({"跑动", "visits"}, one.visits);
  return out;
}

std::string not_counted_words(const Reductions& all, Lang lang) {
  std::string text;
  const auto add = [&](const Bilingual& what, std::size_t count) {
    if (count == 0) return;
    text.append(text.empty() ? "" : lang == Lang::zh ? "，" : ", ");
    text += say(lang, {"{} {} 个事项", "{} in {:matter}"}, what.in(lang), Counted{count});
  };
  add(limit_word, all.days_not_comparable);
  add({"环节", "steps"}, all.steps.not_comparable);
  add({"材料", "materials"}, all.materials.not_comparable);
  add({"跑动", "visits"}, all.visits.not_comparable);
  return text;
}

std::string reduction_words(const Reductions& all, Lang lang) {
  return joined(reduction_figures(all, lang), {"；", "; "}, lang);
}

std::string impact_words(const Impact& one, Lang lang) { return joined(impact_figures(one, lang), {"，", ", "}, lang); }

}  // namespace matter
