#include "doc/yaml/general_judge.h"

#include <algorithm>

namespace matter::general {

namespace {

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

class Judge {
 public:
  Judge(Document& tree, const std::vector<Extra>& extras, const Reduction& reduction, Collector& findings)
      : tree_(tree), extras_(extras), reduction_(reduction), findings_(findings) {}

  bool run() {
    const Part& whole = reduction_.whole();
    if (whole.tree.roots.size() != tree_.roots.size()) return differs({0, 0});
    for (std::size_t i = 0; i < tree_.roots.size(); ++i) {
      if (!same(tree_.roots[i], whole, whole.tree.roots[i])) return false;
      tree_.root_spans.push_back(original(whole, whole.tree.root_spans[i]));
    }
    // yaml-cpp loses a tag at the very end of the text.
    if (taken_ != reduction_.properties().size()) return differs(reduction_.properties().back().at);
    for (std::size_t i = 0; i < reduction_.part_count(); ++i) add_comments(reduction_.part(i));
    std::sort(tree_.comments.begin(), tree_.comments.end(),
              [](const Comment& a, const Comment& b) { return a.span.begin < b.span.begin; });
    return true;
  }

 private:
  bool differs(Span at) {
    findings_.add("yaml-syntax", Severity::error, {tree_.source, at},
                  {"通用 YAML 读取器在此处可能读错，因此不读取；请改用普通写法",
                   "the general YAML reader may get this wrong, so it is refused; write it plainly"});
    return false;
  }

  void add_comments(const Part& part) {
    for (const Comment& comment : part.tree.comments) {
      const Span span = original(part, comment.span);
      if (!span.empty() && tree_.text[span.begin] == '#') tree_.comments.push_back({span, comment.own_line});
    }
  }

  bool same(NodeId id, const Part& part, NodeId other_id) {
    const Node& other = part.tree.node(other_id);
    const Placeholder* stand_in = reduction_.placeholder(other);
    const Span place = stand_in != nullptr ? stand_in->at : original(part, other.span);
    if (extras_[id].target != no_node) {
      tree_.nodes[id].span = place;
      const bool alias = stand_in != nullptr && stand_in->alias == extras_[id].alias;
      return (alias && !stand_in->alias.empty()) || differs(place);
    }
    if (!take_properties(id, place)) return false;
    if (stand_in == nullptr) return same_written(id, part, other, place);
    if (!stand_in->alias.empty()) return differs(place);
    const Part& inner = reduction_.part(stand_in->part);
    if (inner.tree.roots.size() != 1) return differs(place);
    NodeId root = inner.tree.roots[0];
    if (inner.wrapped) {
      if (!inner.tree.node(root).is(NodeKind::sequence) || inner.tree.node(root).count != 1) return differs(place);
      root = inner.tree.node(root).child;
    }
    const Node& node = inner.tree.node(root);
    if (reduction_.placeholder(node) != nullptr) return same(id, inner, root);
    return same_written(id, inner, node, original(inner, node.span));
  }

  bool same_written(NodeId id, const Part& part, const Node& other, Span place) {
    Node& node = tree_.nodes[id];
    node.span = place;
    const bool tagged = node.tag != 0;
    if (other.is(NodeKind::null)) {
      if (node.is(NodeKind::null) || (tagged && node.is(NodeKind::scalar) && is_null_word(node.text()))) return true;
      return differs(place);
    }
    if (node.kind != other.kind || node.count != other.count) return differs(place);
    node.style = other.style;
    if (node.is(NodeKind::scalar)) return node.text() == other.text() || differs(place);
    NodeId child = node.child;
    NodeId previous = no_node;
    std::size_t position = 0;
    for (const NodeId other_child : children(part.tree, static_cast<NodeId>(&other - part.tree.nodes.data()))) {
      if (!same(child, part, other_child)) return false;
      const bool value = node.is(NodeKind::mapping) && position++ % 2 == 1;
      if (value && node.style == NodeStyle::block && !indented(child, id, previous)) return false;
      previous = child;
      child = tree_.nodes[child].next;
    }
    return true;
  }

  /// The tag of a node, from what stands before it.
  bool take_properties(NodeId id, Span place) {
    const Extra& extra = extras_[id];
    if (!extra.anchored && !extra.tagged) return true;
    auto at = properties_at(extra.mark);
    const auto& all = reduction_.properties();
    if (at == all.end() || at->at.begin != extra.mark) return !extra.anchored && no_property_at(extra.mark, place);
    for (std::size_t i = 0; i < 2 && at != all.end(); ++i, ++at) {
      if (i == 1 && !(extra.anchored && extra.tagged && follows(*(at - 1), *at))) break;
      ++taken_;
      if (!at->is_tag) continue;
      tree_.tags.push_back(at->value);
      tree_.nodes[id].tag = static_cast<std::uint32_t>(tree_.tags.size());
    }
    return true;
  }

  /// yaml-cpp calls every quoted scalar tagged; one that begins with its quote has no property.
  bool no_property_at(std::uint32_t mark, Span place) {
    const char sign = mark < tree_.text.size() ? tree_.text[mark] : '\0';
    return (sign != '&' && sign != '!') || differs(place);
  }

  [[nodiscard]] std::vector<Property>::const_iterator properties_at(std::uint32_t mark) const {
    const auto& all = reduction_.properties();
    return std::lower_bound(all.begin(), all.end(), mark,
                            [](const Property& p, std::uint32_t at) { return p.at.begin < at; });
  }

  /// Whether two properties can belong to the same node: one tag, one anchor, only blanks between.
  [[nodiscard]] bool follows(const Property& a, const Property& b) const {
    if (a.is_tag == b.is_tag) return false;
    const std::string_view between = slice(tree_.text, {a.at.end, b.at.begin});
    return between.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  /// yaml-cpp lets the properties of a value stand at the column of its key, on a line of their
  /// own, which YAML forbids (cases G9HC, H7J7).
  bool indented(NodeId value, NodeId mapping, NodeId key) {
    const Extra& extra = extras_[value];
    if (!extra.anchored && !extra.tagged) return true;
    const std::uint32_t end = std::max(tree_.nodes[value].span.begin, extra.mark);
    const std::uint32_t key_begin = extras_[key].anchored || extras_[key].tagged
                                        ? std::min(extras_[key].mark, tree_.nodes[key].span.begin)
                                        : tree_.nodes[key].span.begin;
    const std::size_t column = column_of(std::min(key_begin, tree_.nodes[mapping].span.begin));
    for (auto at = properties_at(extra.mark); at != reduction_.properties().end() && at->at.begin < end; ++at) {
      if (first_on_line(at->at.begin) && column_of(at->at.begin) <= column) return differs(at->at);
    }
    return true;
  }

  [[nodiscard]] std::size_t line_begin(std::uint32_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : tree_.text.find_last_of("\r\n", at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  [[nodiscard]] std::size_t column_of(std::uint32_t at) const { return at - line_begin(at); }
  [[nodiscard]] bool first_on_line(std::uint32_t at) const {
    const std::size_t begin = line_begin(at);
    return tree_.text.substr(begin, at - begin).find_first_not_of(" \t") == std::string_view::npos;
  }

  Document& tree_;
  const std::vector<Extra>& extras_;
  const Reduction& reduction_;
  Collector& findings_;
  std::size_t taken_ = 0;  // properties that a node has got
};

}  // namespace

bool judge(Document& tree, const std::vector<Extra>& extras, const Reduction& reduction, Collector& findings) {
  return Judge(tree, extras, reduction, findings).run();
}

}  // namespace matter::general
