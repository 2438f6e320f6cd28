#include "checks/covered.h"

#include <algorithm>

namespace matter {

namespace {

class Covering {
 public:
  Covering(const Document& doc, const Comment& comment) : doc_(doc), comment_(comment) {
    from_ = comment.span.begin;
    if (comment.own_line) return;
    while (from_ > 0 && doc.text[from_ - 1] != '\n') --from_;
  }

  Span find() {
    for (std::size_t i = 0; i < doc_.roots.size(); ++i) {
      const Node& root = doc_.node(doc_.roots[i]);
      if (root.span.end <= from_) continue;
      if (comment_.span.begin < root.span.begin) {
        if (i > 0 && marker_between(comment_.span.end, root.span.begin)) return {};
        if (root.is(NodeKind::mapping)) return root.span;
      }
      return in(doc_.roots[i]);
    }
    return {};
  }

 private:
  /// A line `---`: the comment is the end of the document before it.
  [[nodiscard]] bool marker_between(std::uint32_t begin, std::uint32_t end) const {
    return slice(doc_.text, {begin, end}).find("\n---") != std::string_view::npos;
  }

  /// Takes the first entry that begins on the line, the one that holds it, else nothing.
  Span in(NodeId node) {
    Span holding;
    NodeId held = no_node;
    const auto look = [&](Span entry, NodeId value) {
      const bool begins = entry.begin >= from_ && (comment_.own_line || entry.begin < comment_.span.begin);
      if (begins) return true;
      if (entry.begin < from_ && from_ < std::max(entry.end, entry.begin + 1)) {
        holding = entry;
        held = value;
      }
      return false;
    };
    Span first;
    const auto decide = [&](Span entry, NodeId value) {
      if (first.empty() && look(entry, value)) first = entry;
    };
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::mapping)) {
      for (const Entry e : entries(doc_, node)) decide(whole(e), e.value);
    } else if (n.is(NodeKind::sequence)) {
      for (const NodeId item : children(doc_, node)) decide(doc_.node(item).span, item);
    }
    if (held != no_node) {
      const Span inner = in(held);
      if (!inner.empty()) return inner;
      if (!comment_.own_line) return holding;
    }
    return first;
  }

  [[nodiscard]] Span whole(Entry e) const {
    const Span key = doc_.node(e.key).span;
    return {key.begin, std::max(key.end, doc_.node(e.value).span.end)};
  }

  const Document& doc_;
  const Comment& comment_;
  std::uint32_t from_ = 0;
};

}  // namespace

Span covered_by(const Document& document, const Comment& comment) { return Covering(document, comment).find(); }

}  // namespace matter
