#include "ops/live_facts.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace matter {

Facts without_sources(const Facts& facts, const std::function<bool(SourceId)>& gone) {
  std::unordered_map<SourceId, bool> known;  // files have many matters
  const auto goes = [&](SourceId source) {
    const auto [at, fresh] = known.try_emplace(source, false);
    if (fresh) at->second = gone(source);
    return at->second;
  };
  Facts kept;
  kept.gradings = facts.gradings;
  constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::vector<std::uint32_t> place(facts.matters.size(), none);
  for (std::size_t i = 0; i < facts.matters.size(); ++i) {
    if (goes(facts.matters[i].at.source)) continue;
    place[i] = static_cast<std::uint32_t>(kept.matters.size());
    kept.matters.push_back(facts.matters[i]);
  }
  for (const RuleFacts& rule : facts.rules) {
    RuleFacts& into = kept.rules.emplace_back();
    into.rule = rule.rule;
    into.bytes = rule.bytes;
    for (RuleFacts::Record record : rule.records) {
      if (place[record.matter] == none) continue;
      record.matter = place[record.matter];
      into.records.push_back(record);
    }
  }
  std::copy_if(facts.suppressions.begin(), facts.suppressions.end(), std::back_inserter(kept.suppressions),
               [&](const SuppressionFact& fact) { return !goes(fact.at.source); });
  return kept;
}

}  // namespace matter
