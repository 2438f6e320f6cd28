// Complex keys: `? key` entries and collections as keys. Each key and each value of such an entry
// is taken out and read as a text of its own; a plain scalar stands in its place.
#include <algorithm>

#include "doc/yaml/general_reduce.h"

namespace matter::general {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]) || text[at] == '\r' || text[at] == '\n';
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return begin == 0 && text.starts_with("\xEF\xBB\xBF") && at >= 3 ? 3 : begin;
}

std::size_t after_line(std::string_view text, std::size_t at) {
  std::size_t end = line_end(text, at);
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

/// The lines of `? …` or `: …` at `column`: to before the next line that is indented no deeper.
struct Region {
  std::size_t end = 0;        ///< beginning of that line, or the end of the text
  bool list_beneath = false;  ///< the node is a list that stands no deeper than its sign
};

Region region_of(std::string_view text, std::size_t sign, std::size_t column) {
  Region region;
  const std::string_view rest = text.substr(sign + 1, line_end(text, sign) - sign - 1);
  const std::size_t first = rest.find_first_not_of(" \t");
  bool empty_so_far = first == std::string_view::npos || rest[first] == '#';
  std::size_t at = after_line(text, sign);
  for (; at < text.size(); at = after_line(text, at)) {
    const std::size_t end = line_end(text, at);
    const std::size_t content = std::min(text.find_first_not_of(" \t", at), end);
    if (content >= end || text[content] == '#') continue;  // a `#` of a block scalar stands deeper
    const std::size_t indent = content - at;
    const bool item = indent == column && text[content] == '-' && ends_word(text, content + 1);
    if (empty_so_far && item) region.list_beneath = true;
    empty_so_far = false;
    if (indent <= column && !(region.list_beneath && item)) break;
  }
  region.end = at;
  return region;
}

/// Whether a `?` stands in a flow collection: by what stands before it. A plain scalar that ends
/// with one of these signs deceives it; then the trees differ and the text is refused.
bool in_flow(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
  return before != std::string_view::npos && std::string_view("[{,").find(text[before]) != std::string_view::npos;
}

/// In a flow collection the sign changes nothing but the length that a key may have.
void take_flow_sign(Part& part, std::size_t at) {
  std::size_t end = at + 1;
  while (end < part.text.size() && is_blank(part.text[end])) ++end;
  const auto first = part.origin.begin() + static_cast<std::ptrdiff_t>(at);
  part.text.erase(at, end - at);
  part.origin.erase(first, first + static_cast<std::ptrdiff_t>(end - at));
}

/// Past the bracket that closes the flow collection at `at`, or nothing.
std::size_t flow_end(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  char before = ',';  // the last character that was no blank
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if ((c == '"' || c == '\'') && std::string_view("[{,:?").find(before) != std::string_view::npos) {
      for (++at; at < text.size() && text[at] != c; ++at) at += c == '"' && text[at] == '\\' ? 1U : 0U;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return at + 1;
    }
    if (!ends_word(text, at)) before = c;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t Reduction::new_part(const Part& from, std::uint32_t begin, std::uint32_t end, bool wrapped) {
  Part part;
  part.text = from.text.substr(begin, end - begin);
  part.origin.assign(from.origin.begin() + begin, from.origin.begin() + end);
  part.origin.push_back(end < from.origin.size() ? Span{from.origin[end].begin, from.origin[end].begin} : Span{});
  part.wrapped = wrapped;
  parts_.push_back(std::move(part));
  return parts_.size() - 1;
}

bool Reduction::take_complex_key(std::size_t number, std::uint32_t at, Collector& findings) {
  Part& part = parts_[number];
  const char sign = at < part.text.size() ? part.text[at] : '\0';
  if (sign == '[' || sign == '{') {
    const std::size_t end = flow_end(part.text, at);
    if (end != std::string_view::npos) {
      take_flow_key(number, at, static_cast<std::uint32_t>(end));
      return true;
    }
  }
  if (sign == '?') {
    if (in_flow(part.text, at)) {
      take_flow_sign(part, at);
    } else {
      take_explicit_entry(number, at);
    }
    return true;
  }
  return refuse(original(part, {at, at + 1}), {"读不懂此处的键", "this key cannot be understood"}, findings);
}

void Reduction::take_flow_key(std::size_t number, std::uint32_t begin, std::uint32_t end) {
  const std::size_t key = new_part(parts_[number], begin, end, false);
  Part& part = parts_[number];
  const Span place = original(part, {begin, end});
  const std::string stand_in = new_placeholder(place, {}, key);
  part.text.replace(begin, end - begin, stand_in);
  part.origin.erase(part.origin.begin() + begin, part.origin.begin() + end);
  part.origin.insert(part.origin.begin() + begin, stand_in.size(), place);
}

namespace {

/// The text of a `?` or `:` entry's node: as the item of a list at the same column, or the list
/// that stands beneath the sign.
Part entry_part(const Part& from, std::size_t sign, std::size_t column, const Region& region) {
  const std::size_t begin = region.list_beneath ? after_line(from.text, sign) : sign;
  Part part;
  part.wrapped = !region.list_beneath;
  if (part.wrapped) part.text.assign(column, ' ');
  part.origin.assign(part.text.size(), Span{from.origin[sign].begin, from.origin[sign].begin});
  part.text.append(from.text, begin, region.end - begin);
  if (part.wrapped) part.text[column] = '-';
  part.origin.insert(part.origin.end(), from.origin.begin() + static_cast<std::ptrdiff_t>(begin),
                     from.origin.begin() + static_cast<std::ptrdiff_t>(region.end));
  const std::uint32_t end = from.origin[region.end].begin;
  part.origin.push_back({end, end});
  return part;
}

/// From the sign to the last byte that is no blank or break.
Span tight(const Part& part, std::size_t begin, std::size_t end) {
  const std::size_t last = part.text.find_last_not_of(" \t\r\n", end - 1);
  return original(part, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)});
}

}  // namespace

void Reduction::take_explicit_entry(std::size_t number, std::uint32_t at) {
  Part& part = parts_[number];
  const std::size_t column = at - line_begin(part.text, at);
  const Region key = region_of(part.text, at, column);
  std::size_t end = key.end;
  std::string entry;
  std::vector<Span> origin;
  const auto stand_in = [&](std::size_t sign, const Region& region) {
    parts_.push_back(entry_part(part, sign, column, region));
    const Span place = tight(part, sign, region.end);
    const std::string text = new_placeholder(place, {}, parts_.size() - 1);
    entry += text;
    origin.insert(origin.end(), text.size(), place);
  };
  stand_in(at, key);
  const Span key_end{origin.back().end, origin.back().end};
  entry += ": ";
  origin.insert(origin.end(), 2, key_end);
  const std::size_t sign = key.end + column;
  const bool has_value = sign < part.text.size() && part.text[sign] == ':' && ends_word(part.text, sign + 1) &&
                         part.text.find_first_not_of(' ', key.end) == sign;
  if (has_value) {
    const Region value = region_of(part.text, sign, column);
    stand_in(sign, value);
    end = value.end;
  }
  entry += '\n';
  origin.push_back({origin.back().end, origin.back().end});
  part.text.replace(at, end - at, entry);
  part.origin.erase(part.origin.begin() + at, part.origin.begin() + static_cast<std::ptrdiff_t>(end));
  part.origin.insert(part.origin.begin() + at, origin.begin(), origin.end());
}

}  // namespace matter::general
