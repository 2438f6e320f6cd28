#include <algorithm>
#include <array>
#include <cstddef>

#include "model/values.h"
#include "text/unicode.h"

// Finds the telephone numbers in what offices write: `020-12345`, `(020)87623552`, `020-8923 2806`,
// `020-38356454转1`, several in one field, and whole sentences with addresses, office hours and URLs.
// Three-digit area codes (010, 02x) go with eight digits, the others with seven or eight.

namespace matter {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// One character for every one of the text: digits, letters and the marks that matter stay (narrowed), any
/// dash is '-', any other character is '~'.
std::string skeleton(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = narrow(next_code_point(text, at));
    const bool dash = c == U'—' || c == U'–' || c == U'－' || c == U'‐' || c == U'‑' || c == U'―' || c == U'−';
    if (dash)
      out += '-';
    else if (c == U'转')
      out += '#';
    else if (c == U'按' || c == U'拨')
      out += '>';
    else
      out += c >= 0x20 && c < 0x7F && c != U'#' && c != U'>' ? static_cast<char>(c) : '~';
  }
  return out;
}

/// Overwrites addresses of the net, e-mail addresses, account names and times of day: their digits are no numbers.
/// Returns whether a word that mixes digits and letters was met.
bool blank_out(std::string& text) {
  const auto part = [](char c) {
    return digit(c) || letter(c) || std::string_view("@._:/?=&%+-").find(c) != std::string_view::npos;
  };
  bool mixed = false;
  for (std::size_t i = 0; i < text.size();) {
    if (!part(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && part(text[end])) ++end;
    const std::string_view word = std::string_view(text).substr(i, end - i);
    const bool letters = std::any_of(word.begin(), word.end(), letter);
    if (letters) {
      mixed = mixed || std::any_of(word.begin(), word.end(), digit);
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(end), '~');
    }
    i = end;
  }
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != ':' || !digit(text[i - 1]) || !digit(text[i + 1])) continue;
    std::size_t from = i;
    std::size_t to = i + 1;
    while (from > 0 && i - from < 2 && digit(text[from - 1])) --from;
    while (to < text.size() && to - i <= 2 && digit(text[to])) ++to;
    for (std::size_t k = from; k < to; ++k) text[k] = '~';
  }
  return mixed;
}

struct Group {
  std::string_view digits;
  char before = 0;  ///< what joins it to the one before: '-', ' ', 0 for the first
};

/// Digits joined by dashes, spaces and brackets, as far as they may be one number.
struct Candidate {
  std::array<Group, 8> groups;
  std::size_t count = 0;
  std::string_view extension;
  bool alone = false;  ///< nothing else stands between the separators around it

  [[nodiscard]] std::string_view at(std::size_t i) const { return i < count ? groups[i].digits : std::string_view{}; }
};

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  while (at < text.size() && what.find(text[at]) != std::string_view::npos) ++at;
  return at;
}
std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && digit(text[at])) ++at;
  return at;
}

/// Whether after a space a new number begins rather than the rest of this one.
bool begins_anew(std::string_view before, std::string_view next, char after) {
  if (next.starts_with('0') && (next.size() == 3 || next.size() == 4) && after == '-') return before.size() >= 5;
  return next.size() >= 5 && before.size() >= 5;
}

Candidate take(std::string_view text, std::size_t& at) {
  Candidate found;
  char before = 0;
  while (found.count < found.groups.size()) {
    const std::size_t end = digits_end(text, at);
    found.groups[found.count++] = {text.substr(at, end - at), before};
    at = end;
    const std::size_t next = skip(text, at, "- ()");
    const std::string_view between = text.substr(at, next - at);
    if (next == at || next >= text.size() || !digit(text[next])) break;
    if (between.find('(') != std::string_view::npos) break;
    const bool dashed = between.find_first_of("-)") != std::string_view::npos;
    const std::string_view following = text.substr(next, digits_end(text, next) - next);
    const std::size_t after = next + following.size();
    if (!dashed && begins_anew(found.at(found.count - 1), following, after < text.size() ? text[after] : '\0')) break;
    before = dashed ? '-' : ' ';
    at = next;
  }
  std::size_t ext = skip(text, at, " (,");
  if (ext < text.size() && (text[ext] == '#' || text[ext] == '>')) {
    while (ext < text.size() && !digit(text[ext]) &&
           (text[ext] == '#' || text[ext] == '>' || text[ext] == '~' || text[ext] == ' ')) {
      ++ext;
    }
    std::size_t end = ext;
    while (end < text.size() && (digit(text[end]) || (text[end] == '-' && end > ext))) ++end;
    if (end > ext && end - ext <= 6) {
      found.extension = text.substr(ext, end - ext);
      at = end;
    }
  }
  return found;
}

bool hotline(std::string_view number) {
  if (number.size() == 5 || number.size() == 6) return number[0] == '1' || number[0] == '9';
  constexpr std::string_view emergency[] = {"110", "112", "114", "119", "120", "122"};
  return std::find(std::begin(emergency), std::end(emergency), number) != std::end(emergency);
}
bool mobile(std::string_view number) {
  return number.size() == 11 && number[0] == '1' && number[1] >= '3' && number[1] <= '9';
}
bool area(std::string_view code) {
  if (code.size() == 3) return code == "010" || code.starts_with("02");
  return code.size() == 4 && code[0] == '0' && code[1] >= '3';
}
bool short_area(std::string_view code) { return code.size() == 3; }

