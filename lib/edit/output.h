#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/edit.h"

namespace matter {

/// A new text made of copied spans of an old one and of fresh text; knows the edits that lead from one to the other.
class Output {
 public:
  Output(std::string_view from, SourceId source, std::string_view line_break)
      : from_(from), source_(source), line_break_(line_break) {}

  /// Blank lines at its begin are left out where they would become part of a value.
  void copy(Span span);
  void add(std::string_view text) { text_ += text; }
  /// Goes to the beginning of a line where something stands on this one.
  void begin_line();
  /// A space where a key or dash was the last thing written.
  void gap();
  /// What was written last is a block scalar whose last line break belongs to it; and maybe blank lines behind it.
  void keep_break(bool blank_lines) { (blank_lines ? open_at_ : kept_break_at_) = text_.size(); }
  /// Blank lines written now would become part of a value.
  [[nodiscard]] bool open() const { return open_at_ == text_.size(); }
  /// Takes a last line break away, unless it belongs to a value.
  void drop_last_break();

  [[nodiscard]] bool at_line_begin() const;
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view line_break() const { return line_break_; }
  [[nodiscard]] std::vector<TextEdit> edits() const;

 private:
  struct Piece {
    Span span;
    std::size_t at;
  };
  std::string_view from_;
  SourceId source_;
  std::string_view line_break_;
  std::string text_;
  std::vector<Piece> pieces_;
  std::size_t kept_break_at_ = static_cast<std::size_t>(-1);
  std::size_t open_at_ = static_cast<std::size_t>(-1);
};

}  // namespace matter
