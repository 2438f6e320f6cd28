#include "media/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace matter {

namespace {

constexpr int most_depth = 64;

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

struct Run {
  const XmlEvents& events;
  XML_Parser parser;
  XmlAttributes attributes = {};
  int depth = 0;
};

std::size_t at(const Run& run) { return static_cast<std::size_t>(XML_GetCurrentByteIndex(run.parser)); }
std::size_t length(const Run& run) { return static_cast<std::size_t>(XML_GetCurrentByteCount(run.parser)); }

void stop(Run& run) { XML_StopParser(run.parser, XML_FALSE); }

void XMLCALL begin(void* user, const XML_Char* name, const XML_Char** attributes) {
  Run& run = *static_cast<Run*>(user);
  if (++run.depth > most_depth) return stop(run);
  run.attributes.clear();
  for (; *attributes != nullptr; attributes += 2)
    run.attributes.emplace_back(without_prefix(attributes[0]), attributes[1]);
  if (run.events.begin) run.events.begin(without_prefix(name), run.attributes);
  if (run.events.begin_at) run.events.begin_at(name, run.attributes, at(run), length(run));
}

void XMLCALL end(void* user, const XML_Char* name) {
  Run& run = *static_cast<Run*>(user);
  --run.depth;
  if (run.events.end) run.events.end(without_prefix(name));
  if (run.events.end_at) run.events.end_at(at(run), length(run));
}

void XMLCALL text(void* user, const XML_Char* data, int size) {
  const Run& run = *static_cast<const Run*>(user);
  if (run.events.text) run.events.text({data, static_cast<std::size_t>(size)});
}

void XMLCALL document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  stop(*static_cast<Run*>(user));
}

}  // namespace

std::string_view attribute(const XmlAttributes& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
  return found != all.end() ? std::string_view(found->second) : std::string_view{};
}

bool read_xml_events(std::string_view xml, const XmlEvents& events) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), &XML_ParserFree);
  Run run{events, parser.get()};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), text);
  XML_SetStartDoctypeDeclHandler(parser.get(), document_type);
  constexpr std::size_t piece = 1U << 20U;
  while (xml.size() > piece) {
    if (XML_Parse(parser.get(), xml.data(), static_cast<int>(piece), XML_FALSE) != XML_STATUS_OK) return false;
    xml.remove_prefix(piece);
  }
  return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) == XML_STATUS_OK;
}

}  // namespace matter
