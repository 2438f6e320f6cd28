#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/places.h"
#include "report/reading.h"
#include "report/renderer.h"

// What the parts of the page of findings share: what is counted for it, and how a finding is told.

namespace matter {

/// Findings of one element of matters, or of what is in none.
struct ElementCount {
  std::string label;
  std::size_t errors = 0, warnings = 0, infos = 0;
};

/// What the page counts, and to what each finding belongs. Numbers are indices; `none` where it belongs to nothing.
struct FindingsPage {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  struct Belongs {
    std::uint32_t rule = none, element = none, agency = none, level = none;
    const LedgerRow* row = nullptr;  ///< where it is known whose it is
  };

  explicit FindingsPage(const Report& of);

  const Report& report;
  Lang lang;
  std::vector<RuleCount> rules;  ///< gravest first, then most
  std::vector<ElementCount> elements;
  std::vector<Belongs> belongs;                     ///< of each finding
  std::vector<std::vector<std::size_t>> by_agency;  ///< of each agency, how often each rule was found

  [[nodiscard]] std::string in(Bilingual words) const { return std::string(words.in(lang)); }
  /// Whether some finding is grave enough for exit code 1.
  [[nodiscard]] bool fails() const;
  /// `matter validate …` that gives all of this again; without a path where it is known, of the file that a finding
  /// stands in.
  [[nodiscard]] std::string command() const;
  [[nodiscard]] std::string command(std::string_view file) const;
  /// Whether the file alone gives the finding again.
  [[nodiscard]] bool in_one_file(const Diagnostic& d) const;
  /// A rule's source in law; empty where there is none.
  [[nodiscard]] std::string_view source_of(std::string_view rule) const;
  [[nodiscard]] std::string_view why_of(std::string_view rule) const;
  /// An agency by name, with its code where several have that name.
  [[nodiscard]] std::string agency_name(std::size_t number) const;
  /// What a rule asks for; its id where that is not known.
  [[nodiscard]] std::string rule_words(std::string_view rule) const;
  /// Whether there is a score: a part of a catalog has none.
  [[nodiscard]] bool scored() const;
  /// As people read it: labels in Chinese, the path in English.
  [[nodiscard]] std::string field_of(const Diagnostic& d) const;
};

/// A source line around a place, all parts safe to show; long ones are cut with `…`.
struct MarkedLine {
  std::uint32_t number = 0;  ///< 0: it cannot be shown
  std::string before, marked, after;
};
[[nodiscard]] MarkedLine marked_line(Location at, Places& places);

/// A text as one word for a shell of Unix.
[[nodiscard]] std::string shell_word(std::string_view text);

/// What to do about a finding by a command; empty where no fix can be made by the program.
[[nodiscard]] std::string fix_command(const Diagnostic& d, std::string_view file);

/// Out of 100, in tenths: a matter without error or warning counts whole, one with warnings only half. Never rounded
/// up, so that 100 means that nothing is left.
[[nodiscard]] std::size_t score_tenths(const MatterCounts& counts);
[[nodiscard]] std::string score_text(const MatterCounts& counts);

/// From the head to the charts.
[[nodiscard]] std::string findings_overview(const FindingsPage& page);
/// The trend, and findings by severity, agency, level, rule and element.
[[nodiscard]] std::string findings_charts(const FindingsPage& page);
/// The first findings of each rule, for whoever has no script, and for paper.
void write_first_findings(const FindingsPage& page, const Sink& to);
/// The filters, and all findings as data for the script.
void write_findings_data(const FindingsPage& page, const Sink& to);

}  // namespace matter
