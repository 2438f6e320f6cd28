#include <algorithm>
#include <iterator>

#include "edit/emit.h"
#include "style/writer.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::uint32_t step = 2;
constexpr std::size_t usual_gap = 2;

/// Lines of a span, each without its break.
class SpanLines {
 public:
  SpanLines(std::string_view text, Span span) : text_(text), at_(span.begin), end_(span.end) {}

  bool next() {
    if (at_ >= end_) return false;
    begin_ = at_;
    const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_of("\r\n", at_), end_));
    line_ = text_.substr(begin_, stop - begin_);
    if (begin_ == 0 && line_.starts_with(mark)) line_.remove_prefix(mark.size());
    at_ = stop + 1;
    if (stop + 1 < end_ && text_[stop] == '\r' && text_[stop + 1] == '\n') ++at_;
    at_ = std::min(at_, end_);
    return true;
  }
  [[nodiscard]] std::string_view content() const {
    std::string_view line = trimmed(line_);
    while (line.starts_with(mark)) line = trimmed(line.substr(mark.size()));
    return line;
  }
  [[nodiscard]] bool blank() const { return content().empty(); }
  [[nodiscard]] std::size_t indentation() const { return line_.find_first_not_of(' '); }
  [[nodiscard]] std::uint32_t end() const { return at_; }

 private:
  std::string_view text_;
  std::uint32_t at_, end_;
  std::uint32_t begin_ = 0;
  std::string_view line_;
};

/// Whether a blank line stands behind a comment.
bool blank_inside(std::string_view text, Span span) {
  bool comments = false;
  for (SpanLines lines(text, span); lines.next();) {
    if (lines.blank() && comments) return true;
    comments = comments || !lines.blank();
  }
  return false;
}

/// Below the line that a tail begins on.
Span below_line(std::string_view text, Span tail) {
  SpanLines lines(text, tail);
  if (!lines.next()) return {tail.end, tail.end};
  return {lines.end(), tail.end};
}

Span comment_on_line(std::string_view text, Span tail) {
  std::uint32_t at = tail.begin;
  while (at < tail.end && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at >= tail.end || text[at] != '#') return {};
  return {at, static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of("\r\n", at), tail.end))};
}

}  // namespace

void Writer::blank() {
  if (fresh_ || open_ || to_->empty() || *to_ == mark || to_->ends_with("\n\n")) return;
  *to_ += '\n';
}

void Writer::comments_of(Span span) {
  notes_.clear();
  auto at = std::lower_bound(doc_->comments.begin(), doc_->comments.end(), span.begin,
                             [](const Comment& c, std::uint32_t begin) { return c.span.begin < begin; });
  for (; at != doc_->comments.end() && at->span.begin < span.end; ++at) notes_.push_back(*at);
}

bool Writer::lines(Span span, std::uint32_t column, bool blanks) {
  bool parted = false;
  for (SpanLines all(doc_->text, span); all.next();) {
    const std::string_view line = all.content();
    if (line.empty()) {
      parted = blanks;
      continue;
    }
    if (parted) blank();
    indent(column);
    *to_ += line;
    end_line();
    parted = false;
  }
  return parted;
}

std::uint32_t Writer::deep_until(Span span, std::uint32_t column) const {
  const Span rest = below_line(doc_->text, span);
  std::uint32_t until = rest.begin;
  for (SpanLines all(doc_->text, rest); all.next();) {
    if (!all.blank() && all.indentation() > column) until = all.end();
  }
  return until;
}

std::uint32_t Writer::near_until(Span span) const {
  std::uint32_t until = span.begin;
  for (SpanLines all(doc_->text, span); all.next() && !all.blank();) until = all.end();
  return until;
}

void Writer::above(const Frame& frame, const Piece& piece, std::uint32_t column, bool inline_first) {
  if (needs_blank_) blank();
  needs_blank_ = false;
  const bool first = &piece == frame.pieces.data();
  if (frame.apart && !first) blank();
  if (piece.above.empty()) return;
  if (inline_first) {
    comments_of(piece.above);
    for (const Comment& comment : notes_) hoist(comment.span);
    return;
  }
  const bool flow = frame.layout.flow;
  // Right below another part these comments would be taken for that one's.
  if (!flow && !first && blank_inside(doc_->text, piece.above)) blank();
  if (lines(piece.above, column, !flow)) blank();
}

