#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace matter {

/// Memory that is given out piece by piece and taken back all at once.
/// For trivially destructible things only. `clear` keeps the blocks for the next file.
/// Not thread-safe: one for each thread. Aligned so that two threads' arenas share no cache line.
class alignas(128) Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  [[nodiscard]] void* allocate(std::size_t bytes, std::size_t alignment) {
    std::size_t at = (used_ + alignment - 1) & ~(alignment - 1);
    if (current_ >= blocks_.size() || at + bytes > blocks_[current_].size) {
      next_block(bytes + alignment);
      at = 0;
    }
    used_ = at + bytes;
    return blocks_[current_].bytes.get() + at;
  }

  template <class T>
  [[nodiscard]] T* make(std::size_t count = 1) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    for (std::size_t i = 0; i < count; ++i) new (first + i) T{};
    return first;
  }

  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* copy = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  void clear() {
    current_ = 0;
    used_ = 0;
  }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  void next_block(std::size_t needed) {
    const bool started = current_ < blocks_.size();
    if (started && used_ != 0) ++current_;
    while (current_ < blocks_.size() && blocks_[current_].size < needed) ++current_;
    if (current_ >= blocks_.size()) {
      const std::size_t size = needed > block_bytes ? needed : block_bytes;
      blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
      current_ = blocks_.size() - 1;
    }
    used_ = 0;
  }

  static constexpr std::size_t block_bytes = 16 * 1024;
  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;
};

}  // namespace matter
