#include "text/nearest.h"

#include <algorithm>

#include "text/unicode.h"

namespace matter {

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& names) {
  // Half of the letters may be wrong (two letters that changed places count twice), at least one, at most three.
  const std::size_t limit = std::clamp<std::size_t>(count_characters(written) / 2, 1, 3);
  std::string_view best;
  std::size_t least = limit + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(written, name, limit);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  if (!best.empty() || written.size() < 3) return best;
  // What was written is the beginning of exactly one name.
  for (const std::string_view name : names) {
    if (name.substr(0, written.size()) != written) continue;
    if (!best.empty()) return {};
    best = name;
  }
  return best;
}

}  // namespace matter
