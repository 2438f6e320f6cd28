#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace matter {

/// For a few names, the most like ones among very many. The few are indexed by pairs of characters, so each of the many
/// costs its own length, and names that come again cost nothing.
class LikelyNames {
 public:
  /// `few`: as they are compared.
  explicit LikelyNames(const std::vector<std::string>& few);
  /// One of the many, as it is compared and as it is shown.
  void meet(std::string_view name, std::string_view shown);
  /// The best for one of the few, best first.
  [[nodiscard]] std::vector<std::string> best(std::size_t which) const;

 private:
  struct Candidate {
    double likeness = 0;
    std::string shown;
  };

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> of_pair_;
  std::vector<std::size_t> pairs_;  // of each of the few
  std::vector<std::vector<Candidate>> best_;
  std::unordered_set<std::size_t> met_;
  std::vector<std::uint32_t> common_;  // pairs that the name at hand has in common with each
};

/// Pairs of neighbouring characters, each once, sorted; a name of one character is a pair with itself.
[[nodiscard]] std::vector<std::uint64_t> character_pairs(std::string_view name);

}  // namespace matter
