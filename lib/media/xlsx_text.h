#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace matter {

/// The text of a cell: `_x0041_` undone, line breaks as LF.
[[nodiscard]] std::string plain_cell_text(std::string_view text);

/// Whether numbers in a format are days: one of the program's own by its number, else by its code (yyyy-mm-dd).
[[nodiscard]] bool is_date_format(std::uint32_t id, std::string_view code);

/// A day (2026-01-31), with a time where it has one; the number counts days since 1900 (or 1904). Nothing for what is
/// no day of these calendars.
[[nodiscard]] std::optional<std::string> date_of_serial(const std::string& number, bool since_1904);

}  // namespace matter
