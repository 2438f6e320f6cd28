#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/field.h"
#include "model/matter.h"

namespace matter {

/// How a field of a list's items is compared.
enum class FieldOrder : std::uint8_t {
  equal,       ///< only the same is good
  less,        ///< a lower count or shorter limit is better
  more,        ///< a longer limit, a set with more members is better
  yes,         ///< 是 is better than 否
  scale,       ///< named values in order: `scale`, the best first
  situations,  ///< none: it is for all; fewer situations are better
  presence,    ///< that there is one; what it is, is each office's own
  money,       ///< a lower amount is better
};

struct FieldRule {
  std::string_view key;
  FieldOrder order = FieldOrder::equal;
  std::span<const std::string_view> scale = {};  ///< values that ask the same stand together: `纸质|电子化`
  std::string_view absent = {};                  ///< what a missing value stands for; empty: nothing is compared
};

/// A field of the items of a list, and how it is compared.
struct RuledField {
  FieldRule rule;
  const Field* field = nullptr;
};

/// The fields that are compared of the items of a list, beside what they are called; none for lists of texts.
[[nodiscard]] std::span<const RuledField> field_rules(const Table& table);

/// Whether it is a matter's basic code, which other codes may say in its place.
[[nodiscard]] bool is_basic_code(const Field& field);

/// Place of a value in a scale, 0 the best; nothing for one that is not in it.
[[nodiscard]] std::optional<int> place_in(const FieldRule& rule, std::string_view value);

/// Limits that are of one unit: −1, 0, 1; nothing where they cannot be compared (20 工作日 and 30 自然日).
[[nodiscard]] std::optional<int> order_limits(const Limit& a, const Limit& b);
/// Amounts of money for one thing each; equal texts are equal.
[[nodiscard]] std::optional<int> order_money(std::string_view a, std::string_view b);

}  // namespace matter
