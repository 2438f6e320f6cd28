#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace matter {

/// A value of a named list: stored by name in YAML, by code on platforms.
struct NamedValue {
  std::string_view name;                      ///< canonical: 行政许可
  std::string_view code;                      ///< the national code, may be empty
  std::span<const std::string_view> aliases;  ///< other spellings that are read as this one
};

/// A list of schemas/values.yaml, compiled in.
struct NamedList {
  std::string_view id;     ///< "matter_type"
  std::string_view label;  ///< 事项类型
  std::span<const NamedValue> values;
  bool open = false;       ///< a catalog may use names that are not listed (lists of a 通办 scheme)
};

/// The list of this id; null when there is none (a mistake in a field table: a contract test looks).
[[nodiscard]] const NamedList* named_list(std::string_view id);
[[nodiscard]] std::span<const NamedList> named_lists();

/// By canonical name or alias; null when it is not of the list.
[[nodiscard]] const NamedValue* find_named(const NamedList& list, std::string_view text);
/// The nearest name for "did you mean"; empty when nothing is near.
[[nodiscard]] std::string_view nearest_name(const NamedList& list, std::string_view text);

}  // namespace matter
