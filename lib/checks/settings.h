#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalog/facts.h"
#include "checks/preset.h"
#include "checks/rule.h"
#include "checks/scope.h"

namespace matter {

/// Values of a rule's options, in the order of its record.
using Settings = std::vector<std::int32_t>;

/// off, info, warning, error; as people write them in catalog.yaml.
[[nodiscard]] std::optional<Grade> grade_named(std::string_view written);
/// Which severity a finding has then; nothing for `off`.
[[nodiscard]] std::optional<Severity> severity_of(Grade grade, Severity usual);
/// Rules that say that a file could not be understood: what is in it was not checked, so nothing may hide that.
[[nodiscard]] bool may_be_weakened(const Rule& rule);

/// One entry for a rule under `rules:` in catalog.yaml.
struct RuleEntry {
  Grade grade = Grade::usual;  ///< usual: it says nothing of it
  std::vector<std::optional<std::int32_t>> options;
  RuleScope scope;
  std::string_view reason;
  Location at;
};

/// What a rule is for one matter.
struct RuleState {
  Grade grade = Grade::usual;
  const RuleEntry* entry = nullptr;  ///< that graded it; null: its record or the preset
};

/// What a catalog makes of a rule. Entries speak in the order written, the last one that covers a matter wins.
struct RuleSettings {
  RuleState all;      ///< preset and entries for everything that stand before any other
  Settings settings;  ///< likewise
  std::vector<RuleEntry> entries;
  std::size_t first_scoped = 0;  ///< in `entries`: those before it are in `all`

  [[nodiscard]] bool scoped() const { return first_scoped < entries.size(); }
  /// For one matter; `settings` are changed where an entry sets options.
  [[nodiscard]] RuleState of(const MatterView& view, Settings& into) const;
  /// For what is found in a file and in no matter.
  [[nodiscard]] RuleState of_file(const CatalogContext& context, std::string_view file) const;
};

/// What catalog.yaml sets under `rules:` over the preset; the preset's where it says nothing or something wrong. The
/// i-th are of `rules[i]`. A rule, option or condition that does not exist, a value that is not allowed, and a rule
/// that is weakened without a reason is a finding.
[[nodiscard]] std::vector<RuleSettings> read_settings(const Catalog* catalog, const Preset* preset,
                                                      std::span<const Rule* const> rules, Collector& findings);

}  // namespace matter
