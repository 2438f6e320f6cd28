#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace matter {

/// 统一社会信用代码 (GB 32100-2015) and the organisation code in it (GB 11714).
struct UscCheck {
  bool shape = false;         ///< 18 characters of the standard's alphabet
  std::size_t bad_at = 0;     ///< first character that is none of it (byte offset), when !shape
  bool check = false;         ///< the 18th character is right
  bool organisation = false;  ///< the 17th is right
  char expected_check = 0;    ///< the right 18th character for the first 17 as written
  char expected_organisation = 0;
};
[[nodiscard]] UscCheck check_usc(std::string_view code);
/// A temporary agency code (TE…).
[[nodiscard]] bool is_temporary_agency_code(std::string_view code);

/// 基本编码 (GB/T 39554.1-2020): area 2, type 2, 主项 5, 子项 3; digits, letters in the last eight only.
struct BasicCode {
  std::string_view area, type, main, sub;
};
[[nodiscard]] std::optional<BasicCode> parse_basic_code(std::string_view code);
/// Whether the 子项 part says that there is none (000), or that it is a parent (…Y).
[[nodiscard]] bool is_main_item(const BasicCode& code);

/// 实施编码 (31) = USCC (18) + 行使层级 (1) + 基本编码 (12); 业务办理项编码 (33) = it + two digits.
struct ImplementingCode {
  std::string_view agency, level, basic, handling;  ///< handling is empty for 31 characters
};
[[nodiscard]] std::optional<ImplementingCode> parse_implementing_code(std::string_view code);
/// The older 10- or 24-character form (GB/T 39046-2020, table 4).
[[nodiscard]] bool is_legacy_code(std::string_view code);

/// The code that was meant: full-width characters narrowed, spaces taken out, small letters made capitals. Whether it
/// is one is for the parsers to say.
[[nodiscard]] std::string meant_code(std::string_view written);
/// Whether full-width characters or spaces that are not ASCII stand in it.
[[nodiscard]] bool has_wide(std::string_view written);

/// `code@version` of a binding.
struct StandardReference {
  std::string_view code;
  std::optional<int> version;  ///< nothing: no version is named
};
[[nodiscard]] std::optional<StandardReference> parse_standard_reference(std::string_view text);

}  // namespace matter
