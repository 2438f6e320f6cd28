#include "checks/rule_book.h"

#include <algorithm>
#include <filesystem>

#include "diag/words.h"

namespace matter {

RuleBook::RuleBook() : all_(all_rules().begin(), all_rules().end()) {}

void RuleBook::add(const Catalog& catalog, Sources& sources, Collector& findings) {
  for (const Text& named : catalog.config.custom_rules) {
    if (!named.given() || named.text.empty()) continue;
    const auto source = named_file(catalog, named, "custom_rules", sources, findings);
    if (!source) continue;
    const auto path = std::filesystem::path(sources.name(*source)).lexically_normal();
    const auto known = std::find_if(files_.begin(), files_.end(), [&](const auto& file) {
      return std::filesystem::path(sources.name(file->file.source)).lexically_normal() == path;
    });
    if (known != files_.end()) {
      (*known)->catalogs.push_back(&catalog);
      continue;
    }
    auto file = read_custom_rules(*source, sources, findings);
    file->catalogs.push_back(&catalog);
    std::erase_if(file->rules, [&](const std::unique_ptr<CustomRule>& rule) {
      const auto same =
          std::find_if(all_.begin(), all_.end(), [&](const Rule* other) { return other->id == rule->rule.id; });
      if (same == all_.end()) return false;
      findings
          .add("yaml-duplicate-key", Severity::error, rule->at, {"规则“{}”写了两次", "the rule '{}' stands here twice"},
               rule->rule.id)
          .notes.push_back({say(findings.lang(), {"第一次在这里", "first here"}), (*same)->custom->at});
      return true;
    });
    for (const auto& rule : file->rules) all_.push_back(&rule->rule);
    files_.push_back(std::move(file));
  }
}

std::vector<const Rule*> RuleBook::of(const Catalog* catalog) const {
  std::vector<const Rule*> own(all_rules().begin(), all_rules().end());
  for (const auto& file : files_) {
    if (std::find(file->catalogs.begin(), file->catalogs.end(), catalog) == file->catalogs.end()) continue;
    for (const auto& rule : file->rules) own.push_back(&rule->rule);
  }
  return own;
}

}  // namespace matter
