#include "frame/markdown.h"

#include <utility>

#include "text/unicode.h"

namespace matter::cli {
namespace {

constexpr std::string_view fence = "```", heading = "### ", item = "- ", code_indent = "    ";

/// Chinese text was broken here: no blank between two wide characters or behind wide punctuation.
bool wide_joint(std::string_view before, std::string_view after) {
  std::size_t at = before.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(before[at]) & 0xC0U) == 0x80U) --at;
  const char32_t last = next_code_point(before, at);
  if ((last >= 0x3000 && last <= 0x303F) || (last >= 0xFF00 && last <= 0xFF60)) return true;
  std::size_t first_at = 0;
  return display_width(last) == 2 && display_width(next_code_point(after, first_at)) == 2;
}

class Reader {
 public:
  void line(std::string_view text) {
    if (text.starts_with(fence)) {
      end();
      fenced_ = !fenced_;
    } else if (fenced_) {
      code(text);
    } else if (trimmed(text).empty()) {
      end();
      apart_ = true;
    } else if (text.starts_with(code_indent) && !in_text()) {
      code(text.substr(code_indent.size()));
    } else if (text.starts_with(heading)) {
      begin(Block::Kind::heading, text.substr(heading.size()));
      end();
    } else if (text.starts_with(item)) {
      begin(Block::Kind::item, text.substr(item.size()));
    } else if (in_text()) {
      join(trimmed(text));
    } else {
      begin(Block::Kind::paragraph, trimmed(text));
    }
  }

  std::vector<Block> take() { return std::move(blocks_); }

 private:
  [[nodiscard]] bool in_text() const { return open_ && blocks_.back().kind != Block::Kind::code; }

  void begin(Block::Kind kind, std::string_view text) {
    blocks_.push_back({kind, std::string(text), apart_ && !blocks_.empty()});
    apart_ = false;
    open_ = true;
  }
  void end() { open_ = false; }

  void code(std::string_view text) {
    if (open_ && blocks_.back().kind == Block::Kind::code) {
      blocks_.back().text.append("\n").append(text);
    } else {
      begin(Block::Kind::code, text);
    }
  }

  void join(std::string_view text) {
    std::string& before = blocks_.back().text;
    if (!wide_joint(before, text)) before += ' ';
    before += text;
  }

  std::vector<Block> blocks_;
  bool open_ = false, fenced_ = false, apart_ = false;
};

}  // namespace

std::vector<Block> blocks_of(std::string_view markdown) {
  Reader reader;
  while (!markdown.empty()) {
    const std::size_t end = markdown.find('\n');
    reader.line(markdown.substr(0, end));
    markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
  }
  return reader.take();
}

}  // namespace matter::cli
