#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/unicode.h"

namespace matter {

/// Walks a short value from left to right; full-width characters count as their ASCII forms.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  void to(std::size_t at) { at_ = at; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  /// The next character, narrowed; 0 at the end.
  [[nodiscard]] char32_t peek() const {
    std::size_t at = at_;
    return next(at);
  }
  char32_t take() { return next(at_); }
  void skip_spaces() {
    while (!done() && peek() == U' ') take();
  }
  /// Takes `word` if it stands here, byte for byte.
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  /// A run of at most `most` digits; nothing where none stands here or more follow.
  std::optional<std::int32_t> digits(int most) {
    const std::size_t start = at_;
    std::int32_t value = 0;
    int count = 0;
    while (!done() && peek() >= U'0' && peek() <= U'9') {
      if (++count > most) {
        at_ = start;
        return std::nullopt;
      }
      value = value * 10 + static_cast<std::int32_t>(take() - U'0');
    }
    if (count == 0) return std::nullopt;
    return value;
  }

 private:
  [[nodiscard]] char32_t next(std::size_t& at) const {
    if (at >= text_.size()) return 0;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      ++at;
      return byte;
    }
    return narrow(next_code_point(text_, at));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace matter
