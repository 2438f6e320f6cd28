#pragma once

#include <string>
#include <string_view>

#include "doc/document.h"

namespace matter {

/// Columns (wide characters count two) that a line with a flow collection may reach, wherever we write one.
inline constexpr std::size_t flow_width = 120;

struct YamlStyle {
  std::size_t width = flow_width;
};

/// Appends a tree (a mapping or sequence) as one YAML document in the canonical form of new files:
/// block style with two spaces; collections of style `flow` on one line where they fit; text of
/// several lines as literal blocks; text quoted exactly where a reader of YAML 1.1 or 1.2 could take
/// it for something else (numbers, dates, codes, true, null …) or where it would not come back as it is.
/// For new files only: a user's file is changed by text edits, never by writing it anew.
void write_yaml(const Document& doc, NodeId root, std::string& to, const YamlStyle& style = {});

/// Whether text stands plain (unquoted) in YAML and comes back as that very text.
[[nodiscard]] bool plain_in_yaml(std::string_view text, bool in_flow);

/// Appends a text as one scalar on one line, quoted where it needs to be.
void write_yaml_text(std::string_view text, bool in_flow, std::string& to);

/// The same in double quotes, with escapes where it needs them.
void write_double_quoted(std::string_view text, std::string& to);

/// Whether text of several lines can be a literal block: no line that begins or ends in a way that the indentation
/// would hide, nothing that needs an escape.
[[nodiscard]] bool fits_literal(std::string_view text);

}  // namespace matter
