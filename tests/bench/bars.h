#pragma once

#include "stopwatch.h"

namespace matter::bench {

/// A promise about a ratio (or a size): what must not be exceeded, or not fallen short of.
struct Bar {
  double value = 0;
  bool at_least = false;
};

/// "PASS" or "MISS"; the latter is remembered.
const char* verdict(double measured, const Bar& bar);
/// Something that was to be measured could not be.
void note_missed();
[[nodiscard]] bool any_missed();

void print_times(const Times& times, double unit, const char* unit_name);
/// `of` against `against`, as the ratio of medians.
void print_ratio(const Times& of, const Times& against, const Bar& bar);

}  // namespace matter::bench
