#include "frame/page.h"

#include "frame/markdown.h"
#include "frame/style.h"
#include "text/embedded.h"
#include "text/wrap.h"

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

std::string without_ticks(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '`') plain += c;
  }
  return plain;
}

std::string code_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    out += line.empty() ? "\n" : std::string(margin + 2, ' ').append(line) + '\n';
  }
  return out;
}

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
  std::string out;
  for (const Block& block : blocks_of(markdown)) {
    if (block.apart) out += '\n';
    switch (block.kind) {
      case Block::Kind::paragraph: out += wrapped(without_ticks(block.text), margin) + '\n'; break;
      case Block::Kind::item:
        out +=
            std::string(margin, ' ') + "- " + wrapped(without_ticks(block.text), margin + 2).substr(margin + 2) + '\n';
        break;
      case Block::Kind::heading: out += std::string(margin, ' ') + bold(block.text, color) + '\n'; break;
      case Block::Kind::code: out += code_lines(block.text); break;
    }
  }
  return out;
}

}  // namespace matter::cli
