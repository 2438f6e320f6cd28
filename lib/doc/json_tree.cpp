#include "doc/json_tree.h"

#include <charconv>
#include <system_error>

#include "doc/json_write.h"

namespace matter {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at) {
  while (at < text.size() && digit(text[at])) ++at;
  return at;
}

/// Readers refuse a number that is too large for them: 1e400 is written as a text.
bool is_in_range(std::string_view number) {
  double value = 0;
  return std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc{};
}

bool is_json_number(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  if (at >= text.size() || !digit(text[at])) return false;
  at = text[at] == '0' ? at + 1 : digits(text, at);
  if (at < text.size() && text[at] == '.') {
    const std::size_t from = at + 1;
    at = digits(text, from);
    if (at == from) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t from = at + 1;
    if (from < text.size() && (text[from] == '+' || text[from] == '-')) ++from;
    at = digits(text, from);
    if (at == from) return false;
  }
  return at == text.size() && is_in_range(text);
}

/// JSON has text keys only: any other key (YAML allows them) is written as the text of its JSON.
void write_key(const Document& doc, NodeId key, std::string& to) {
  if (doc.node(key).is(NodeKind::scalar)) {
    append_json_string(to, doc.node(key).text());
    return;
  }
  std::string text;
  write_json(doc, key, text);
  append_json_string(to, text);
}

}  // namespace

bool is_json_literal(std::string_view text) { return text == "true" || text == "false" || is_json_number(text); }

void write_json(const Document& doc, NodeId id, std::string& to) {
  const Node& node = doc.node(id);
  switch (node.kind) {
    case NodeKind::null: to += "null"; return;
    case NodeKind::scalar:
      if (node.style == NodeStyle::plain && is_json_literal(node.text())) {
        to += node.text();
      } else {
        append_json_string(to, node.text());
      }
      return;
    case NodeKind::sequence: {
      char before = '[';
      for (const NodeId child : children(doc, id)) {
        to += before;
        before = ',';
        write_json(doc, child, to);
      }
      if (node.count == 0) to += '[';
      to += ']';
      return;
    }
    case NodeKind::mapping: {
      char before = '{';
      for (const Entry entry : entries(doc, id)) {
        to += before;
        before = ',';
        write_key(doc, entry.key, to);
        to += ':';
        write_json(doc, entry.value, to);
      }
      if (node.count == 0) to += '{';
      to += '}';
      return;
    }
  }
}

}  // namespace matter
