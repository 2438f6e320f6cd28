#include "media/xlsx_text.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

#include "text/unicode.h"

namespace matter {

std::string plain_cell_text(std::string_view text) {
  constexpr std::size_t length = 7;  // _x0041_
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view here = text.substr(at, length);
    unsigned code = 0;
    const bool escape = here.size() == length && here.starts_with("_x") && here.back() == '_' &&
                        std::from_chars(here.data() + 2, here.data() + 6, code, 16).ptr == here.data() + 6;
    if (escape) {
      append_utf8(plain, static_cast<char32_t>(code));
      at += length;
    } else {
      plain += text[at++];
    }
  }
  std::string lines;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (plain[at] == '\r' && at + 1 < plain.size() && plain[at + 1] == '\n') continue;
    lines += plain[at] == '\r' ? '\n' : plain[at];
  }
  return lines;
}

bool is_date_format(std::uint32_t id, std::string_view code) {
  struct Range {
    std::uint32_t first, last;
  };
  static constexpr Range days[] = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};  // the latter of Chinese programs too
  if (code.empty()) {
    for (const Range& range : days) {
      if (id >= range.first && id <= range.last) return true;
    }
    return false;
  }
  char in = 0;  // what ends the part that says nothing
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (in != 0) {
      if (c == in) in = 0;
    } else if (c == '"' || c == '[') {
      in = c == '[' ? ']' : '"';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::optional<std::string> date_of_serial(const std::string& number, bool since_1904) {
  using namespace std::chrono;
  constexpr double last = 2958466;  // the first day of the year 10000
  constexpr double feigned = 60;    // 29 February 1900, which never was
  constexpr int seconds_a_day = 86400;
  double value = 0;
  const char* const stop = number.data() + number.size();
  const auto [end, error] = std::from_chars(number.data(), stop, value);
  if (error != std::errc() || end != stop || !(value >= 0) || value >= last) return std::nullopt;
  auto day = static_cast<int>(std::floor(value));
  auto second = static_cast<int>(std::lround((value - day) * seconds_a_day));
  if (second == seconds_a_day) {
    ++day;
    second = 0;
  }
  if (!since_1904 && (day == 0 || day == static_cast<int>(feigned))) return std::nullopt;
  const sys_days first = since_1904      ? sys_days{year{1904} / 1 / 1}
                         : day < feigned ? sys_days{year{1899} / 12 / 31}
                                         : sys_days{year{1899} / 12 / 30};
  const year_month_day date{first + days{day}};
  std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (second != 0) text += fmt::format(" {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  return text;
}

}  // namespace matter
