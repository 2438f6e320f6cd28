#include "checks/engine.h"

#include <algorithm>

#include "checks/places.h"

namespace matter {

namespace {

bool is_no_matter(const Matter& m) {
  return std::any_of(m.problems.begin(), m.problems.end(),
                     [](const Problem& p) { return p.kind == ProblemKind::not_a_matter; });
}

/// What the source never carries of the first path that the rule needs; empty where it can speak.
std::string_view missing_path(const Rule& rule, const CatalogContext& context) {
  for (const std::string_view path : rule.needs) {
    const std::string_view declared = context.not_carried_by(path);
    if (!declared.empty()) return declared;
  }
  return {};
}

}  // namespace

void CheckTally::count(std::size_t catalog, Family family) {
  if (catalogs.size() <= catalog) catalogs.resize(catalog + 1);
  ++catalogs[catalog][static_cast<std::size_t>(family)];
}

void CheckTally::add(const CheckTally& part) {
  if (catalogs.size() < part.catalogs.size()) catalogs.resize(part.catalogs.size());
  for (std::size_t c = 0; c < part.catalogs.size(); ++c) {
    for (std::size_t f = 0; f < part.catalogs[c].size(); ++f) catalogs[c][f] += part.catalogs[c][f];
  }
}

CheckPlan::CheckPlan(const CatalogContext& context, std::span<const Rule* const> rules) {
  for (const Rule* rule : rules) {
    if (rule->collect != nullptr) catalog_rules_.push_back(rule);
    const std::string_view path = missing_path(*rule, context);
    if (!path.empty()) {
      skipped_.push_back({rule, path});
      continue;
    }
    if (rule->check != nullptr) checks_.push_back(rule);
    if (rule->collect != nullptr) collects_.push_back({rule, catalog_rules_.size() - 1});
  }
}

Facts CheckPlan::make_facts() const {
  Facts facts;
  for (const Rule* rule : catalog_rules_) facts.rules.push_back({std::string(rule->id), {}, {}});
  return facts;
}

void CheckPlan::check(const MatterView& view, Collector& findings, Facts& facts) const {
  const Matter& m = view.matter;
  const Location place = place_of(m);
  const auto run = [&](const Rule& rule) {
    RuleReport report(rule.id, rule.severity, view.identity, findings, place);
    rule.check(view, report);
  };
  if (is_no_matter(m)) {
    for (const Rule* rule : checks_) {
      if (rule->id == "field-type") run(*rule);
    }
    return;
  }
  const Family family = family_of(m);
  for (const Rule* rule : checks_) {
    if (rule->families.has(family)) run(*rule);
  }
  const auto number = static_cast<std::uint32_t>(facts.matters.size());
  facts.matters.push_back({place, std::string(view.identity), view.standard});
  for (const Collecting& c : collects_) {
    if (!c.rule->families.has(family)) continue;
    RuleFacts& own = facts.rules[c.slot];
    const std::size_t before = own.bytes.size();
    FactWriter writer(own.bytes);
    c.rule->collect(view, writer);
    if (own.bytes.size() == before) continue;
    own.records.push_back(
        {number, static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(own.bytes.size() - before)});
  }
}

void judge(const Facts& facts, const Standards& standards, const Sources& sources, bool complete, Collector& findings,
           std::span<const Rule* const> rules) {
  static const RuleFacts no_facts;
  for (const Rule* rule : rules) {
    if (rule->judge == nullptr) continue;
    const RuleFacts* own = facts.of(rule->id);
    const CatalogView view{facts, own != nullptr ? *own : no_facts, standards, sources, complete};
    CatalogReport report(rule->id, rule->severity, facts, findings);
    rule->judge(view, report);
  }
}

}  // namespace matter
