#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "checks/rule.h"
#include "checks/settings.h"

namespace matter {

/// Matters that were checked, by catalog and family: what a skipped rule missed follows from it.
struct CheckTally {
  using ByFamily = std::array<std::size_t, 5>;
  std::vector<ByFamily> catalogs;  ///< grown as needed

  void count(std::size_t catalog, Family family);
  void add(const CheckTally& part);
};

/// The rules that apply to the matters of one catalog: worked out once, used for every matter.
class CheckPlan {
 public:
  /// A rule that cannot speak here, because the catalog's source never carries `path` (as declared).
  struct Skipped {
    const Rule* rule = nullptr;
    std::string_view path;
  };

  /// All rules of the registry; `rules` for tests. What is wrong in the catalog's `rules:` goes to `findings`.
  CheckPlan(const CatalogContext& context, Collector& findings, std::span<const Rule* const> rules = all_rules());

  [[nodiscard]] const std::vector<Skipped>& skipped() const { return skipped_; }

  /// Facts with a place for every catalog rule of the plan, ready for `check`.
  [[nodiscard]] Facts make_facts() const;

  /// Runs every rule that applies to the matter. Findings go to `findings`; the matter and what catalog
  /// rules remember of it to `facts` (of `make_facts`). A document that is no matter only gets its finding.
  void check(const MatterView& view, Collector& findings, Facts& facts) const;

 private:
  struct Checking {
    const Rule* rule = nullptr;
    Settings settings;
  };
  struct Collecting {
    const Rule* rule = nullptr;
    std::size_t slot = 0;  ///< in Facts::rules
    Settings settings;
  };

  std::vector<Checking> checks_;
  std::vector<Collecting> collects_;
  std::vector<const Rule*> catalog_rules_;
  std::vector<Skipped> skipped_;
};

/// Runs the judges of all rules across matters, in order of id. `complete`: every matter was read, so that
/// what is not in the facts is nowhere.
void judge(const Facts& facts, const Standards& standards, const Sources& sources, bool complete, Collector& findings,
           std::span<const Rule* const> rules = all_rules());

}  // namespace matter
