#include "edit/style.h"

#include <array>

#include "edit/layout.h"

namespace matter {

namespace {

constexpr std::size_t widest = 9;

struct Seen {
  std::array<std::uint32_t, widest> steps{};
  std::array<std::uint32_t, widest> dashes{};
  std::uint32_t padded = 0, tight = 0;
};

std::uint32_t column_of(std::string_view text, std::uint32_t at) {
  std::uint32_t column = 0;
  while (at > column && text[at - column - 1] != '\n' && text[at - column - 1] != '\r') ++column;
  const bool marked = column == at && text.starts_with("\xEF\xBB\xBF");
  return marked && column >= 3 ? column - 3 : column;
}

void look(const Document& doc, const Node& node, Seen& seen) {
  if (node.style == NodeStyle::flow && node.is(NodeKind::mapping) && node.count > 0) {
    const std::string_view text = slice(doc.text, node.span);
    if (text.size() > 2 && text[0] == '{' && text.back() == '}') ++(text[1] == ' ' ? seen.padded : seen.tight);
  }
  if (!node.is(NodeKind::mapping) || node.style != NodeStyle::block) return;
  const std::uint32_t outer = column_of(doc.text, node.span.begin);
  for (NodeId key = node.child; key != no_node; key = doc.node(doc.node(key).next).next) {
    const NodeId value = doc.node(key).next;
    if (!is_block_collection(doc, value)) continue;
    const std::uint32_t inner = column_of(doc.text, doc.node(value).span.begin);
    if (inner < outer || inner - outer >= widest) continue;
    ++(doc.node(value).is(NodeKind::mapping) ? seen.steps : seen.dashes)[inner - outer];
  }
}

/// The most frequent, or what holds where none was seen.
std::uint32_t usual(const std::array<std::uint32_t, widest>& counts, std::uint32_t otherwise) {
  std::uint32_t best = otherwise;
  std::uint32_t most = 0;
  for (std::uint32_t i = 0; i < widest; ++i) {
    if (counts[i] > most) {
      most = counts[i];
      best = i;
    }
  }
  return best;
}

}  // namespace

std::string_view first_break(std::string_view text) {
  const std::size_t at = text.find_first_of("\r\n");
  if (at == std::string_view::npos || text[at] == '\n') return "\n";
  return at + 1 < text.size() && text[at + 1] == '\n' ? "\r\n" : "\r";
}

FileStyle learn_style(const Document& doc) {
  Seen seen;
  for (const Node& node : doc.nodes) look(doc, node, seen);
  FileStyle style;
  style.line_break = first_break(doc.text);
  style.step = usual(seen.steps, usual(seen.dashes, 2) >= 2 ? usual(seen.dashes, 2) : 2);
  style.dash = usual(seen.dashes, style.step);
  style.padded = seen.padded > seen.tight;
  return style;
}

}  // namespace matter
