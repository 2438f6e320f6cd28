#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter::merge {

/// One element of an order that is merged: which place it has on each side, or `nowhere`.
inline constexpr std::uint32_t nowhere = 0xFFFFFFFFU;
struct Triple {
  std::uint32_t base = nowhere;
  std::uint32_t ours = nowhere;
  std::uint32_t theirs = nowhere;
};

struct Order {
  std::vector<std::uint32_t> sequence;  ///< indexes of the triples that ours or theirs has
  bool both_moved = false;              ///< both put the common ones into another order, not the same
};

/// Merges the order of elements. What one side alone moved stands as there; what one side added stands behind what
/// it followed there, ours before theirs; when both moved, it is ours' order.
[[nodiscard]] Order merge_order(const std::vector<Triple>& triples);

/// Merges lines that are comments or blank: what either side added is kept, what either side took away goes.
/// Never a conflict.
[[nodiscard]] std::string merge_lines(std::string_view base, std::string_view ours, std::string_view theirs);

/// Appends text with `by` more (or fewer) spaces before each line but the first, and before the first one too when
/// `whole`. Empty lines stay empty; spaces run out at none.
void append_shifted(std::string_view text, std::int32_t by, bool whole, std::string& to);

/// Whether two texts are the same but for the indentation of their lines, which differs by `by` spaces (of b to a).
[[nodiscard]] bool same_shifted(std::string_view a, std::string_view b, std::int32_t by, bool whole);

}  // namespace matter::merge
