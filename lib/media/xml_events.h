#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace matter {

/// Attributes of an element as written, prefixes taken off.
using XmlAttributes = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::string_view attribute(const XmlAttributes& all, std::string_view name);

/// What a large XML text says, one thing after another. Names are without their prefix: whoever reads knows what he
/// reads.
struct XmlEvents {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> begin;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
  /// The same with the bytes of the tag; the name as written. Of `<a/>` the second tag has none.
  std::function<void(std::string_view name, const XmlAttributes& attributes, std::size_t at, std::size_t length)>
      begin_at = {};
  std::function<void(std::size_t at, std::size_t length)> end_at = {};
};

/// False where it is no XML, has a document type (no entities, nothing that leads elsewhere) or elements in more than
/// 64 others.
bool read_xml_events(std::string_view xml, const XmlEvents& events);

}  // namespace matter
