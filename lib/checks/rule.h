#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/facts.h"
#include "diag/collector.h"
#include "model/family.h"
#include "model/matter.h"

namespace matter {

class WrittenValues;
struct Rule;
struct CustomRule;

enum class Scope : std::uint8_t { file, matter, catalog };
[[nodiscard]] std::string_view name(Scope scope);

/// What a rule on one matter sees.
struct MatterView {
  const Matter& matter;  ///< effective
  const CatalogContext& context;
  std::string_view identity;                    ///< never empty
  bool standard = false;                        ///< an entry of a standard catalog
  std::span<const std::int32_t> settings = {};  ///< values of the rule's options, in the order of its record
  std::string_view file = {};                   ///< name of the source that the matter stands in
  const Rule* rule = nullptr;                   ///< which rule looks
  const WrittenValues* written = nullptr;       ///< what the matter itself says, for each_written (written_values.h)
};

/// Where a rule puts its findings. Severity is that of its record, which the engine turns into what the catalog says;
/// `identity`, rule and fingerprint are filled in for the rule.
class RuleReport {
 public:
  /// `matter` is where the matter is named: a finding in another source (a value that it inherits) notes it.
  RuleReport(std::string_view rule, Severity severity, std::string_view identity, Collector& to, Location matter = {})
      : rule_(rule), severity_(severity), identity_(identity), to_(to), matter_(matter) {}

  [[nodiscard]] Lang lang() const { return to_.lang(); }

  /// `field` is the English path; list items by their label.
  template <class... Args>
  Diagnostic& add(Location at, std::string field, const WordsFor<Args...>& words, Args&&... args) {
    return add_as(severity_, at, std::move(field), words, std::forward<Args>(args)...);
  }
  /// With another severity than the record's, where the statement of the rule says so.
  template <class... Args>
  Diagnostic& add_as(Severity severity, Location at, std::string field, const WordsFor<Args...>& words,
                     Args&&... args) {
    Diagnostic& d = to_.add(rule_, severity, at, words, std::forward<Args>(args)...);
    d.matter = identity_;
    d.field = std::move(field);
    if (matter_.known() && at.known() && at.source != matter_.source)
      d.notes.push_back({say(lang(), {"由事项 {} 沿用", "taken over by matter {}"}, identity_), matter_});
    return d;
  }

 private:
  std::string_view rule_;
  Severity severity_;
  std::string_view identity_;
  Collector& to_;
  Location matter_;
};

/// What a rule across matters sees when all facts are in.
struct CatalogView {
  const Facts& facts;
  const RuleFacts& own;  ///< the rule's records
  const Standards& standards;
  const Sources& sources;
  bool complete = true;  ///< every matter was read: what is not in the facts is nowhere
  const Rule* rule = nullptr;
  std::span<const CatalogContext> catalogs = {};
};

/// Findings of a rule across matters; `matter` says whose finding it is (index into facts.matters).
class CatalogReport {
 public:
  CatalogReport(std::string_view rule, Severity severity, const Facts& facts, Collector& to)
      : rule_(rule), severity_(severity), facts_(facts), to_(to) {}

  [[nodiscard]] Lang lang() const { return to_.lang(); }

  template <class... Args>
  Diagnostic& add(std::uint32_t matter, Location at, std::string field, const WordsFor<Args...>& words,
                  Args&&... args) {
    Diagnostic& d = to_.add(rule_, severity_, at, words, std::forward<Args>(args)...);
    d.matter = facts_.matters[matter].identity;
    d.field = std::move(field);
    of_.push_back(matter);
    return d;
  }

  /// Whose finding each of them is, in the order of addition.
  [[nodiscard]] const std::vector<std::uint32_t>& of() const { return of_; }

 private:
  std::string_view rule_;
  Severity severity_;
  const Facts& facts_;
  Collector& to_;
  std::vector<std::uint32_t> of_;
};

/// A number that a catalog may set for a rule, in catalog.yaml: `rules: {limit-instant: {above: 0}}`.
struct RuleOption {
  std::string_view key;              ///< short English key
  std::string_view label;            ///< Chinese, accepted in its place
  Bilingual meaning;                 ///< of the number
  std::int32_t usual = 0;            ///< where the catalog says nothing
  std::int32_t least = 0, most = 0;  ///< what may be set
};

/// What says so: a law, standard or form with its article. A name that is the same in both languages is given once.
struct RuleSource : Bilingual {
  constexpr RuleSource(const char* both) : Bilingual{both, both} {}
  constexpr RuleSource(std::string_view chinese, std::string_view english) : Bilingual{chinese, english} {}
};

/// What a rule that mends makes of an example: `before` gives one finding of the rule, and carrying out its fix makes
/// `after` of it, which gives none.
struct FixExample {
  std::string_view before, after;
};

/// One rule: the record generates help, documentation and contract tests. One file each in checks/rules/,
/// `extern const Rule limit_instant; const Rule limit_instant{...}` in limit_instant.cpp for "limit-instant".
struct Rule {
  std::string_view id;
  Severity severity = Severity::error;
  Scope scope = Scope::matter;
  Families families;
  Bilingual summary;           ///< one line, at most 80 columns
  Bilingual why;               ///< what goes wrong for a citizen or a platform when it is broken
  RuleSource source{"—"};      ///< "—" where there is none
  std::string_view bad, good;  ///< YAML of one matter (or several documents): bad gives exactly this rule, good none
  FixExample mends;            ///< of rules that offer fixes; else empty
  /// Paths without which it cannot speak: where the catalog's source never carries one, it is *not checked*.
  /// `a|b`: one of the two is enough.
  std::span<const std::string_view> needs;
  std::span<const RuleOption> options;  ///< `check` and `collect` see them as `settings`
  std::string_view standards;           ///< entries of a standard catalog that the examples are checked with
  /// What was found on the published matters: share of true findings, date. Empty before it was read.
  Bilingual evidence;

  // Scope file: reported by the reader; both are null. Scope matter: check. Scope catalog: collect and judge.
  void (*check)(const MatterView&, RuleReport&) = nullptr;
  void (*collect)(const MatterView&, FactWriter&) = nullptr;  ///< writes nothing: the matter has nothing to say
  void (*judge)(const CatalogView&, CatalogReport&) = nullptr;

  const CustomRule* custom = nullptr;  ///< of a rule that an office wrote as data; never in the registry
};

/// All rules in order of id. Generated from the folder.
[[nodiscard]] std::span<const Rule* const> all_rules();
[[nodiscard]] const Rule* find_rule(std::string_view id);

}  // namespace matter