class Reading {
 public:
  explicit Reading(const Candidate& from) : from_(from) {}

  Phones::Number read() {
    country();
    if (from_.count - at_ >= 2 && from_.at(at_).starts_with('0') && from_.at(at_).size() <= 5) {
      area_ = from_.at(at_++);
    } else if (from_.at(at_).starts_with('0') && from_.at(at_).size() >= 8) {
      const std::string_view all = from_.at(at_++);
      const std::size_t length = all.starts_with("01") || all.starts_with("02") ? 3 : 4;
      area_ = all.substr(0, length);
      number_ = all.substr(length);
    }
    if (number_.empty()) join();
    made_.digits = area_ + number_;
    extension();
    judge();
    return made_;
  }

 private:
  void country() {
    const std::string_view first = from_.at(0);
    if (from_.count < 2) return;
    if (first == "86" || first == "086" || first == "0086") {
      ++at_;
      if (from_.count - at_ >= 2 && (from_.at(at_).size() == 2 || from_.at(at_).size() == 3) &&
          !from_.at(at_).starts_with('0') && from_.at(at_)[0] != '1') {
        area_ = "0" + std::string(from_.at(at_++));
      }
    } else if (first.starts_with("86") && (first.size() == 4 || first.size() == 5)) {
      area_ = "0" + std::string(first.substr(2));
      ++at_;
    }
  }

  [[nodiscard]] static bool complete(std::string_view number) {
    return hotline(number) || mobile(number) || number.size() == 7 || number.size() == 8 ||
           (number.size() == 10 && (number.starts_with("400") || number.starts_with("800")));
  }

  /// The number itself from one or several groups: the shortest run of them that is complete, where the
  /// groups are of the sizes that people break numbers into.
  void join() {
    std::string joined;
    for (std::size_t i = at_; i < from_.count; ++i) {
      const std::string_view part = from_.at(i);
      if (i > at_ && (part.size() < 3 || part.size() > 4)) break;
      joined += part;
      const bool toll_free = joined.starts_with("400") || joined.starts_with("800");
      const bool broken_mobile = joined.size() < 11 && i > at_ && joined[0] == '1' && from_.at(at_).size() == 3;
      if (!complete(joined) || (toll_free && area_.empty() && joined.size() < 10 && i + 1 < from_.count) ||
          (broken_mobile && i + 1 < from_.count)) {
        continue;
      }
      number_ = joined;
      at_ = i + 1;
      return;
    }
    number_ = from_.at(at_++);
  }

  void extension() {
    for (; at_ < from_.count; ++at_) {
      if (!made_.extension.empty()) made_.extension += '-';
      made_.extension += from_.at(at_);
    }
    if (from_.extension.empty()) return;
    if (!made_.extension.empty()) made_.extension += '-';
    made_.extension += from_.extension;
  }

  void judge() {
    made_.area_code = !area_.empty();
    made_.hotline = hotline(number_);
    made_.mobile = area_.empty() && mobile(number_);
    const bool line = number_.size() == 8 || (number_.size() == 7 && !short_area(area_));
    const bool toll_free = number_.size() == 10 && (number_.starts_with("400") || number_.starts_with("800"));
    if (made_.area_code && !area(area_)) {
      made_.reason = "area-code";
    } else if (!made_.hotline && !made_.mobile && !line && !(toll_free && area_.empty())) {
      made_.reason = "length";
    }
    made_.valid = made_.reason.empty();
  }

  const Candidate& from_;
  std::size_t at_ = 0;
  std::string area_;
  std::string number_;
  Phones::Number made_;
};

/// Whether an invalid number was surely meant as one: it has an area code, is long enough, or stands alone
/// between separators. Street and room numbers, postal codes and hours are none.
bool meant(const Phones::Number& number, const Candidate& candidate) {
  return candidate.alone || (number.area_code && number.digits.size() >= 7) ||
         (number.digits.size() >= 9 && candidate.count == 1 && number.digits.size() <= 12);
}

}  // namespace

Phones parse_phones(std::string_view text) {
  Phones phones;
  std::string plain = skeleton(text);
  const bool mixed = blank_out(plain);
  const std::string_view view = plain;
  constexpr std::string_view separators = ",;/.:~+";
  const bool words = plain.find('~') != std::string::npos;
  for (std::size_t at = 0; at < view.size();) {
    if (!digit(view[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    Candidate candidate = take(view, at);
    const auto left = view.substr(0, start).find_last_not_of(" ()");
    const auto right = view.find_first_not_of(" ()", at);
    const auto ends = [&](std::size_t i) {
      return i == std::string_view::npos || (separators.find(view[i]) != std::string_view::npos && view[i] != '~');
    };
    candidate.alone = ends(left) && ends(right) && !words;
    Phones::Number number = Reading(candidate).read();
    if (number.valid || meant(number, candidate)) phones.numbers.push_back(std::move(number));
  }
  const bool any_digit = std::any_of(view.begin(), view.end(), digit);
  if (phones.numbers.empty() && (mixed || any_digit)) {
    Phones::Number number;
    for (const char c : skeleton(text)) {
      if (digit(c)) number.digits += c;
    }
    number.reason = "digits";
    phones.numbers.push_back(std::move(number));
  }
  return phones;
}

}  // namespace matter
