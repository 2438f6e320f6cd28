#include "change/merge/compose.h"

#include <algorithm>

namespace matter::merge {

namespace {

std::int32_t shift(const Box& from, std::uint32_t column) {
  return static_cast<std::int32_t>(column) - static_cast<std::int32_t>(from.layout.column);
}

/// A part's first line begins behind a dash, without indentation.
bool behind_dash(const Box& box, std::uint32_t part) { return box.layout.compact && part == 0; }

/// Text of a piece without the indentation of its collection.
std::string plain(const Box& box, Span span, bool from_line_start) {
  std::string text;
  append_shifted(box.ref.in->at(span), -static_cast<std::int32_t>(box.layout.column), from_line_start, text);
  return text;
}

std::string head_of(const Box& box, std::uint32_t part) {
  return part == nowhere ? std::string{} : plain(box, box.layout.parts[part].head, !behind_dash(box, part));
}
std::string lead_of(const Box& box, std::uint32_t part) {
  return part == nowhere ? std::string{} : plain(box, box.layout.parts[part].lead, true);
}

bool same_part(const Box& a, std::uint32_t i, const Box& b, std::uint32_t j) {
  if (i == nowhere || j == nowhere) return i == j;
  const std::string_view left = a.ref.in->at(a.layout.parts[i].all());
  const std::string_view right = b.ref.in->at(b.layout.parts[j].all());
  if (a.layout.column == b.layout.column && behind_dash(a, i) == behind_dash(b, j)) return left == right;
  return plain(a, a.layout.parts[i].all(), !behind_dash(a, i)) == plain(b, b.layout.parts[j].all(), !behind_dash(b, j));
}

bool comment_in(std::string_view lines) { return lines.find('#') != std::string_view::npos; }

/// A block collection with something in it, or no value at all.
bool block_or_none(const Ref& ref) {
  return !ref.present() || (is_block_collection(ref.in->doc, ref.node) && ref.tree().count != 0);
}

/// `[]` or `{}` that both sides put lines into.
bool filled_by_both(const Three& refs) {
  const Ref& base = refs.base;
  if (!base.present() || base.tree().is(NodeKind::scalar) || base.tree().count != 0) return false;
  return is_block_collection(refs.ours.in->doc, refs.ours.node) &&
         is_block_collection(refs.theirs.in->doc, refs.theirs.node);
}

}  // namespace

std::vector<Triple> in_order_of(MergeSide side, std::vector<Triple> triples) {
  for (Triple& t : triples) {
    if (t.base != nowhere && t.ours != nowhere && t.theirs != nowhere) t.ours = t.theirs = place_on(t, side);
  }
  return triples;
}

void add_item(std::string& item, std::string_view label) {
  if (label.empty()) return;
  if (!item.empty()) item.append("][");
  item.append(label);
}

std::uint32_t Compose::column_now() const {
  const std::size_t line = out_.rfind('\n');
  return static_cast<std::uint32_t>(out_.size() - (line == std::string::npos ? 0 : line + 1));
}

/// The order of the parts; where both sides moved what has an order, a person decides.
Order Compose::order(const Boxes& boxes, const std::vector<Triple>& triples) {
  Order merged = merge_order(triples);
  const Field* const list = boxes.ours.list ? boxes.ours.ref.field : nullptr;
  if (!merged.both_moved || list == nullptr || !list->ordered) return merged;
  const MergeSide side = conflict(ConflictKind::order, {boxes.base.ref, boxes.ours.ref, boxes.theirs.ref});
  if (side == MergeSide::ours) return merged;
  return merge_order(in_order_of(side, triples));
}

void Compose::block(const Boxes& boxes, std::uint32_t column) {
  if (mid_line()) column = column_now();
  const std::vector<Triple> triples = match_parts(boxes.base, boxes.ours, boxes.theirs);
  const std::size_t begin = out_.size();
  const std::vector<std::string> labels = labels_of(boxes.base, boxes.ours, boxes.theirs, triples);
  for (const std::uint32_t i : order(boxes, triples).sequence)
    part(boxes, triples[i], labels.empty() ? std::string_view{} : labels[i], column);
  std::array<std::string, merge_sides> close;
  for (const MergeSide side : {MergeSide::base, MergeSide::ours, MergeSide::theirs}) {
    const Box& box = boxes.on(side);
    if (box.present()) close[static_cast<std::size_t>(side)] = plain(box, box.layout.close, true);
  }
  if (out_.size() == begin) nothing_left(boxes.ours.ref.tree().is(NodeKind::mapping));
  append_shifted(merge_lines(close[0], close[1], close[2]), static_cast<std::int32_t>(column), true, out_);
}

/// Everything in a collection was taken away: it is written as empty, since nothing would mean "as in the standard".
void Compose::nothing_left(bool mapping) {
  if (path_.empty()) return;
  const std::string_view empty = mapping ? "{}" : "[]";
  if (mid_line()) {
    out_.append(empty).push_back('\n');
    return;
  }
  const std::size_t line = out_.rfind('\n', out_.size() - 2) + 1;
  const std::size_t comment = out_.find(" #", line);
  std::size_t at = comment == std::string::npos ? out_.size() - 1 : comment;
  while (at > line && out_[at - 1] == ' ') --at;
  out_.insert(at, " " + std::string(empty));
}

void Compose::enter(const Boxes& boxes, const Triple& at, std::string_view label) {
  const MergeSide side = at.ours != nowhere     ? MergeSide::ours
                         : at.theirs != nowhere ? MergeSide::theirs
                                                : MergeSide::base;
  const Box& box = boxes.on(side);
  const std::uint32_t part = place_on(at, side);
  const Ref value = box.value(part);
  if (box.layout.parts[part].key == no_node) {
    if (!path_.empty()) {
      outer_items_.push_back(path_.back().item.size());
      add_item(path_.back().item, label);
    }
    if (value.matter != nullptr && path_.empty()) matter_ = matter_label(value.matter);
    return;
  }
  if (path_.empty()) {
    const auto group = std::find_if(options_.groups.begin(), options_.groups.end(), [&](const auto& g) {
      return value.field != nullptr && g.first == value.field->key;
    });
    strictness_ = group == options_.groups.end() ? options_.strictness : group->second;
  }
  path_.push_back({value.field, value.field == nullptr ? std::string(box.key(part)) : std::string{}, {}});
}

void Compose::leave(const Boxes& boxes) {
  const Box& any = boxes.ours.present() ? boxes.ours : boxes.theirs;
  if (any.ref.tree().is(NodeKind::mapping)) {
    path_.pop_back();
  } else if (!path_.empty()) {
    path_.back().item.resize(outer_items_.back());
    outer_items_.pop_back();
  }
}

Three Compose::values_of(const Boxes& boxes, const Triple& at) {
  Three refs;
  if (at.base != nowhere) refs.base = boxes.base.value(at.base);
  if (at.ours != nowhere) refs.ours = boxes.ours.value(at.ours);
  if (at.theirs != nowhere) refs.theirs = boxes.theirs.value(at.theirs);
  return refs;
}

/// One entry or item: there or not, and what it holds.
void Compose::part(const Boxes& boxes, const Triple& at, std::string_view label, std::uint32_t column) {
  enter(boxes, at, label);
  const Three refs = values_of(boxes, at);
  const bool ours_same = same_part(boxes.base, at.base, boxes.ours, at.ours);
  const bool theirs_same = same_part(boxes.base, at.base, boxes.theirs, at.theirs);
  const Verdict verdict = fate(refs, ours_same, theirs_same);
  const auto side_of = [&](MergeSide side) {
    if (place_on(at, side) != nowhere) whole(boxes.on(side), place_on(at, side), column);
  };
  if (one_sided(verdict.fate, at, ours_same, theirs_same, side_of)) {
    // nothing to decide
  } else if (verdict.fate == Fate::conflict) {
    fenced([&] { side_of(conflict(verdict.kind, refs)); });
  } else if (same_part(boxes.ours, at.ours, boxes.theirs, at.theirs)) {
    explain(MergeReason::same);
    side_of(MergeSide::ours);
  } else if (keeps_together(boxes, refs)) {
    fenced([&] { side_of(conflict(ConflictKind::together, refs)); });
  } else {
    explain(MergeReason::combined);
    fenced([&] { body(boxes, at, column); });
  }
  leave(boxes);
}

/// A part as one side wrote it, moved to another column, perhaps behind a dash or away from one.
void Compose::whole(const Box& from, std::uint32_t part, std::uint32_t column) {
  const Part& p = from.layout.parts[part];
  if (!behind_dash(from, part)) {
    const std::string_view before = from.ref.in->at(p.lead);
    if (mid_line() && comment_in(before)) {
      while (out_.back() == ' ') out_.pop_back();
      out_.push_back('\n');
    }
    if (!mid_line()) append_shifted(before, shift(from, column), true, out_);
  }
  own_body(from, part, column);
}

void Compose::own_body(const Box& from, std::uint32_t part, std::uint32_t column) {
  std::string_view text = from.ref.in->at(from.layout.parts[part].body());
  if (!behind_dash(from, part)) text.remove_prefix(std::min<std::size_t>(from.layout.column, text.size()));
  if (!mid_line()) to_column(column);
  append_shifted(text, shift(from, column), false, out_);
}

/// Comments and blank lines above; never a conflict.
void Compose::lead(const Boxes& boxes, const Triple& at, std::uint32_t column) {
  const std::string merged =
      merge_lines(lead_of(boxes.base, at.base), lead_of(boxes.ours, at.ours), lead_of(boxes.theirs, at.theirs));
  if (mid_line()) {
    if (!comment_in(merged)) return;
    while (out_.back() == ' ') out_.pop_back();
    out_.push_back('\n');
  }
  append_shifted(merged, static_cast<std::int32_t>(column), true, out_);
}

/// The end of the line, with its comment, and comments below. Two different comments are both kept, the second one
/// on a line of its own.
void Compose::tail(const Boxes& boxes, const Triple& at, std::uint32_t column) {
  std::array<std::string, merge_sides> first;
  std::array<std::string, merge_sides> rest;
  for (const MergeSide side : {MergeSide::base, MergeSide::ours, MergeSide::theirs}) {
    const std::uint32_t part = place_on(at, side);
    if (part == nowhere) continue;
    const Box& box = boxes.on(side);
    const Span span = box.layout.parts[part].tail;
    const std::string_view text = box.ref.in->at(span);
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n'), text.size() - 1) + 1);
    const auto i = static_cast<std::size_t>(side);
    first[i] = text.substr(0, end);
    rest[i] = plain(box, {span.begin + end, span.end}, true);
  }
  const auto line = pick(first[0], first[1], first[2]);
  out_.append(line ? *line : first[1]);
  if (!line && comment_in(first[2]) && first[1].find(first[2].substr(first[2].find('#'))) == std::string::npos) {
    if (!comment_in(first[1])) {
      out_.resize(out_.size() - first[1].size());
      out_.append(first[2]);
    } else {
      to_column(column + 2);  // deeper than what follows: it speaks of this part
      out_.append(first[2].substr(first[2].find('#')));
    }
  }
  append_shifted(merge_lines(rest[0], rest[1], rest[2]), static_cast<std::int32_t>(column), true, out_);
}

/// An entry that both sides have and changed.
void Compose::body(const Boxes& boxes, const Triple& where, std::uint32_t column) {
  Triple at = where;
  Three refs;
  if (at.base != nowhere) refs.base = boxes.base.value(at.base);
  refs.ours = boxes.ours.value(at.ours);
  refs.theirs = boxes.theirs.value(at.theirs);
  lead(boxes, at, column);
  if (filled_by_both(refs)) {
    refs.base = {};
    at.base = nowhere;
  }
  const auto block_kind = [](const Ref& a, const Ref& b) { return !a.present() || a.tree().kind == b.tree().kind; };
  const bool nested = block_or_none(refs.base) && block_or_none(refs.ours) && block_or_none(refs.theirs) &&
                      block_kind(refs.base, refs.ours) && block_kind(refs.theirs, refs.ours);
  const auto in_line = [](const Ref& ref) { return !ref.present() || !is_block_collection(ref.in->doc, ref.node); };
  const auto head = pick(head_of(boxes.base, at.base), head_of(boxes.ours, at.ours), head_of(boxes.theirs, at.theirs));
  if ((!nested && !(in_line(refs.base) && in_line(refs.ours) && in_line(refs.theirs))) || (!head && nested)) {
    // Written in ways that cannot be taken apart together: one side as a whole.
    const auto side = by_meaning(refs, &Ref::body);
    const MergeSide taken = side ? *side : conflict(ConflictKind::both_changed, refs);
    if (place_on(at, taken) != nowhere) own_body(boxes.on(taken), place_on(at, taken), column);
    return;
  }
  if (!mid_line()) to_column(column);
  const std::string& chosen = head ? *head : head_of(boxes.ours, at.ours);
  append_shifted(chosen, static_cast<std::int32_t>(column), false, out_);
  if (!nested) {
    values(refs, boxes, column);
    tail(boxes, at, column);
    return;
  }
  Boxes inner;
  open(refs.base, inner.base);
  open(refs.ours, inner.ours);
  open(refs.theirs, inner.theirs);
  const auto step = [&](MergeSide side) {
    const Box& box = inner.on(side);
    if (!box.present()) return inner.ours.layout.column - boxes.ours.layout.column;
    return box.layout.column - boxes.on(side).layout.column;
  };
  const auto deeper = pick(step(MergeSide::base), step(MergeSide::ours), step(MergeSide::theirs));
  block(inner, column + (deeper ? *deeper : step(MergeSide::ours)));
}

}  // namespace matter::merge
