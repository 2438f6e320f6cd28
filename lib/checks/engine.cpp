#include "checks/engine.h"

#include <algorithm>

#include "checks/places.h"
#include "checks/written_values.h"

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
  if (switched_off.size() < part.switched_off.size()) switched_off.resize(part.switched_off.size());
  for (std::size_t c = 0; c < part.switched_off.size(); ++c) {
    if (switched_off[c].size() < part.switched_off[c].size()) switched_off[c].resize(part.switched_off[c].size());
    for (std::size_t row = 0; row < part.switched_off[c].size(); ++row)
      switched_off[c][row] += part.switched_off[c][row];
  }
}

void CheckTally::count_off(std::size_t catalog, std::size_t row) {
  if (switched_off.size() <= catalog) switched_off.resize(catalog + 1);
  if (switched_off[catalog].size() <= row) switched_off[catalog].resize(row + 1);
  ++switched_off[catalog][row];
}

std::string CheckPlan::SwitchedOff::reason(const Preset* preset, Lang lang) const {
  if (entry == nullptr)
    return say(lang, {"规则组 {} 不含", "not in the preset {}"}, preset != nullptr ? preset->id : usual_preset);
  if (entry->reason.empty()) return say(lang, {"catalog.yaml 关闭", "switched off in catalog.yaml"});
  return say(lang, {"catalog.yaml 关闭（{}）", "switched off in catalog.yaml ({})"}, entry->reason);
}

CheckPlan::CheckPlan(const CatalogContext& context, Collector& findings, std::span<const Rule* const> rules,
                     std::shared_ptr<const Preset> preset, std::span<const Rule* const> run,
                     std::span<const std::string> only)
    : context_(&context),
      preset_(std::move(preset)),
      rules_(rules.begin(), rules.end()),
      settings_(read_settings(context.catalog, preset_.get(), rules, findings)) {
  for (const Rule* rule : run.empty() ? rules : run) {
    if (rule->collect != nullptr) catalog_rules_.push_back(rule);
  }
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (only.empty() || std::find(only.begin(), only.end(), rules_[i]->id) != only.end())
      add(*rules_[i], settings_[i], context);
  }
}

void CheckPlan::add(const Rule& rule, const RuleSettings& settings, const CatalogContext& context) {
  const std::string_view path = missing_path(rule, context);
  if (!path.empty()) {
    skipped_.push_back({&rule, path});
    return;
  }
  plan_off(rule, settings);
  // What matters across all is remembered even where the rule is off: the others are judged by it.
  if (rule.check != nullptr && (settings.all.grade != Grade::off || settings.scoped()))
    checks_.push_back({&rule, &settings, 0});
  if (rule.collect == nullptr) return;
  const auto slot = std::find(catalog_rules_.begin(), catalog_rules_.end(), &rule) - catalog_rules_.begin();
  collects_.push_back({&rule, &settings, static_cast<std::size_t>(slot)});
}

void CheckPlan::plan_off(const Rule& rule, const RuleSettings& settings) {
  if (settings.all.grade == Grade::off) off_.push_back({&rule, settings.all.entry, !settings.scoped()});
  for (std::size_t i = settings.first_scoped; i < settings.entries.size(); ++i) {
    if (settings.entries[i].grade == Grade::off) off_.push_back({&rule, &settings.entries[i], false});
  }
}

bool CheckPlan::runs(std::string_view rule) const {
  const auto of = [&](const auto& row) { return row.rule->id == rule; };
  return std::none_of(skipped_.begin(), skipped_.end(), of) && std::none_of(off_.begin(), off_.end(), of);
}

std::optional<Severity> CheckPlan::severity_in(const Rule& rule, std::string_view file) const {
  const auto at = std::find(rules_.begin(), rules_.end(), &rule);
  if (at == rules_.end()) return rule.severity;
  const RuleSettings& settings = settings_[static_cast<std::size_t>(at - rules_.begin())];
  return severity_of(settings.of_file(*context_, file).grade, rule.severity);
}

Facts CheckPlan::make_facts() const {
  Facts facts;
  for (const Rule* rule : catalog_rules_) facts.rules.push_back({std::string(rule->id), {}, {}});
  return facts;
}

void CheckPlan::count_off(const Visit& visit, const Rule& rule, const RuleEntry* entry) const {
  if (visit.tally == nullptr) return;
  for (std::size_t row = 0; row < off_.size(); ++row) {
    if (off_[row].rule == &rule && off_[row].entry == entry && !off_[row].everywhere)
      visit.tally->count_off(visit.catalog, row);
  }
}

