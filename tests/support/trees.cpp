#include "support/trees.h"

#include <fmt/format.h>

namespace matter::test {

namespace {

std::string_view style_name(NodeStyle style) {
  switch (style) {
    case NodeStyle::single_quoted: return "single";
    case NodeStyle::double_quoted: return "double";
    case NodeStyle::literal: return "literal";
    case NodeStyle::folded: return "folded";
    default: return "plain";
  }
}

void write(const Document& document, NodeId id, std::size_t depth, std::string& out) {
  const Node& node = document.node(id);
  out.append(depth, ' ');
  if (node.tag != 0) out += "<" + document.tags[node.tag - 1] + "> ";
  switch (node.kind) {
    case NodeKind::null: out += "null\n"; return;
    case NodeKind::scalar:
      out.append(style_name(node.style)).append(" \"").append(escaped(node.text())).append("\"\n");
      return;
    default: break;
  }
  const bool mapping = node.is(NodeKind::mapping);
  out += mapping ? "map" : "seq";
  out += node.style == NodeStyle::flow ? " flow\n" : " block\n";
  for (const NodeId child : children(document, id)) write(document, child, depth + 1, out);
  out.append(depth, ' ');
  out += "end\n";
}

/// Walks one tree, counting nodes so that a loop in the links shows.
class Invariants {
 public:
  explicit Invariants(const Document& document) : document_(document) {}

  std::string run() {
    Span last{0, 0};
    for (const NodeId root : document_.roots) {
      if (auto wrong = walk(root, last, {0, size()}); !wrong.empty()) return wrong;
      last = document_.node(root).span;
    }
    for (const Comment& comment : document_.comments) {
      if (comment.span.begin >= comment.span.end || comment.span.end > size()) return "comment outside the text";
      if (document_.text[comment.span.begin] != '#') return "a comment that begins with no #";
    }
    if (document_.roots.size() != document_.root_spans.size()) return "roots and root_spans differ in number";
    return {};
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  std::string walk(NodeId id, Span before, Span parent) {
    if (id >= document_.nodes.size()) return fmt::format("node {} does not exist", id);
    if (++seen_ > document_.nodes.size()) return "a loop in the links";
    const Node& node = document_.node(id);
    const auto say = [&](std::string_view what) {
      return fmt::format("node {} [{}, {}): {}", id, node.span.begin, node.span.end, what);
    };
    if (node.span.begin > node.span.end) return say("begins after its end");
    if (node.span.end > size()) return say("ends outside the text");
    if (node.span.begin < parent.begin || node.span.end > parent.end) {
      return say(fmt::format("outside its parent [{}, {})", parent.begin, parent.end));
    }
    if (node.span.begin < before.begin) return say("stands before the one before it");
    if (node.tag > document_.tags.size()) return say("has a tag that does not exist");
    for (const char byte : node.text()) checksum_ += static_cast<unsigned char>(byte);
    return walk_children(node, say("wrong number of children"));
  }

  std::string walk_children(const Node& node, std::string miscounted) {
    const bool collection = node.is(NodeKind::mapping) || node.is(NodeKind::sequence);
    if (!collection) return node.child == no_node ? std::string() : miscounted;
    std::uint32_t count = 0;
    Span last{node.span.begin, node.span.begin};
    for (NodeId at = node.child; at != no_node; at = document_.node(at).next) {
      if (auto wrong = walk(at, last, node.span); !wrong.empty()) return wrong;
      last = document_.node(at).span;
      ++count;
    }
    if (count != node.count || (node.is(NodeKind::mapping) && count % 2 != 0)) return miscounted;
    return {};
  }

  const Document& document_;
  std::size_t seen_ = 0;
  unsigned checksum_ = 0;  // reads every byte, so that a sanitizer sees a view that dangles
};

}  // namespace

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\') {
      out += "\\\\";
    } else if (byte < 0x20) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string tree_text(const Document& document) {
  std::string out;
  for (const NodeId root : document.roots) {
    out += "document\n";
    write(document, root, 1, out);
  }
  return out;
}

std::string broken_invariant(const Document& document) { return Invariants(document).run(); }

}  // namespace matter::test
