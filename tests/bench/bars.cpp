#include "bars.h"

#include <cstdio>

namespace matter::bench {

namespace {
bool missed = false;
}

const char* verdict(double measured, const Bar& bar) {
  const bool held = bar.at_least ? measured >= bar.value : measured <= bar.value;
  missed = missed || !held;
  return held ? "PASS" : "MISS";
}

void note_missed() { missed = true; }
bool any_missed() { return missed; }

void print_times(const Times& times, double unit, const char* unit_name) {
  std::printf("  %-44s %9.2f %s  (%.2f to %.2f)\n", times.name.c_str(), times.median() * unit, unit_name,
              times.least() * unit, times.most() * unit);
}

void print_ratio(const Times& of, const Times& against, const Bar& bar) {
  const double ratio = of.median() / against.median();
  std::printf("  %-44s %9.2f x   bar %s %.0f   %s\n", "ratio", ratio, bar.at_least ? ">=" : "<=", bar.value,
              verdict(ratio, bar));
}

}  // namespace matter::bench
