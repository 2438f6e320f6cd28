#include "change/same.h"

#include <string>

#include "model/named.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool exact(Format format) { return format != Format::none && format != Format::phone && format != Format::money; }

/// `normalised` lowers letters; a change of case is none of width.
bool same_letters(std::string_view a, std::string_view b) {
  const auto next_letter = [](std::string_view text, std::size_t& at) -> char32_t {
    while (at < text.size()) {
      const char32_t c = narrow(next_code_point(text, at));
      if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return c;
    }
    return 0;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    const char32_t left = next_letter(a, i);
    if (left != next_letter(b, j)) return false;
    if (left == 0) return true;
  }
}

}  // namespace

bool same_words(std::string_view a, std::string_view b) {
  return a == b || (normalised(a) == normalised(b) && same_letters(a, b));
}

bool same_value(Kind kind, Format format, const Scalar& a, const Scalar& b) {
  if (!a.given() || !b.given()) return trimmed(a.text) == trimmed(b.text);
  switch (kind) {
    case Kind::named: {
      const auto& left = static_cast<const Named&>(a);
      const auto& right = static_cast<const Named&>(b);
      if (left.value != nullptr && right.value != nullptr) return left.value->name == right.value->name;
      return left.value == right.value && same_words(a.text, b.text);
    }
    case Kind::flag: return static_cast<const Flag&>(a).value == static_cast<const Flag&>(b).value;
    case Kind::count: return static_cast<const Count&>(a).value == static_cast<const Count&>(b).value;
    case Kind::limit: {
      const auto& left = static_cast<const Limit&>(a);
      const auto& right = static_cast<const Limit&>(b);
      return left.amount == right.amount && left.unit == right.unit;
    }
    case Kind::date: {
      const auto& left = static_cast<const Date&>(a);
      const auto& right = static_cast<const Date&>(b);
      return left.year == right.year && left.month == right.month && left.day == right.day;
    }
    default: return exact(format) ? trimmed(a.text) == trimmed(b.text) : same_words(a.text, b.text);
  }
}

}  // namespace matter
