#include "change/impact.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/unicode.h"

namespace matter {

namespace {

void compare_days(const Limit& before, const Limit& after, Impact& into) {
  const auto a = days_of(before);
  const auto b = days_of(after);
  into.days_before_at = before.at();
  into.days_after_at = after.at();
  if (!a && !b) return;
  if (!a || !b || (a->unit && b->unit && *a->unit != *b->unit)) {
    into.days_comparable = false;
    return;
  }
  const auto unit = a->unit ? a->unit : b->unit;
  if (!unit) return;
  into.days[static_cast<std::size_t>(*unit)] = b->amount - a->amount;
  into.days_before[static_cast<std::size_t>(*unit)] = a->amount;
}

Delta difference(std::optional<std::int64_t> a, std::optional<std::int64_t> b, const Mark& before, const Mark& after) {
  if (a && b) return {*b - *a, true, *a, before.at(), after.at()};
  return {0, !a && !b, 0, before.at(), after.at()};
}

Delta materials(const Matter& before, const Matter& after, MaterialClass which, std::string_view situation = {}) {
  const auto count = [&](const Matter& m) -> std::optional<std::int64_t> {
    const auto counts = materials_of(m, situation);
    if (!counts) return std::nullopt;
    return (*counts)[static_cast<std::size_t>(which)];
  };
  return difference(count(before), count(after), before.materials.mark, after.materials.mark);
}

void compare_situations(const Matter& before, const Matter& after, Impact& into) {
  if (!before.situations.given() || !after.situations.given()) return;
  for (const Situation& one : after.situations) {
    const auto same = [&](const Situation& old) { return normalised(old.name.text) == normalised(one.name.text); };
    if (std::none_of(before.situations.begin(), before.situations.end(), same)) continue;
    const Delta delta = materials(before, after, MaterialClass::demanded, one.name.text);
    if (delta.amount != 0) into.situations.push_back({std::string(one.name.text), delta});
  }
}

void add(const Delta& delta, Reduction& to) {
  to.amount += delta.amount;
  to.before += delta.before;
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
  result.steps = difference(steps_of(before), steps_of(after), before.process.mark, after.process.mark);
  result.materials = materials(before, after, MaterialClass::demanded);
  result.waived = materials(before, after, MaterialClass::waived);
  result.shared = materials(before, after, MaterialClass::shared);
  result.promised = materials(before, after, MaterialClass::promised);
  result.visits =
      difference(visits_of(before), visits_of(after), before.channels.visits.mark, after.channels.visits.mark);
  compare_situations(before, after, result);
  return result;
}

void Reductions::add(const Impact& one) {
  for (std::size_t i = 0; i < day_units; ++i) {
    days[i] += one.days[i];
    days_before[i] += one.days_before[i];
  }
  if (!zero(one.days)) ++days_matters;
  if (!one.days_comparable) ++days_not_comparable;
  matter::add(one.steps, steps);
  matter::add(one.materials, materials);
  matter::add(one.waived, waived);
  matter::add(one.shared, shared);
  matter::add(one.promised, promised);
  matter::add(one.visits, visits);
}

std::string percent(std::int64_t amount, std::int64_t before) {
  if (before == 0) return {};
  return fmt::format("{:+.1f}%", 100.0 * static_cast<double>(amount) / static_cast<double>(before));
}

}  // namespace matter
