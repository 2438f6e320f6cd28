#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "lsp/uri.h"
#include "support/language_client.h"
#include "support/random.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/tree.h"
#include "support/yaml_random.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

constexpr const char* questions[] = {
    "textDocument/hover",      "textDocument/completion",    "textDocument/definition",
    "textDocument/references", "textDocument/codeAction",    "textDocument/documentSymbol",
    "textDocument/formatting", "textDocument/prepareRename", "textDocument/rename"};

Json place_in(const std::string& text, Random& random) {
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  return {{"line", random.below(lines + 3)}, {"character", random.below(60)}};
}

/// Every question is answered, with a result or a reason, and the buffer holds what was written.
void ask_everything(LanguageClient& client, const std::string& path, Random& random) {
  const std::string& text = client.text(path);
  for (const char* const question : questions) {
    const Json place = place_in(text, random);
    const Json answer =
        client.ask(question, {{"textDocument", {{"uri", lsp::uri_of_path(path)}}},
                              {"position", place},
                              {"range", {{"start", place}, {"end", place}}},
                              {"context", {{"diagnostics", Json::array()}, {"only", {"quickfix", "source"}}}},
                              {"newName", "00019900100077"}});
    const int error = answer.contains("error") ? answer["error"]["code"].get<int>() : 0;
    CHECK_MESSAGE((error == 0 || error == lsp::code::request_failed), question, ": ", answer.dump(), "\n", text);
  }
  CHECK(*client.server().session().find(lsp::uri_of_path(path))->text == text);
}

std::vector<std::string> samples() {
  std::vector<std::string> texts;
  for (const auto& path : repository_files("catalogs")) {
    if (path.extension() == ".yaml" && texts.size() < 40) texts.push_back(file_text(in_repository(path.string())));
  }
  return texts;
}

std::string with_conflict(const std::string& text, Random& random) {
  const std::size_t at = text.find('\n', random.below(static_cast<std::uint32_t>(text.size())));
  if (at == std::string::npos) return text;
  return text.substr(0, at + 1) + "<<<<<<< a\nname: 甲\n=======\nname: 乙\n>>>>>>> b\n" + text.substr(at + 1);
}

bool well_formed(const std::string& text) { return first_not_utf8(text) == std::string::npos; }

}  // namespace

TEST_CASE("editor: half-typed, mutated and conflict-marked texts lose nothing and are answered") {
  const std::vector<std::string> texts = samples();
  REQUIRE(texts.size() > 10);
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nname: 甲\n");
  const std::string path = tree.path("a.yaml");
  Random random(20261123);
  LanguageClient client(tree.path());
  client.open(path, "");
  for (int i = 0; i < 240; ++i) {
    const std::string& from = texts[random.below(static_cast<std::uint32_t>(texts.size()))];
    std::string text = from.substr(0, 1500);
    if (i % 3 == 0) text.resize(random.below(static_cast<std::uint32_t>(text.size()) + 1));
    if (i % 3 == 1) text = mutated(text, random);
    if (i % 3 == 2) text = with_conflict(text, random);
    while (!text.empty() && !well_formed(text)) text.pop_back();
    client.write(path, text);
    ask_everything(client, path, random);
  }
}

TEST_CASE("editor: random edits of ranges leave the server with the text that the client has") {
  const std::vector<std::string> texts = samples();
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  Random random(7);
  LanguageClient client(tree.path());
  client.open(path, texts.front());
  constexpr const char* pieces[] = {"",       "\n", "  ", "{",  "}",  "\"",   "- ",
                                    "name: ", "甲", "𠮷", "# ", ": ", "\r\n", "|"};
  for (int i = 0; i < 400; ++i) {
    const Json a = place_in(client.text(path), random);
    Json b = place_in(client.text(path), random);
    if (b["line"] <= a["line"] || random.below(4) != 0) b = a;
    client.replace(path, {{"start", a}, {"end", b}}, pieces[random.below(std::size(pieces))]);
    CHECK(*client.server().session().find(lsp::uri_of_path(path))->text == client.text(path));
    if (i % 20 == 0) client.settle();
  }
}
