#include "frame/page.h"

#include "frame/style.h"
#include "frame/wrap.h"
#include "text/embedded.h"
#include "text/unicode.h"

namespace matter::detail {
// Defined by matter_embed from tools/commands/*.md.
extern const EmbeddedBlob command_pages[];
extern const unsigned command_pages_count;
}  // namespace matter::detail

namespace matter::cli {
namespace {

constexpr std::size_t margin = 2;

std::string_view whole_page(std::string_view command) {
  const std::string path = std::string(command) + ".md";
  for (unsigned i = 0; i < detail::command_pages_count; ++i) {
    const auto& blob = detail::command_pages[i];
    if (blob.path == path) return {blob.begin, static_cast<std::size_t>(blob.end - blob.begin)};
  }
  return {};
}

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

/// Collects the lines of a paragraph or list item and writes it out as one.
class Flow {
 public:
  explicit Flow(bool color) : color_(color) {}

  void line(std::string_view text) {
    if (text.substr(0, 3) == "```") {
      paragraph_end();
      fenced_ = !fenced_;
    } else if (fenced_) {
      out_ += std::string(margin + 2, ' ') + std::string(text) + '\n';
    } else if (text.substr(0, 4) == "### ") {
      paragraph_end();
      out_ += std::string(margin, ' ') + bold(text.substr(4), color_) + '\n';
    } else if (trimmed(text).empty()) {
      paragraph_end();
      if (!out_.empty() && out_.substr(out_.size() - std::min<std::size_t>(2, out_.size())) != "\n\n") out_ += '\n';
    } else {
      if (text.substr(0, 2) == "- ") paragraph_end();
      // Chinese lines join without a blank.
      if (!pending_.empty() && !wide_joint(pending_, trimmed(text))) pending_ += ' ';
      pending_ += trimmed(text);
    }
  }

  std::string finish() {
    paragraph_end();
    while (!out_.empty() && out_.back() == '\n') out_.pop_back();
    return out_.empty() ? out_ : out_ + '\n';
  }

 private:
  /// Chinese text was broken here: no blank between two wide characters or behind wide punctuation.
  static bool wide_joint(std::string_view before, std::string_view after) {
    std::size_t at = before.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(before[at]) & 0xC0U) == 0x80U) --at;
    const char32_t last = next_code_point(before, at);
    if ((last >= 0x3000 && last <= 0x303F) || (last >= 0xFF00 && last <= 0xFF60)) return true;
    std::size_t first_at = 0;
    return display_width(last) == 2 && display_width(next_code_point(after, first_at)) == 2;
  }

  void paragraph_end() {
    if (pending_.empty()) return;
    std::string plain;
    for (const char c : pending_) {
      if (c != '`') plain += c;
    }
    if (plain.substr(0, 2) == "- ") {
      out_ += std::string(margin, ' ') + "- " + wrapped(plain.substr(2), margin + 2).substr(margin + 2) + '\n';
    } else {
      out_ += wrapped(plain, margin) + '\n';
    }
    pending_.clear();
  }

  bool color_;
  bool fenced_ = false;
  std::string pending_;
  std::string out_;
};

}  // namespace

std::string_view page_of(std::string_view command, Lang lang) {
  const std::string_view wanted = lang == Lang::zh ? "## 中文" : "## English";
  std::string_view rest = whole_page(command);
  while (!rest.empty()) {
    if (next_line(rest) != wanted) continue;
    return rest.substr(0, rest.find("\n## "));
  }
  return {};
}

std::string for_terminal(std::string_view markdown, bool color) {
  Flow flow(color);
  while (!markdown.empty()) flow.line(next_line(markdown));
  return flow.finish();
}

}  // namespace matter::cli
