#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace matter::test {

/// Seeded numbers that are the same on every machine and library (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// 0 … count − 1; 0 for 0.
  std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }

  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }
  template <class Items>
  void shuffle(Items& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace matter::test
