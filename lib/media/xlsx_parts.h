#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What the parts of a workbook that is written have in common; for xlsx*.cpp alone.

namespace matter::xlsx {

inline constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view office_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";

/// A text of a cell as XML, and no longer than a cell can hold.
[[nodiscard]] std::string cell_text(std::string_view text, std::string_view cut_mark);
/// In an attribute or a text that is no cell: control characters have no business there, but line breaks where `lines`.
[[nodiscard]] std::string xml_text(std::string_view text, std::size_t most, bool lines = false);
[[nodiscard]] std::string xml_text(std::string_view text);
/// A, B … Z, AA …
[[nodiscard]] std::string column_name(std::size_t column);

}  // namespace matter::xlsx
