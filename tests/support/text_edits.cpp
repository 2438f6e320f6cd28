#include "support/text_edits.h"

#include <vector>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "edit/layout.h"

namespace matter::test {

namespace {

/// A part with the collection it is in.
struct Found {
  Layout layout;
  std::size_t part;
  bool mapping;
  bool top;
};

struct Parts {
  explicit Parts(const std::string& text) {
    Collector findings(Lang::en);
    good = read_yaml(text, 0, doc, findings) == YamlOutcome::read && !doc.damaged;
    if (!good) return;
    for (std::size_t i = 0; i < doc.roots.size(); ++i) {
      if (!is_block_collection(doc, doc.roots[i])) continue;
      Layout layout;
      lay_out_root(doc, i, layout);
      add(doc.roots[i], layout, true);
    }
  }

  void add(NodeId node, const Layout& layout, bool top) {
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
      found.push_back({layout, i, doc.node(node).is(NodeKind::mapping), top});
      const NodeId value = layout.parts[i].node;
      if (doc.node(value).is(NodeKind::scalar) || doc.node(value).is(NodeKind::null)) continue;
      Layout inner;
      lay_out(doc, value, layout.parts[i].value, inner);
      add(value, inner, false);
    }
  }

  Document doc;
  bool good = false;
  std::vector<Found> found;
};

constexpr const char* words[] = {"甲", "乙方", "丙三", "丁 四", "a1", "2 份"};

std::string replaced(const std::string& text, Span span, const std::string& by) {
  return text.substr(0, span.begin) + by + text.substr(span.end);
}

/// A scalar that can be given another text without thought of its style.
bool simple(const Document& doc, NodeId node) {
  const Node& n = doc.node(node);
  return n.is(NodeKind::scalar) && n.span.size() > 0 &&
         doc.text.substr(n.span.begin, n.span.size()).find('\n') == std::string_view::npos;
}

std::string reworded(const Parts& parts, const Found& at, const std::string& text, Random& random) {
  const Part& part = at.layout.parts[at.part];
  if (!simple(parts.doc, part.node)) return {};
  Span end = part.value;
  const char last = text[end.end - 1];
  end.begin = end.end = last == '"' || last == '\'' ? end.end - 1 : end.end;
  return replaced(text, end, random.pick(words));
}

/// Whole lines: an entry of a block collection that does not begin behind a dash.
bool lines(const Found& at) { return !at.layout.flow && !(at.layout.compact && at.part == 0); }

std::string removed(const Found& at, const std::string& text) {
  if (!lines(at) || at.layout.parts.size() < 2) return {};
  return replaced(text, at.layout.parts[at.part].all(), "");
}

std::string copied(const Parts& parts, const Found& at, const std::string& text, Random& random) {
  if (!lines(at) || text.empty() || text.back() != '\n') return {};
  const Part& part = at.layout.parts[at.part];
  const NodeId named = at.mapping ? part.key : part.node;
  std::uint32_t place = part.tail.end;
  std::string copy = text.substr(part.body().begin, part.body().size());
  NodeId target = named;
  if (!at.mapping && !parts.doc.node(named).is(NodeKind::scalar)) {
    if (parts.doc.node(named).count < 2) return {};
    target = parts.doc.node(parts.doc.node(named).child).next;
  }
  if (!simple(parts.doc, target)) return {};
  std::uint32_t end = parts.doc.node(target).span.end;
  if (text[end - 1] == '"' || text[end - 1] == '\'') --end;
  if (end < part.body().begin) return {};
  copy.insert(end - part.body().begin, random.pick(words));
  return text.substr(0, place) + copy + text.substr(place);
}

std::string moved(const Found& at, const std::string& text) {
  if (!lines(at) || at.part + 1 >= at.layout.parts.size()) return {};
  const Span first = at.layout.parts[at.part].all();
  const Span second = at.layout.parts[at.part + 1].all();
  if (text[second.end - 1] != '\n') return {};
  return text.substr(0, first.begin) + text.substr(second.begin, second.size()) +
         text.substr(first.begin, first.size()) + text.substr(second.end);
}

std::string commented(const Parts& parts, const Found& at, const std::string& text, Random& random) {
  if (!lines(at)) return {};
  const Part& part = at.layout.parts[at.part];
  const std::string comment = std::string("# 注 ") + random.pick(words) + std::to_string(random.below(1000));
  if (random.chance(50)) {
    return text.substr(0, part.head.begin) + std::string(at.layout.column, ' ') + comment + "\n" +
           text.substr(part.head.begin);
  }
  if (!simple(parts.doc, part.node) || part.tail.empty() || text[part.tail.begin] != '\n') return {};
  return text.substr(0, part.tail.begin) + "  " + comment + text.substr(part.tail.begin);
}

std::string edit(const Parts& parts, const Found& at, const std::string& text, Random& random) {
  std::string made;
  switch (random.below(6)) {
    case 0: made = removed(at, text); break;
    case 1: made = copied(parts, at, text, random); break;
    case 2: made = moved(at, text); break;
    case 3: made = commented(parts, at, text, random); break;
    default: made = reworded(parts, at, text, random);
  }
  return !made.empty() && Parts(made).good ? made : std::string{};
}

}  // namespace

std::string edit_text(const std::string& text, Random& random, std::size_t edits) {
  std::string now = text;
  for (std::size_t i = 0; i < edits; ++i) {
    const Parts parts(now);
    if (!parts.good || parts.found.empty()) break;
    std::string made = edit(parts, parts.found[random.below(parts.found.size())], now, random);
    if (!made.empty()) now = std::move(made);
  }
  return now;
}

std::string edit_one_entry(const std::string& text, Random& random, std::string& entry) {
  const Parts parts(text);
  if (!parts.good) return {};
  std::vector<const Found*> tops;
  for (const Found& found : parts.found) {
    if (found.top && found.mapping) tops.push_back(&found);
  }
  if (tops.empty()) return {};
  const Found& top = *tops[random.below(tops.size())];
  const Span inside = top.layout.parts[top.part].body();
  std::vector<const Found*> within;
  for (const Found& found : parts.found) {
    const Span all = found.layout.parts[found.part].all();
    if (!found.top && all.begin >= inside.begin && all.end <= inside.end) within.push_back(&found);
  }
  const Found& chosen = within.empty() ? top : *within[random.below(within.size())];
  entry = parts.doc.node(top.layout.parts[top.part].key).text();
  if (&chosen == &top) return reworded(parts, top, text, random);
  return edit(parts, chosen, text, random);
}

}  // namespace matter::test
