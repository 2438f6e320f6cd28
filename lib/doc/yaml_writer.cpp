#include "doc/yaml_writer.h"

#include "doc/json_tree.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool is_collection(const Node& node) { return node.is(NodeKind::mapping) || node.is(NodeKind::sequence); }

class Writer {
 public:
  Writer(const Document& doc, const YamlStyle& style, std::string& to) : doc_(doc), style_(style), to_(to) {}

  /// The entries or items of a block collection, each on its own line behind `indent` spaces; the
  /// first one where the text already stands when `inline_first`.
  void block(NodeId id, std::size_t indent, bool inline_first) {
    const bool mapping = doc_.node(id).is(NodeKind::mapping);
    bool first = inline_first;
    for (NodeId child = doc_.node(id).child; child != no_node; child = doc_.node(child).next) {
      if (!first) to_.append(indent, ' ');
      first = false;
      if (mapping) {
        key(child, false);
        to_ += ':';
        child = doc_.node(child).next;
        after_key(child, indent);
      } else {
        to_ += '-';
        item(child, indent);
      }
    }
  }

 private:
  void after_key(NodeId id, std::size_t indent) {
    const Node& node = doc_.node(id);
    if (node.is(NodeKind::null)) {
      to_ += '\n';
    } else if (!is_collection(node)) {
      to_ += ' ';
      block_scalar(node, indent + 2);
    } else if (!flow_on_line(id)) {
      to_ += '\n';
      block(id, indent + 2, false);
    }
  }

  void item(NodeId id, std::size_t indent) {
    const Node& node = doc_.node(id);
    if (node.is(NodeKind::null)) {
      to_ += '\n';
      return;
    }
    if (is_collection(node)) {
      if (flow_on_line(id)) return;
      to_ += ' ';
      block(id, indent + 2, true);
    } else {
      to_ += ' ';
      block_scalar(node, indent + 2);
    }
  }

  /// " {…}" or " [...]" and the end of the line, when it fits; else nothing is written.
  bool flow_on_line(NodeId id) {
    const Node& node = doc_.node(id);
    if (node.count == 0) {
      to_ += node.is(NodeKind::mapping) ? " {}\n" : " []\n";
      return true;
    }
    if (node.style != NodeStyle::flow || !can_flow(id)) return false;
    const std::size_t before = to_.size();
    std::size_t line = to_.rfind('\n');
    line = line == std::string::npos ? 0 : line + 1;
    to_ += ' ';
    flow(id);
    if (display_width(std::string_view(to_).substr(line)) > style_.width) {
      to_.resize(before);
      return false;
    }
    to_ += '\n';
    return true;
  }

  [[nodiscard]] bool can_flow(NodeId id) const {
    const Node& node = doc_.node(id);
    if (node.is(NodeKind::scalar))
      return node.length < style_.width * 2 && node.text().find('\n') == std::string_view::npos;
    if (is_collection(node) && node.count != 0 && node.style == NodeStyle::block) return false;
    for (const NodeId child : children(doc_, id)) {
      if (!can_flow(child)) return false;
    }
    return true;
  }

  void flow(NodeId id) {
    const Node& node = doc_.node(id);
    switch (node.kind) {
      case NodeKind::null: to_ += "null"; return;
      case NodeKind::scalar: scalar(node, true); return;
      case NodeKind::sequence: flow_items(id, '[', ']'); return;
      case NodeKind::mapping: flow_items(id, '{', '}'); return;
    }
  }

  void flow_items(NodeId id, char open, char close) {
    const bool mapping = doc_.node(id).is(NodeKind::mapping);
    to_ += open;
    bool first = true;
    for (NodeId child = doc_.node(id).child; child != no_node; child = doc_.node(child).next) {
      if (!first) to_ += ", ";
      first = false;
      if (mapping) {
        key(child, true);
        to_ += ": ";
        child = doc_.node(child).next;
      }
      flow(child);
    }
    to_ += close;
  }

  void block_scalar(const Node& node, std::size_t indent) {
    if (fits_literal(node.text())) {
      literal(node.text(), indent);
      return;
    }
    scalar(node, false);
    to_ += '\n';
  }

  void scalar(const Node& node, bool in_flow) {
    const bool typed = node.style == NodeStyle::plain && is_json_literal(node.text());
    if (typed) {
      to_ += node.text();
    } else {
      write_yaml_text(node.text(), in_flow, to_);
    }
  }

  void literal(std::string_view text, std::size_t indent) {
    std::string_view body = text;
    while (body.ends_with('\n')) body.remove_suffix(1);
    const std::size_t ends = text.size() - body.size();
    to_ += ends == 0 ? "|-\n" : ends == 1 ? "|\n" : "|+\n";
    while (true) {
      const std::size_t end = body.find('\n');
      const std::string_view line = body.substr(0, end);
      if (!line.empty()) to_.append(indent, ' ');
      to_ += line;
      to_ += '\n';
      if (end == std::string_view::npos) break;
      body.remove_prefix(end + 1);
    }
    if (ends > 1) to_.append(ends - 1, '\n');
  }

  void key(NodeId id, bool in_flow) {
    const Node& node = doc_.node(id);
    if (node.is(NodeKind::scalar)) {
      write_yaml_text(node.text(), in_flow, to_);
      return;
    }
    // A key that is no text: as its JSON, the only form that stands on one line everywhere.
    std::string text;
    write_json(doc_, id, text);
    write_yaml_text(text, in_flow, to_);
  }

  const Document& doc_;
  const YamlStyle& style_;
  std::string& to_;
};

}  // namespace

bool fits_literal(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n') return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\n') {
      if (at < text.size() && text[at] == ' ' && text.find_first_not_of(' ', at) != std::string_view::npos &&
          text[text.find_first_not_of(' ', at)] == '\n') {
        return false;  // a line of spaces only
      }
      continue;
    }
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c == 0xFFFD) {
      return false;
    }
  }
  return text.find_first_not_of(" \n") != std::string_view::npos && text.back() != ' ';
}

void write_yaml(const Document& doc, NodeId root, std::string& to, const YamlStyle& style) {
  const Node& node = doc.node(root);
  if (node.count == 0) {
    to += node.is(NodeKind::sequence) ? "[]\n" : "{}\n";
    return;
  }
  Writer(doc, style, to).block(root, 0, false);
}

}  // namespace matter
