#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/engine.h"
#include "doc/document.h"

namespace matter {

/// A comment that speaks to this program: `# matter: ignore RULE[, RULE…] reason [until 2027-01-01]`, in Chinese
/// `# matter: 忽略 RULE 理由 至 2027-01-01`. It covers, with all below it, the key or list item that begins first on
/// its line, or after it where it stands on a line of its own; at the top of a document, the whole matter. It holds to
/// the end of the day that it names.

/// Whether there is any: most files have none, and then nothing else is done.
[[nodiscard]] bool has_suppressions(const Document& document);

/// Puts the suppressions of a file that hold into `facts`; what is wrong with a comment is a finding of
/// suppression-unused.
void read_suppressions(const Document& document, std::string_view file, const CheckPlan& plan, const DateValue& today,
                       Collector& findings, Facts& facts);

/// What the suppressions of a run hide, and which of them hid nothing.
class Suppressing {
 public:
  /// Those that came since the last call.
  void take(const std::vector<SuppressionFact>& facts);
  /// Whether a finding of the rule at this place is hidden.
  [[nodiscard]] bool hides(std::string_view rule, Location at) { return hidden_by(rule, at).has_value(); }
  /// The comment that hides it, the last one of several.
  [[nodiscard]] std::optional<Location> hidden_by(std::string_view rule, Location at);
  [[nodiscard]] bool empty() const { return facts_.empty(); }
  /// Of those that were taken first, in that order: what hid something needs not be tried again.
  void tell_used(std::vector<SuppressionFact>& facts) const {
    for (std::size_t i = 0; i < facts.size() && i < used_.size(); ++i) facts[i].tried = facts[i].tried && !used_[i];
  }

  /// Findings about those that were tried and hid nothing. `complete`: rules across matters saw them all.
  /// `severity_in(source)`: nothing where suppression-unused is switched off.
  template <class SeverityIn>
  void say_unused(bool complete, Collector& findings, SeverityIn&& severity_in) const {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (used_[i] || !judged(facts_[i], complete)) continue;
      if (const auto severity = severity_in(facts_[i].at.source)) say_unused(facts_[i], *severity, findings);
    }
  }

 private:
  [[nodiscard]] static bool judged(const SuppressionFact& fact, bool complete);
  static void say_unused(const SuppressionFact& fact, Severity severity, Collector& findings);

  std::vector<SuppressionFact> facts_;
  std::vector<bool> used_;
  std::unordered_map<SourceId, std::vector<std::size_t>> of_source_;
};

}  // namespace matter
