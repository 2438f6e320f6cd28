#pragma once

#include <string>

#include "doc/document.h"

namespace matter::test {

/// A document as text, one node a line, so that two trees can be compared and shown:
/// `map{`, `seq[`, `null`, `plain|quoted|… "value"`, a tag as `<tag>` before. Spans are not part of it.
/// Styles of scalars are told as plain, single, double, literal, folded.
[[nodiscard]] std::string tree_text(const Document& document);

/// A scalar's value with line breaks and control characters escaped.
[[nodiscard]] std::string escaped(std::string_view value);

/// What is wrong with the spans and links of a tree; empty when all is well:
/// spans inside the text and begin <= end, children inside their parent and in order,
/// scalar views inside the text or made of readable bytes, links without loops.
[[nodiscard]] std::string broken_invariant(const Document& document);

}  // namespace matter::test
