#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "text/arena.h"
#include "text/source.h"

namespace matter {

/// One thing that an XML text says, in the order of the text; `up` leads to the element that it stands in.
struct XmlNode {
  enum class Kind : std::uint8_t { element, attribute, text, comment };
  Kind kind = Kind::element;
  std::uint32_t up = 0;   ///< index of the element around it; its own where there is none
  std::string_view name;  ///< of an element or attribute, as written, prefix included
  std::string_view text;  ///< of the others, with entities and CDATA undone
  Span span;              ///< an element's first tag; a text from its first byte to its last
};

/// XML 1.0 in UTF-8, without a document type: no entity but the five of XML itself, nothing that leads elsewhere.
struct XmlText {
  std::vector<XmlNode> nodes;
  Arena arena;                       ///< of texts that are not views into what was read
  std::vector<std::uint32_t> taken;  ///< where a control character stood that was passed over, raw or as `&#7;`
};

inline constexpr std::size_t most_xml_depth = 32;         ///< elements in each other
inline constexpr std::size_t most_xml_nodes = 8'000'000;  ///< of one text

/// Reads one text that may hold several documents one after another. False and a finding at the byte where it ends
/// being XML, or shows a document type, or goes beyond the limits. Control characters that XML does not allow are
/// passed over and listed; what else it does not allow is a mistake. The text must outlive the nodes.
bool read_xml(std::string_view text, SourceId source, XmlText& into, Collector& findings);

/// What `encoding="…"` of the declaration says; empty where it says nothing.
[[nodiscard]] std::string_view declared_encoding(std::string_view bytes);

/// Whether a name is one of XML 1.0, without a colon.
[[nodiscard]] bool is_xml_name(std::string_view name);
/// A value as the text of an element: nothing of it becomes a tag or an entity, line breaks stay what they are.
/// Characters that XML has no way to say (see `xml_cannot_say`) must not be in it.
void append_xml_text(std::string& to, std::string_view value);
/// A control character other than tab and line breaks, U+FFFE and U+FFFF.
[[nodiscard]] bool xml_cannot_say(char32_t c);

}  // namespace matter
