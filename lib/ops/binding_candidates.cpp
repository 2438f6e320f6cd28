#include "ops/binding_candidates.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "model/codes.h"
#include "ops/likely_names.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most = 3;
constexpr int least = 50;
/// Pairs that more entries have than this (许可) tell nothing apart; names that have no other are looked up by code.
constexpr std::size_t too_common = 2000;

}  // namespace

struct BindingCandidates::Ranked {
  CandidateReason reason = CandidateReason::like_name;
  bool other_handling = false;
  int likeness = 0;
  std::uint32_t entry = 0;
};

BindingCandidates::BindingCandidates(const Standards& standards) {
  for (const Matter* entry : standards.entries()) {
    const std::string code(standard_code(*entry));
    if (code.empty() || standards.find(code) != entry) continue;  // the newest version stands for all
    const auto number = static_cast<std::uint32_t>(entries_.size());
    Entry one{entry, normalised(display_name(*entry)),
              entry->handling.given() ? normalised(entry->handling.text) : std::string()};
    const std::vector<std::uint64_t> pairs = character_pairs(one.name);
    for (const std::uint64_t pair : pairs) having_[pair].push_back(number);
    if (!basic_code(*entry).empty()) by_code_[std::string(basic_code(*entry))].push_back(number);
    by_standard_code_.emplace(code, number);
    entries_.push_back(std::move(one));
  }
  for (Entry& one : entries_) one.weight = weight_of(character_pairs(one.name));
}

/// Of a pair of characters: much where few entries have it.
double BindingCandidates::weight(std::uint64_t pair) const {
  const auto having = having_.find(pair);
  const double count = having == having_.end() ? 1.0 : static_cast<double>(having->second.size());
  return std::log(1.0 + static_cast<double>(entries_.size()) / count);
}

double BindingCandidates::weight_of(const std::vector<std::uint64_t>& pairs) const {
  double all = 0;
  for (const std::uint64_t pair : pairs) all += weight(pair);
  return all;
}

BindingCandidates::Wanted BindingCandidates::wanted(const Matter& m) {
  Wanted wanted;
  wanted.name = display_name(m);
  if (m.handling.given()) wanted.handling = normalised(m.handling.text);
  wanted.basic_code = basic_code(m);
  if (!m.standard.given()) return wanted;
  if (const auto named = parse_standard_reference(trimmed(m.standard.text))) wanted.named = named->code;
  return wanted;
}

std::vector<BindingCandidates::Ranked> BindingCandidates::ranked(const Wanted& wanted) const {
  const std::string name = normalised(wanted.name);
  const std::vector<std::uint64_t> pairs = character_pairs(name);
  std::unordered_map<std::uint32_t, Ranked> met;
  const auto meet = [&](std::uint32_t entry) -> Ranked& {
    Ranked& one = met[entry];
    one.entry = entry;
    return one;
  };
  std::unordered_map<std::uint32_t, double> shared;
  for (const std::uint64_t pair : pairs) {
    const auto with = having_.find(pair);
    if (with == having_.end() || with->second.size() > too_common) continue;
    const double of = weight(pair);
    for (const std::uint32_t entry : with->second) shared[entry] += of;
  }
  const double own = weight_of(pairs);
  const auto likeness = [&](std::uint32_t entry) {
    const auto found = shared.find(entry);
    return found == shared.end() ? 0 : static_cast<int>(200 * found->second / (own + entries_[entry].weight));
  };
  for (const auto& one : shared) {
    if (likeness(one.first) >= least) meet(one.first);
  }
  if (const auto coded = by_code_.find(wanted.basic_code); coded != by_code_.end()) {
    for (const std::uint32_t entry : coded->second) meet(entry).reason = CandidateReason::same_code;
  }
  if (const auto named = by_standard_code_.find(wanted.named); named != by_standard_code_.end())
    meet(named->second).reason = CandidateReason::same_entry;
  std::vector<Ranked> all;
  for (auto& [entry, one] : met) {
    const Entry& of = entries_[entry];
    one.likeness = !name.empty() && of.name == name ? 100 : std::min(likeness(entry), 99);
    one.other_handling = of.handling != wanted.handling;
    all.push_back(one);
  }
  return all;
}

std::vector<BindingCandidate> BindingCandidates::best(const Wanted& wanted) {
  const std::string key = wanted.name + '\n' + wanted.handling + '\n' + wanted.basic_code + '\n' + wanted.named;
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  std::vector<Ranked> all = ranked(wanted);
  const auto order = [this](const Ranked& one) {
    return std::tuple(one.reason, -one.likeness, one.other_handling, standard_code(*entries_[one.entry].entry));
  };
  std::sort(all.begin(), all.end(), [&](const Ranked& a, const Ranked& b) {
    if (a.reason == CandidateReason::same_code && b.reason == a.reason && a.other_handling != b.other_handling)
      return b.other_handling;
    return order(a) < order(b);
  });
  std::vector<BindingCandidate> found;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    const Matter& entry = *entries_[all[i].entry].entry;
    found.push_back(
        {report_identity(entry, true, {}, 1), display_name(entry), entry.mark.at(), all[i].reason, all[i].likeness});
  }
  return known_.emplace(key, std::move(found)).first->second;
}

}  // namespace matter
