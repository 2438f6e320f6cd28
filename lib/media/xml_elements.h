#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/xml_events.h"

namespace matter {

/// An element with its place, for whoever edits an XML text and leaves the rest as it is.
struct XmlElement {
  std::string name;  ///< without its prefix
  std::string prefix;
  XmlAttributes attributes;
  std::string text;         ///< all that it says; of elements that are deeper than asked for, too
  std::uint32_t depth = 0;  ///< of the outermost: 0
  std::size_t begin = 0;    ///< of its first tag
  std::size_t inside = 0;   ///< behind that
  std::size_t close = 0;    ///< of its last tag; of `<a/>` the same as `end`
  std::size_t end = 0;      ///< behind that

  [[nodiscard]] bool empty_tag() const { return close == end; }
};

/// Elements down to a depth, in the order in which they begin; texts of those at depth 0 are left out. Nothing where it
/// is no XML or has a document type.
[[nodiscard]] std::optional<std::vector<XmlElement>> xml_elements(std::string_view xml, std::uint32_t deepest);

}  // namespace matter
