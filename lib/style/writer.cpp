#include "style/writer.h"

#include <algorithm>

#include "edit/emit.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// Where the last run of comments in a span of whole lines begins that has a blank line before it and other comments
/// above that; its end where there is none.
std::uint32_t own_comments(std::string_view text, Span span) {
  std::uint32_t own = span.end;
  bool comments = false;
  bool parted = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const std::size_t found = text.find('\n', at);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, span.end - 1U));
    std::string_view line = trimmed(text.substr(at, end - at));
    if (line.starts_with(mark)) line = trimmed(line.substr(mark.size()));
    if (line.empty()) {
      parted = comments;
      own = span.end;
    } else {
      if (parted && own == span.end) own = at;
      comments = true;
    }
    at = end + 1;
  }
  return own;
}

}  // namespace

void Writer::write(const Document& doc, const Table& root_table, std::optional<KeyLanguage> keys, std::string& to) {
  doc_ = &doc;
  to_ = &to;
  keys_ = keys;
  depth_ = 0;
  needs_blank_ = false;
  to.clear();
  std::uint32_t at = 0;
  if (doc.text.starts_with(mark)) {
    to += mark;
    at = static_cast<std::uint32_t>(mark.size());
  }
  for (std::size_t n = 0; n < doc.roots.size(); ++n) {
    fresh_ = at <= mark.size();
    open_ = false;
    between({at, std::max(at, doc.root_spans[n].begin)});
    root(n, root_table);
    at = doc.root_spans[n].end;
  }
  between({at, static_cast<std::uint32_t>(doc.text.size())});
  if (!to.empty() && !to.ends_with('\n') && to != mark) to += '\n';
}

/// What stands outside of documents: markers, and comments between them. The last line stays open.
void Writer::between(Span gap) {
  bool blanks = false;
  for (std::uint32_t at = gap.begin; at < gap.end;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(doc_->text.find_first_of("\r\n", at), gap.end));
    std::string_view line = trimmed(slice(doc_->text, {at, end}));
    while (line.starts_with(mark)) line = trimmed(line.substr(mark.size()));
    if (line.empty()) {
      blanks = true;
    } else {
      if (line_begin() != to_->size()) end_line();
      if (blanks && !line.starts_with("---") && !line.starts_with("...")) blank();
      *to_ += line;
      blanks = false;
      fresh_ = false;
    }
    at = end + 1;
    if (end + 1 < gap.end && doc_->text[end] == '\r' && doc_->text[end + 1] == '\n') ++at;
  }
}

/// Ends the line of a marker, with the comment behind it.
void Writer::open_line(Span open) {
  if (line_begin() == to_->size()) return;
  comments_of(open);
  if (!notes_.empty()) note(notes_.front().span);
  end_line();
  fresh_ = true;
}

void Writer::root(std::size_t n, const Table& table) {
  const NodeId id = doc_->roots[n];
  const Node& node = doc_->node(id);
  Frame& frame = push();
  lay_out_root(*doc_, n, frame.layout);
  const Span around = frame.layout.close;
  open_line(frame.layout.open);
  if (node.is(NodeKind::null)) {
    static_cast<void>(lines(around, 0, true));
  } else if (is_block_collection(*doc_, id)) {
    arrange_frame(id, sense_of_root(table, node), frame);
    root_collection(frame, id);
  } else {
    if (lines({around.begin, node.span.begin}, 0, true)) blank();
    if (node.count == 0) {
      flow(id, sense_of_root(table, node));
      comments_of({node.span.begin, node.span.end});
      end_line();
      for (const Comment& inside : std::vector<Comment>(notes_)) static_cast<void>(lines(inside.span, 0, false));
    } else {
      lay_out(*doc_, id, node.span, frame.layout);
      arrange_frame(id, sense_of_root(table, node), frame);
      static_cast<void>(lines(frame.opening, 0, false));
      block(frame, 0, false);
      closing(frame, nullptr, 0, true);
    }
    const Span after{node.span.end, around.end};
    if (comments_in(*doc_, after)) {
      if (node.count != 0) blank();
      static_cast<void>(lines(after, 0, true));
    }
  }
  pop();
}

void Writer::root_collection(Frame& frame, NodeId node) {
  if (doc_->node(node).is(NodeKind::mapping)) header(frame);
  // What was above the first part is written; what is its own goes where it goes.
  for (Piece& piece : frame.pieces) {
    if (piece.node.part == 0 && doc_->node(node).is(NodeKind::mapping))
      piece.above.begin = own_comments(doc_->text, piece.above);
  }
  block(frame, 0, false);
  closing(frame, nullptr, 0, true);
}

/// Comments above the first part of a document stay at its top, whatever comes first now.
void Writer::header(const Frame& frame) {
  if (frame.layout.parts.empty()) return;
  const Span lead = frame.layout.parts.front().lead;
  if (lead.empty()) return;
  const bool parted = lines({lead.begin, own_comments(doc_->text, lead)}, 0, true);
  const Piece& first = frame.pieces.front();
  const bool has_own = first.node.part != 0 && comments_in(*doc_, first.above);
  if ((parted || has_own) && !fresh_) blank();
  if (!parted && !has_own && first.node.part != 0) fresh_ = true;  // no blank line of the part that comes first now
}

}  // namespace matter
