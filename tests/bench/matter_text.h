#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/random.h"

namespace matter::bench {

/// What is fixed about one standard entry; texts follow from `number`.
struct EntryKind {
  std::size_t number = 0;
  std::string name;        ///< 公共场所卫生许可（示例）
  std::string_view type;   ///< 行政许可 …
  std::string basic_code;  ///< 12
  bool licence = false;
};

/// Who handles a matter.
struct Office {
  std::string region;      ///< 12 digits
  std::string name, code;  ///< agency
  std::string_view level;  ///< 市级 …
  char level_digit = '3';
};

[[nodiscard]] EntryKind entry_kind(std::size_t number);
[[nodiscard]] inline constexpr std::size_t entry_kinds() { return 200; }

/// The standard entry, with everything.
[[nodiscard]] std::string standard_text(const EntryKind& entry, test::Random random);
/// An office's own entry: bound to the standard, most elements written out, about 4.5 KB.
/// `round` tells several 业务办理项 of one office apart. `edited`: with the edits of a year put in.
[[nodiscard]] std::string local_text(const EntryKind& entry, const Office& office, std::size_t round,
                                     test::Random random, bool edited);

/// 统一社会信用代码 of a region's `number`-th agency: both check digits right, the organisation all but zeros.
[[nodiscard]] std::string agency_code(std::string_view region, std::size_t number);

}  // namespace matter::bench
