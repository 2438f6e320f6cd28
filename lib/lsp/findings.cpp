#include "lsp/findings.h"

#include <exception>

#include "checks/rule.h"
#include "lsp/server.h"
#include "lsp/uri.h"

namespace matter::lsp {

namespace {

int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error: return 1;
    case Severity::warning: return 2;
    case Severity::info: return 3;
  }
  return 3;
}

/// The message, what to do, and what the notes say that have no place.
std::string told(const Diagnostic& d, bool with_places) {
  std::string text = d.message;
  if (!d.hint.empty()) text += '\n' + d.hint;
  for (const Note& note : d.notes) {
    if (!note.at.known() || !with_places) text += '\n' + note.message;
  }
  return text;
}

void write_related(JsonWriter& json, Session& session, const LiveCheck& live, const Diagnostic& d) {
  json.key("relatedInformation");
  json.begin_array();
  for (const Note& note : d.notes) {
    if (!note.at.known()) continue;
    const std::string path(live.sources().name(note.at.source));
    if (!path.starts_with('/')) continue;
    json.begin_object();
    json.key("location");
    try {
      session.write_location(json, path, note.at.span);
    } catch (const std::system_error&) {  // deleted since it was read
      json.begin_object();
      json.member("uri", uri_of_path(path));
      json.key("range");
      session.write_range(json, FileText{{}, std::make_shared<std::string>(), std::make_unique<Lines>("")}, {});
      json.end_object();
    }
    json.member("message", note.message);
    json.end_object();
  }
  json.end_array();
}

void write_help(JsonWriter& json, const std::string& address, std::string_view rule) {
  std::string href = address;
  constexpr std::string_view place = "{rule}";
  if (const std::size_t at = href.find(place); at != std::string::npos) href.replace(at, place.size(), rule);
  json.key("codeDescription");
  json.begin_object();
  json.member("href", href);
  json.end_object();
}

}  // namespace

std::vector<const Diagnostic*> findings_of(const Buffer& buffer) {
  std::vector<const Diagnostic*> all;
  for (const Diagnostic& d : buffer.checked.findings) all.push_back(&d);
  for (const Diagnostic& d : buffer.across) all.push_back(&d);
  return all;
}

void write_finding(JsonWriter& json, Session& session, const LiveCheck& live, const FileText& where,
                   const Diagnostic& finding) {
  const Client& client = session.client();
  json.begin_object();
  json.key("range");
  session.write_range(json, where, finding.at.span);
  json.member("severity", severity_number(finding.severity));
  json.member("code", finding.rule);
  if (client.code_descriptions && !client.rule_help.empty()) write_help(json, client.rule_help, finding.rule);
  json.member("source", "matter");
  json.member("message", told(finding, client.related_places));
  if (client.related_places && !finding.notes.empty()) write_related(json, session, live, finding);
  json.end_object();
}

void Server::publish(Buffer& buffer) {
  const LiveCheck* const live = session_.live(buffer);
  if (live == nullptr) return;
  const FileText& text = session_.file(buffer.path);
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("uri", buffer.uri);
  json.member("version", buffer.version);
  json.key("diagnostics");
  json.begin_array();
  for (const Diagnostic* d : findings_of(buffer)) write_finding(json, session_, *live, text, *d);
  json.end_array();
  json.end_object();
  notify("textDocument/publishDiagnostics", json.take());
}

void Server::publish_nothing(const std::string& uri) {
  std::string params = R"({"uri":)";
  append_json_string(params, uri);
  notify("textDocument/publishDiagnostics", params + R"(,"diagnostics":[]})");
}

/// What is wrong with catalog.yaml and the files that it names is told wherever one is: nothing is checked rightly
/// until it is mended.
void Server::publish_catalogs(Project& project) {
  const LiveCheck& live = *project.live;
  std::vector<std::string> before = std::exchange(project.told, {});
  for (const auto& [path, findings] : live.of_catalogs()) {
    if (!path.starts_with('/') || live.takes(path)) continue;
    JsonWriter json(JsonWriter::Layout::one_line);
    json.begin_object();
    const FileText& text = session_.file(path);
    json.member("uri", text.uri);
    json.key("diagnostics");
    json.begin_array();
    for (const Diagnostic& d : findings) write_finding(json, session_, live, text, d);
    json.end_array();
    json.end_object();
    project.told.push_back(text.uri);
    std::erase(before, text.uri);
    notify("textDocument/publishDiagnostics", json.take());
  }
  for (const std::string& uri : before) publish_nothing(uri);
}

}  // namespace matter::lsp
