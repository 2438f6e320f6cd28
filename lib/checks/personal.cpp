#include "checks/personal.h"

#include <algorithm>

#include "checks/wording.h"
#include "model/values.h"

namespace matter {

namespace {

constexpr bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '-'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

constexpr std::size_t identity_size = 18;
constexpr std::size_t mobile_size = 11;

/// GB 11643-1999: weights 2^(17-i) mod 11, check characters in the order of the remainder.
bool is_identity_number(std::string_view run) {
  if (run.size() != identity_size || !all_digits(run.substr(0, identity_size - 1))) return false;
  if (!parse_date(run.substr(6, 8))) return false;
  constexpr std::string_view checks = "10X98765432";
  unsigned sum = 0;
  unsigned weight = 1;
  for (std::size_t i = identity_size - 1; i-- > 0;) {
    weight = weight * 2 % 11;
    sum += static_cast<unsigned>(run[i] - '0') * weight;
  }
  const char last = run.back() == 'x' ? 'X' : run.back();
  return checks[sum % 11] == last;
}

bool luhn(std::string_view digits) {
  unsigned sum = 0;
  bool twice = false;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    unsigned digit = static_cast<unsigned>(digits[i] - '0');
    if (twice) digit = digit < 5 ? digit * 2 : digit * 2 - 9;
    sum += digit;
  }
  return sum % 10 == 0;
}

bool is_bank_card(std::string_view run) {
  return run.size() >= 16 && run.size() <= 19 && run.starts_with("62") && all_digits(run) && luhn(run);
}

bool is_mobile(std::string_view run) {
  return run.size() == mobile_size && run[0] == '1' && run[1] >= '3' && all_digits(run);
}

}  // namespace

Personal find_personal(std::string_view text) {
  // The shortest of them is a mobile number: a run that could be one covers a byte of each so many.
  for (std::size_t at = mobile_size - 1; at < text.size(); at += mobile_size) {
    if (!is_word(text[at])) continue;
    std::size_t begin = at;
    while (begin > 0 && is_word(text[begin - 1])) --begin;
    while (at < text.size() && is_word(text[at])) ++at;
    const std::string_view run = text.substr(begin, at - begin);
    if (is_identity_number(run)) return {run, {"身份证号", "an identity number"}};
    if (is_bank_card(run)) return {run, {"银行卡号", "a bank card number"}};
    if (is_mobile(run)) return {run, {"手机号", "a mobile number"}};
  }
  return {};
}

std::string masked(std::string_view text) {
  constexpr std::size_t front = 3;
  constexpr std::size_t back = 2;
  std::string shown(text);
  for (std::size_t i = front; i + back < shown.size(); ++i) shown[i] = '*';
  return shown;
}

}  // namespace matter
