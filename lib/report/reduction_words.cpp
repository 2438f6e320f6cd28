#include "report/reduction_words.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "report/shown.h"

namespace matter {

namespace {

std::string signed_number(std::int64_t n) { return n > 0 ? fmt::format("+{}", n) : fmt::format("{}", n); }

Bilingual unit_word(std::size_t unit) {
  switch (static_cast<DayUnit>(unit)) {
    case DayUnit::working_day: return {"工作日", "working days"};
    case DayUnit::day: return {"自然日", "days"};
    case DayUnit::month: break;
  }
  return {"个月", "months"};
}

/// `-5 (-50.0%)`.
std::string with_percent(const std::string& text, std::int64_t amount, std::int64_t before, Lang lang) {
  const std::string share = amount == 0 ? std::string() : percent(amount, before);
  if (share.empty()) return text;
  return text + (lang == Lang::zh ? "（" + share + "）" : " (" + share + ")");
}

std::string number_text(std::int64_t amount, std::int64_t before, Lang lang) {
  return with_percent(signed_number(amount), amount, before, lang);
}

using UnitDays = std::array<std::int64_t, day_units>;
std::string days_text(const UnitDays& days, const UnitDays& before, Lang lang) {
  std::string text;
  for (std::size_t i = 0; i < day_units; ++i) {
    if (days[i] == 0) continue;
    if (!text.empty()) text += lang == Lang::zh ? "、" : ", ";
    const std::string amount = fmt::format("{} {}", signed_number(days[i]), unit_word(i).in(lang));
    text += with_percent(amount, days[i], before[i], lang);
  }
  return text.empty() ? "0" : text;
}

}  // namespace

std::string reduction_words(const Reductions& all, Lang lang) {
  const auto number = [&](const Reduction& one) { return number_text(one.amount, one.before, lang); };
  std::string text =
      say(lang, {"承诺时限 {}；环节 {}；材料 {}；跑动 {}", "promised time {}; steps {}; materials {}; visits {}"},
          days_text(all.days, all.days_before, lang), number(all.steps), number(all.materials), number(all.visits));
  const auto add = [&](const Bilingual& what, const Reduction& one) {
    if (one.amount != 0) text += say(lang, {"；{} {}", "; {} {}"}, what.in(lang), signed_number(one.amount));
  };
  add({"免交", "waived"}, all.waived);
  add({"共享核验", "checked by the office"}, all.shared);
  add({"告知承诺", "promised in writing"}, all.promised);
  return text;
}

std::string impact_words(const Impact& one, Lang lang) {
  std::string text;
  const auto add = [&](const Bilingual& what, const std::string& amount) {
    text.append(text.empty() ? "" : (lang == Lang::zh ? "，" : ", ")).append(what.in(lang)).append(" ").append(amount);
  };
  const auto count = [&](const Bilingual& what, const Delta& delta) {
    if (!delta.comparable)
      add(what, say(lang, {"无法比较", "not comparable"}));
    else if (delta.amount != 0)
      add(what, number_text(delta.amount, delta.before, lang));
  };
  const std::string days = days_text(one.days, one.days_before, lang);
  const Bilingual limit{"承诺时限", "promised time"};
  if (!one.days_comparable)
    add(limit, say(lang, {"无法比较", "not comparable"}));
  else if (days != "0")
    add(limit, days);
  count({"环节", "steps"}, one.steps);
  count({"材料", "materials"}, one.materials);
  for (const Impact::OfSituation& of : one.situations) {
    const std::string what = say(lang, {"材料（{}）", "materials ({})"}, shown_text(of.situation));
    count({what, what}, of.materials);
  }
  const auto apart = [&](const Bilingual& what, const Delta& delta) {
    if (delta.amount != 0) add(what, signed_number(delta.amount));
  };
  apart({"免交", "waived"}, one.waived);
  apart({"共享核验", "checked by the office"}, one.shared);
  apart({"告知承诺", "promised in writing"}, one.promised);
  count({"跑动", "visits"}, one.visits);
  return text;
}

}  // namespace matter
