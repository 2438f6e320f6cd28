#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "doc/json.h"
#include "fuzz/entries.h"
#include "support/trees.h"

namespace matter::fuzz {

namespace {

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

void read_json(std::string_view bytes) {
  const std::string text(bytes);
  Document document;
  Collector findings(Lang::zh);
  const bool read = matter::read_json(text, 0, 0, document, findings);
  for (const Diagnostic& finding : findings.found()) {
    demand(finding.at.span.begin <= finding.at.span.end && finding.at.span.end <= text.size(),
           "finding outside the text");
  }
  demand(test::broken_invariant(document).empty(), "broken tree");
  demand(read != findings.any(Severity::error), "read with an error, or refused without one");
  for (const Node& node : document.nodes) {
    const std::string_view token = std::string_view(text).substr(node.span.begin, node.span.size());
    if (node.is(NodeKind::scalar) && node.style == NodeStyle::plain && token != node.text())
      demand(token.find_first_of("-0123456789") == 0, "a token stands where it is said");
    if (node.is(NodeKind::mapping))
      demand(token.starts_with('{') && token.ends_with('}'), "an object has its brackets");
  }
  if (read) demand(nlohmann::json::accept(text), "read what is no JSON");
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::read_json);
