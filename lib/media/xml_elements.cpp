#include "media/xml_elements.h"

namespace matter {

namespace {

struct Outline {
  std::uint32_t deepest;
  std::vector<XmlElement> all;
  std::vector<std::size_t> open;  // of `all`
  std::uint32_t depth = 0;
};

}  // namespace

std::optional<std::vector<XmlElement>> xml_elements(std::string_view xml, std::uint32_t deepest) {
  Outline outline{deepest, {}, {}, 0};
  XmlEvents events;
  events.begin_at = [&](std::string_view name, const XmlAttributes& attributes, std::size_t at, std::size_t length) {
    const std::uint32_t depth = outline.depth++;
    if (depth > outline.deepest) return;
    XmlElement& made = outline.all.emplace_back();
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) made.prefix = name.substr(0, colon);
    made.name = name.substr(colon == std::string_view::npos ? 0 : colon + 1);
    made.attributes = attributes;
    made.depth = depth;
    made.begin = at;
    made.inside = at + length;
    outline.open.push_back(outline.all.size() - 1);
  };
  events.end_at = [&](std::size_t at, std::size_t length) {
    if (--outline.depth > outline.deepest) return;
    XmlElement& ended = outline.all[outline.open.back()];
    outline.open.pop_back();
    ended.close = at;
    ended.end = at + length;
    if (ended.depth > 1) outline.all[outline.open.back()].text += ended.text;
  };
  events.text = [&](std::string_view piece) {
    if (outline.open.size() > 1) outline.all[outline.open.back()].text += piece;
  };
  if (!read_xml_events(xml, events)) return std::nullopt;
  return std::move(outline.all);
}

}  // namespace matter
