#include "ops/stats_spread.h"

#include <numeric>

#include "exchange/cell.h"
#include "ops/matter_query.h"

namespace matter {

namespace {

using Number = std::optional<std::int64_t>;

void count_limit(const Limit& limit, Histogram& working_days, OtherLimits& other) {
  if (limit.none()) {
    ++other.none;
  } else if (const auto days = days_of(limit); !days) {
    ++other.unknown;
  } else if (!days->unit || *days->unit == DayUnit::working_day) {
    working_days.add(days->amount);
  } else {
    ++(*days->unit == DayUnit::day ? other.days : other.months);
  }
}

void hold(const Number& standard, const Number& own, AgainstStandard& against) {
  if (!standard || !own) {
    ++against.unknown;
  } else {
    ++(*own < *standard ? against.fewer : *own > *standard ? against.more : against.same);
  }
}

/// The promised limits of both where their units go together.
std::pair<Number, Number> promised_of(const Matter& standard, const Matter& own) {
  const auto left = days_of(standard.limits.promised);
  const auto right = days_of(own.limits.promised);
  if (!left || !right || (left->unit && right->unit && *left->unit != *right->unit)) return {};
  return {left->amount, right->amount};
}

/// Of the 必要 ones those that must be handed in.
Number demanded_of(const Matter& m) {
  const auto materials = materials_of(m);
  return materials ? Number((*materials)[static_cast<std::size_t>(MaterialClass::demanded)]) : std::nullopt;
}

}  // namespace

void Histogram::add(std::int64_t number) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (number < ranges[i].from || (ranges[i].to && number > *ranges[i].to)) continue;
    ++counts[i];
    ++said;
    sum += number;
    return;
  }
}

void Spread::add(const Matter& m, bool waivers, bool sample) {
  if (sample) ++samples;
  ++families[static_cast<std::size_t>(family_of(m))];
  if (m.type.given()) ++types[std::string(m.type.name())];
  const std::vector<std::string_view> ways = ways_to_apply(m.channels);
  for (const std::string_view way : ways) ++channels[std::string(way)];
  if (!ways.empty()) ++says_channels;
  const std::vector<std::string_view> modes = tongban_modes_of(m);
  for (const std::string_view mode : modes) ++tongban[std::string(mode)];
  if (!modes.empty()) ++on_tongban;
  count_limit(m.limits.legal, legal, other_legal);
  count_limit(m.limits.promised, promised, other_promised);
  if (const auto counts = materials_of(m)) {
    const std::int64_t all = std::accumulate(counts->begin(), counts->end(), std::int64_t{0});
    materials.add(all - (*counts)[static_cast<std::size_t>(MaterialClass::optional)]);
    for (std::size_t i = 0; waivers && i < material_classes; ++i) classes[i] += (*counts)[i];
  }
  if (const auto number = steps_of(m)) steps.add(*number);
  if (const auto number = visits_of(m)) visits.add(*number);
  if (m.standard_entry == nullptr) return;
  ++bound;
  const Matter& standard = *m.standard_entry;
  const auto promises = promised_of(standard, m);
  hold(promises.first, promises.second, time);
  hold(steps_of(standard), steps_of(m), fewer_steps);
  hold(demanded_of(standard), demanded_of(m), fewer_materials);
  hold(visits_of(standard), visits_of(m), fewer_visits);
}

}  // namespace matter
