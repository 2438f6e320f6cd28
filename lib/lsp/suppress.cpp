#include "lsp/suppress.h"

#include <algorithm>

#include "checks/covered.h"
#include "doc/yaml.h"
#include "edit/span_guard.h"
#include "text/unicode.h"

namespace matter::lsp {

namespace {

/// On one line: a line break would end the comment.
std::string one_line(std::string_view reason) {
  std::string line;
  for (const char c : trimmed(reason)) line += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  return line;
}

}  // namespace

std::optional<Suppression> suppression(std::string_view text, std::uint32_t at, std::string_view rule,
                                       std::string_view reason, Lang lang) {
  at = std::min(at, static_cast<std::uint32_t>(text.size()));
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view rest = text.substr(line);
  const std::size_t indent = std::min(rest.find_first_not_of(' '), rest.size());
  const bool crlf = text.find("\r\n") != std::string_view::npos;
  std::string comment(indent, ' ');
  comment += lang == Lang::zh ? "# matter: 忽略 " : "# matter: ignore ";
  comment.append(rule);
  comment += ' ' + one_line(reason);
  while (comment.ends_with(' ')) comment.pop_back();
  comment += crlf ? "\r\n" : "\n";

  Suppression made;
  const auto begin = static_cast<std::uint32_t>(line);
  made.edit = {{no_source, {begin, begin}}, comment};
  const std::string after = edited_text(text, {made.edit});
  Document document;
  Collector unheard(lang);
  static_cast<void>(read_yaml(after, no_source, document, unheard));
  if (document.damaged || !guard_spans(text, {made.edit}, lang).empty()) return std::nullopt;
  const auto found = std::find_if(document.comments.begin(), document.comments.end(),
                                  [&](const Comment& one) { return one.span.begin == begin + indent; });
  if (found == document.comments.end()) return std::nullopt;
  const Span covers = covered_by(document, *found);
  if (!covers.contains(at + static_cast<std::uint32_t>(comment.size()))) return std::nullopt;
  made.whole = std::any_of(document.roots.begin(), document.roots.end(), [&](NodeId root) {
    return document.node(root).span.end <= covers.end && document.node(root).span.begin >= covers.begin;
  });
  return made;
}

}  // namespace matter::lsp
