#include <doctest/doctest.h>

#include "lsp/uri.h"
#include "support/language_client.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

constexpr const char* entry =
    "name: 甲许可（示例）\nbasic_code: \"000199001000\"\ndirectory_code: \"00019900100001\"\nversion: 2\n";

void add_catalogs(const Tree& tree) {
  tree.add("province/catalog.yaml", "format: 1\nname: 省目录\nrole: 标准化目录\nlevel: 省级\n");
  tree.add("province/s.yaml", entry);
  tree.add("city/catalog.yaml", "format: 1\nname: 市目录\nlevel: 市级\nstandards: [../province]\n");
  tree.add("city/a.yaml", "code: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@2\"\n");
  tree.add("city/b.yaml", "code: \"11350200000000000Y3000199001099\"\nstandard: 00019900100001@1\n");
}

std::string without(const Tree& tree, const std::string& uri) { return tree.without_root(lsp::path_of_uri(uri)); }

}  // namespace

TEST_CASE("lsp codes: a binding leads to its entry, and the entry to all that are bound to it") {
  const Tree tree;
  add_catalogs(tree);
  LanguageClient client(tree.path());
  const std::string path = tree.path("city/a.yaml");
  client.open(path, file_text(path));
  const Json definition = client.ask_at("textDocument/definition", path, "00019900100001@2", 3);
  REQUIRE(definition.size() == 1);
  CHECK(lsp::path_of_uri(definition[0]["uri"].get<std::string>()) == tree.path("province/s.yaml"));
  CHECK(definition[0]["range"]["start"]["line"] == 0);
  const Json with = {{"context", {{"includeDeclaration", true}}}};
  CHECK(client.ask_at("textDocument/references", path, "00019900100001@2", 3, with).size() == 2);
  const std::string standard = tree.path("province/s.yaml");
  client.open(standard, entry);
  const Json bound = client.ask_at("textDocument/references", standard, "00019900100001", 3);
  REQUIRE(bound.size() == 1);  // b.yaml is bound to another version
  CHECK(lsp::path_of_uri(bound[0]["uri"].get<std::string>()) == path);
}

TEST_CASE("lsp codes: what is written and not saved counts") {
  const Tree tree;
  add_catalogs(tree);
  LanguageClient client(tree.path());
  const std::string path = tree.path("city/c.yaml");
  client.open(path, "\n\nstandard: \"00019900100001@2\"\n");
  const Json found = client.ask_at("textDocument/references", path, "00019900100001", 3);
  CHECK(found.size() == 2);
  client.write(path, "standard: \"00019900100002@2\"\n");
  CHECK(client.ask_at("textDocument/definition", path, "00019900100002", 3).empty());
}

TEST_CASE("lsp rename: a code changes in its entry and in every binding, versions stay") {
  const Tree tree;
  add_catalogs(tree);
  LanguageClient client(tree.path());
  const std::string path = tree.path("city/a.yaml");
  client.open(path, file_text(path));
  const Json prepared = client.ask_at("textDocument/prepareRename", path, "00019900100001@2", 3);
  CHECK(prepared["placeholder"] == "00019900100001");
  CHECK(client.ask_at("textDocument/prepareRename", path, "standard", 1).is_null() == false);
  const Json edit = client.ask_at("textDocument/rename", path, "00019900100001@2", 3, {{"newName", "00019900100077"}});
  std::map<std::string, std::string> after;
  for (const auto& [uri, edits] : edit["changes"].items())
    after[without(tree, uri)] = after_edits(file_text(lsp::path_of_uri(uri)), edits);
  CHECK(after.size() == 3);
  for (const auto& one : after) {
    CAPTURE(one.first);
    CHECK(one.second.find("00019900100001") == std::string::npos);
    CHECK(one.second.find("00019900100077") != std::string::npos);
  }
}

TEST_CASE("lsp rename: codes that are built with it change too, and must keep their length") {
  const Tree tree;
  add_catalogs(tree);
  const std::string path = tree.path("province/s.yaml");
  LanguageClient client(tree.path());
  client.open(path, entry);
  const Json edit = client.ask_at("textDocument/rename", path, "000199001000", 3, {{"newName", "000199001777"}});
  const Json& city = edit["changes"][lsp::uri_of_path(tree.path("city/a.yaml"))];
  REQUIRE(city.size() == 2);  // of its own code, and of its binding
  CHECK(
      after_edits(file_text(tree.path("city/a.yaml")), city).starts_with("code: \"11350200000000000Y3000199001777\""));
  const Json longer = client.ask_at("textDocument/rename", path, "000199001000", 3, {{"newName", "0001990017771"}});
  CHECK(longer["error"]["message"].get<std::string>().find("as many characters") != std::string::npos);
}

TEST_CASE("lsp rename: refuses what is no code, what is taken, and a file that has changed on the disk") {
  const Tree tree;
  add_catalogs(tree);
  LanguageClient client(tree.path());
  const std::string path = tree.path("city/a.yaml");
  client.open(path, file_text(path));
  const auto refused = [&](const char* name) {
    return client.ask_at("textDocument/rename", path, "00019900100001@2", 3, {{"newName", name}}).contains("error");
  };
  CHECK(refused(""));
  CHECK(refused("a b"));
  CHECK(refused("1\"2"));
  CHECK(refused("11350200000000000Y3000199001099"));
  tree.add("city/b.yaml", "name: 甲\n");
  CHECK(refused("00019900100077"));
  const Json nothing = client.ask_at("textDocument/rename", path, "code", 1, {{"newName", "x"}});
  CHECK(nothing["changes"].size() <= 1);
}
