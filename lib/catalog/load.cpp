#include "catalog/catalog.h"
#include "model/read.h"

namespace matter {

void load_file(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings) {
  sources.read(source, into.text);
  load_text(sources, source, into, findings);
}

void load_text(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings) {
  into.source = source;
  into.nodes.clear();
  into.arena.clear();
  into.outcome = read_yaml(into.text, source, into.document, findings);
  into.document.vocabulary = sources.vocabulary(source);
  matter_nodes(into.document, into.nodes);
  into.matters.resize(into.nodes.size());
  for (std::size_t i = 0; i < into.nodes.size(); ++i) {
    read_matter(into.document, into.nodes[i], into.arena, into.matters[i]);
  }
}

}  // namespace matter
