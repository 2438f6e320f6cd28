#include "change/tree.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace matter {

namespace {

bool mapping(const TreeSide& side) {
  return side.node != no_node && side.document->node(side.node).is(NodeKind::mapping);
}

Location place(const TreeSide& side) {
  return side.node == no_node ? side.at : Location{side.document->source, side.document->node(side.node).span};
}

Content content(const TreeSide& side) {
  return side.node == no_node ? Content{} : content_of_node(*side.document, side.node);
}

std::map<std::string_view, NodeId> values_by_key(const TreeSide& side) {
  std::map<std::string_view, NodeId> values;
  for (const Entry entry : entries(*side.document, side.node)) {
    values.emplace(side.document->node(entry.key).text(), entry.value);
  }
  return values;
}

class TreeComparison {
 public:
  void compare(const TreeSide& a, const TreeSide& b) {
    if (mapping(a) && mapping(b)) return mappings(a, b);
    Content left = content(a);
    Content right = content(b);
    if (!same_content(left, right)) {
      changes_.push_back({keys_, std::move(left), std::move(right), place(a), place(b)});
    }
  }

  [[nodiscard]] std::vector<TreeChange> take() { return std::move(changes_); }

 private:
  void mappings(const TreeSide& a, const TreeSide& b) {
    const auto left = values_by_key(a);
    const auto right = values_by_key(b);
    for (const Entry entry : entries(*a.document, a.node)) {
      const std::string_view key = a.document->node(entry.key).text();
      const auto other = right.find(key);
      step(key, {a.document, entry.value, {}}, {b.document, other == right.end() ? no_node : other->second, place(b)});
    }
    for (const Entry entry : entries(*b.document, b.node)) {
      const std::string_view key = b.document->node(entry.key).text();
      if (!left.contains(key)) step(key, {a.document, no_node, place(a)}, {b.document, entry.value, {}});
    }
  }

  void step(std::string_view key, const TreeSide& a, const TreeSide& b) {
    keys_.emplace_back(key);
    compare(a, b);
    keys_.pop_back();
  }

  std::vector<std::string> keys_;
  std::vector<TreeChange> changes_;
};

std::vector<const Content*> present_by_key(const Content& record) {
  std::vector<const Content*> parts;
  for (const Content& part : record.parts) {
    if (!part.absent()) parts.push_back(&part);
  }
  std::sort(parts.begin(), parts.end(), [](const Content* a, const Content* b) { return a->key < b->key; });
  return parts;
}

}  // namespace

std::vector<TreeChange> compare_trees(const TreeSide& before, const TreeSide& after) {
  TreeComparison comparison;
  comparison.compare(before, after);
  return comparison.take();
}

bool same_content(const Content& a, const Content& b) {
  if (a.kind != b.kind || a.text != b.text) return false;
  if (a.kind == Content::Kind::list) {
    return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), &same_content);
  }
  const auto left = present_by_key(a);
  const auto right = present_by_key(b);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Content* x, const Content* y) { return x->key == y->key && same_content(*x, *y); });
}

}  // namespace matter
