#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace matter::test {

/// Small, fast and the same everywhere (splitmix64): a seed names a case for ever.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// Below `bound`; 0 for 0.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

/// A well-formed document of many shapes: block and flow collections, scalars of all styles with
/// folding and escapes, comments, blank lines, several documents; with anchors, aliases and tags
/// where `outside` is set.
[[nodiscard]] std::string random_yaml(std::uint64_t seed, bool outside);

/// Signs of YAML in any order: mostly not well-formed.
[[nodiscard]] std::string random_signs(std::uint64_t seed);

/// The text with a few bytes deleted, doubled, moved or replaced.
[[nodiscard]] std::string mutated(std::string text, Random& random);

/// A value as a scalar in one of the styles that can carry it; `indent` is that of the key.
[[nodiscard]] std::string written_scalar(std::string_view value, std::size_t indent, Random& random);

}  // namespace matter::test
