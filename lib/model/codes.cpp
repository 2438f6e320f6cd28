#include "model/codes.h"

#include <algorithm>
#include <charconv>

#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view usc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t usc_length = 18;
constexpr std::size_t basic_length = 12;
constexpr std::size_t implementing_length = usc_length + 1 + basic_length;
constexpr std::size_t handling_length = implementing_length + 2;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), digit); }
bool all_alphanumeric(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || capital(c); });
}

// 3^i mod 31 over the values of the first seventeen characters.
char usc_check_digit(std::string_view code) {
  unsigned sum = 0;
  unsigned weight = 1;
  for (std::size_t i = 0; i + 1 < usc_length; ++i) {
    sum += weight * static_cast<unsigned>(usc_alphabet.find(code[i]));
    weight = weight * 3 % 31;
  }
  return usc_alphabet[(31 - sum % 31) % 31];
}

// GB 11714 on characters 9 to 16; letters count from A = 10.
char organisation_check_digit(std::string_view code) {
  constexpr unsigned weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = code[8 + i];
    sum += weights[i] * static_cast<unsigned>(digit(c) ? c - '0' : c - 'A' + 10);
  }
  const unsigned check = 11 - sum % 11;
  return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

}  // namespace

UscCheck check_usc(std::string_view code) {
  UscCheck result;
  const std::size_t bad = code.find_first_not_of(usc_alphabet);
  result.bad_at = bad != std::string_view::npos ? bad : std::min(code.size(), usc_length);
  if (bad != std::string_view::npos || code.size() != usc_length) return result;
  result.shape = true;
  result.bad_at = 0;
  result.expected_check = usc_check_digit(code);
  result.expected_organisation = organisation_check_digit(code);
  result.check = code[17] == result.expected_check;
  result.organisation = code[16] == result.expected_organisation;
  return result;
}

bool is_temporary_agency_code(std::string_view code) {
  return code.size() == usc_length && code.starts_with("TE") && all_alphanumeric(code);
}

std::optional<BasicCode> parse_basic_code(std::string_view code) {
  if (code.size() != basic_length || !all_digits(code.substr(0, 4)) || !all_alphanumeric(code.substr(4))) {
    return std::nullopt;
  }
  return BasicCode{code.substr(0, 2), code.substr(2, 2), code.substr(4, 5), code.substr(9, 3)};
}

bool is_main_item(const BasicCode& code) { return code.sub == "000" || code.sub.ends_with('Y'); }

std::optional<ImplementingCode> parse_implementing_code(std::string_view code) {
  if (code.size() != implementing_length && code.size() != handling_length) return std::nullopt;
  const ImplementingCode parts{code.substr(0, usc_length), code.substr(usc_length, 1),
                               code.substr(usc_length + 1, basic_length), code.substr(implementing_length)};
  if (!all_alphanumeric(parts.agency) || parts.level[0] < '1' || parts.level[0] > '6') return std::nullopt;
  if (!parse_basic_code(parts.basic) || !all_digits(parts.handling)) return std::nullopt;
  return parts;
}

bool is_legacy_code(std::string_view code) {
  return (code.size() == 10 || code.size() == 24) && all_alphanumeric(code) && digit(code.front());
}

std::string meant_code(std::string_view written) {
  std::string code;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = narrow(next_code_point(written, at));
    if (c == U' ') continue;
    append_utf8(code, c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c);
  }
  return code;
}

bool has_wide(std::string_view written) {
  const auto high = [](char c) { return static_cast<signed char>(c) < 0; };
  if (std::none_of(written.begin(), written.end(), high)) return false;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = next_code_point(written, at);
    if (narrow(c) != c) return true;
  }
  return false;
}

std::optional<StandardReference> parse_standard_reference(std::string_view text) {
  const std::size_t at = text.find('@');
  StandardReference reference{text.substr(0, at), std::nullopt};
  if (reference.code.empty() || reference.code.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  if (at == std::string_view::npos) return reference;
  const std::string_view version = text.substr(at + 1);
  int number = 0;
  const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
  if (error != std::errc{} || end != version.data() + version.size() || number < 1 || !digit(version.front())) {
    return std::nullopt;
  }
  reference.version = number;
  return reference;
}

}  // namespace matter
