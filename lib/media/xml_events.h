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
};

/// False where it is no XML, has a document type (no entities, nothing that leads elsewhere) or elements in more than
/// 64 others.
bool read_xml_events(std::string_view xml, const XmlEvents& events);

}  // namespace matter
