#include "model/region.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/embedded.h"

namespace matter {

namespace {

constexpr std::size_t code_length = 12;
constexpr std::string_view date_line = "# date: ";

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The compiled-in table: lines `code12,name` in order of code, below a header of `#` lines.
struct RegionTable {
  std::string_view rows;
  std::string_view date;
};

RegionTable open_table(std::string_view path) {
  RegionTable table;
  table.rows = embedded(path).value_or(std::string_view{});
  while (table.rows.starts_with('#')) {
    const std::string_view line = first_line(table.rows);
    if (line.starts_with(date_line)) table.date = line.substr(date_line.size());
    table.rows.remove_prefix(std::min(line.size() + 1, table.rows.size()));
  }
  return table;
}

const RegionTable& regions() {
  static const RegionTable table = open_table("regions.csv");
  return table;
}
const RegionTable& retired_regions() {
  static const RegionTable table = open_table("regions_retired.csv");
  return table;
}

bool is_code(std::string_view code12) {
  return code12.size() == code_length && code12.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The line that begins with this code; empty where there is none. Halves the bytes, not the lines.
std::string_view line_of(std::string_view rows, std::string_view code12) {
  std::size_t low = 0;
  std::size_t high = rows.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const auto* const line_break = static_cast<const char*>(::memrchr(rows.data() + low, '\n', middle - low));
    const std::size_t start = line_break == nullptr ? low : static_cast<std::size_t>(line_break - rows.data()) + 1;
    const std::string_view line = first_line(rows.substr(start));
    const int order = line.substr(0, code_length).compare(code12);
    if (order == 0) return line;
    if (order < 0) {
      low = std::min(start + line.size() + 1, rows.size());
    } else {
      high = start;
    }
  }
  return {};
}

}  // namespace

std::optional<std::string> full_region_code(std::string_view code) {
  constexpr std::array<std::size_t, 5> lengths = {2, 4, 6, 9, code_length};
  if (std::find(lengths.begin(), lengths.end(), code.size()) == lengths.end()) return std::nullopt;
  std::string full(code);
  full.resize(code_length, '0');
  if (!is_code(full) || full.starts_with("00")) return std::nullopt;
  return full;
}

int region_level(std::string_view code12) {
  if (!is_code(code12)) return 0;
  constexpr std::array<std::size_t, 4> ends = {2, 4, 6, 9};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (code12.find_first_not_of('0', ends[i]) == std::string_view::npos) return static_cast<int>(i) + 1;
  }
  return 5;
}

std::optional<Region> find_region(std::string_view code12) {
  if (!is_code(code12)) return std::nullopt;
  const std::string_view line = line_of(regions().rows, code12);
  if (line.empty()) return std::nullopt;
  return Region{line.substr(0, code_length), line.substr(code_length + 1), region_level(code12)};
}

std::optional<RetiredRegion> find_retired_region(std::string_view code12) {
  if (!is_code(code12)) return std::nullopt;
  std::string county(code12.substr(0, 6));
  county.resize(code_length, '0');
  std::string_view line = line_of(retired_regions().rows, code12);
  if (line.empty()) line = line_of(retired_regions().rows, county);
  if (line.empty()) return std::nullopt;
  RetiredRegion found;
  found.code = line.substr(0, code_length);
  line.remove_prefix(code_length + 1);
  found.name = line.substr(0, line.find(','));
  line.remove_prefix(found.name.size() + 1);
  found.successor = line.substr(0, code_length);
  found.verified = line.substr(code_length) == ",yes";
  return found;
}

bool region_covered(std::string_view code12) {
  const int level = region_level(code12);
  const std::string_view province = code12.substr(0, std::min<std::size_t>(code12.size(), 2));
  if (level <= 1) return level == 1;
  if (province == "71" || province == "81" || province == "82") return false;
  return level <= 4 || province == "35";
}

std::string_view region_table_date() { return regions().date; }

}  // namespace matter
