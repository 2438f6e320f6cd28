#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/elements.h"
#include "checks/rule.h"

namespace matter {

/// 1 国家级 … 6 村(社区)级, by the level's canonical name.
[[nodiscard]] int level_rank(std::string_view level);
inline constexpr int no_level_rank = 9;

/// Elements of a matter that is bound, against its standard entry: those with a verdict other than 一致 and 不适用.
struct ElementFinding {
  const Element* element = nullptr;
  ElementResult result;
};
[[nodiscard]] std::vector<ElementFinding> against_entry(const MatterView& view);

/// A matter without a standard entry as facts: what makes it the same as others, and a print of each element.
void write_prints(const MatterView& view, FactWriter& facts);

/// The same matter (基本编码 and 办理项) of several offices, none of which has a standard entry, with what differs.
struct SameMatters {
  std::uint32_t reference = 0;           ///< of the highest level: index into Facts::matters
  std::uint32_t first = 0;               ///< the first that differs from it
  std::size_t matters = 0;               ///< that are the same one
  std::size_t differing = 0;             ///< of these, that differ from the reference
  std::vector<ElementFinding> elements;  ///< of `first`, against the reference
};
/// Finds the groups by their prints, in time and memory linear in the records (but for sorting), and reads again only
/// those matters that differ.
[[nodiscard]] std::vector<SameMatters> differing_matters(const CatalogView& view,
                                                         const std::vector<RuleFacts::Record>& records);

}  // namespace matter
