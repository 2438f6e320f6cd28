#include "doc/yaml/general_reduce.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace matter::general {

namespace {

/// Reading again for every construct costs its length each time; this bounds the sum.
constexpr std::size_t work_limit = 256U << 20U;
/// Complex keys and entries that are read apart: more of them than any file has that people wrote.
constexpr std::size_t part_limit = 10'000;
/// A private-use character that no catalog has; a text that has it is refused at worst.
constexpr std::string_view placeholder_mark = "\xEE\x80\x80";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_word(char c) { return is_blank(c) || c == '\r' || c == '\n'; }
bool is_flow_sign(char c) { return std::string_view("[]{},").find(c) != std::string_view::npos; }

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\n'; }

/// End of an anchor, alias or tag that begins at `at`.
std::size_t token_end(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("!<")) {
    while (at < text.size() && text[at] != '>' && !ends_word(text[at])) ++at;
    return char_at(text, at) == '>' ? at + 1 : at;
  }
  while (at < text.size() && !ends_word(text[at]) && !is_flow_sign(text[at])) ++at;
  return at;
}

/// Whether only blanks and comments follow `at` in its document.
bool document_ends(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t content = std::min(text.find_first_not_of(" \t", at), text.size());
    const std::size_t end = line_end(text, content);
    if (content < end && text[content] != '#') {
      return content == at && at > 0 && ends_word(text[at - 1]) && !is_blank(text[at - 1]) &&
             (text.substr(at).starts_with("---") || text.substr(at).starts_with("..."));
    }
    at = std::min(end + 1, text.size());
  }
  return true;
}

void replace(Part& part, std::size_t begin, std::size_t end, std::string_view by, Span origin) {
  part.text.replace(begin, end - begin, by);
  const auto first = part.origin.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto rest = part.origin.erase(first, first + static_cast<std::ptrdiff_t>(end - begin));
  part.origin.insert(rest, by.size(), origin);
}

}  // namespace

Span original(const Part& part, Span span) {
  const Span first = part.origin[std::min<std::size_t>(span.begin, part.origin.size() - 1)];
  if (span.empty()) return {first.begin, first.begin};
  const Span last = part.origin[std::min<std::size_t>(span.end - 1, part.origin.size() - 1)];
  return {first.begin, std::max(first.begin, last.end)};
}

bool Reduction::refuse(Span at, const Words<>& words, Collector& findings) const {
  findings.add("yaml-syntax", Severity::error, {source_, at}, words);
  return false;
}

bool Reduction::run(Collector& findings) {
  Part& first = parts_.emplace_back();
  first.text = text_;
  first.origin.resize(text_.size() + 1);
  for (std::uint32_t i = 0; i <= text_.size(); ++i) first.origin[i] = {i, i + 1};
  first.origin.back().end = static_cast<std::uint32_t>(text_.size());
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    if (!reduce(part, findings)) return false;
  }
  std::sort(properties_.begin(), properties_.end(),
            [](const Property& a, const Property& b) { return a.at.begin < b.at.begin; });
  return true;
}

bool Reduction::reduce(std::size_t number, Collector& findings) {
  Part& part = parts_[number];
  while (true) {
    work_ += part.text.size() + 256;
    if (work_ > work_limit || parts_.size() > part_limit) {
      return refuse({0, 0},
                    {"文件里的锚点、别名、标签等太多，不再读取", "too many anchors, aliases, tags and the like"},
                    findings);
    }
    Outside outside;
    Collector found(findings.lang());
    const DialectOutcome outcome = read_dialect(part.text, source_, part.tree, found, limits_, outside);
    if (outcome != DialectOutcome::outside) {
      hand_on(part, found.take(), outcome == DialectOutcome::wrong, findings);
      return outcome == DialectOutcome::read;
    }
    if (!take_out(number, outside, findings)) return false;
  }
}

/// Findings of the dialect reader, at their places in the original. Where its tree is right
/// (`all` is false), keys that stand twice are left to the judge, who knows what aliases stand for.
void Reduction::hand_on(const Part& part, const std::vector<Diagnostic>& found, bool all, Collector& findings) const {
  for (const Diagnostic& finding : found) {
    if (!all && finding.rule == "yaml-duplicate-key") continue;
    Diagnostic& moved = findings.add(finding);
    const auto move = [&](Location& at) {
      if (at.known()) at.span = original(part, at.span);
    };
    move(moved.at);
    for (Note& note : moved.notes) move(note.at);
    moved.fix.reset();  // edits were meant for the reduced text
  }
}

