#include "doc/builder.h"

namespace matter {

namespace {

NodeId add(Document& doc, const Node& node) {
  doc.nodes.push_back(node);
  return static_cast<NodeId>(doc.nodes.size() - 1);
}

}  // namespace

NodeId TreeBuilder::scalar(std::string_view value, NodeStyle style) {
  Node node;
  node.kind = NodeKind::scalar;
  node.style = style;
  node.data = value.data();
  node.length = static_cast<std::uint32_t>(value.size());
  return add(doc_, node);
}

NodeId TreeBuilder::collection(NodeKind kind, NodeStyle style) {
  Node node;
  node.kind = kind;
  node.style = style;
  return add(doc_, node);
}

NodeId TreeBuilder::null() { return add(doc_, Node{}); }

void TreeBuilder::append(NodeId parent, NodeId child) {
  if (last_.size() < doc_.nodes.size()) last_.resize(doc_.nodes.size(), no_node);
  Node& node = doc_.nodes[parent];
  if (node.count == 0) {
    node.child = child;
  } else {
    doc_.nodes[last_[parent]].next = child;
  }
  ++node.count;
  last_[parent] = child;
}

void TreeBuilder::item(NodeId sequence, NodeId value) { append(sequence, value); }

void TreeBuilder::entry(NodeId mapping, std::string_view key, NodeId value) {
  append(mapping, text(key));
  append(mapping, value);
}

NodeId TreeBuilder::copy(const Document& from, NodeId node) {
  Node fresh = from.nodes[node];
  fresh.child = no_node;
  fresh.next = no_node;
  fresh.count = 0;
  fresh.tag = 0;
  const NodeId made = add(doc_, fresh);
  for (NodeId child = from.nodes[node].child; child != no_node; child = from.nodes[child].next) {
    append(made, copy(from, child));
  }
  return made;
}

}  // namespace matter
