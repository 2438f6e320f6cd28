#include "style/intended.h"

namespace matter {

Draft intended_form(const Document& doc, NodeId id, const Sense& sense, std::optional<KeyLanguage> keys) {
  const Node& node = doc.node(id);
  Draft draft;
  draft.kind = node.kind;
  if (node.is(NodeKind::scalar)) {
    Wording wording;
    word(doc, id, sense, wording);
    draft.text = wording.text;
  }
  if (!draft.collection()) return draft;
  std::vector<Arranged> order;
  static_cast<void>(arrange(doc, id, sense, order));
  for (const Arranged& part : order) {
    draft.parts.push_back(intended_form(doc, part.value, part.sense, keys));
    if (part.key != no_node) draft.parts.back().key = key_name(doc, part, keys);
  }
  return draft;
}

}  // namespace matter
