#include "report/markdown_text.h"

namespace matter {

namespace {

/// A character that no reader sees and that keeps `@name` and `#1` from being a mention or a reference: platforms look
/// for these in the text that came of the Markdown, where an escape is no more.
constexpr std::string_view apart = "&#8203;";

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '@':
      case '#': out.append(1, c).append(apart); break;
      case '\n': out += ' '; break;
      default:
        if (rest.starts_with("://") || rest.starts_with("www.") || rest.starts_with("WWW.")) {
          out.append(1, c).append(apart);
        } else {
          if (std::string_view("\\`*_[]~$^=|").find(c) != std::string_view::npos) out += '\\';
          out += c;
        }
    }
  }
  return out;
}

}  // namespace matter
