#include "support/language_client.h"

#include <algorithm>
#include <stdexcept>

#include "lsp/place.h"
#include "lsp/uri.h"
#include "support/check.h"

namespace matter::test {

namespace {

using Json = nlohmann::json;

lsp::ServerOptions options_in(Lang lang) {
  lsp::ServerOptions options;
  options.lang = lang;
  options.lang_given = true;
  options.jobs = 1;
  options.today = [] { return DateValue{2026, 1, 1}; };
  return options;
}

std::uint32_t offset_in(const std::string& text, const Lines& lines, const Json& place) {
  return lsp::offset_of({place["line"], place["character"]}, text, lines, lsp::Counting::utf16);
}

}  // namespace

std::string whole_matter(const std::string& fragment) { return sample_with(fragment + "\n"); }

std::string after_edits(const std::string& text, const Json& edits) {
  const Lines lines(text);
  std::vector<TextEdit> all;
  for (const Json& edit : edits) {
    const Span span{offset_in(text, lines, edit["range"]["start"]), offset_in(text, lines, edit["range"]["end"])};
    all.push_back({{no_source, span}, edit["newText"]});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const TextEdit& a, const TextEdit& b) { return a.at.span.begin < b.at.span.begin; });
  return edited_text(text, all);
}

LanguageClient::LanguageClient(const std::string& folder, const Json& capabilities, const Json& options, Lang lang)
    : server_(
          options_in(lang),
          [this](std::string_view message) {
            Json one = Json::parse(message);
            if (one.value("method", "") == "textDocument/publishDiagnostics")
              findings_[one["params"]["uri"]] = one["params"]["diagnostics"];
            received_.push_back(std::move(one));
          },
          [](const std::function<lsp::Done()>& job) { job()(); }) {
  Json can = {{"textDocument",
               {{"publishDiagnostics", {{"relatedInformation", true}, {"codeDescriptionSupport", true}}},
                {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}};
  can.merge_patch(capabilities);
  Json params = {
      {"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", can}, {"initializationOptions", options}};
  if (!folder.empty()) params["workspaceFolders"] = {{{"uri", lsp::uri_of_path(folder)}, {"name", "x"}}};
  announced_ = ask("initialize", params);
  tell("initialized", Json::object());
}

Json LanguageClient::ask(const std::string& method, const Json& params) {
  const int id = ++asked_;
  server_.receive(Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
  for (auto one = received_.rbegin(); one != received_.rend(); ++one) {
    if (one->value("id", Json()) != id) continue;
    return one->contains("error") ? Json{{"error", (*one)["error"]}} : (*one)["result"];
  }
  throw std::runtime_error(method + " was not answered");
}

void LanguageClient::tell(const std::string& method, const Json& params) {
  server_.receive(Json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
}

void LanguageClient::open(const std::string& path, const std::string& text) {
  texts_[path] = text;
  versions_[path] = 1;
  tell("textDocument/didOpen",
       {{"textDocument", {{"uri", lsp::uri_of_path(path)}, {"languageId", "yaml"}, {"version", 1}, {"text", text}}}});
  settle();
}

void LanguageClient::write(const std::string& path, const std::string& text) {
  texts_[path] = text;
  tell("textDocument/didChange", {{"textDocument", {{"uri", lsp::uri_of_path(path)}, {"version", ++versions_[path]}}},
                                  {"contentChanges", {{{"text", text}}}}});
  settle();
}

void LanguageClient::replace(const std::string& path, const Json& range, const std::string& text) {
  texts_[path] = after_edits(texts_[path], {{{"range", range}, {"newText", text}}});
  tell("textDocument/didChange", {{"textDocument", {{"uri", lsp::uri_of_path(path)}, {"version", ++versions_[path]}}},
                                  {"contentChanges", {{{"range", range}, {"text", text}}}}});
}

void LanguageClient::settle() {
  for (int i = 1; i <= 6; ++i) server_.work(lsp::Clock::now() + std::chrono::hours(i));
}

Json LanguageClient::findings(const std::string& path) { return findings_[lsp::uri_of_path(path)]; }

std::vector<std::string> LanguageClient::rules(const std::string& path) {
  std::vector<std::string> all;
  for (const Json& one : findings(path))
    all.push_back(one["code"].get<std::string>() + ':' + std::to_string(one["range"]["start"]["line"].get<int>() + 1));
  return all;
}

Json LanguageClient::place_of(const std::string& path, std::string_view mark, std::size_t behind) const {
  const std::string& text = texts_.at(path);
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) throw std::runtime_error("the text has no " + std::string(mark));
  const lsp::Place place =
      lsp::place_of(static_cast<std::uint32_t>(at + behind), text, Lines(text), lsp::Counting::utf16);
  return {{"line", place.line}, {"character", place.character}};
}

Json LanguageClient::ask_at(const std::string& method, const std::string& path, std::string_view mark,
                            std::size_t behind, Json more) {
  const Json place = place_of(path, mark, behind);
  more["textDocument"] = {{"uri", lsp::uri_of_path(path)}};
  more["position"] = place;
  if (!more.contains("range")) more["range"] = {{"start", place}, {"end", place}};
  return ask(method, more);
}

}  // namespace matter::test
