#pragma once

#include <string>
#include <string_view>

namespace matter {

/// What marks a name as that of a sample, as `normalised` leaves it.
inline constexpr std::string_view sample_marks[] = {"(示例)", "(样例)"};

/// `normalised`, without the marks of samples.
[[nodiscard]] std::string normalised_name(std::string_view name);

/// What somebody types to find a name: a part of it, or the initials of its pinyin (yyzz finds 营业执照), or both mixed
/// (营业zz). A character with several readings is found by any of them; signs between the characters need not be typed
/// with initials. Width, spaces, capitals and the marks （示例） do not count, unless it is the mark that is looked
/// for.
class NamePattern {
 public:
  NamePattern() = default;
  explicit NamePattern(std::string_view typed);

  /// Nothing was typed: every name has that.
  [[nodiscard]] bool empty() const { return typed_.empty(); }
  /// Whether the name has it somewhere. Allocates nothing.
  [[nodiscard]] bool in(std::string_view name) const;

 private:
  [[nodiscard]] bool begins(std::string_view name, std::size_t at) const;
  [[nodiscard]] char32_t next(std::string_view name, std::size_t& at) const;

  std::u32string typed_;
  bool marks_count_ = false;
};

}  // namespace matter