/// Puts a comment on a line of its own above the line that is being written.
void Writer::hoist(Span comment) {
  const std::size_t line = line_begin();
  const std::size_t column = to_->find_first_not_of(' ', line) - line;
  std::string text(column, ' ');
  text.append(trimmed(slice(doc_->text, comment))).append(1, '\n');
  to_->insert(line, text);
  fresh_ = open_ = false;
}

/// Behind what stands on the line: as far as it stood, where that was to line comments up.
void Writer::note(Span comment) {
  std::size_t gap = usual_gap;
  std::uint32_t begin = comment.begin;
  while (begin > 0 && doc_->text[begin - 1] == ' ') --begin;
  const std::size_t spaces = comment.begin - begin;
  const bool tab = begin > 0 && doc_->text[begin - 1] == '\t';
  if (!tab && spaces > 0) {
    gap = spaces;
    if (spaces > usual_gap) {
      std::uint32_t line = begin;
      while (line > 0 && doc_->text[line - 1] != '\n' && doc_->text[line - 1] != '\r') --line;
      const std::size_t stood = display_width(slice(doc_->text, {line, comment.begin}));
      const std::size_t now = line_width();
      gap = stood > now + usual_gap ? stood - now : usual_gap;
    }
  }
  to_->append(gap, ' ').append(trimmed(slice(doc_->text, comment)));
}

/// Comments that stand between a key and the end of its value: one goes behind the line, the others above it.
void Writer::notes_behind(const Piece& piece, Span inside, bool may_stay) {
  if (doc_->comments.empty()) return;
  std::vector<Comment> others;
  inside = {std::max(inside.begin, piece.value.begin), std::min(inside.end, piece.value.end)};
  for (const Span span : {piece.head, inside}) {
    comments_of(span);
    others.insert(others.end(), notes_.begin(), notes_.end());
  }
  Span behind = piece.behind;
  if (behind.empty()) behind = comment_on_line(doc_->text, piece.tail);
  // Of a part of a block, what stands on lines below it goes below it.
  if (piece.in_flow) {
    comments_of(piece.tail);
    std::copy_if(notes_.begin(), notes_.end(), std::back_inserter(others),
                 [&](const Comment& comment) { return comment.span != behind; });
  }
  if (behind.empty() && others.size() == 1 && !others.front().own_line) {
    behind = others.front().span;
    others.clear();
  }
  for (const Comment& comment : others) hoist(comment.span);
  if (behind.empty()) return;
  if (may_stay) {
    note(behind);
  } else {
    hoist(behind);
  }
}

/// Comments on the lines below a part that are its own.
void Writer::below(const Frame& frame, const Piece& piece, std::uint32_t column, bool last, bool block_scalar) {
  if (frame.layout.flow) return;
  const Span rest = below_line(doc_->text, piece.tail);
  if (rest.empty() || !comments_in(*doc_, rest)) return;
  const std::uint32_t deep = std::max(rest.begin, deep_until(piece.tail, frame.layout.column));
  static_cast<void>(lines({rest.begin, deep}, block_scalar ? column : column + step, !block_scalar));
  const bool near = block_scalar || comments_in(*doc_, {deep, rest.end});
  static_cast<void>(lines({deep, rest.end}, column, false));
  needs_blank_ = near && !last;
}

/// Comments behind the last part: at the end of the collection, or, where they are not further in than what it
/// belongs to, right below that.
void Writer::closing(const Frame& frame, const Frame* outer, std::uint32_t column, bool last) {
  const Span rest = frame.closing;
  if (rest.empty() || !comments_in(*doc_, rest)) return;
  if (frame.layout.flow) {
    blank();
    // A last comma may stand among them.
    comments_of(rest);
    for (const Comment& comment : notes_) static_cast<void>(lines(comment.span, column, false));
    return;
  }
  if (outer == nullptr) {
    blank();
    static_cast<void>(lines(rest, column, true));
    return;
  }
  std::uint32_t deep = rest.begin;
  for (SpanLines all(doc_->text, rest); all.next();) {
    if (!all.blank() && all.indentation() > outer->layout.column) deep = all.end();
  }
  if (comments_in(*doc_, {rest.begin, deep})) {
    blank();
    static_cast<void>(lines({rest.begin, deep}, column, true));
  }
  if (!comments_in(*doc_, {deep, rest.end})) return;
  static_cast<void>(lines({deep, rest.end}, column - step, false));
  needs_blank_ = !last;
}

}  // namespace matter
