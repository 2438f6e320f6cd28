#include "ops/likely_names.h"

#include <algorithm>
#include <functional>

#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_candidates = 3;
constexpr double least_likeness = 0.5;  // twice the pairs in common, of all pairs of both

}  // namespace

std::vector<std::uint64_t> character_pairs(std::string_view name) {
  std::vector<std::uint64_t> pairs;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto c = static_cast<std::uint64_t>(next_code_point(name, at));
    if (before != 0) pairs.push_back(before << 32U | c);
    before = c;
  }
  if (pairs.empty() && before != 0) pairs.push_back(before << 32U | before);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

LikelyNames::LikelyNames(const std::vector<std::string>& few) : best_(few.size()), common_(few.size(), 0) {
  for (std::uint32_t i = 0; i < few.size(); ++i) {
    const std::vector<std::uint64_t> pairs = character_pairs(few[i]);
    for (const std::uint64_t pair : pairs) of_pair_[pair].push_back(i);
    pairs_.push_back(pairs.size());
  }
}

void LikelyNames::meet(std::string_view name, std::string_view shown) {
  if (!met_.insert(std::hash<std::string_view>{}(name)).second) return;
  const std::vector<std::uint64_t> pairs = character_pairs(name);
  std::vector<std::uint32_t> touched;
  for (const std::uint64_t pair : pairs) {
    const auto with = of_pair_.find(pair);
    if (with == of_pair_.end()) continue;
    for (const std::uint32_t which : with->second) {
      if (common_[which]++ == 0) touched.push_back(which);
    }
  }
  for (const std::uint32_t which : touched) {
    const double likeness = 2.0 * common_[which] / static_cast<double>(pairs.size() + pairs_[which]);
    common_[which] = 0;
    std::vector<Candidate>& best = best_[which];
    if (likeness < least_likeness || (best.size() == most_candidates && best.back().likeness >= likeness)) continue;
    const auto at = std::find_if(best.begin(), best.end(), [&](const Candidate& c) { return c.likeness < likeness; });
    best.insert(at, {likeness, std::string(shown)});
    if (best.size() > most_candidates) best.pop_back();
  }
}

std::vector<std::string> LikelyNames::best(std::size_t which) const {
  std::vector<std::string> names;
  for (const Candidate& candidate : best_[which]) names.push_back(candidate.shown);
  return names;
}

}  // namespace matter
