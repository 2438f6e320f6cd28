#include "catalog/catalog.h"
#include "catalog/facts.h"
#include "checks/custom_rule.h"
#include "diag/words.h"

namespace matter {

namespace {

/// What a rule finds in its example; nothing where the example cannot be read.
std::optional<std::size_t> found_in(const CustomRule& rule, const std::string& example) {
  Sources sources;
  const SourceId source = sources.add_text(SourceKind::memory, "example.yaml", example);
  Collector findings(Lang::en);
  LoadedFile file;
  load_file(sources, source, file, findings);
  if (!findings.found().empty() || file.document.damaged || file.matters.empty()) return std::nullopt;
  const CatalogContext context;
  const Standards standards;
  Facts facts;
  RuleFacts& own = facts.rules.emplace_back();
  own.rule = rule.rule.id;
  for (std::size_t i = 0; i < file.matters.size(); ++i) {
    const Matter& m = file.matters[i];
    if (!m.problems.empty()) return std::nullopt;
    const std::string name = std::to_string(i);
    const MatterView view{m, context, name, false, {}, "example.yaml", &rule.rule};
    if (rule.rule.check != nullptr) {
      RuleReport report(rule.rule.id, rule.rule.severity, name, findings);
      rule.rule.check(view, report);
      continue;
    }
    facts.matters.push_back({m.mark.at(), name});
    const std::size_t before = own.bytes.size();
    FactWriter writer(own.bytes);
    rule.rule.collect(view, writer);
    own.records.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(before),
                           static_cast<std::uint32_t>(own.bytes.size() - before)});
  }
  if (rule.rule.judge != nullptr) {
    CatalogReport report(rule.rule.id, rule.rule.severity, facts, findings);
    rule.rule.judge({facts, own, standards, sources, true, &rule.rule}, report);
  }
  return findings.found().size();
}

void wrong(const Text& example, const CustomRule& rule, const Words<const std::string_view&>& words, Collector& to) {
  Diagnostic& d = to.add("field-value", Severity::error, example.at(), words, rule.rule.id);
  d.field = "rules";
  d.subject = rule.rule.id;
}

}  // namespace

void check_examples(const CustomRule& rule, const CustomRuleSpec& spec, Collector& findings) {
  const auto bad = found_in(rule, rule.bad);
  const auto good = found_in(rule, rule.good);
  if (!bad)
    wrong(spec.bad, rule, {"规则 {} 的错例读不懂", "the bad example of {} cannot be read"}, findings);
  else if (*bad == 0)
    wrong(spec.bad, rule, {"规则 {} 在错例中没有查出问题", "{} finds nothing in its bad example"}, findings);
  if (!good)
    wrong(spec.good, rule, {"规则 {} 的对例读不懂", "the good example of {} cannot be read"}, findings);
  else if (*good > 0)
    wrong(spec.good, rule, {"规则 {} 在对例中查出了问题", "{} finds fault with its good example"}, findings);
}

}  // namespace matter
