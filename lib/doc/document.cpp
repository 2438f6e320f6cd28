#include "doc/document.h"

namespace matter {

void Document::clear(SourceId new_source, std::string_view new_text) {
  source = new_source;
  text = new_text;
  nodes.clear();
  roots.clear();
  root_spans.clear();
  comments.clear();
  tags.clear();
  arena.clear();
  reader = Reader::dialect;
  damaged = false;
  vocabulary = nullptr;
}

NodeId Document::find(NodeId mapping, std::string_view key) const {
  if (nodes[mapping].kind != NodeKind::mapping) return no_node;
  for (const Entry entry : entries(*this, mapping)) {
    if (nodes[entry.key].text() == key) return entry.value;
  }
  return no_node;
}

std::string_view Document::text_of(NodeId mapping, std::string_view key) const {
  const NodeId value = find(mapping, key);
  return value == no_node ? std::string_view() : node(value).text();
}

}  // namespace matter
