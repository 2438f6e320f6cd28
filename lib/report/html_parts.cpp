#include "report/html_parts.h"

#include "report/html_style.h"
#include "report/shown.h"
#include "text/sha256.h"

namespace matter {

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string html_shown(std::string_view text) { return html_escaped(shown_text(text)); }

std::string html_around(std::string_view open, std::string_view markup) {
  const std::string_view name = open.substr(0, open.find(' '));
  return std::string("<").append(open).append(">").append(markup).append("</").append(name).append(">");
}

std::string html_element(std::string_view open, std::string_view text) { return html_around(open, html_escaped(text)); }

std::string html_head(const HtmlPage& page) {
  const std::string style = std::string(html_style).append(page.style);
  const std::string script = page.script.empty() ? "" : "; script-src '" + sha256_source(page.script) + "'";
  return "<!doctype html>\n<html lang=\"" + std::string(page.lang == Lang::zh ? "zh-CN" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
         sha256_source(style) + "'" + script +
         "; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         html_element("title", page.title) + "\n" + html_around("style", style) + "\n</head>\n<body>\n";
}

std::string html_end(const HtmlPage& page) {
  return (page.script.empty() ? std::string() : html_around("script", page.script) + "\n") + "</body>\n</html>\n";
}

}  // namespace matter
