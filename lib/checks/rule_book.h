#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "checks/custom_rule.h"

namespace matter {

/// The rules of a run: the program's, and behind them those that its catalogs name (`custom_rules`).
class RuleBook {
 public:
  /// The program's own.
  RuleBook();
  /// Reads the files of a catalog; one that several catalogs name is read once. Mistakes are findings at their places.
  void add(const Catalog& catalog, Sources& sources, Collector& findings);

  /// All of them; judges run in this order.
  [[nodiscard]] std::span<const Rule* const> all() const { return all_; }
  /// Those that a catalog's matters are checked with.
  [[nodiscard]] std::vector<const Rule*> of(const Catalog* catalog) const;
  [[nodiscard]] std::span<const std::shared_ptr<CustomRules>> files() const { return files_; }

 private:
  std::vector<const Rule*> all_;
  std::vector<std::shared_ptr<CustomRules>> files_;
};

}  // namespace matter
