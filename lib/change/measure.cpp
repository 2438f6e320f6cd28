#include "change/measure.h"

#include <algorithm>

#include "text/unicode.h"

namespace matter {

std::optional<Days> days_of(const Limit& limit) {
  if (!limit.given()) return std::nullopt;
  switch (limit.unit) {
    case LimitUnit::instant: return Days{};
    case LimitUnit::working_day: return Days{limit.amount, DayUnit::working_day};
    case LimitUnit::day: return Days{limit.amount, DayUnit::day};
    case LimitUnit::week: return Days{std::int64_t{limit.amount} * 7, DayUnit::day};
    case LimitUnit::month: return Days{limit.amount, DayUnit::month};
    case LimitUnit::year: break;
  }
  return Days{std::int64_t{limit.amount} * 12, DayUnit::month};
}

MaterialClass class_of(const Material& material) {
  if (material.necessity.given() && !material.necessity.is("必要")) return MaterialClass::optional;
  if (material.waiver.is("电子证照")) return MaterialClass::waived;
  if (material.waiver.is("数据核验") || material.waiver.is("行政协助")) return MaterialClass::shared;
  return material.waiver.is("告知承诺") ? MaterialClass::promised : MaterialClass::demanded;
}

std::optional<MaterialCounts> materials_of(const Matter& m, std::string_view situation) {
  if (m.materials.none()) return MaterialCounts{};
  if (!m.materials.given()) return std::nullopt;
  MaterialCounts counts{};
  const std::string wanted = normalised(situation);
  for (const Material& one : m.materials) {
    const auto is_it = [&](const Text& name) { return normalised(name.text) == wanted; };
    const bool elsewhere = !situation.empty() && one.situations.given() &&
                           std::none_of(one.situations.begin(), one.situations.end(), is_it);
    if (!elsewhere) ++counts[static_cast<std::size_t>(class_of(one))];
  }
  return counts;
}

std::optional<std::int64_t> steps_of(const Matter& m) {
  if (m.process.none()) return 0;
  return m.process.given() ? std::optional<std::int64_t>(m.process.count) : std::nullopt;
}

std::optional<std::int64_t> visits_of(const Matter& m) {
  const Count& visits = m.channels.visits;
  if (visits.none()) return 0;
  return visits.given() ? std::optional<std::int64_t>(visits.value) : std::nullopt;
}

std::optional<bool> wholly_online(const Matter& m) {
  const auto is_whole = [](const Tongban& one) { return one.mode.is("全程网办"); };
  if (std::any_of(m.tongban.begin(), m.tongban.end(), is_whole)) return true;
  const Online& online = m.channels.online;
  if (online.mark.none() || online.available.no()) return false;
  if (!online.depth.given()) return std::nullopt;
  const auto reaches = [&](std::string_view name) {
    return std::any_of(online.depth.begin(), online.depth.end(), [&](const Named& depth) { return depth.is(name); });
  };
  return reaches("Ⅳ级") || (reaches("受理") && reaches("办理") && reaches("结果反馈"));
}

}  // namespace matter
