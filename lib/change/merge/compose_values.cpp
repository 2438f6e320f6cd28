#include <algorithm>

#include "change/merge/compose.h"
#include "edit/render.h"

namespace matter::merge {

namespace {

std::int32_t shift(const Box& from, std::uint32_t column) {
  return static_cast<std::int32_t>(column) - static_cast<std::int32_t>(from.layout.column);
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string_view piece(const Box& box, std::uint32_t part, Span Part::*which) {
  return part == nowhere ? std::string_view{} : box.ref.in->at(box.layout.parts[part].*which);
}

std::string_view all_of(const Box& box, std::uint32_t part) {
  return part == nowhere ? std::string_view{} : box.ref.in->at(box.layout.parts[part].all());
}

bool one_line_scalar(const Ref& ref) {
  const NodeStyle style = ref.tree().style;
  return ref.tree().is(NodeKind::scalar) && ref.text().find('\n') == std::string_view::npos &&
         style != NodeStyle::literal && style != NodeStyle::folded;
}

/// A new text in the quotes that the other side gave the old one; empty where it gave none.
std::string in_quotes_of_other(const Three& refs, MergeSide taken) {
  const Ref& fresh = refs.on(taken);
  const Ref& other = refs.on(taken == MergeSide::ours ? MergeSide::theirs : MergeSide::ours);
  for (const Ref* const ref : {&refs.base, &fresh, &other}) {
    if (!ref->present() || !one_line_scalar(*ref)) return {};
  }
  const NodeStyle style = other.tree().style;
  if (style == refs.base.tree().style || fresh.tree().style != refs.base.tree().style) return {};
  Draft draft = text_draft(std::string(fresh.tree().text()));
  draft.style = style;
  draft.number = style == NodeStyle::plain;
  return render_inline(draft, true, {});
}

/// Whether the values of all sides are flow collections of one kind.
bool all_flow(const Three& refs) {
  const auto is_flow = [](const Ref& ref) {
    const Node& node = ref.tree();
    return node.style == NodeStyle::flow && (node.is(NodeKind::mapping) || node.is(NodeKind::sequence));
  };
  if (!is_flow(refs.ours) || !is_flow(refs.theirs)) return false;
  if (refs.base.present() && (!is_flow(refs.base) || refs.base.tree().kind != refs.ours.tree().kind)) return false;
  return refs.ours.tree().kind == refs.theirs.tree().kind;
}

}  // namespace

void Compose::write(const Ref& ref, const Box& outer, std::uint32_t column) {
  append_shifted(ref.text(), shift(outer, column), false, out_);
}

/// A value inside a line: taken whole from one side, or apart where all are flow collections.
void Compose::values(const Three& refs, const Boxes& outer, std::uint32_t column) {
  const std::string_view base = refs.base.present() ? refs.base.text() : std::string_view{};
  if (const auto text = pick(base, refs.ours.text(), refs.theirs.text()); text && refs.base.present()) {
    const bool ours = text->data() == refs.ours.text().data();
    return ours ? write(refs.ours, outer.ours, column) : write(refs.theirs, outer.theirs, column);
  }
  if (refs.ours.text() == refs.theirs.text()) return write(refs.ours, outer.ours, column);
  if (all_flow(refs)) {
    Boxes inner;
    open(refs.base, inner.base);
    open(refs.ours, inner.ours);
    open(refs.theirs, inner.theirs);
    return flow(inner, outer, column);
  }
  const auto side = by_meaning(refs, &Ref::span);
  const MergeSide taken = side ? *side : conflict(ConflictKind::both_changed, refs);
  if (!refs.on(taken).present()) return;
  const std::string quoted = side ? in_quotes_of_other(refs, taken) : std::string();
  if (quoted.empty()) return write(refs.on(taken), outer.on(taken), column);
  out_.append(quoted);
}

void Compose::flow(const Boxes& boxes, const Boxes& outer, std::uint32_t column) {
  const std::vector<Triple> triples = match_parts(boxes.base, boxes.ours, boxes.theirs);
  const auto token = [&](Span Layout::*which) {
    const auto text = [&](const Box& box) {
      return box.present() ? box.ref.in->at(box.layout.*which) : std::string_view{};
    };
    const auto picked = pick(text(boxes.base), text(boxes.ours), text(boxes.theirs));
    return picked ? *picked : text(boxes.ours);
  };
  out_.append(token(&Layout::open));
  bool first = true;
  const std::vector<std::string> labels = labels_of(boxes.base, boxes.ours, boxes.theirs, triples);
  for (const std::uint32_t i : order(boxes, triples).sequence) {
    const std::size_t mark = out_.size();
    if (!first) out_.push_back(',');
    const std::size_t begin = out_.size();
    flow_part(boxes, triples[i], labels.empty() ? std::string_view{} : labels[i], first, outer, column);
    if (out_.size() == begin) {
      out_.resize(mark);
    } else {
      first = false;
    }
  }
  std::string_view close = token(&Layout::close);
  if (first) close.remove_prefix(std::min(close.find_first_of("]}"), close.size()));
  append_shifted(close, shift(outer.ours, column), false, out_);
}

void Compose::flow_part(const Boxes& boxes, const Triple& at, std::string_view label, bool first, const Boxes& outer,
                        std::uint32_t column) {
  enter(boxes, at, label);
  const Three refs = values_of(boxes, at);
  const bool ours_same = at.base != nowhere && all_of(boxes.base, at.base) == all_of(boxes.ours, at.ours);
  const bool theirs_same = at.base != nowhere && all_of(boxes.base, at.base) == all_of(boxes.theirs, at.theirs);
  Verdict verdict = fate(refs, ours_same, theirs_same);
  const auto side_of = [&](MergeSide side) {
    const std::uint32_t part = place_on(at, side);
    if (part == nowhere) return;
    flow_lead(boxes, side, part, first);
    append_shifted(boxes.on(side).ref.in->at(boxes.on(side).layout.parts[part].body()), shift(outer.on(side), column),
                   false, out_);
  };
  if (verdict.fate == Fate::merge && keeps_together(boxes, refs)) verdict = {Fate::conflict, ConflictKind::together};
  if (one_sided(verdict.fate, at, ours_same, theirs_same, side_of)) {
    // nothing to decide
  } else if (verdict.fate == Fate::conflict) {
    side_of(conflict(verdict.kind, refs));
  } else {
    explain(MergeReason::combined);
    const auto three = [&](Span Part::*which) {
      const std::string_view ours = piece(boxes.ours, at.ours, which);
      const auto picked = pick(piece(boxes.base, at.base, which), ours, piece(boxes.theirs, at.theirs, which));
      return picked ? *picked : ours;
    };
    const bool theirs_lead =
        at.base != nowhere && piece(boxes.base, at.base, &Part::lead) == piece(boxes.ours, at.ours, &Part::lead);
    const MergeSide host = theirs_lead ? MergeSide::theirs : MergeSide::ours;
    flow_lead(boxes, host, place_on(at, host), first);
    out_.append(three(&Part::head));
    values(refs, outer, column);
    out_.append(three(&Part::tail));
  }
  leave(boxes);
}

/// The white space before a part of a flow collection, as its new neighbourhood has it.
void Compose::flow_lead(const Boxes& boxes, MergeSide side, std::uint32_t part, bool first) {
  const Box& from = boxes.on(side);
  const std::string_view own = piece(from, part, &Part::lead);
  const bool was_first = part == 0;
  if (first == was_first || !blank(own)) {
    out_.append(own);
  } else if (first) {
    const Box& host = boxes.ours.count() > 0 ? boxes.ours : from;
    const std::string_view lead = piece(host, 0, &Part::lead);
    out_.append(blank(lead) ? lead : std::string_view{});
  } else {
    const std::string_view lead = from.count() > 1 ? piece(from, 1, &Part::lead) : std::string_view(" ");
    out_.append(blank(lead) ? lead : std::string_view(" "));
  }
}

}  // namespace matter::merge
