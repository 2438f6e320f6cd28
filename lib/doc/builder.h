#pragma once

#include <string_view>
#include <vector>

#include "doc/document.h"

namespace matter {

/// Makes a tree by hand, to be given to a writer or to read_record. The nodes have no place in a
/// text; their texts are views that must outlive the document (or live in its arena).
///
/// Styles mean to the writers: `plain` a scalar that is what it looks like (number, true, date);
/// any other scalar is text and is quoted where it could be taken for something else; `flow` a
/// collection that may stand on one line, `block` one that never does.
class TreeBuilder {
 public:
  explicit TreeBuilder(Document& doc) : doc_(doc) {}

  [[nodiscard]] Document& document() { return doc_; }
  NodeId text(std::string_view value) { return scalar(value, NodeStyle::double_quoted); }
  NodeId plain(std::string_view value) { return scalar(value, NodeStyle::plain); }
  NodeId null();
  NodeId mapping(NodeStyle style = NodeStyle::block) { return collection(NodeKind::mapping, style); }
  NodeId sequence(NodeStyle style = NodeStyle::block) { return collection(NodeKind::sequence, style); }

  /// Adds the last item of a sequence.
  void item(NodeId sequence, NodeId value);
  /// Adds the last entry of a mapping.
  void entry(NodeId mapping, std::string_view key, NodeId value);
  /// A deep copy of a tree of this or another document; texts stay views into the other.
  NodeId copy(const Document& from, NodeId node);

 private:
  NodeId scalar(std::string_view value, NodeStyle style);
  NodeId collection(NodeKind kind, NodeStyle style);
  void append(NodeId parent, NodeId child);

  Document& doc_;
  std::vector<NodeId> last_;  // last child by node
};

}  // namespace matter
