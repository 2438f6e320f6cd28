#include <algorithm>

#include "doc/yaml_writer.h"
#include "edit/emit.h"
#include "style/writer.h"

namespace matter {

namespace {

constexpr std::uint32_t step = 2;

bool block_style(const Node& node) {
  return node.is(NodeKind::scalar) && (node.style == NodeStyle::literal || node.style == NodeStyle::folded);
}

/// The written lines of a block scalar below its head, without their indentation.
struct Body {
  std::string_view head;  ///< `|2-`, without a comment
  std::vector<std::string_view> lines;
  bool digit = false;  ///< the first line that is not empty begins with a space
};

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

void split_lines(std::string_view written, std::vector<std::string_view>& into) {
  while (!written.empty()) {
    const std::size_t end = std::min(written.find_first_of("\r\n"), written.size());
    into.push_back(written.substr(0, end));
    const bool two = end + 1 < written.size() && written[end] == '\r' && written[end + 1] == '\n';
    written.remove_prefix(std::min(end + (two ? 2 : 1), written.size()));
  }
}

Body body_of(std::string_view written, std::uint32_t column) {
  Body body;
  split_lines(written, body.lines);
  const std::string_view head = body.lines.front();
  body.head = head.substr(0, head.find_first_of(" \t#"));
  body.lines.erase(body.lines.begin());
  const std::size_t digit = body.head.find_first_of("123456789");
  std::size_t indent = 0;
  if (digit != std::string_view::npos) {
    indent = column + static_cast<std::size_t>(body.head[digit] - '0');
  } else {
    for (const std::string_view line : body.lines) {
      if (indent = indentation(line); indent < line.size()) break;
    }
  }
  bool seen = false;
  for (std::string_view& line : body.lines) {
    line.remove_prefix(std::min(indent, indentation(line)));
    if (!seen && !line.empty()) body.digit = line.front() == ' ';
    seen = seen || !line.empty();
  }
  while (!body.lines.empty() && body.lines.back().empty()) body.lines.pop_back();
  return body;
}

}  // namespace

Writer::Frame& Writer::push() {
  if (depth_ == frames_.size()) frames_.emplace_back();
  return frames_[depth_++];
}

void Writer::arrange_frame(NodeId node, const Sense& sense, Frame& frame) const {
  const bool moved = arrange(*doc_, node, sense, frame.order);
  frame.pieces.clear();
  frame.opening = frame.closing = {};
  frame.apart = moved && frame.layout.parts.size() > 2 && !frame.layout.flow &&
                std::all_of(frame.layout.parts.begin() + 1, frame.layout.parts.end(), [&](const Part& part) {
                  const std::string_view lead = slice(doc_->text, part.lead);
                  return lead.starts_with('\n') || lead.starts_with('\r');
                });
  if (frame.layout.flow) {
    pieces_of_flow(frame);
  } else {
    pieces_of_block(frame);
  }
}

void Writer::pieces_of_block(Frame& frame) const {
  const Layout& layout = frame.layout;
  frame.closing = layout.close;
  for (const Arranged& node : frame.order) {
    const Part& part = layout.parts[node.part];
    frame.pieces.push_back({node, part.lead, part.head, part.value, part.tail, {}, false});
    if (node.part + 1 != layout.parts.size()) continue;
    // Behind a blank line comments speak of no part but stand at the end of all.
    Piece& last = frame.pieces.back();
    const bool nested = is_block_collection(*doc_, part.node);
    const Span rest{nested ? doc_->node(part.node).span.end : part.tail.begin, part.tail.end};
    const std::uint32_t end = near_until({deep_until(rest, layout.column), rest.end});
    if (nested) {
      last.value.end = last.tail.begin = end;
    }
    last.tail.end = frame.closing.begin = end;
  }
}

void Writer::pieces_of_flow(Frame& frame) const {
  const Layout& layout = frame.layout;
  const FlowFrame around = frame_of(*doc_, layout);
  for (const Arranged& node : frame.order) {
    const Part& part = layout.parts[node.part];
    const FlowAround& own = around.parts[node.part];
    frame.pieces.push_back({node, own.lead, part.head, part.value, part.tail, own.after, true});
  }
  frame.opening = around.opening;
  frame.closing = around.close;
  if (frame.closing.end > frame.closing.begin && !layout.open.empty()) --frame.closing.end;  // the bracket
}

void Writer::block(const Frame& frame, std::uint32_t column, bool inline_first) {
  for (const Piece& one : frame.pieces) {
    const bool first = &one == frame.pieces.data();
    above(frame, one, column, inline_first && first);
    if (!inline_first || !first) indent(column);
    piece(frame, one, column, &one == &frame.pieces.back());
  }
}

void Writer::piece(const Frame& frame, const Piece& piece, std::uint32_t column, bool last) {
  const Node& node = doc_->node(piece.node.value);
  const bool collection = node.is(NodeKind::mapping) || node.is(NodeKind::sequence);
  if (piece.node.key != no_node) {
    key(piece.node, false);
    *to_ += ':';
  } else {
    *to_ += '-';
  }
  if (stays_block_scalar(piece)) {
    block_scalar(frame, piece, column);
    return below(frame, piece, column, last, true);
  }
  if (collection && node.count != 0) {
    const bool may_stay = node.style == NodeStyle::flow && !comments_in(*doc_, node.span);
    if (!may_stay || !flow_fits(piece.node.value, piece.node.sense)) return nested(frame, piece, column, last);
  } else if (!node.is(NodeKind::null)) {
    *to_ += ' ';
    if (collection) {
      flow(piece.node.value, piece.node.sense);
    } else {
      scalar(piece.node.value, piece.node.sense, false);
    }
  }
  notes_behind(piece, node.span, true);
  end_line();
  below(frame, piece, column, last, false);
}

void Writer::nested(const Frame& frame, const Piece& piece, std::uint32_t column, bool last) {
  Frame& inner = push();
  const Node& node = doc_->node(piece.node.value);
  const bool was_flow = node.style == NodeStyle::flow;
  lay_out(*doc_, piece.node.value, was_flow ? node.span : piece.value, inner.layout);
  arrange_frame(piece.node.value, piece.node.sense, inner);
  const bool behind_dash = piece.node.key == no_node;
  notes_behind(piece, inner.opening, !behind_dash);
  if (behind_dash) {
    *to_ += ' ';
  } else {
    end_line();
    fresh_ = true;
  }
  block(inner, column + step, behind_dash);
  closing(inner, &frame, column + step, last);
  pop();
  if (was_flow && !frame.layout.flow) below(frame, piece, column, last, false);
}

bool Writer::stays_block_scalar(const Piece& piece) {
  const Node& node = doc_->node(piece.node.value);
  if (!block_style(node)) return false;
  word(*doc_, piece.node.value, piece.node.sense, word_);
  return word_.block_kept;
}

void Writer::block_scalar(const Frame& frame, const Piece& piece, std::uint32_t column) {
  const Node& node = doc_->node(piece.node.value);
  const Body body = body_of(slice(doc_->text, node.span), frame.layout.column);
  const std::string_view text = node.text();
  const bool keep = body.head.find('+') != std::string_view::npos;
  const bool strip = body.head.find('-') != std::string_view::npos || (!keep && !text.empty() && !text.ends_with('\n'));
  to_->append(" ").append(1, body.head.front());
  if (body.digit) *to_ += static_cast<char>('0' + step);
  if (keep || strip) *to_ += keep ? '+' : '-';
  const auto head_end = static_cast<std::uint32_t>(
      std::min<std::size_t>(doc_->text.find_first_of("\r\n", node.span.begin), doc_->text.size()));
  notes_behind(piece, {node.span.begin, head_end}, true);
  end_line();
  for (const std::string_view line : body.lines) {
    if (!line.empty()) indent(column + step);
    to_->append(line).append(1, '\n');
  }
  if (!keep) return;
  std::size_t breaks =
      text.size() - (text.find_last_not_of('\n') == std::string_view::npos ? 0 : text.find_last_not_of('\n') + 1);
  if (!body.lines.empty() && breaks > 0) --breaks;
  to_->append(breaks, '\n');
  open_ = true;
}

}  // namespace matter
