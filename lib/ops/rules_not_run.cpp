#include "ops/rules_not_run.h"

#include <algorithm>

#include "diag/words.h"

namespace matter {

namespace {

std::size_t matters_of(const Rule& rule, const CheckTally::ByFamily& families) {
  std::size_t count = 0;
  for (std::size_t f = 0; f < families.size(); ++f) {
    if (rule.families.has(static_cast<Family>(f))) count += families[f];
  }
  return count;
}

void add_plan(const CheckPlan& plan, std::size_t catalog, const CheckTally& tally, Lang lang,
              std::vector<NotChecked>& to) {
  const auto add = [&](const Rule& rule, std::string reason, std::size_t count) {
    if (count > 0) to.push_back({std::string(rule.id), std::move(reason), count});
  };
  const CheckTally::ByFamily& families = tally.catalogs[catalog];
  for (const CheckPlan::Skipped& skipped : plan.skipped()) {
    add(*skipped.rule, say(lang, {"目录的来源不提供 {}", "the catalog's source never carries {}"}, skipped.path),
        matters_of(*skipped.rule, families));
  }
  const auto& rows = plan.switched_off();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t count = 0;
    if (rows[row].everywhere)
      count = matters_of(*rows[row].rule, families);
    else if (catalog < tally.switched_off.size() && row < tally.switched_off[catalog].size())
      count = tally.switched_off[catalog][row];
    add(*rows[row].rule, rows[row].reason(plan.preset(), lang), count);
  }
}

}  // namespace

std::vector<NotChecked> rules_not_run(std::span<const CheckPlan> plans, const CheckTally& tally, Lang lang) {
  std::vector<NotChecked> rules;
  for (std::size_t c = 0; c < plans.size() && c < tally.catalogs.size(); ++c) {
    add_plan(plans[c], c, tally, lang, rules);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const NotChecked& a, const NotChecked& b) {
    return a.what != b.what ? a.what < b.what : a.reason < b.reason;
  });
  std::vector<NotChecked> all;
  for (NotChecked& row : rules) {
    if (!all.empty() && all.back().what == row.what && all.back().reason == row.reason) {
      all.back().count += row.count;
    } else {
      all.push_back(std::move(row));
    }
  }
  return all;
}

}  // namespace matter
