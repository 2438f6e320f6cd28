#include <algorithm>

#include "lsp/codes.h"
#include "lsp/feature.h"
#include "model/codes.h"

namespace matter::lsp::features {
namespace {

/// Fields that say what code a matter has, not which other one it means.
bool is_own(const Field& field) {
  constexpr std::string_view own[] = {"code",           "handling_code", "basic_code",
                                      "directory_code", "local_code",    "local_basic_code"};
  return std::find(std::begin(own), std::end(own), field.key) != std::end(own);
}

std::string locations(Session& session, const std::vector<FilePlace>& places) {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_array();
  for (const FilePlace& place : places) session.write_location(json, place.path, place.span);
  json.end_array();
  return json.take();
}

std::vector<FilePlace> entry_of(const LiveCheck& live, const NamedCode& named) {
  const Standards& standards = live.standards();
  const Matter* entry = nullptr;
  if (named.version) entry = standards.find(named.code + '@' + std::to_string(*named.version));
  if (entry == nullptr) entry = standards.find(named.code);
  if (entry == nullptr) return {};
  const Mark& mark = entry->name.given() ? entry->name.mark : entry->mark;
  return {{std::string(live.sources().name(mark.source)), mark.value}};
}

Reply definition(const Request& request) {
  Session& session = request.session;
  Buffer& buffer = *request.buffer;
  const auto named = code_at(session, buffer, buffer.offset(request.params["position"], session.client().counting));
  const LiveCheck* const live = session.live(buffer);
  if (!named || live == nullptr) return {};
  std::vector<FilePlace> places;
  if (named->field->format == Format::standard) places = entry_of(*live, *named);
  if (places.empty()) {
    const Everywhere everywhere(session, buffer);
    for (const FoundCode& one : everywhere.codes()) {
      if (one.code->text == named->code && is_own(*one.code->field)) places.push_back({one.path, one.code->at.span});
    }
  }
  if (places.empty()) places = entry_of(*live, *named);
  return {locations(session, places), 0, {}};
}

/// The version of the entry that the cursor stands in, or that the binding names.
std::optional<int> version_meant(const NamedCode& named, bool standard) {
  if (named.version || !standard) return named.version;
  return standard_version(*named.matter);
}

Reply references(const Request& request) {
  Session& session = request.session;
  Buffer& buffer = *request.buffer;
  const auto named = code_at(session, buffer, buffer.offset(request.params["position"], session.client().counting));
  const LiveCheck* const live = session.live(buffer);
  if (!named || live == nullptr) return {};
  const bool standard = live->holds_standards(buffer.path);
  const std::optional<int> version = version_meant(*named, standard);
  const bool binding = named->field->format == Format::standard || standard;
  std::vector<FilePlace> places;
  if (request.params["context"]["includeDeclaration"].yes() && binding)
    places = entry_of(*live, {named->code, version});
  const Everywhere everywhere(session, buffer);
  for (const FoundMatter& one : everywhere.matters()) {
    const auto bound = parse_standard_reference(one.matter->standard);
    if (!binding || !bound || bound->code != named->code) continue;
    if (!bound->version || !version || *bound->version == *version)
      places.push_back({one.path, one.matter->standard_at.span});
  }
  for (const FoundCode& one : everywhere.codes()) {
    if (one.code->field->format == Format::standard || one.code->text != named->code) continue;
    if (!binding || !is_own(*one.code->field)) places.push_back({one.path, one.code->at.span});
  }
  return {locations(session, places), 0, {}};
}

constexpr Method methods[] = {{"textDocument/definition", definition}, {"textDocument/references", references}};

void announce(JsonWriter& json) {
  json.key("definitionProvider");
  json.boolean(true);
  json.key("referencesProvider");
  json.boolean(true);
}

}  // namespace

extern const Feature navigation_feature;
const Feature navigation_feature{
    .summary = {"转到标准条目，列出认领它的事项", "goes to the standard entry, lists the matters bound to it"},
    .methods = methods,
    .announce = announce};

}  // namespace matter::lsp::features