void CheckPlan::run(const Running& one, const Visit& visit) const {
  MatterView seen = visit.view;
  seen.rule = one.rule;
  RuleState state = one.settings->all;
  Settings own;
  if (one.settings->scoped()) {
    state = one.settings->of(visit.view, own);
    seen.settings = own;
  } else {
    seen.settings = one.settings->settings;
  }
  if (state.grade == Grade::off) return count_off(visit, *one.rule, state.entry);
  if (state.grade == Grade::usual) {
    RuleReport report(one.rule->id, one.rule->severity, visit.view.identity, visit.findings, visit.place);
    one.rule->check(seen, report);
    return;
  }
  Collector found(visit.findings.lang());
  RuleReport report(one.rule->id, one.rule->severity, visit.view.identity, found, visit.place);
  one.rule->check(seen, report);
  for (Diagnostic& d : found.take()) {
    d.severity = *severity_of(state.grade, d.severity);
    visit.findings.add(std::move(d));
  }
}

void CheckPlan::remember(const Running& one, const Visit& visit, Facts& facts, std::uint32_t number) const {
  MatterView seen = visit.view;
  seen.rule = one.rule;
  Settings own;
  if (one.settings->scoped()) {
    const RuleState state = one.settings->of(visit.view, own);
    seen.settings = own;
    if (state.grade == Grade::off) count_off(visit, *one.rule, state.entry);
  } else {
    seen.settings = one.settings->settings;
  }
  RuleFacts& to = facts.rules[one.slot];
  const std::size_t before = to.bytes.size();
  FactWriter writer(to.bytes);
  one.rule->collect(seen, writer);
  if (to.bytes.size() == before) return;
  to.records.push_back(
      {number, static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(to.bytes.size() - before)});
}

RuleGrading CheckPlan::grading_of(const Visit& visit, Family family) const {
  RuleGrading grading;
  Settings unused;
  for (const Running& one : collects_) {
    if (!one.rule->families.has(family)) continue;
    const Grade grade = one.settings->scoped() ? one.settings->of(visit.view, unused).grade : one.settings->all.grade;
    if (grade != Grade::usual) grading.emplace_back(one.rule->id, grade);
  }
  return grading;
}

void CheckPlan::check(const MatterView& view, Collector& findings, Facts& facts, CheckTally* tally,
                      std::size_t catalog) const {
  const Matter& m = view.matter;
  const WrittenValues written(m);
  MatterView seen = view;
  seen.written = &written;
  const Visit visit{seen, place_of(m), findings, tally, catalog};
  if (is_no_matter(m)) {
    for (const Running& one : checks_) {
      if (one.rule->id == "field-type") run(one, visit);
    }
    return;
  }
  const Family family = family_of(m);
  for (const Running& one : checks_) {
    if (one.rule->families.has(family)) run(one, visit);
  }
  const auto number = static_cast<std::uint32_t>(facts.matters.size());
  facts.matters.push_back(
      {visit.place, std::string(view.identity), view.standard, facts.add_grading(grading_of(visit, family))});
  for (const Running& one : collects_) {
    if (one.rule->families.has(family)) remember(one, visit, facts, number);
  }
}

namespace {

/// Findings of one rule across matters, each as the catalog of its matter grades the rule.
void take_graded(const Facts& facts, std::string_view rule, const CatalogReport& report, Collector& found,
                 Collector& to) {
  std::vector<Diagnostic> all = found.take();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t matter = report.of()[i];
    const Grade grade = matter < facts.matters.size() ? facts.grade(facts.matters[matter].grading, rule) : Grade::usual;
    const auto severity = severity_of(grade, all[i].severity);
    if (!severity) continue;
    all[i].severity = *severity;
    to.add(std::move(all[i]));
  }
}

}  // namespace

void judge(const Facts& facts, const Standards& standards, const Sources& sources, bool complete, Collector& findings,
           std::span<const Rule* const> rules, std::span<const CatalogContext> catalogs) {
  static const RuleFacts no_facts;
  for (const Rule* rule : rules) {
    if (rule->judge == nullptr) continue;
    const RuleFacts* own = facts.of(rule->id);
    const CatalogView view{facts, own != nullptr ? *own : no_facts, standards, sources, complete, rule, catalogs};
    Collector found(findings.lang());
    CatalogReport report(rule->id, rule->severity, facts, found);
    rule->judge(view, report);
    take_graded(facts, rule->id, report, found, findings);
  }
}

}  // namespace matter
