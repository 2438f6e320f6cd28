#include "support/edit_random.h"

#include <numeric>

namespace matter::test {

namespace {

constexpr std::string_view texts[] = {"许可",       "20 工作日",
                                      "a: b",       "1",
                                      "007",        "",
                                      "null",       "- x",
                                      "a #b",       "第一行\n第二行",
                                      "尾\n",       "say \"x\"",
                                      "it's",       "[x]",
                                      "a, b",       "x\n\n\ny\n\n",
                                      "  前有空格", "长长的一段说明文字，用来看看一行放不放得下",
                                      "无",         "true"};

bool collection(const Document& doc, NodeId node) {
  return doc.node(node).is(NodeKind::mapping) || doc.node(node).is(NodeKind::sequence);
}

std::uint32_t parts_of(const Document& doc, NodeId node) {
  return doc.node(node).is(NodeKind::mapping) ? doc.node(node).count / 2 : doc.node(node).count;
}

NodeId part(const Document& doc, NodeId node, std::uint32_t n, bool key) {
  if (doc.node(node).is(NodeKind::mapping)) n = n * 2 + (key ? 0 : 1);
  NodeId at = doc.node(node).child;
  for (; n > 0; --n) at = doc.node(at).next;
  return at;
}

std::string fresh_key(Random& random) {
  return (random.chance(50) ? "新键" : "new") + std::to_string(random.below(1'000'000'000'000));
}

}  // namespace

Draft random_draft(Random& random, int depth) {
  Draft draft;
  const std::size_t shape = random.below(depth > 2 ? 3 : 6);
  if (shape == 0 && depth > 0) return draft;
  if (shape < 3) {
    draft = text_draft(std::string(random.pick(texts)));
    constexpr NodeStyle styles[] = {NodeStyle::plain,         NodeStyle::plain,   NodeStyle::single_quoted,
                                    NodeStyle::double_quoted, NodeStyle::literal, NodeStyle::folded};
    draft.style = random.pick(styles);
    draft.number = random.chance(20);
    return draft;
  }
  draft.kind = random.chance(50) ? NodeKind::mapping : NodeKind::sequence;
  constexpr NodeStyle styles[] = {NodeStyle::plain, NodeStyle::flow, NodeStyle::block};
  draft.style = random.pick(styles);
  for (std::size_t i = random.below(4); i > 0; --i) {
    draft.parts.push_back(random_draft(random, depth + 1));
    if (draft.kind == NodeKind::mapping) draft.parts.back().key = fresh_key(random);
  }
  return draft;
}

std::string random_edit(Editor& editor, Random& random) {
  const Document& doc = editor.document();
  std::vector<NodeId> all;
  for (NodeId id = 0; id < doc.nodes.size(); ++id) {
    if (collection(doc, id)) all.push_back(id);
  }
  if (all.empty()) return {};
  const NodeId node = random.pick(all);
  const std::uint32_t count = parts_of(doc, node);
  const std::string where = " in [" + std::to_string(doc.node(node).span.begin) + "]";
  const std::uint32_t n = count == 0 ? 0 : static_cast<std::uint32_t>(random.below(count));
  const std::size_t what = random.below(count == 0 ? 1 : 5);
  if (what == 0) {
    Draft draft = random_draft(random);
    if (doc.node(node).is(NodeKind::mapping)) draft.key = fresh_key(random);
    const auto before = static_cast<std::uint32_t>(random.below(count + 1));
    editor.insert(node, before, std::move(draft));
    return "insert before " + std::to_string(before) + where;
  }
  if (what == 1) {
    editor.remove(part(doc, node, n, false));
    return "remove " + std::to_string(n) + where;
  }
  if (what == 2) {
    editor.set(part(doc, node, n, false), random_draft(random));
    return "set " + std::to_string(n) + where;
  }
  if (what == 3 && doc.node(node).is(NodeKind::mapping)) {
    editor.rename(part(doc, node, n, true), fresh_key(random));
    return "rename " + std::to_string(n) + where;
  }
  std::vector<std::uint32_t> order;
  for (const std::uint32_t i : editor.order(node)) order.push_back(i);
  random.shuffle(order);
  editor.reorder(node, order);
  return "reorder" + where;
}

}  // namespace matter::test
