#pragma once

#include <string>
#include <string_view>

#include "doc/document.h"

namespace matter {

/// Appends a tree as JSON on one line. Plain scalars that are JSON numbers, true or false stay so;
/// every other scalar is a string. Keys keep their order.
void write_json(const Document& doc, NodeId id, std::string& to);

/// Whether the text is a number as JSON writes it, true or false.
[[nodiscard]] bool is_json_literal(std::string_view text);

}  // namespace matter
