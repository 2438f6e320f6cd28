#include "doc/yaml/dialect.h"

#include <algorithm>

#include "doc/encoding.h"
#include "doc/yaml/block.h"
#include "doc/yaml/conflicts.h"
#include "doc/yaml/index.h"
#include "text/encoding.h"

namespace matter {

namespace {

using namespace yaml;

/// Recursion in flow collections is as deep as the depth allowed.
constexpr std::uint32_t deepest = 1000;

struct Result {
  Outside outside;
  bool conflicts = false;
};

Result read_text(std::string_view text, const Index& index, Document& into, Faults& faults, const YamlLimits& limits) {
  const Scan scan{text.data(), static_cast<Offset>(text.size()), index.stops.data()};
  Tree tree(into, scan, faults, std::min(limits.depth, deepest));
  Context context{scan, into, tree, faults, limits, {}, false, false, {}, {}};
  Block(context).read();
  tree.finish();
  if (context.outside.what == Construct::none) faults.odd_characters(index.odd, context.marks);
  return {context.outside, context.conflicts};
}

}  // namespace

DialectOutcome read_dialect(std::string_view text, SourceId source, Document& into, Collector& findings,
                            const YamlLimits& limits, Outside& outside) {
  into.clear(source, text);
  Faults faults(source, text, findings.lang(), limits.findings);
  const auto wrong = [&] {
    into.damaged = true;
    faults.hand_over(findings);
    return DialectOutcome::wrong;
  };
  if (text.size() > limits.bytes || text.size() > max_source_bytes) {
    faults.too_large(text.size(), std::min<std::size_t>(limits.bytes, max_source_bytes));
    return wrong();
  }
  static thread_local Index index;
  index.build(text);
  // UTF-16 of ASCII characters is UTF-8 with zeros.
  if (!index.utf8 || (!index.odd.empty() && guess_encoding(text).encoding != Encoding::utf8)) {
    say_not_utf8(text, source, 0, findings);
    return wrong();
  }
  Result result = read_text(text, index, into, faults, limits);
  if (result.conflicts) {
    faults.clear();
    const Scan scan{text.data(), static_cast<Offset>(text.size()), index.stops.data()};
    const std::string chosen = without_conflicts(scan, faults);
    into.clear(source, text);
    const std::string_view kept = into.arena.keep(chosen);
    index.build(kept);
    result = read_text(kept, index, into, faults, limits);
    into.damaged = true;
  }
  outside = result.outside;
  if (outside.what != Construct::none && !faults.any_error()) return DialectOutcome::outside;
  const bool bad = faults.any_error();
  faults.hand_over(findings);
  return bad ? DialectOutcome::wrong : DialectOutcome::read;
}

}  // namespace matter
