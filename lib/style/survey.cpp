#include "style/survey.h"

#include <algorithm>

#include "style/sense.h"

namespace matter {

namespace {

bool knows_a_key(const Document& doc, NodeId mapping, const Table& table) {
  if (!doc.node(mapping).is(NodeKind::mapping)) return false;
  for (const Entry entry : entries(doc, mapping)) {
    if (find_field(table, doc.node(entry.key).text()) != nullptr) return true;
  }
  return false;
}

/// A record that stands in the document itself or in its list.
bool knows_any_key(const Document& doc, const Table& table) {
  for (const NodeId root : doc.roots) {
    if (knows_a_key(doc, root, table)) return true;
    if (!doc.node(root).is(NodeKind::sequence)) continue;
    for (const NodeId item : children(doc, root)) {
      if (knows_a_key(doc, item, table)) return true;
    }
  }
  return false;
}

/// A key that is no text.
NodeId odd_key(const Document& doc) {
  for (NodeId id = 0; id < doc.nodes.size(); ++id) {
    if (!doc.node(id).is(NodeKind::mapping)) continue;
    for (const Entry entry : entries(doc, id)) {
      if (!doc.node(entry.key).is(NodeKind::scalar)) return entry.key;
    }
  }
  return no_node;
}

/// Looks for keys that would stand twice when they are rewritten.
class Clashes {
 public:
  Clashes(const Document& doc, KeyLanguage keys) : doc_(doc), keys_(keys) {}

  InTheWay in(NodeId id, const Sense& sense) const {
    std::vector<Arranged> order;
    if (!doc_.node(id).is(NodeKind::mapping) && !doc_.node(id).is(NodeKind::sequence)) return {};
    static_cast<void>(arrange(doc_, id, sense, order));
    for (const Arranged& part : order) {
      if (part.key != no_node && taken(part, order)) {
        return {{"改写成另一种语言后，这个键会重复", "in the other language this key would stand here twice"},
                doc_.node(part.key).span};
      }
      InTheWay inside = in(part.value, part.sense);
      if (!inside.why.en.empty()) return inside;
    }
    return {};
  }

 private:
  /// Another key before this one gets the same name.
  [[nodiscard]] bool taken(const Arranged& part, const std::vector<Arranged>& all) const {
    const std::string_view name = key_name(doc_, part, keys_);
    return std::any_of(all.begin(), all.end(), [&](const Arranged& other) {
      return other.part < part.part && key_name(doc_, other, keys_) == name;
    });
  }

  const Document& doc_;
  KeyLanguage keys_;
};

}  // namespace

InTheWay survey(const Document& doc, const Table& table, std::optional<KeyLanguage> keys) {
  for (const NodeId root : doc.roots) {
    if (doc.node(root).is(NodeKind::scalar)) return {{"这里不是事项", "this is no matter"}, doc.node(root).span};
  }
  const NodeId odd = odd_key(doc);
  if (odd != no_node) return {{"键不是文字", "a key that is no text"}, doc.node(odd).span};
  if (!knows_any_key(doc, table)) {
    const auto first = std::find_if(doc.roots.begin(), doc.roots.end(),
                                    [&](NodeId root) { return !doc.node(root).is(NodeKind::null); });
    return {{"没有一个认得的键，不像事项文件", "no key is known: this does not look like a file of matters"},
            doc.node(*first).span};
  }
  for (std::size_t n = 0; keys && n < doc.roots.size(); ++n) {
    InTheWay clash = Clashes(doc, *keys).in(doc.roots[n], sense_of_root(table, doc.node(doc.roots[n])));
    if (!clash.why.en.empty()) return clash;
  }
  return {};
}

}  // namespace matter
