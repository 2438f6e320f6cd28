#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/split.h"
#include "report/text_style.h"

namespace matter {

enum class GroupBy : std::uint8_t { nothing, file, rule, agency, matter };

/// How people read many findings. What is counted is never touched by it: only what is listed.
struct Reading {
  GroupBy group = GroupBy::nothing;
  bool statistics = false;                      ///< numbers by rule in place of the findings
  bool all = false;                             ///< else of a long report the first of each kind
  std::span<const AgencyLedger> agencies = {};  ///< of the findings, for GroupBy::agency
};

/// Up to so many findings a report shows all of them; a longer one the first of each rule (in each group).
inline constexpr std::size_t long_report = 100;
inline constexpr std::size_t first_of_a_kind = 5;

/// Findings of one rule that are not listed.
struct MoreOfAKind {
  std::string_view rule;
  std::size_t count = 0;
};

/// What is listed together.
struct FindingGroup {
  std::string title;   ///< safe for a terminal; empty where nothing is grouped
  std::string beside;  ///< what a rule's id means
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::vector<std::uint32_t> listed;  ///< indices of findings, in their order
  std::vector<MoreOfAKind> more;      ///< most first
};

/// The findings as they are to be read. Files and matters stay in their order, rules and agencies go by their errors.
[[nodiscard]] std::vector<FindingGroup> grouped(std::span<const Diagnostic> findings, const Sources& sources,
                                                const TextStyle& style);

/// How often a rule was found. Most severe first, then most.
struct RuleCount {
  std::string_view rule;
  Severity severity = Severity::info;  ///< the gravest
  std::size_t count = 0, fixable = 0, files = 0;
};
[[nodiscard]] std::vector<RuleCount> rule_counts(std::span<const Diagnostic> findings);

/// What a rule asks for, in a line; empty for one that is not the program's own.
[[nodiscard]] std::string_view summary_of(std::string_view rule, Lang lang);

/// `错误 3，警告 1`: what there is of each.
[[nodiscard]] std::string severities(std::size_t errors, std::size_t warnings, std::size_t infos, Lang lang);

}  // namespace matter
