#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "change/change.h"
#include "diag/lang.h"

namespace matter {

/// What a change of this kind is called for. Every field has those that its kind allows (`verbs_of`), whoever
/// declares it; a group in change/kinds/ says of some of them what they mean.
enum class Verb : std::uint8_t {
  added,           ///< an item of a list
  removed,         ///< an item of a list
  added_optional,  ///< an item that nobody has to fulfil at once
  removed_optional,
  added_waived,  ///< an item that the office gets itself
  removed_waived,
  reordered,
  stated,         ///< absent → a value: it was unknown or left to the standard
  withdrawn,      ///< a value or 无 → absent
  declared_none,  ///< absent → 无
  introduced,     ///< 无 → a value
  abolished,      ///< a value → 无
  changed,        ///< a value → another one, without a direction
  reworded,       ///< of texts
  renamed,        ///< of the text that an item is called by
  raised,         ///< of counts and money
  lowered,
  shortened,  ///< of limits
  lengthened,
  enabled,  ///< of 是 / 否
  disabled,
  earlier,  ///< of dates
  later,
  eased,  ///< of named values with an order (`Scale`)
  tightened,
};
inline constexpr std::size_t verbs = static_cast<std::size_t>(Verb::tightened) + 1;

/// A kind of change: one record. Ids are a contract with scripts and with `changes:` of catalog.yaml.
struct ChangeType {
  std::string id;     ///< `material-added`, `limit-promised-shortened`
  std::string field;  ///< path in English keys, `[]` behind the items of a list: `materials[].name`; may be empty
  std::string summary_zh, summary_en;
  Judgement judged;           ///< where the catalog does not say otherwise
  std::string before, after;  ///< an example; empty: nothing is written
  Verb verb = Verb::changed;
  bool curated = false;  ///< a group says what it means; else all of it follows from the field's table

  [[nodiscard]] const std::string& summary(Lang lang) const { return lang == Lang::zh ? summary_zh : summary_en; }
};

/// What a group says of one field and verb.
struct KindRow {
  std::string_view field;  ///< as in ChangeType
  Verb verb = Verb::changed;
  Burden burden = Burden::neutral;
  Bilingual summary = {};                    ///< empty: made of the field's label and the verb
  std::string_view before = {}, after = {};  ///< both empty: made of the field's kind
  std::string_view id = {};                  ///< empty: made of the field's key and the verb
  std::optional<Systems> systems = {};       ///< nothing: breaking where an identity or a demanded field is gone
};

/// Named values that have an order: from what asks least of the applicant to what asks most.
struct Scale {
  std::string_view field;
  std::span<const std::string_view> light_to_heavy;  ///< values that ask the same stand together: `纸质|电子化`
  std::string_view absent;                           ///< what a missing value stands for; empty: nothing
};

/// A field whose changes are told apart by more than two values of one kind.
struct Refinement {
  std::string_view field;
  std::span<const Verb> verbs;  ///< beside the usual ones
  Verb (*verb)(const Change& change, Verb plain);
};

/// One file in change/kinds/: fields that belong together.
struct KindGroup {
  std::span<const KindRow> rows;
  std::span<const Scale> scales = {};
  std::span<const Refinement> refinements = {};
};

/// All groups in order of file name. Generated from the folder.
[[nodiscard]] std::span<const KindGroup* const> all_kind_groups();

/// Every kind of change there is, in order of the field tables: of matters, then of catalog.yaml. Made once.
[[nodiscard]] const std::vector<ChangeType>& all_change_types();
[[nodiscard]] const ChangeType* find_change_type(std::string_view id);

/// What kind of change this is. Never fails: a field that no group knows has the kinds that follow from its table.
[[nodiscard]] const ChangeType& classify(const Change& change);
/// A matter or a catalog.yaml that came or went, or (changed) a matter without a code that stands in another place.
enum class Whole : std::uint8_t { matter, catalog };
[[nodiscard]] const ChangeType& classify(Whole what, ChangeKind kind);

/// `less-burden` …, as in JSON and in catalog.yaml; and as people say it.
[[nodiscard]] std::string_view name(Burden burden);
[[nodiscard]] std::string_view name(Systems systems);
[[nodiscard]] Bilingual words(Burden burden);
[[nodiscard]] Bilingual words(Systems systems);

}  // namespace matter
