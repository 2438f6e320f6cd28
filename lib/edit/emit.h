#pragma once

#include "edit/layout.h"
#include "edit/output.h"
#include "edit/plan.h"
#include "edit/render.h"
#include "edit/style.h"

namespace matter {

/// What stands before a part of a block collection.
struct Lead {
  Span stay;  ///< blank lines, and comments that a blank line parts from what follows: keep their place
  Span own;   ///< comments right above a part: go where it goes
};

/// Divides the lead of a part; all above the first part of a document stays.
[[nodiscard]] Lead divide_lead(const Document& doc, NodeId collection, const Layout& layout, std::uint32_t part);

/// What stands around a part of a flow collection.
struct FlowAround {
  Span lead;   ///< white space and comments before it
  Span after;  ///< a comment behind its comma, up to the line break
};
struct FlowFrame {
  Span opening;  ///< a comment behind the bracket
  std::vector<FlowAround> parts;
  bool last_comma = false;
  Span close;  ///< white space, comments and the bracket
};
[[nodiscard]] FlowFrame frame_of(const Document& doc, const Layout& layout);

[[nodiscard]] bool comments_in(const Document& doc, Span span);

/// What goes away with its comments when a plan is carried out: removed parts with what speaks of them, old
/// collections where a new value stands.
[[nodiscard]] std::vector<Span> released_spans(const Document& doc, const Plan& plan);

/// Writes the text of a document as a plan wants it: what the plan does not touch is copied.
class Emitter {
 public:
  Emitter(const Document& doc, const Plan& plan, const FileStyle& style, Output& out)
      : doc_(doc), plan_(plan), style_(style), out_(out) {}

  void document();

 private:
  void root(std::size_t n);
  void collection(NodeId node, const Layout& layout);

  // emit_block.cpp
  void block(NodeId node, const Layout& layout);
  void stays(const std::vector<Lead>& leads, std::uint32_t from, std::uint32_t part, bool first);
  void fresh(const Draft& draft, NodeId node, const Layout& layout, bool inline_first);
  void kept(const Layout& layout, const Lead& lead, std::uint32_t part, bool inline_first, bool beside);
  void comments_above(Span own, std::uint32_t column);
  void empty_block(NodeId node, const Layout& layout);

  // emit_value.cpp
  void value(const Layout& layout, const Part& part, Span head);
  void replaced(const Layout& layout, const Part& part, Span head, const Draft& draft);
  void emptied(const Part& part, Span head, const Layout& inner);
  void head_of(const Part& part, Span head);
  [[nodiscard]] Place place_of(const Layout& layout, const Part& part, Span head, bool below) const;
  [[nodiscard]] std::uint32_t behind_marker(const Part& part, Span head) const;

  // emit_flow.cpp
  void flow(NodeId node, const Layout& layout);
  void flow_value(const Part& part);

  const Document& doc_;
  const Plan& plan_;
  const FileStyle& style_;
  Output& out_;
};

}  // namespace matter
