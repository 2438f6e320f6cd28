#include "exchange/record_text.h"

#include <algorithm>
#include <array>

#include "model/canonical.h"
#include "model/named.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view between_names = "、";
constexpr std::string_view any_text = "…";

/// Of a text for people: what is opened is closed, in its order.
bool balanced(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> pairs = {
      {{"（", "）"}, {"(", ")"}, {"《", "》"}, {"〔", "〕"}, {"【", "】"}, {"“", "”"}}};
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    static_cast<void>(next_code_point(text, at));
    const std::string_view c = text.substr(begin, at - begin);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (c == pairs[i].first) open.push_back(i);
      if (c != pairs[i].second) continue;
      if (open.empty() || open.back() != i) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

/// `第…条…`: these characters in this order, any others where the dots are.
bool has_one_shape(std::string_view shape, std::string_view text) {
  bool first = true;
  for (;;) {
    const std::size_t dots = shape.find(any_text);
    const std::string_view piece = shape.substr(0, dots);
    if (dots == std::string_view::npos) return first ? text == piece : text.ends_with(piece);
    const std::size_t at = first ? (text.starts_with(piece) ? 0 : std::string_view::npos) : text.find(piece);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + piece.size());
    shape.remove_prefix(dots + any_text.size());
    first = false;
  }
}

bool has_shape(std::string_view shapes, std::string_view text) {
  while (!shapes.empty()) {
    const std::size_t end = std::min(shapes.find('|'), shapes.size());
    if (has_one_shape(shapes.substr(0, end), text)) return true;
    shapes.remove_prefix(std::min(end + 1, shapes.size()));
  }
  return false;
}

/// In the form that an export writes. Of a list that a catalog may add to only what is on it: else nobody can tell.
bool is_canonical(const Field& field, Kind kind, std::string_view text) {
  if (const NamedList* const list = kind == Kind::named ? named_list(field.values) : nullptr; list != nullptr) {
    const NamedValue* const named = find_named(*list, text);
    return named != nullptr && named->name == text;
  }
  const CanonicalForm form = canonical_form(field, kind, text);
  return form.understood && !form.other;
}

/// Whether it can be a value of the field, and an export would write it just so.
bool is_value(const PatternPart& part, std::string_view text) {
  const Field& field = *part.field;
  if (!balanced(text) || (!part.shape.empty() && !has_shape(part.shape, text))) return false;
  const Kind kind = field.kind == Kind::list ? field.item : field.kind;
  if (kind == Kind::text) return true;
  for (;;) {
    const std::size_t end = field.kind == Kind::list ? text.find(between_names) : std::string_view::npos;
    if (!is_canonical(field, kind, text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + between_names.size());
  }
}

class RecordReader {
 public:
  explicit RecordReader(const Pattern& pattern) : pattern_(pattern) {}

  std::optional<FoundRecord> read(std::string_view text) {
    if (!take(0, false, text)) return std::nullopt;
    return std::move(found_);
  }

 private:
  /// From part `i` on; `inside`: its group was begun already.
  bool take(std::size_t i, bool inside, std::string_view text) {
    if (++steps_ > most_steps) return false;
    if (i == pattern_.size()) return text.empty();
    const PatternPart& part = pattern_[i];
    const bool begins = part.group != 0 && !(inside && pattern_[i - 1].group == part.group);
    if (begins) {
      std::size_t behind = i;
      while (behind < pattern_.size() && pattern_[behind].group == part.group) ++behind;
      return take_part(i, text) || take(behind, false, text);
    }
    return take_part(i, text);
  }

  bool take_part(std::size_t i, std::string_view text) {
    const PatternPart& part = pattern_[i];
    if (part.kind == PatternPart::Kind::literal)
      return text.starts_with(part.literal) && take(i + 1, true, text.substr(part.literal.size()));
    if (part.kind != PatternPart::Kind::field) return false;
    const bool last = i + 1 == pattern_.size();
    for (std::size_t end = last ? text.size() : 0; last || end < text.size();) {
      if (!last) static_cast<void>(next_code_point(text, end));
      const std::string_view value = text.substr(0, end);
      if (!value.empty() && is_value(part, value)) {
        found_.push_back({part.field, value});
        if (take(i + 1, true, text.substr(end))) return true;
        found_.pop_back();
      }
      if (last || steps_ > most_steps) return false;
    }
    return false;
  }

  static constexpr std::size_t most_steps = 20'000;  // a text that is made to be slow is none of these
  const Pattern& pattern_;
  FoundRecord found_;
  std::size_t steps_ = 0;
};

/// As an export writes them.
std::string written(const Pattern& pattern, const FoundRecord& found) {
  std::string whole;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::uint8_t group = pattern[i].group;
    std::string text;
    bool all = true;
    for (; i < pattern.size() && pattern[i].group == group; ++i) {
      const auto at =
          std::find_if(found.begin(), found.end(), [&](const FoundText& one) { return one.field == pattern[i].field; });
      const bool literal = pattern[i].kind == PatternPart::Kind::literal;
      all = all && (literal || at != found.end());
      text += literal ? pattern[i].literal : at != found.end() ? at->text : std::string_view{};
    }
    if (group == 0 || all) whole += text;
  }
  return whole;
}

