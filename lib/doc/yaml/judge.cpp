#include "doc/yaml/context.h"

namespace matter::yaml {

Offset Context::hand_over_at(Offset p) {
  const Construct what = scan.text[p] == '&'   ? Construct::anchor
                         : scan.text[p] == '*' ? Construct::alias
                                               : Construct::tag;
  Offset end = p + 1;
  while (!is_blank(scan.at(end)) && !is_flow_mark(scan.at(end))) ++end;
  return hand_over(what, p, end);
}

void judge_plain(Context& context, NodeId id) {
  const Span span = context.doc.nodes[id].span;
  const Scan& scan = context.scan;
  Offset end = span.begin;
  for (;;) {
    if (scan.starts(end, "\xC2\xA0")) {
      end += 2;
    } else if (scan.starts(end, "\xE3\x80\x80")) {
      end += 3;
    } else {
      break;
    }
  }
  if (end > span.begin) context.faults.odd_space({span.begin, end});
}

}  // namespace matter::yaml
