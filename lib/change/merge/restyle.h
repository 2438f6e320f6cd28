#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "change/merge.h"
#include "change/merge/version.h"

namespace matter::merge {

/// The three sides where one wrote a collection in another style (in brackets, or on lines of its own) while the other
/// changed it: the others' texts with that collection written in the style of the side that restyled it. They say
/// what they said, and what both left alone is the same text still, so that the merge keeps the restyled one.
struct Restyled {
  std::array<std::optional<std::string>, merge_sides> text;  ///< of the sides that were written anew

  [[nodiscard]] bool any() const;
  /// Where something of the new text stands in the side's own; of what was written anew, where that began.
  [[nodiscard]] std::uint32_t original(MergeSide side, std::uint32_t offset) const;

  struct Edit {
    Span before;
    std::uint32_t length = 0;  ///< of what stands for it now
  };
  std::array<std::vector<Edit>, merge_sides> edits;  ///< in order
};

/// Nothing where no collection has two styles, or where a comment that one side added would be lost.
[[nodiscard]] Restyled in_one_style(const Version& base, const Version& ours, const Version& theirs);

}  // namespace matter::merge
