#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "checks/rule.h"

namespace matter {

/// What a matter names that stands elsewhere, as a fact.
struct Reference {
  enum class Kind : std::uint8_t {
    standard,       ///< a standard entry that was not found
    other_version,  ///< the same, where the code exists in another version
    parent,         ///< basic code of the 主项
    file,           ///< relative path of an attachment
    own_code,       ///< no reference: the matter's basic code, which others may name
  };
  Kind kind = Kind::own_code;
  Location at;
  std::string_view field;
  std::string_view text;
};

/// Writes the references of a matter. What it inherits is looked for with the standard entry that names it;
/// basic codes are only kept where a standard catalog is loaded, without which no 主项 can be said to be nowhere.
void collect_references(const MatterView& view, FactWriter& facts);
[[nodiscard]] Reference read_reference(FactReader& facts);

/// Basic codes of all matters of the run and of all standard entries.
[[nodiscard]] std::unordered_set<std::string_view> known_basic_codes(const CatalogView& view);

}  // namespace matter
