#include "text/name_pattern.h"

#include "text/normal_form.h"
#include "text/pinyin.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::u32string_view wide_marks[] = {U"示例)", U"样例)"};  // behind the bracket

constexpr bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

/// What is written between the characters of a name and not said: brackets, commas, dots.
constexpr bool is_sign(char32_t c) {
  if (c < 0x80) return !is_letter(c) && !(c >= U'0' && c <= U'9');
  return c == U'·' || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3030);
}

bool meets(char32_t typed, char32_t c) {
  if (typed == c) return true;
  return is_letter(typed) && ((pinyin_initials(c) >> (typed - U'a')) & 1U) != 0;
}

/// Whether the text goes on with this at `at`; moves behind it then.
bool passed(std::string_view text, std::size_t& at, std::u32string_view wanted) {
  std::size_t behind = at;
  for (const char32_t c : wanted) {
    if (next_normalised(text, behind) != c) return false;
  }
  at = behind;
  return true;
}

}  // namespace

std::string normalised_name(std::string_view written) {
  std::string name = normalised(written);
  for (const std::string_view mark : sample_marks) {
    for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) name.erase(at, mark.size());
  }
  return name;
}

NamePattern::NamePattern(std::string_view typed) {
  std::string text = normalised_name(typed);
  if (text.empty()) text = normalised(typed);
  marks_count_ = text.find("示例") != std::string::npos || text.find("样例") != std::string::npos;
  for (std::size_t at = 0; at < text.size();) typed_ += next_code_point(text, at);
}

char32_t NamePattern::next(std::string_view name, std::size_t& at) const {
  for (;;) {
    const char32_t c = next_normalised(name, at);
    if (c != U'(' || marks_count_) return c;
    if (!passed(name, at, wide_marks[0]) && !passed(name, at, wide_marks[1])) return c;
  }
}

bool NamePattern::begins(std::string_view name, std::size_t at) const {
  bool begun = false;
  for (const char32_t typed : typed_) {
    for (;;) {
      const char32_t c = next(name, at);
      if (c == 0) return false;
      if (meets(typed, c)) break;
      if (!begun || !is_letter(typed) || !is_sign(c)) return false;
    }
    begun = true;
  }
  return true;
}

bool NamePattern::in(std::string_view name) const {
  if (typed_.empty()) return true;
  for (std::size_t at = 0; at < name.size();) {
    if (begins(name, at)) return true;
    static_cast<void>(next(name, at));
  }
  return false;
}

}  // namespace matter
