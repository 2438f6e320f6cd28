#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "doc/yaml.h"
#include "fuzz/entries.h"
#include "model/content.h"
#include "model/read.h"

namespace matter::fuzz {

namespace {

[[noreturn]] void broken(const char* promise, std::string_view text) {
  std::fprintf(stderr, "%s:\n%.*s\n", promise, static_cast<int>(text.size()), text.data());
  std::abort();
}

bool inside(Span span, std::string_view text) { return span.begin <= span.end && span.end <= text.size(); }

}  // namespace

/// Whatever a file holds is read as matters: every problem has its place, what is no mapping is no matter and has no
/// fields, and what was read can be told.
void read_matters(std::string_view bytes) {
  const std::string text(bytes);
  Document document;
  Collector findings(Lang::en);
  static_cast<void>(matter::read_yaml(text, 0, document, findings));
  std::vector<NodeId> nodes;
  matter_nodes(document, nodes);
  Arena arena;
  for (const NodeId node : nodes) {
    Matter m;
    read_matter(document, node, arena, m);
    for (const Problem& problem : m.problems) {
      if (!inside(problem.at.span, text)) broken("a problem outside of the text", text);
    }
    const Content all = content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
    if (!document.node(node).is(NodeKind::mapping) && (m.problems.size() != 1 || !all.parts.empty()))
      broken("fields of what is no mapping", text);
  }
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::read_matters);
