#include "lsp/server.h"

#include <algorithm>
#include <exception>

#include "doc/json.h"
#include "doc/json_write.h"
#include "lsp/uri.h"
#include "ops/version.h"

namespace matter::lsp {

namespace {

/// Spoken where the program was not told a language: `zh-cn`, `zh_CN.UTF-8`.
std::optional<Lang> lang_named(std::string_view name) {
  if (name.empty()) return std::nullopt;
  return name.starts_with("zh") ? Lang::zh : Lang::en;
}

bool offers(const Json& list, std::string_view name) {
  const std::vector<Json> items = list.items();
  return std::any_of(items.begin(), items.end(), [&](const Json& one) { return one.text() == name; });
}

std::string capabilities(Counting counting) {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("capabilities");
  json.begin_object();
  json.member("positionEncoding", counting == Counting::utf8 ? "utf-8" : "utf-16");
  json.key("textDocumentSync");
  json.begin_object();
  json.key("openClose");
  json.boolean(true);
  json.member("change", 2);  // by ranges
  json.key("save");
  json.boolean(true);
  json.end_object();
  json.key("workspace");
  json.begin_object();
  json.key("workspaceFolders");
  json.begin_object();
  json.key("supported");
  json.boolean(true);
  json.key("changeNotifications");
  json.boolean(true);
  json.end_object();
  json.end_object();
  for (const Feature* feature : all_lsp_features()) {
    if (feature->announce != nullptr) feature->announce(json);
  }
  json.end_object();
  json.key("serverInfo");
  json.begin_object();
  json.member("name", "matter");
  json.member("version", program_version());
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace

Server::Server(ServerOptions options, Send send, Elsewhere elsewhere)
    : session_(std::move(options)), send_(std::move(send)), elsewhere_(std::move(elsewhere)) {}

Server::~Server() = default;

void Server::receive(std::string_view message, const std::function<bool(std::string_view id)>& cancelled) {
  Document document;
  Collector mistakes(session_.lang());
  const std::string kept(message);
  if (!read_json(kept, no_source, 0, document, mistakes) || document.roots.empty())
    return respond({}, refused("the message is no JSON", code::parse_error));
  const Json told(document, document.roots.front());
  const Json id = told["id"];
  const Json method = told["method"];
  if (!method.is_text()) {  // an answer to what was asked of the client, or nothing
    if (!told["result"].there() && !told["error"].there() && (id.given() || !told.is_object()))
      respond(id, refused("the message has no method", code::invalid_request));
    return;
  }
  if (!id.given()) return notification(told["params"], method.text());
  if (cancelled && cancelled(id.written())) return respond(id, refused("cancelled", code::request_cancelled));
  request(told, id, method.text());
}

/// Whatever goes wrong with one request is the answer to it: the next one must find the server well.
void Server::request(const Json& message, const Json& id, std::string_view method) {
  Reply reply;
  session_.forget_files();
  try {
    reply = answered(message["params"], method);
  } catch (const std::exception& fault) {
    reply = refused(fault.what(), code::internal_error);
  }
  respond(id, reply);
}

Reply Server::answered(const Json& params, std::string_view method) {
  if (method == "initialize") return initialize(params);
  if (!initialized_) return refused("'initialize' has to come first", code::not_initialized);
  if (shut_down_) return refused("the server is shut down", code::invalid_request);
  if (method == "shutdown") {
    shut_down_ = true;
    return {};
  }
  for (const Feature* feature : all_lsp_features()) {
    for (const Method& one : feature->methods) {
      if (one.name != method) continue;
      Buffer* const buffer = session_.find(params["textDocument"]["uri"].text());
      if (buffer == nullptr && one.needs_buffer) return {};
      return one.answer({session_, params, buffer});
    }
  }
  return refused("there is no method " + std::string(method), code::method_not_found);
}

Reply Server::initialize(const Json& params) {
  if (initialized_) return refused("'initialize' was called before", code::invalid_request);
  initialized_ = true;
  Client& client = session_.client();
  const Json can = params["capabilities"];
  const Json document = can["textDocument"];
  if (offers(can["general"]["positionEncodings"], "utf-8")) client.counting = Counting::utf8;
  client.related_places = document["publishDiagnostics"]["relatedInformation"].yes();
  client.code_descriptions = document["publishDiagnostics"]["codeDescriptionSupport"].yes();
  client.tree_of_symbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].yes();
  client.watches_files = can["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"].yes();
  client.versioned_edits = can["workspace"]["workspaceEdit"]["documentChanges"].yes();
  const Json wanted = params["initializationOptions"];
  client.rule_help = wanted["ruleHelp"].text();
  client.asks_reason = wanted["asksReason"].yes();
  if (!session_.options().lang_given) {
    const auto lang = lang_named(wanted["language"].text());
    const auto locale = lang_named(params["locale"].text());
    client.lang = lang ? *lang : locale.value_or(client.lang);
  }
  for (const Json& folder : params["workspaceFolders"].items()) {
    if (std::string path = path_of_uri(folder["uri"].text()); !path.empty()) session_.folders().push_back(path);
  }
  if (session_.folders().empty()) {
    std::string path = path_of_uri(params["rootUri"].text());
    if (path.empty()) path = params["rootPath"].text();
    if (!path.empty()) session_.folders().push_back(path);
  }
  return {capabilities(client.counting), 0, {}};
}

void Server::initialized() {
  if (!session_.client().watches_files) return;
  ask("client/registerCapability",
      R"({"registrations":[{"id":"files","method":"workspace/didChangeWatchedFiles","registerOptions":)"
      R"({"watchers":[{"globPattern":"**/*.{yaml,yml,csv}"},{"globPattern":"**/.matterignore"}]}}]})");
}

void Server::notification(const Json& params, std::string_view method) {
  if (method == "exit") {
    ended_ = true;
    return;
  }
  if (!initialized_ || shut_down_) return;
  session_.forget_files();
  try {
    if (method == "initialized") initialized();
    if (method == "textDocument/didOpen") open(params);
    if (method == "textDocument/didChange") change(params);
    if (method == "textDocument/didSave") save(params);
    if (method == "textDocument/didClose") close(params);
    if (method == "workspace/didChangeWatchedFiles") files_changed(params);
    if (method == "workspace/didChangeWorkspaceFolders") folders_changed(params);
  } catch (const std::exception& fault) {
    log(fault.what());
  }
}

void Server::respond(const Json& id, const Reply& reply) {
  std::string message = R"({"jsonrpc":"2.0","id":)" + id.written();
  if (reply.error == 0) {
    message += R"(,"result":)" + reply.result;
    if (message.ends_with('\n')) message.pop_back();
    message += '}';
  } else {
    message += R"(,"error":{"code":)" + std::to_string(reply.error) + R"(,"message":)";
    append_json_string(message, reply.message);
    message += "}}";
  }
  send_(message);
}

void Server::notify(std::string_view method, std::string params) {
  if (params.ends_with('\n')) params.pop_back();
  send_(R"({"jsonrpc":"2.0","method":")" + std::string(method) + R"(","params":)" + params + "}");
}

void Server::ask(std::string_view method, std::string_view params) {
  send_(R"({"jsonrpc":"2.0","id":"matter-)" + std::to_string(++asked_) + R"(","method":")" + std::string(method) +
        R"(","params":)" + std::string(params) + "}");
}

/// A line of the editor's output window.
void Server::log(std::string_view message) {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("type", 2);
  json.member("message", message);
  json.end_object();
  notify("window/logMessage", json.take());
}

}  // namespace matter::lsp
