#include <fmt/format.h>

#include <unordered_map>

#include "doc/yaml/general_judge.h"

namespace matter::general {

namespace {

class Copier {
 public:
  Copier(Document& tree, const std::vector<Extra>& extras, const YamlLimits& limits)
      : tree_(tree), extras_(extras), limits_(limits) {}

  /// The nodes below `id` with their aliases replaced; false when a limit is met.
  bool expand(NodeId id, std::uint32_t depth) {
    if (id < extras_.size() && extras_[id].target != no_node) {
      at_ = tree_.nodes[id].span;
      return copy(extras_[id].target, id, depth);
    }
    for (NodeId child = tree_.nodes[id].child; child != no_node; child = tree_.nodes[child].next) {
      if (!expand(child, depth + 1)) return false;
    }
    return true;
  }

  [[nodiscard]] Span at() const { return at_; }
  [[nodiscard]] bool too_many() const { return made_ > limits_.alias_nodes; }

 private:
  /// Makes `to` a copy of `from`, all of it placed where the alias stands.
  bool copy(NodeId from, NodeId to, std::uint32_t depth) {
    const Node original = tree_.nodes[from];
    const bool collection = original.is(NodeKind::mapping) || original.is(NodeKind::sequence);
    if (++made_ > limits_.alias_nodes || (collection && depth > limits_.depth)) return false;
    const NodeId next = tree_.nodes[to].next;
    tree_.nodes[to] = original;
    tree_.nodes[to].span = at_;
    tree_.nodes[to].next = next;
    tree_.nodes[to].child = no_node;
    NodeId last = no_node;
    for (NodeId child = original.child; child != no_node; child = tree_.nodes[child].next) {
      const auto made = static_cast<NodeId>(tree_.nodes.size());
      tree_.nodes.emplace_back();
      (last == no_node ? tree_.nodes[to].child : tree_.nodes[last].next) = made;
      last = made;
      if (!copy(child, made, depth + 1)) return false;
    }
    return true;
  }

  Document& tree_;
  const std::vector<Extra>& extras_;
  const YamlLimits& limits_;
  std::size_t made_ = 0;
  Span at_;
};

}  // namespace

bool expand_aliases(Document& tree, const std::vector<Extra>& extras, const YamlLimits& limits, Collector& findings) {
  Copier copier(tree, extras, limits);
  for (const NodeId root : tree.roots) {
    if (copier.expand(root, 1)) continue;
    if (copier.too_many()) {
      findings.add("yaml-syntax", Severity::error, {tree.source, copier.at()},
                   {"别名展开后超过 {} 个节点，不再读取", "aliases expand to more than {} nodes; not read further"},
                   limits.alias_nodes);
    } else {
      findings.add("yaml-syntax", Severity::error, {tree.source, copier.at()},
                   {"展开别名后嵌套超过 {} 层，不再读取", "nested deeper than {} levels with aliases expanded"},
                   limits.depth);
    }
    return false;
  }
  return true;
}

bool keys_are_unique(const Document& tree, std::size_t written, Collector& findings) {
  bool unique = true;
  std::unordered_map<std::string_view, NodeId> seen;
  for (NodeId id = 0; id < written; ++id) {
    if (!tree.nodes[id].is(NodeKind::mapping)) continue;
    seen.clear();
    NodeId null_key = no_node;
    for (const Entry entry : entries(tree, id)) {
      const Node& key = tree.node(entry.key);
      NodeId first = no_node;
      if (key.is(NodeKind::null)) {
        first = null_key;
        null_key = entry.key;
      } else if (key.is(NodeKind::scalar)) {
        const auto [at, fresh] = seen.try_emplace(key.text(), entry.key);
        if (!fresh) first = at->second;
      }
      if (first == no_node) continue;
      unique = false;
      Diagnostic& found = findings.add("yaml-duplicate-key", Severity::error, {tree.source, key.span},
                                       {"“{}”写了两次", "\"{}\" stands twice"}, key.text());
      found.subject = std::string(key.text());
      found.notes.push_back(
          {say(findings.lang(), {"第一次在这里", "it stands here first"}), {tree.source, tree.node(first).span}});
    }
  }
  return unique;
}

}  // namespace matter::general
