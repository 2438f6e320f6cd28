#include "change/impact.h"

#include <algorithm>

namespace matter {

namespace {

struct Days {
  std::int64_t amount = 0;
  std::optional<DayUnit> unit;  ///< nothing: 当场, which is 0 in any unit
};

/// Nothing where no limit is known: absent, declared to be none, or not understood.
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

void compare_days(const Limit& before, const Limit& after, Impact& into) {
  const auto a = days_of(before);
  const auto b = days_of(after);
  if (!a && !b) return;
  if (!a || !b || (a->unit && b->unit && *a->unit != *b->unit)) {
    into.days_comparable = false;
    return;
  }
  const auto unit = a->unit ? a->unit : b->unit;
  if (unit) into.days[static_cast<std::size_t>(*unit)] = b->amount - a->amount;
}

Delta difference(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  if (a && b) return {*b - *a, true};
  return {0, !a && !b};
}

/// 无 says that there are none; absent and not understood say nothing.
template <class T, class Counts>
std::optional<std::int64_t> count(const List<T>& list, Counts counts) {
  if (list.none()) return 0;
  if (!list.given()) return std::nullopt;
  return std::count_if(list.begin(), list.end(), counts);
}

std::optional<std::int64_t> steps_of(const Matter& m) {
  return count(m.process, [](const Step&) { return true; });
}

std::optional<std::int64_t> materials_of(const Matter& m) {
  return count(m.materials, [](const Material& one) { return !one.necessity.given() || one.necessity.is("必要"); });
}

std::optional<std::int64_t> visits_of(const Matter& m) {
  const Count& visits = m.channels.visits;
  if (visits.none()) return 0;
  return visits.given() ? std::optional<std::int64_t>(visits.value) : std::nullopt;
}

void add(const Delta& delta, Reduction& to) {
  to.amount += delta.amount;
  if (delta.amount != 0) ++to.matters;
  if (!delta.comparable) ++to.not_comparable;
}

bool zero(const std::array<std::int64_t, day_units>& days) {
  return std::all_of(days.begin(), days.end(), [](std::int64_t d) { return d == 0; });
}

}  // namespace

bool Impact::none() const {
  const auto nothing = [](const Delta& d) { return d.amount == 0 && d.comparable; };
  return zero(days) && days_comparable && nothing(steps) && nothing(materials) && nothing(visits);
}

Impact impact(const Matter& before, const Matter& after) {
  Impact result;
  compare_days(before.limits.promised, after.limits.promised, result);
  result.steps = difference(steps_of(before), steps_of(after));
  result.materials = difference(materials_of(before), materials_of(after));
  result.visits = difference(visits_of(before), visits_of(after));
  return result;
}

void Reductions::add(const Impact& one) {
  for (std::size_t i = 0; i < day_units; ++i) days[i] += one.days[i];
  if (!zero(one.days)) ++days_matters;
  if (!one.days_comparable) ++days_not_comparable;
  matter::add(one.steps, steps);
  matter::add(one.materials, materials);
  matter::add(one.visits, visits);
}

}  // namespace matter
