#include "exchange/pattern.h"

#include "model/values.h"

namespace matter {

namespace {

std::optional<PatternPart> placeholder(std::string_view name, const Field& of) {
  PatternPart part;
  if (of.kind == Kind::list && of.item == Kind::record) {
    part.kind = name == "n" ? PatternPart::Kind::number : PatternPart::Kind::field;
    if (part.kind == PatternPart::Kind::number) return part;
    const std::size_t colon = std::min(name.find(':'), name.size());
    part.shape = name.substr(std::min(colon + 1, name.size()));
    name = name.substr(0, colon);
    part.field = find_field(*of.table(), name);
    const bool known = part.field != nullptr && part.field->key == name;
    if (!known || !is_scalar(part.field->kind == Kind::list ? part.field->item : part.field->kind)) return std::nullopt;
    return part;
  }
  const Kind kind = of.kind == Kind::list ? of.item : of.kind;
  if (kind == Kind::limit && name == "amount") {
    part.kind = PatternPart::Kind::amount;
  } else if (kind == Kind::limit && name == "unit") {
    part.kind = PatternPart::Kind::unit;
  } else if (kind == Kind::limit && name == "duration") {
    part.kind = PatternPart::Kind::duration;
  } else if (is_scalar(kind) && name == "text") {
    part.kind = PatternPart::Kind::text;
  } else {
    return std::nullopt;
  }
  return part;
}

}  // namespace

std::optional<Pattern> parse_pattern(std::string_view text, const Field& of, std::string_view& wrong) {
  const bool of_records = of.kind == Kind::list && of.item == Kind::record;
  const std::string_view special = of_records ? "{[]" : "{";
  Pattern pattern;
  std::size_t places = 0;
  std::uint8_t groups = 0;
  std::uint8_t group = 0;
  while (!text.empty()) {
    PatternPart part;
    const std::size_t next = text.find_first_of(special);
    if (next != 0) {
      part.literal = text.substr(0, next);
      text.remove_prefix(part.literal.size());
    } else if (text.front() != '{') {
      wrong = text.substr(0, 1);
      if ((text.front() == '[') != (group == 0)) return std::nullopt;
      group = text.front() == '[' ? ++groups : std::uint8_t{0};
      text.remove_prefix(1);
      continue;
    } else {
      const std::size_t close = text.find('}');
      wrong = text.substr(1, close == std::string_view::npos ? close : close - 1);
      if (close == std::string_view::npos) return std::nullopt;
      if (++places > Captures{}.size() && !of_records) return std::nullopt;
      const auto place = placeholder(wrong, of);
      if (!place) return std::nullopt;
      part = *place;
      text.remove_prefix(close + 1);
    }
    part.group = group;
    pattern.push_back(part);
  }
  wrong = "[";
  if (group != 0) return std::nullopt;
  return pattern;
}

bool match(const Pattern& pattern, std::string_view text, Captures& captures) {
  std::size_t caught = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].kind == PatternPart::Kind::literal) {
      if (!text.starts_with(pattern[i].literal)) return false;
      text.remove_prefix(pattern[i].literal.size());
      continue;
    }
    const bool last = i + 1 == pattern.size();
    std::size_t end = text.size();
    if (!last && pattern[i + 1].kind == PatternPart::Kind::literal) {
      const std::string_view literal = pattern[i + 1].literal;
      end = i + 2 == pattern.size() ? text.rfind(literal) : text.find(literal, 1);
    } else if (!last) {
      end = 0;  // two placeholders side by side: the first one is made of digits
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    }
    if (end == 0 || end == std::string_view::npos) return false;
    captures[caught++] = text.substr(0, end);
    text.remove_prefix(end);
  }
  return text.empty();
}

std::optional<std::string> read_limit(const Pattern& pattern, std::string_view text) {
  Captures captures;
  if (!match(pattern, text, captures)) return std::nullopt;
  std::string written;
  std::size_t caught = 0;
  for (const PatternPart& part : pattern) {
    if (part.kind == PatternPart::Kind::literal) continue;
    if (!written.empty()) written += ' ';
    written += captures[caught++];
  }
  const auto limit = parse_limit(written);
  if (!limit) return std::nullopt;
  return to_text(limit->amount, limit->unit);
}

std::string duration_text(std::int32_t amount, LimitUnit unit) {
  const std::int64_t n = amount;
  switch (unit) {
    case LimitUnit::instant: return "PT0S";
    case LimitUnit::working_day:
    case LimitUnit::day: return "P" + std::to_string(n) + "D";
    case LimitUnit::week: return "P" + std::to_string(n * 7) + "D";
    case LimitUnit::month: return "P" + std::to_string(n) + "M";
    case LimitUnit::year: return "P" + std::to_string(n) + "Y";
  }
  return {};
}

bool reversible(const Pattern& pattern) {
  bool amount = false;
  bool unit = false;
  for (const PatternPart& part : pattern) {
    if (part.kind == PatternPart::Kind::field || part.kind == PatternPart::Kind::number) return false;
    if (part.kind == PatternPart::Kind::duration) return false;
    amount = amount || part.kind == PatternPart::Kind::amount;
    unit = unit || part.kind == PatternPart::Kind::unit;
  }
  return amount == unit;
}

}  // namespace matter
