#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/lang.h"

namespace matter::test {

/// A catalog in memory: matters as YAML, and what stands around them.
struct Checkable {
  std::string matters;
  std::string standards;  ///< entries of a standard catalog; empty: none is loaded
  std::string config;     ///< catalog.yaml; empty: none
  std::string licences;   ///< a list of licences as CSV; empty: none is loaded
  std::string tasks;      ///< a task list that it is held against; empty: none
  bool standard = false;  ///< `matters` are entries of a standard catalog themselves
  Lang lang = Lang::en;
};

/// Runs every rule over it, as `matter validate` does. Findings in order of place; those of `standards` are left out.
[[nodiscard]] std::vector<Diagnostic> check(const Checkable& catalog);
[[nodiscard]] std::vector<Diagnostic> check(std::string_view matters);

/// The findings of one rule.
[[nodiscard]] std::vector<Diagnostic> of_rule(std::string_view rule, const Checkable& catalog);
[[nodiscard]] std::vector<Diagnostic> of_rule(std::string_view rule, std::string_view matters);

/// `sample_matter` (lib/checks/sample.h) with the keys of `fragment` instead of its own; `!key` takes one away.
[[nodiscard]] std::string sample_with(std::string_view fragment);

/// Bytes of `text` under a finding's place.
[[nodiscard]] std::string_view under(const Diagnostic& finding, std::string_view text);
/// The text after a finding's fix.
[[nodiscard]] std::string mended(const Diagnostic& finding, std::string text);

}  // namespace matter::test
