#include "edit/output.h"

#include <algorithm>

namespace matter {

namespace {

std::uint32_t behind_blank_lines(std::string_view text, Span span) {
  std::uint32_t line = span.begin;
  for (std::uint32_t at = line; at < span.end; ++at) {
    if (text[at] == '\n' || text[at] == '\r') {
      line = at + 1;
    } else if (text[at] != ' ' && text[at] != '\t') {
      break;
    }
  }
  return line;
}

}  // namespace

void Output::copy(Span span) {
  if (open()) span.begin = behind_blank_lines(from_, span);
  if (span.empty()) return;
  if (!pieces_.empty() && pieces_.back().span.end == span.begin &&
      pieces_.back().at + pieces_.back().span.size() == text_.size()) {
    pieces_.back().span.end = span.end;
  } else {
    pieces_.push_back({span, text_.size()});
  }
  text_ += slice(from_, span);
}

bool Output::at_line_begin() const {
  return text_.empty() || text_.back() == '\n' || text_.back() == '\r' || text_ == "\xEF\xBB\xBF";
}

void Output::begin_line() {
  if (at_line_begin()) return;
  const bool was_open = open();
  text_ += line_break_;
  if (was_open) keep_break(true);
}

void Output::gap() {
  if (!at_line_begin() && text_.back() != ' ' && text_.back() != '\t') text_ += ' ';
}

void Output::drop_last_break() {
  if (kept_break_at_ == text_.size() || open() || !text_.ends_with(line_break_)) return;
  text_.resize(text_.size() - line_break_.size());
}

std::vector<TextEdit> Output::edits() const {
  std::vector<TextEdit> edits;
  std::uint32_t from = 0;  // of the old text, and
  std::size_t at = 0;      // of the new one: said so far
  const auto until = [&](std::uint32_t old_end, std::size_t new_end) {
    if (old_end > from || new_end > at) {
      edits.push_back({{source_, {from, old_end}}, text_.substr(at, new_end - at)});
    }
  };
  for (const Piece& piece : pieces_) {
    if (piece.span.begin < from || piece.at >= text_.size()) continue;  // moved up: written as new text
    until(piece.span.begin, piece.at);
    const std::size_t kept = std::min<std::size_t>(piece.span.size(), text_.size() - piece.at);
    from = piece.span.begin + static_cast<std::uint32_t>(kept);
    at = piece.at + kept;
  }
  until(static_cast<std::uint32_t>(from_.size()), text_.size());
  return edits;
}

}  // namespace matter
