#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/data_file.h"
#include "checks/expression.h"
#include "checks/rule.h"
#include "model/path.h"

namespace matter {

// Rules that an office writes as data (docs/rules.md): a path, conditions, one assertion, examples.

/// A condition as it is written; all of a rule must hold.
struct ConditionSpec {
  Mark mark;
  Text path;
  List<Text> one_of;
  Text pattern;
  Flag given;
};
struct LengthSpec {
  Mark mark;
  Count least, most;
};
struct CompareSpec {
  Mark mark;
  Text is, with;
};
struct CustomRuleSpec {
  Mark mark;
  Text id, severity, message, message_en, why, why_en, source;
  List<ConditionSpec> when;
  Text path;
  Flag required;
  Text pattern, forbidden;
  List<Text> one_of;
  LengthSpec length;
  CompareSpec compare;
  Flag unique;
  Text bad, good;
};
struct CustomFileSpec {
  Mark mark;
  Count format;
  List<CustomRuleSpec> rules;
};

template <>
const Table* table_of<ConditionSpec>();
template <>
const Table* table_of<LengthSpec>();
template <>
const Table* table_of<CompareSpec>();
template <>
const Table* table_of<CustomRuleSpec>();
template <>
const Table* table_of<CustomFileSpec>();

enum class Assertion : std::uint8_t { required, pattern, forbidden, one_of, length, compare, unique };
enum class Relation : std::uint8_t { equal, unequal, less, at_most, more, at_least };

struct CustomCondition {
  FieldPath path;
  std::vector<std::string_view> one_of;
  std::unique_ptr<const Expression> pattern;
  std::optional<bool> given;
};

/// One of them, read and checked. Views point into its file.
struct CustomRule {
  Rule rule;  ///< what the engine runs; `custom` is this
  std::vector<CustomCondition> when;
  FieldPath path;
  std::string field;  ///< the path in canonical form
  Assertion assertion = Assertion::required;
  std::unique_ptr<const Expression> pattern;
  std::vector<std::string_view> one_of;
  std::int32_t least = 0, most = 0;  ///< of `length`; most 0: no bound
  FieldPath with;
  Relation relation = Relation::equal;
  std::string relation_sign;
  std::string bad, good;  ///< whole matters
  Location at;            ///< its id
};

/// A file of rules; several catalogs may name it.
struct CustomRules {
  std::vector<std::unique_ptr<CustomRule>> rules;
  std::vector<const Catalog*> catalogs;
  CustomFileSpec spec;
  DataFile file;
};

/// Reads a file of rules. What is wrong is a finding at its place, and that rule is left out; so is an example that
/// does not do what it should. Ids live as long as the program. Throws std::system_error when it cannot be read.
[[nodiscard]] std::shared_ptr<CustomRules> read_custom_rules(SourceId source, const Sources& sources,
                                                             Collector& findings);

/// Runs the examples of a rule: `bad` must be found fault with, `good` not.
void check_examples(const CustomRule& rule, const CustomRuleSpec& spec, Collector& findings);

/// What the engine calls.
void check_custom(const MatterView& view, RuleReport& report);
void collect_custom(const MatterView& view, FactWriter& to);
void judge_custom(const CatalogView& view, CatalogReport& report);

}  // namespace matter