bool Reduction::take_out(std::size_t number, const Outside& outside, Collector& findings) {
  Part& part = parts_[number];
  const std::uint32_t at = outside.at.begin;
  const char sign = char_at(part.text, at);
  switch (outside.what) {
    case Construct::anchor:
    case Construct::tag:
      if (sign == '&' || sign == '!') return take_property(part, at, sign == '!', findings);
      break;
    case Construct::alias:
      if (sign == '*') return take_alias(part, at, findings);
      break;
    case Construct::directive:
      if (sign == '%') return take_directive(part, at, findings);
      break;
    case Construct::complex_key: return take_complex_key(number, at, findings);
    case Construct::none: break;
  }
  return refuse(original(part, outside.at), {"读不懂此处的写法", "this cannot be understood"}, findings);
}

/// Cuts an anchor or a tag with the blanks after it. An empty node that it belongs to must not
/// vanish with it: `~` then stands for the node.
bool Reduction::take_property(Part& part, std::uint32_t at, bool is_tag, Collector& findings) {
  std::size_t end = token_end(part.text, at);
  const Span place = original(part, {at, static_cast<std::uint32_t>(end)});
  const char next = char_at(part.text, end);
  if (!ends_word(next) && next != ',' && next != ']' && next != '}') {
    return refuse(place, {"锚点（&）或标签（!）后面要有空格", "a space must follow an anchor (&) or a tag (!)"},
                  findings);
  }
  const std::string_view token = std::string_view(part.text).substr(at, end - at);
  Property property{place, is_tag, std::string(token.substr(1))};
  if (is_tag) {
    const auto name = tags_.resolve(token, place.begin);
    if (!name) {
      return refuse(place,
                    {"标签写法不对，或其前缀没有在本文档用 %TAG 声明",
                     "a malformed tag, or its handle is not declared by %TAG for this document"},
                    findings);
    }
    property.value = *name;
  } else if (token.size() < 2) {
    return refuse(place, {"& 后面要有锚点名称", "a name must follow &"}, findings);
  }
  properties_.push_back(std::move(property));
  while (end < part.text.size() && is_blank(part.text[end])) ++end;
  const char follows = char_at(part.text, end);
  const bool empty_node = document_ends(part.text, end) || follows == ',' || follows == ']' || follows == '}' ||
                          (follows == ':' && ends_word(char_at(part.text, end + 1)));
  replace(part, at, end, empty_node ? "~ " : "", place);
  return true;
}

bool Reduction::take_alias(Part& part, std::uint32_t at, Collector& findings) {
  const std::size_t end = token_end(part.text, at);
  const Span place = original(part, {at, static_cast<std::uint32_t>(end)});
  if (end < at + 2) return refuse(place, {"* 后面要有锚点名称", "a name must follow *"}, findings);
  const std::string stand_in = new_placeholder(place, part.text.substr(at + 1, end - at - 1), 0);
  replace(part, at, end, stand_in, place);
  return true;
}

bool Reduction::take_directive(Part& part, std::uint32_t at, Collector& findings) {
  const std::size_t end = line_end(part.text, at);
  const Span place = original(part, {at, static_cast<std::uint32_t>(end)});
  if (const auto wrong = tags_.add(place.begin)) {
    findings.add("yaml-syntax", Severity::error, {source_, place}, {"{}", "{}"}, wrong->in(findings.lang()));
    return false;
  }
  replace(part, at, end, "", place);
  return true;
}

std::string Reduction::new_placeholder(Span at, std::string alias, std::size_t part) {
  placeholders_.push_back({at, std::move(alias), part});
  return fmt::format("{}{}", placeholder_mark, placeholders_.size() - 1);
}

const Placeholder* Reduction::placeholder(const Node& node) const {
  if (!node.is(NodeKind::scalar) || node.style != NodeStyle::plain || !node.text().starts_with(placeholder_mark)) {
    return nullptr;
  }
  const std::string_view digits = node.text().substr(placeholder_mark.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return nullptr;
  return number < placeholders_.size() ? &placeholders_[number] : nullptr;
}

}  // namespace matter::general
