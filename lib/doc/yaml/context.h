#pragma once

#include <string>

#include "doc/yaml.h"
#include "doc/yaml/dialect.h"
#include "doc/yaml/faults.h"
#include "doc/yaml/lead.h"
#include "doc/yaml/scan.h"
#include "doc/yaml/tree.h"

namespace matter::yaml {

/// What the parts of the reader share while they read one text.
struct Context {
  Scan scan;
  Document& doc;
  Tree& tree;
  Faults& faults;
  const YamlLimits& limits;
  Outside outside;
  bool halted = false;     ///< nothing more is read: outside the dialect, a limit, or conflict markers
  bool conflicts = false;  ///< a conflict marker was met: the text must be read again without it
  std::string scratch;
  std::vector<Offset> marks;  ///< byte order marks that stand where they may, in order

  /// Ends reading; positions returned from here on are the end of the text.
  Offset halt() {
    halted = true;
    faults.mute();
    return scan.size;
  }
  Offset hand_over(Construct what, Offset begin, Offset end) {
    if (!halted) outside = {what, {begin, end}};
    return halt();
  }
  /// Hands over what begins with & * or !.
  Offset hand_over_at(Offset p);

  /// Notes the comment at the `#` and gives the end of its line.
  Offset comment(Offset hash, bool own_line) {
    const Offset end = scan.line_end(hash);
    doc.comments.push_back({{hash, end}, own_line});
    return end;
  }
};

/// A quoted scalar at `p`, which may span lines that are indented more than `parent`.
/// `end` is behind the closing quote. no_node when it was wrong (said); `end` is then where reading goes on.
NodeId read_quoted(Context& context, Offset p, std::int32_t parent, Offset& end);

/// A block scalar whose indicator stands at `p`; `next` is the start of the line behind it.
NodeId read_block_scalar(Context& context, Offset p, std::int32_t parent, Offset& next);

/// A flow collection at `p`; as read_quoted.
NodeId read_flow(Context& context, Offset p, std::int32_t parent, Offset& end);

/// Says what can be said of a plain scalar that reads well but was hardly meant so.
void judge_plain(Context& context, NodeId id, bool key);
/// The same for the last character of a plain key: a wide space before the colon.
void judge_key_end(Context& context, Offset begin, Offset end);

}  // namespace matter::yaml
