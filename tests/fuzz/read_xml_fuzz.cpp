#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/entries.h"
#include "media/xml.h"
#include "text/unicode.h"

namespace matter::fuzz {

namespace {

void demand(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

bool says_only_what_xml_can(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (xml_cannot_say(next_code_point(text, at))) return false;
  }
  return true;
}

void look_at(const XmlText& xml, std::size_t size) {
  for (std::uint32_t i = 0; i < xml.nodes.size(); ++i) {
    const XmlNode& node = xml.nodes[i];
    demand(node.span.begin <= node.span.end && node.span.end <= size, "a node stands in the text");
    demand(node.up <= i, "what is around a thing comes before it");
    demand(node.up == i || xml.nodes[node.up].kind == XmlNode::Kind::element, "things stand in elements");
    demand((node.kind == XmlNode::Kind::element || node.kind == XmlNode::Kind::attribute) == !node.name.empty(),
           "elements and attributes have names, others none");
    demand(says_only_what_xml_can(node.text), "no control character comes in");
    if (node.kind == XmlNode::Kind::text) demand(!node.text.empty(), "a text says something");
  }
  for (const std::uint32_t at : xml.taken) demand(at < size, "what was passed over is in the text");
}

/// Written as a value and read again, a text is the same.
void comes_back(std::string_view value) {
  std::string text = "<v>";
  append_xml_text(text, value);
  text += "</v>";
  XmlText xml;
  Collector findings(Lang::en);
  demand(matter::read_xml(text, 0, xml, findings), "what is written can be read");
  demand(xml.nodes.size() == 2 && xml.nodes[1].text == value, "a value comes back as it was");
}

}  // namespace

void read_xml(std::string_view bytes) {
  const std::string text(bytes);
  XmlText xml;
  Collector findings(Lang::zh);
  const bool read = matter::read_xml(text, 0, xml, findings);
  demand(read == findings.found().empty(), "read without a finding, or refused with one");
  for (const Diagnostic& d : findings.found()) {
    demand(d.at.span.begin <= d.at.span.end && d.at.span.begin <= text.size(), "a finding stands in the text");
  }
  demand(xml.nodes.size() <= most_xml_nodes, "no more nodes than the limit");
  static_cast<void>(declared_encoding(text));
  if (!read) return;
  look_at(xml, text.size());
  for (const XmlNode& node : xml.nodes) {
    if (node.kind == XmlNode::Kind::text) comes_back(node.text);
  }
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::read_xml);
