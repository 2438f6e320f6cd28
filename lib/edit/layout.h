#pragma once

#include <cstdint>
#include <vector>

#include "doc/document.h"

namespace matter {

/// An entry of a mapping or an item of a sequence with everything that goes with it when it moves or goes.
///
/// Every byte stands in exactly one of `lead`, `head`, `value` and `tail`, in this order.
struct Part {
  NodeId key = no_node;   ///< of a mapping
  NodeId node = no_node;  ///< the value
  Span lead;   ///< block: whole lines before it, blank or comments that speak of it; flow: white space and comments
  Span head;   ///< block: indentation, key or dash, up to the value; with a nested block collection behind a key,
               ///< to the end of the key's line
  Span value;  ///< what was written for it; of a nested block collection the region of its own layout
  Span tail;   ///< to the end of its line, and the lines behind it that are its own; flow: up to the comma

  [[nodiscard]] Span all() const { return {lead.begin, tail.end}; }
  [[nodiscard]] Span body() const { return {head.begin, tail.end}; }  ///< without what stands before it
};

/// How a collection lies in its text: `open`, the parts in order (in flow with a comma between), `close`.
/// Together they are every byte of `region`.
struct Layout {
  Span region;
  Span open;   ///< flow: the bracket; a document: the rest of the line of its marker; else empty
  Span close;  ///< flow: a last comma, white space, the bracket; block: lines behind the last part that speak of none
  std::vector<Part> parts;
  std::uint32_t column = 0;  ///< block: spaces before its keys or dashes (behind a dash: where the first one stands)
  bool flow = false;
  bool compact = false;  ///< block: the first part begins in the middle of a line, behind a dash
};

/// The layout of a collection inside `region`: for a nested block collection what its part calls `value`, for a
/// root its extent in `Document::root_spans`, for a flow collection its own span. For documents of the dialect
/// reader that are not damaged.
///
/// What stands between two parts of a block collection goes by what writers mean: comments and blank lines above
/// a part are its lead; a comment that is indented deeper than the part below, or that follows the part above
/// without a blank line and is followed by one, belongs to the part above.
void lay_out(const Document& doc, NodeId node, Span region, Layout& into);

/// The layout of the `n`-th document of a source; one that is no block collection is all `close`.
void lay_out_root(const Document& doc, std::size_t n, Layout& into);

/// Whether a node is a collection written in block style.
[[nodiscard]] bool is_block_collection(const Document& doc, NodeId node);

}  // namespace matter
