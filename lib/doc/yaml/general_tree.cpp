#include "doc/yaml/general_tree.h"

namespace matter::general {

void TreeBuilder::begin_document() { anchors_.clear(); }

NodeId TreeBuilder::add(const Event& event, NodeKind kind) {
  const auto id = static_cast<NodeId>(into_.nodes.size());
  Node& node = into_.nodes.emplace_back();
  node.kind = kind;
  Extra& extra = extras_.emplace_back();
  extra.mark = base_ + static_cast<std::uint32_t>(event.mark < 0 ? 0 : event.mark);
  extra.anchored = event.anchor != 0;
  extra.tagged = event.tagged;
  if (event.anchor != 0) {
    const bool complete = kind == NodeKind::null || kind == NodeKind::scalar;
    anchors_[event.anchor] = {std::move(pending_name_), id, complete};
    pending_name_.clear();
  }
  if (open_.empty()) {
    into_.roots.push_back(id);
    return id;
  }
  Open& parent = open_.back();
  (parent.last_child == no_node ? into_.nodes[parent.node].child : into_.nodes[parent.last_child].next) = id;
  ++into_.nodes[parent.node].count;
  parent.last_child = id;
  return id;
}

void TreeBuilder::null(const Event& event) { add(event, NodeKind::null); }

void TreeBuilder::scalar(const Event& event, std::string_view value) {
  const NodeId id = add(event, NodeKind::scalar);
  const std::string_view kept = into_.arena.keep(value);
  into_.nodes[id].data = kept.data();
  into_.nodes[id].length = static_cast<std::uint32_t>(kept.size());
}

void TreeBuilder::open(const Event& event, NodeKind kind, bool flow) {
  const NodeId id = add(event, kind);
  into_.nodes[id].style = flow ? NodeStyle::flow : NodeStyle::block;
  open_.push_back({id, no_node, event.anchor});
}

void TreeBuilder::close() {
  if (open_.back().anchor != 0) anchors_[open_.back().anchor].complete = true;
  open_.pop_back();
}

bool TreeBuilder::alias(const Event& event) {
  const auto found = anchors_.find(event.anchor);
  if (found == anchors_.end() || !found->second.complete) return false;
  const NodeId id = add({event.mark, 0, false}, NodeKind::null);
  extras_[id].target = found->second.node;
  extras_[id].alias = found->second.name;
  return true;
}

}  // namespace matter::general
