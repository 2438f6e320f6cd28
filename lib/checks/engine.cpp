#include "checks/engine.h"

#include <algorithm>

#include "checks/places.h"

namespace matter {

namespace {

bool is_no_matter(const Matter& m) {
  return std::any_of(m.problems.begin(), m.problems.end(),
                     [](const Problem& p) { return p.kind == ProblemKind::not_a_matter; });
}

/// What the source never carries of `a|b`, the first of them; empty where it carries one.
std::string_view missing_path(std::string_view alternatives, const CatalogContext& context) {
  std::string_view first;
  while (!alternatives.empty()) {
    const std::size_t bar = std::min(alternatives.find('|'), alternatives.size());
    const std::string_view declared = context.not_carried_by(alternatives.substr(0, bar));
    if (declared.empty()) return {};
    if (first.empty()) first = declared;
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
  }
  return first;
}

/// What the source never carries of the first path that the rule needs; empty where it can speak.
std::string_view missing_path(const Rule& rule, const CatalogContext& context) {
  for (const std::string_view path : rule.needs) {
    const std::string_view declared = missing_path(path, context);
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

CheckPlan::CheckPlan(const CatalogContext& context, Collector& findings, std::span<const Rule* const> rules) {
  std::vector<Settings> settings = read_settings(context.catalog, rules, findings);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule* rule = rules[i];
    if (rule->collect != nullptr) catalog_rules_.push_back(rule);
    const std::string_view path = missing_path(*rule, context);
    if (!path.empty()) {
      skipped_.push_back({rule, path});
      continue;
    }
    if (rule->check != nullptr) checks_.push_back({rule, settings[i]});
    if (rule->collect != nullptr) collects_.push_back({rule, catalog_rules_.size() - 1, std::move(settings[i])});
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
  MatterView seen = view;
  const auto run = [&](const Checking& one) {
    RuleReport report(one.rule->id, one.rule->severity, view.identity, findings, place);
    seen.settings = one.settings;
    one.rule->check(seen, report);
  };
  if (is_no_matter(m)) {
    for (const Checking& one : checks_) {
      if (one.rule->id == "field-type") run(one);
    }
    return;
  }
  const Family family = family_of(m);
  for (const Checking& one : checks_) {
    if (one.rule->families.has(family)) run(one);
  }
  const auto number = static_cast<std::uint32_t>(facts.matters.size());
  facts.matters.push_back({place, std::string(view.identity), view.standard});
  for (const Collecting& c : collects_) {
    if (!c.rule->families.has(family)) continue;
    RuleFacts& own = facts.rules[c.slot];
    const std::size_t before = own.bytes.size();
    FactWriter writer(own.bytes);
    seen.settings = c.settings;
    c.rule->collect(seen, writer);
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
