#include "catalog/catalog.h"
#include "model/read.h"

namespace matter {

void load_file(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings) {
  if (sources.kind(source) != SourceKind::disk) {
    sources.read(source, into.text);
    return load_text(sources, source, into, findings);
  }
  // Who reads it as YAML sees whether it is UTF-8: only of what cannot be read it is asked what else it may be.
  read_file(std::string(sources.name(source)), into.text);
  Collector found(findings.lang());
  load_text(sources, source, into, found);
  if (into.outcome == YamlOutcome::wrong && sources.convert(source, into.text))
    return load_text(sources, source, into, findings);
  for (Diagnostic& d : found.take()) findings.add(std::move(d));
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