std::optional<FoundRecord> read_one(const Column& column, std::string_view text) {
  const auto by = [&](const Pattern& pattern) {
    auto found = RecordReader(pattern).read(text);
    return found && written(column.pattern, *found) == text ? found : std::nullopt;
  };
  if (column.also_read.empty()) return by(column.pattern);
  for (const Pattern& pattern : column.also_read) {
    if (auto found = by(pattern)) return found;
  }
  return std::nullopt;
}

FoundRecord whole_text(const Column& column, std::string_view text) {
  const auto first = std::find_if(column.pattern.begin(), column.pattern.end(),
                                  [](const PatternPart& part) { return part.kind == PatternPart::Kind::field; });
  return {{first->field, text}};
}

/// Where each piece begins, and where the last ends.
std::vector<std::size_t> pieces_of(std::string_view text, std::string_view separator) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t at = separator.empty() ? std::string_view::npos : text.find(separator); at != std::string_view::npos;
       at = text.find(separator, at + separator.size()))
    begins.push_back(at + separator.size());
  return begins;
}

}  // namespace

std::optional<FoundRecord> read_record_text(const Pattern& pattern, std::string_view text) {
  return RecordReader(pattern).read(text);
}

std::vector<FoundRecord> read_records_text(const Column& column, std::string_view text) {
  constexpr std::size_t most_pieces = 100;
  const std::string_view separator = column.join.value_or(std::string_view{});
  const std::vector<std::size_t> begins = pieces_of(text, separator);
  const std::size_t n = begins.size();
  if (n > most_pieces) return {whole_text(column, text)};
  // From the end: the most items that the pieces from `i` on make, of as many those in which most was found; the first
  // of them, and in how many ways there are so many.
  struct Best {
    std::size_t items = 0, fields = 0, ways = 0, next = 0;
    FoundRecord first;
  };
  std::vector<Best> best(n + 1);
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k <= n; ++k) {
      if (k != n && best[k].items == 0) continue;
      const std::size_t items = 1 + best[k].items;
      if (items < best[i].items) continue;
      const std::size_t end = k == n ? text.size() : begins[k] - separator.size();
      auto found = read_one(column, text.substr(begins[i], end - begins[i]));
      if (!found) continue;
      const std::size_t fields = found->size() + best[k].fields;
      const std::size_t ways = k == n ? 1 : best[k].ways;
      const std::pair now(best[i].items, best[i].fields);
      if (std::pair(items, fields) == now) best[i].ways += ways;
      if (std::pair(items, fields) > now) best[i] = {items, fields, ways, k, std::move(*found)};
    }
  }
  if (best[0].ways != 1) return {whole_text(column, text)};
  std::vector<FoundRecord> records;
  for (std::size_t i = 0; i < n; i = best[i].next) records.push_back(std::move(best[i].first));
  return records;
}

bool reads_records(const Column& column) {
  return column.path.count != 0 && column.read == column.path &&
         std::any_of(column.pattern.begin(), column.pattern.end(),
                     [](const PatternPart& part) { return part.kind == PatternPart::Kind::field; });
}

}  // namespace matter
