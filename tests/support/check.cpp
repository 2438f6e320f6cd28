#include "support/check.h"

#include <algorithm>

#include "catalog/catalog.h"
#include "catalog/config_read.h"
#include "catalog/registers.h"
#include "catalog/task_match.h"
#include "checks/engine.h"
#include "checks/profile.h"
#include "checks/sample.h"
#include "checks/suppressions.h"
#include "ops/load.h"

namespace matter::test {

std::vector<Diagnostic> check(const Checkable& given) {
  Sources sources;
  Collector findings(given.lang);
  const SourceId source = sources.add_text(SourceKind::memory, "matters.yaml", given.matters);
  Catalog catalog;
  catalog.standard = given.standard;
  if (!given.config.empty()) {
    read_config(sources, sources.add_text(SourceKind::memory, "catalog.yaml", given.config), catalog, findings);
  }
  if (!given.licences.empty()) {
    auto registers = std::make_shared<Registers>();
    read_licences(sources.add_text(SourceKind::memory, "licences.csv", given.licences), given.licences, *registers,
                  findings);
    catalog.registers = std::move(registers);
  }
  if (!given.tasks.empty()) {
    auto list = read_task_list(sources.add_text(SourceKind::memory, "a.tasks.yaml", given.tasks), sources, findings);
    if (list != nullptr) {
      TaskIndex index(*list);
      catalog.tasks.push_back(std::make_shared<const CatalogTasks>(CatalogTasks{std::move(list), std::move(index)}));
    }
    catalog.whole = true;
  }
  Standards standards;
  if (!given.standards.empty()) {
    LoadedFile file;
    Collector elsewhere(given.lang);
    load_file(sources, sources.add_text(SourceKind::memory, "standards.yaml", given.standards), file, elsewhere);
    standards.add(file);
  }
  CatalogContext context;
  context.catalog = &catalog;
  context.standards = &standards;
  context.today = {2026, 1, 31};
  const auto profiles = choose_profiles({&context, 1}, sources, findings);
  const CheckPlan plan(context, findings);
  LoadedFile file;
  load_file(sources, source, file, findings);
  Facts facts = plan.make_facts();
  for (std::size_t i = 0; !file.document.damaged && i < file.matters.size(); ++i) {
    Matter& m = file.matters[i];
    if (!given.standard && m.standard.given()) make_effective(m, standards.find(m.standard.text));
    const std::string identity = report_identity(m, given.standard, "matters.yaml", i + 1);
    plan.check({m, context, identity, given.standard, {}, "matters.yaml"}, findings, facts);
  }
  if (!file.document.damaged) read_suppressions(file.document, "matters.yaml", plan, context.today, findings, facts);
  judge(facts, standards, sources, true, findings, all_rules(), {&context, 1});
  std::vector<Diagnostic> found = findings.take();
  Suppressing suppressing;
  suppressing.take(facts.suppressions);
  std::erase_if(found, [&](const Diagnostic& d) { return suppressing.hides(d.rule, d.at); });
  suppressing.say_unused(true, findings, [](SourceId) { return std::optional(Severity::warning); });
  for (Diagnostic& d : findings.take()) found.push_back(std::move(d));
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.span.begin < b.at.span.begin; });
  return found;
}

std::vector<Diagnostic> check(std::string_view matters) {
  Checkable catalog;
  catalog.matters = matters;
  return check(catalog);
}

std::vector<Diagnostic> of_rule(std::string_view rule, const Checkable& catalog) {
  std::vector<Diagnostic> found = check(catalog);
  found.erase(std::remove_if(found.begin(), found.end(), [&](const Diagnostic& d) { return d.rule != rule; }),
              found.end());
  return found;
}

std::vector<Diagnostic> of_rule(std::string_view rule, std::string_view matters) {
  Checkable catalog;
  catalog.matters = matters;
  return of_rule(rule, catalog);
}

std::string sample_with(std::string_view fragment) {
  std::string text;
  detail::compose(fragment, sample_matter, [&text](std::string_view line) { text += line; });
  return text;
}

std::string_view under(const Diagnostic& finding, std::string_view text) { return slice(text, finding.at.span); }

std::string mended(const Diagnostic& finding, std::string text) {
  if (!finding.fix) return text;
  std::vector<TextEdit> edits = finding.fix->edits;
  std::sort(edits.begin(), edits.end(),
            [](const TextEdit& a, const TextEdit& b) { return a.at.span.begin > b.at.span.begin; });
  for (const TextEdit& edit : edits) text.replace(edit.at.span.begin, edit.at.span.size(), edit.text);
  return text;
}

}  // namespace matter::test
