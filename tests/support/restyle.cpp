#include "support/restyle.h"

#include <algorithm>
#include <set>
#include <vector>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "edit/draft.h"
#include "edit/layout.h"
#include "edit/render.h"

namespace matter::test {

namespace {

struct Read {
  explicit Read(const std::string& text) {
    Collector findings(Lang::en);
    good = read_yaml(text, 0, doc, findings) == YamlOutcome::read && !doc.damaged;
  }
  Document doc;
  bool good = false;
};

/// A part of a block collection.
struct Place {
  Layout layout;
  std::size_t part;
  bool mapping;
};

void collect(const Document& doc, NodeId node, const Layout& layout, std::vector<Place>& to) {
  for (std::size_t i = 0; i < layout.parts.size(); ++i) {
    to.push_back({layout, i, doc.node(node).is(NodeKind::mapping)});
    const NodeId value = layout.parts[i].node;
    if (!is_block_collection(doc, value)) continue;
    Layout inner;
    lay_out(doc, value, layout.parts[i].value, inner);
    collect(doc, value, inner, to);
  }
}

bool commented(const Document& doc, Span span) {
  return std::any_of(doc.comments.begin(), doc.comments.end(),
                     [&](const Comment& c) { return c.span.begin >= span.begin && c.span.begin < span.end; });
}

std::string replaced(const std::string& text, Span span, const std::string& by) {
  return text.substr(0, span.begin) + by + text.substr(span.end);
}

std::string other_brackets(const Document& doc, const Place& at, const std::string& text, Random& random) {
  const Part& part = at.layout.parts[at.part];
  const Node& node = doc.node(part.node);
  if ((!node.is(NodeKind::mapping) && !node.is(NodeKind::sequence)) || node.count == 0) return {};
  if (commented(doc, part.body())) return {};
  Draft draft = draft_of(doc, part.node);
  FileStyle style;
  style.padded = random.chance(30);
  style.width = 100'000;
  const bool compact = at.layout.compact && at.part == 0;
  if (is_block_collection(doc, part.node)) {
    if (compact) return {};
    const std::string head(text.substr(part.head.begin, part.head.size()));
    const std::size_t keep = at.mapping ? head.find_last_not_of(" \n") + 1 : head.size();
    std::string line = head.substr(0, keep) + (at.mapping ? " " : "") + render_inline(draft, true, style) + "\n";
    return replaced(text, part.body(), line);
  }
  if (compact) return {};
  draft.style = NodeStyle::block;
  if (random.chance(50)) {
    for (Draft& inner : draft.parts) {
      if (inner.collection() && !inner.parts.empty()) inner.style = NodeStyle::block;
    }
  }
  draft.key = at.mapping ? std::string(doc.node(part.key).text()) : std::string();
  style.step = random.chance(50) ? 2 : 4;
  style.dash = random.chance(50) ? 2 : 0;
  const Rendered made =
      at.mapping ? render_entry(draft, at.layout.column, style) : render_item(draft, at.layout.column, 2, style);
  return replaced(text, part.body(), made.rest);
}

std::string other_quotes(const Document& doc, const Place& at, const std::string& text, Random& random) {
  const Part& part = at.layout.parts[at.part];
  const Node& node = doc.node(part.node);
  const std::string_view written = slice(text, node.span);
  if (!node.is(NodeKind::scalar) || written.empty() || written.find('\n') != std::string_view::npos) return {};
  Draft draft = draft_of(doc, part.node);
  const NodeStyle styles[] = {NodeStyle::plain, NodeStyle::single_quoted, NodeStyle::double_quoted};
  draft.style = styles[random.below(3)];
  return replaced(text, node.span, render_inline(draft, false, {}));
}

/// A list below a key, with its dashes further in or out.
std::string moved_dashes(const Document& doc, const Place& at, const std::string& text) {
  const Part& part = at.layout.parts[at.part];
  if (!at.mapping || !doc.node(part.node).is(NodeKind::sequence) || !is_block_collection(doc, part.node)) return {};
  Layout inner;
  lay_out(doc, part.node, part.value, inner);
  const bool in = inner.column == at.layout.column;
  std::string lines;
  const std::string region = text.substr(part.value.begin, part.value.size());
  for (std::size_t from = 0; from < region.size();) {
    const std::size_t end = std::min(region.find('\n', from), region.size() - 1) + 1;
    std::string line = region.substr(from, end - from);
    if (in && line != "\n") line.insert(0, "  ");
    if (!in && line.starts_with("  ")) line.erase(0, 2);
    lines += line;
    from = end;
  }
  return replaced(text, part.value, lines);
}

std::string swapped(const Place& at, const std::string& text) {
  if (!at.mapping || at.part + 1 >= at.layout.parts.size() || (at.layout.compact && at.part == 0)) return {};
  const Span first = at.layout.parts[at.part].all();
  const Span second = at.layout.parts[at.part + 1].all();
  if (text[second.end - 1] != '\n') return {};
  return text.substr(0, first.begin) + text.substr(second.begin, second.size()) +
         text.substr(first.begin, first.size()) + text.substr(second.end);
}

void sort_keys(Draft& draft) {
  for (Draft& part : draft.parts) sort_keys(part);
  if (draft.kind != NodeKind::mapping) return;
  std::sort(draft.parts.begin(), draft.parts.end(), [](const Draft& a, const Draft& b) { return a.key < b.key; });
}

}  // namespace

bool says_the_same(const std::string& a, const std::string& b) {
  const Read one(a);
  const Read other(b);
  if (!one.good || !other.good || one.doc.roots.size() != other.doc.roots.size()) return false;
  for (std::size_t i = 0; i < one.doc.roots.size(); ++i) {
    Draft left = draft_of(one.doc, one.doc.roots[i]);
    Draft right = draft_of(other.doc, other.doc.roots[i]);
    sort_keys(left);
    sort_keys(right);
    if (!same_tree(left, right)) return false;
  }
  std::multiset<std::string_view> left;
  std::multiset<std::string_view> right;
  for (const Comment& comment : one.doc.comments) left.insert(slice(a, comment.span));
  for (const Comment& comment : other.doc.comments) right.insert(slice(b, comment.span));
  return left == right;
}

std::string restyle(const std::string& text, Random& random, std::size_t changes, bool sorted) {
  std::string now = text;
  for (std::size_t i = 0; i < changes; ++i) {
    const Read read(now);
    if (!read.good) break;
    std::vector<Place> places;
    for (std::size_t n = 0; n < read.doc.roots.size(); ++n) {
      if (!is_block_collection(read.doc, read.doc.roots[n])) continue;
      Layout layout;
      lay_out_root(read.doc, n, layout);
      collect(read.doc, read.doc.roots[n], layout, places);
    }
    if (places.empty()) break;
    const Place& at = places[random.below(places.size())];
    std::string made;
    switch (random.below(sorted ? 6 : 5)) {
      case 0: made = other_quotes(read.doc, at, now, random); break;
      case 1: made = moved_dashes(read.doc, at, now); break;
      case 5: made = swapped(at, now); break;
      default: made = other_brackets(read.doc, at, now, random);
    }
    if (!made.empty() && says_the_same(now, made)) now = std::move(made);
  }
  return now;
}

}  // namespace matter::test
