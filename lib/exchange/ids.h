#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// A stable id in the form of a UUID (version 8, RFC 9562): the 128-bit XXH3 of the parts, each with its
/// length before it. The same parts give the same id on every machine and in every run.
[[nodiscard]] std::string stable_id(const std::vector<std::string_view>& parts);

/// The same, one after another; buffers are reused.
class StableIds {
 public:
  /// Valid until the next call.
  [[nodiscard]] std::string_view make(std::span<const std::string_view> parts);

 private:
  std::string joined_, id_;
};

/// 128 bits that stand for a content: the XXH3 of the parts, each with its length before it.
struct ContentId {
  std::uint64_t high = 0, low = 0;

  friend auto operator<=>(const ContentId&, const ContentId&) = default;
  [[nodiscard]] std::string text() const;  ///< 32 hexadecimal digits
  [[nodiscard]] static std::optional<ContentId> read(std::string_view text);
};
[[nodiscard]] ContentId content_id(const std::vector<std::string_view>& parts);

/// Very many of them, in 18 to 37 bytes each: open addressing, as they are hashes already.
class ContentIdSet {
 public:
  /// Whether it was not in it.
  bool insert(const ContentId& id);
  [[nodiscard]] bool contains(const ContentId& id) const;

 private:
  /// Its slot, or the free one where it would go. The id of nothing but zeros marks a free one; no hash is that.
  [[nodiscard]] std::size_t slot(const ContentId& id) const;
  void grow();

  std::vector<ContentId> slots_;  // a power of two
  std::size_t used_ = 0;
};

/// XXH3, 128 bits, as 32 hexadecimal digits: what a manifest says of a file. Fed piece by piece.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(ContentHash&&) noexcept;
  ContentHash& operator=(ContentHash&&) noexcept;
  void add(std::string_view bytes);
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace matter
