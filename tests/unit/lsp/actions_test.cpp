#include <doctest/doctest.h>

#include <algorithm>

#include "lsp/uri.h"
#include "support/language_client.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

Json actions_at(LanguageClient& client, const std::string& path, std::string_view mark, const Json& only = nullptr) {
  Json context = {{"diagnostics", Json::array()}};
  if (!only.is_null()) context["only"] = only;
  return client.ask_at("textDocument/codeAction", path, mark, 0, {{"context", context}});
}

const Json* titled(const Json& actions, std::string_view part) {
  for (const Json& one : actions) {
    if (one["title"].get<std::string>().find(part) != std::string::npos) return &one;
  }
  return nullptr;
}

std::string done(LanguageClient& client, const std::string& path, const Json& edit) {
  return after_edits(client.text(path), edit["changes"][lsp::uri_of_path(path)]);
}

bool has(const std::vector<std::string>& rules, std::string_view wanted) {
  return std::any_of(rules.begin(), rules.end(),
                     [&](const std::string& one) { return one.substr(0, one.find(':')) == wanted; });
}

std::string line_with(const std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("lsp actions: a fix mends its finding") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("!materials\nmaterails: [甲（示例）]"));
  const Json actions = actions_at(client, path, "materails");
  REQUIRE(!actions.empty());
  CHECK(actions[0]["kind"] == "quickfix");
  CHECK(actions[0]["diagnostics"][0]["code"] == "field-unknown");
  client.write(path, done(client, path, actions[0]["edit"]));
  CHECK(line_with(client.text(path), "甲（示例）") == "materials: [甲（示例）]");
  CHECK(!has(client.rules(path), "field-unknown"));
}

TEST_CASE("lsp actions: all safe fixes in one step, only where they are asked for") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("limits: {legal: 20个工作日, promised: 5个工作日}"));
  CHECK(titled(actions_at(client, path, "20个工作日"), "without changing a meaning") == nullptr);
  const Json actions = actions_at(client, path, "20个工作日", {"source.fixAll"});
  REQUIRE(actions.size() == 1);
  CHECK(line_with(done(client, path, actions[0]["edit"]), "limits") ==
        "limits: {legal: 20 工作日, promised: 5 工作日}");
}

TEST_CASE("lsp actions: a finding is ignored by a comment above it, which then asks for the reason") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("contacts:\n  consult: 0592-0000001\n  complain: 0592-0000001"));
  REQUIRE(has(client.rules(path), "contact-same"));
  const Json actions = actions_at(client, path, "complain: 0592");
  const Json* const ignore = titled(actions, "Ignore contact-same here");
  REQUIRE(ignore != nullptr);
  const std::string text = done(client, path, (*ignore)["edit"]);
  CHECK(line_with(text, "ignore contact-same") == "  # matter: ignore contact-same");
  client.write(path, text);
  CHECK(!has(client.rules(path), "contact-same"));
  CHECK(has(client.rules(path), "suppression-unused"));  // no reason is given
}

TEST_CASE("lsp actions: an editor that asks for the reason gets the comment with it") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path(), Json::object(), {{"asksReason", true}}, Lang::zh);
  client.open(path, whole_matter("contacts:\n  consult: 0592-0000001\n  complain: 0592-0000001"));
  const Json actions = actions_at(client, path, "complain: 0592");
  const Json* const ignore = titled(actions, "在这里忽略 contact-same");
  REQUIRE(ignore != nullptr);
  CHECK((*ignore)["command"]["command"] == "matter.suppress");
  Json wish = (*ignore)["command"]["arguments"][0];
  wish["reason"] = "示例：只有\n一部电话 ";
  const Json edit =
      client.ask("workspace/executeCommand", {{"command", "matter.writeSuppression"}, {"arguments", {wish}}});
  const std::string text = done(client, path, edit);
  CHECK(line_with(text, "忽略") == "  # matter: 忽略 contact-same 示例：只有 一部电话");
  client.write(path, text);
  CHECK(!has(client.rules(path), "contact-same"));
  CHECK(!has(client.rules(path), "suppression-unused"));
  const Json late =
      client.ask("workspace/executeCommand", {{"command", "matter.writeSuppression"}, {"arguments", {wish}}});
  CHECK(late.contains("error"));  // of a version that is gone
  CHECK(client.ask("workspace/executeCommand", {{"command", "rm"}, {"arguments", Json::array()}}).contains("error"));
}

TEST_CASE("lsp actions: what must not be hidden cannot be ignored, and a merge that is unfinished is not mended") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "name: \"甲\n");
  CHECK(titled(actions_at(client, path, "name"), "Ignore") == nullptr);
  client.write(path, "<<<<<<< a\nname: 甲\n=======\nname: 乙\n>>>>>>> b\nlimits: {legal: 20个工作日}\n");
  CHECK(!client.findings(path).empty());
  CHECK(actions_at(client, path, "20个工作日", {"source.fixAll"}).empty());
}

TEST_CASE("lsp formatting: gives the canonical form as edits, or says why not") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "type:   行政许可 # 注\nname: 甲\n");
  const Json edits = client.ask_at("textDocument/formatting", path, "type");
  CHECK(after_edits(client.text(path), edits) == "name: 甲\ntype: 行政许可 # 注\n");
  client.write(path, "name: 甲\n");
  CHECK(client.ask_at("textDocument/formatting", path, "name").empty());
  client.write(path, "name: \"甲\n");
  CHECK(client.ask_at("textDocument/formatting", path, "name").contains("error"));
}

TEST_CASE("lsp outline: matters, fields in the order of the file, items by their names") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path,
              "type: 行政许可\nname: 甲\nmaterials:\n  - 申请表\n  - {name: 营业执照, form: 纸质}\n---\nname: 乙\n");
  const Json symbols = client.ask_at("textDocument/documentSymbol", path, "type");
  REQUIRE(symbols.size() == 2);
  CHECK(symbols[0]["name"] == "甲");
  CHECK(symbols[1]["name"] == "乙");
  const Json& fields = symbols[0]["children"];
  REQUIRE(fields.size() == 3);
  CHECK(fields[0]["name"] == "事项类型");
  CHECK(fields[0]["detail"] == "行政许可");
  CHECK(fields[2]["children"][1]["name"] == "营业执照");
  CHECK(fields[2]["children"][1]["children"][1]["detail"] == "纸质");
  LanguageClient plain(tree.path(), {{"textDocument", {{"documentSymbol", nullptr}}}});
  plain.open(path, "name: 甲\n");
  CHECK(plain.ask_at("textDocument/documentSymbol", path, "name")[0]["location"]["uri"] == lsp::uri_of_path(path));
}
