#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checks/preset.h"
#include "checks/rule.h"
#include "checks/settings.h"

namespace matter {

/// Matters that were checked, by catalog and family: what a skipped rule missed follows from it.
struct CheckTally {
  using ByFamily = std::array<std::size_t, family_number>;
  std::vector<ByFamily> catalogs;                      ///< grown as needed
  std::vector<std::vector<std::size_t>> switched_off;  ///< by catalog and number in CheckPlan::switched_off

  void count(std::size_t catalog, Family family);
  void count_off(std::size_t catalog, std::size_t row);
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
  /// A rule that the catalog or its preset switches off, for all matters or for some.
  struct SwitchedOff {
    const Rule* rule = nullptr;
    const RuleEntry* entry = nullptr;  ///< null: the preset does
    bool everywhere = true;            ///< else CheckTally counts the matters

    [[nodiscard]] std::string reason(const Preset* preset, Lang lang) const;
  };

  /// What is wrong in the catalog's `rules:` goes to `findings`. Without a preset every rule is as its record says.
  /// `run`: the rules of all plans of a run, where those of one catalog are not all; facts have a place for each.
  /// `only`: of `rules`, those that matters are checked with; all where it is empty.
  CheckPlan(const CatalogContext& context, Collector& findings, std::span<const Rule* const> rules = all_rules(),
            std::shared_ptr<const Preset> preset = nullptr, std::span<const Rule* const> run = {},
            std::span<const std::string> only = {});
  CheckPlan(const CheckPlan&) = delete;
  CheckPlan(CheckPlan&&) = default;
  CheckPlan& operator=(const CheckPlan&) = delete;
  CheckPlan& operator=(CheckPlan&&) = delete;
  ~CheckPlan() = default;

  [[nodiscard]] const std::vector<Skipped>& skipped() const { return skipped_; }
  [[nodiscard]] const std::vector<SwitchedOff>& switched_off() const { return off_; }
  [[nodiscard]] const Preset* preset() const { return preset_.get(); }
  [[nodiscard]] std::span<const Rule* const> rules() const { return rules_; }
  /// The settings of a rule by its number in `rules()`.
  [[nodiscard]] const RuleSettings& settings(std::size_t rule) const { return settings_[rule]; }
  /// Whether the rule could speak of every matter of its families.
  [[nodiscard]] bool runs(std::string_view rule) const;
  /// What becomes of what a rule of scope `file` found in a file; nothing where it is switched off there.
  [[nodiscard]] std::optional<Severity> severity_in(const Rule& rule, std::string_view file) const;

  /// Facts with a place for every catalog rule of the plan, ready for `check`.
  [[nodiscard]] Facts make_facts() const;

  /// Runs every rule that applies to the matter. Findings go to `findings`; the matter and what catalog
  /// rules remember of it to `facts` (of `make_facts`). A document that is no matter only gets its finding. Rules that
  /// are switched off for it are counted.
  void check(const MatterView& view, Collector& findings, Facts& facts, CheckTally* tally = nullptr,
             std::size_t catalog = 0) const;

 private:
  struct Running {
    const Rule* rule = nullptr;
    const RuleSettings* settings = nullptr;
    std::size_t slot = 0;  ///< of rules across matters: in Facts::rules
  };
  /// What one matter brings along.
  struct Visit {
    const MatterView& view;
    Location place;
    Collector& findings;
    CheckTally* tally;
    std::size_t catalog;
  };

  void add(const Rule& rule, const RuleSettings& settings, const CatalogContext& context);
  void plan_off(const Rule& rule, const RuleSettings& settings);
  void run(const Running& one, const Visit& visit) const;
  void remember(const Running& one, const Visit& visit, Facts& facts, std::uint32_t number) const;
  void count_off(const Visit& visit, const Rule& rule, const RuleEntry* entry) const;
  [[nodiscard]] RuleGrading grading_of(const Visit& visit, Family family) const;

  const CatalogContext* context_;
  std::shared_ptr<const Preset> preset_;
  std::vector<const Rule*> rules_;
  std::vector<RuleSettings> settings_;
  std::vector<Running> checks_, collects_;
  std::vector<const Rule*> catalog_rules_;
  std::vector<Skipped> skipped_;
  std::vector<SwitchedOff> off_;
};

/// Runs the judges of all rules across matters, in order of id. `complete`: every matter was read, so that
/// what is not in the facts is nowhere.
void judge(const Facts& facts, const Standards& standards, const Sources& sources, bool complete, Collector& findings,
           std::span<const Rule* const> rules = all_rules(), std::span<const CatalogContext> catalogs = {});

}  // namespace matter
