#include <doctest/doctest.h>

#include <algorithm>

#include "support/language_client.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

/// A province's standard, and a city that binds to it. Gives the path of the city's file.
std::string add_catalogs(const Tree& tree) {
  tree.add("province/catalog.yaml", "format: 1\nname: 省目录\nrole: 标准化目录\nlevel: 省级\n");
  tree.add("province/s.yaml",
           "name: 甲许可（示例）\nsample: 是\ndirectory_code: \"00019900100001\"\nversion: 2\ntype: 行政许可\n"
           "limits: {legal: 20 工作日, promised: 10 工作日}\nmaterials:\n  - {name: 营业执照, waiver: 电子证照}\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市目录\nlevel: 市级\nstandards: [../province]\n");
  tree.add("city/b.yaml", "agency: {name: 示例市乙局, code: \"11350200000000000Y\"}\nmaterials: [申请表, 营业执照]\n");
  return tree.path("city/a.yaml");
}

constexpr const char* local =
    "sample: 是\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@2\"\n"
    "limits: {promised: 5 工作日}\n";

std::string hover(LanguageClient& client, const std::string& path, std::string_view mark, std::size_t behind = 1) {
  const Json answer = client.ask_at("textDocument/hover", path, mark, behind);
  return answer.is_null() ? "" : answer["contents"]["value"].get<std::string>();
}

/// The text once the offer of this label is taken; empty where it is not offered.
std::string taken(LanguageClient& client, const std::string& path, std::string_view mark, std::size_t behind,
                  const std::string& label) {
  const Json answer = client.ask_at("textDocument/completion", path, mark, behind);
  for (const Json& one : answer["items"]) {
    if (one["label"] == label) return after_edits(client.text(path), Json::array({one["textEdit"]}));
  }
  return {};
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("lsp hover: tells what a field means, what holds and what the standard says") {
  const Tree tree;
  const std::string path = add_catalogs(tree);
  LanguageClient client(tree.path(), Json::object(), Json::object(), Lang::zh);
  client.open(path, local);
  const std::string promised = hover(client, path, "promised");
  CHECK(contains(promised, "**承诺办结时限** `limits.promised`"));
  CHECK(contains(promised, "本级写的生效；标准写的是 `10 工作日`（[s.yaml:6](file://"));
  const std::string standard = hover(client, path, "standard");
  CHECK(contains(standard, "认领 **甲许可（示例）**"));
  CHECK(contains(standard, "- 法定办结时限：20 工作日"));
  CHECK(contains(standard, "- 申请材料"));
  CHECK(!contains(standard, "承诺办结时限"));
}

TEST_CASE("lsp hover: tells why a finding matters, and what says so") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("limits: {legal: 5 工作日, promised: 20 工作日}"));
  CHECK(contains(hover(client, path, "20 工作日"), "`limit-promised-over-legal`"));
}

TEST_CASE("lsp hover: speaks of keys in a text that is half written, and of catalog.yaml") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "name: \"甲\nlimits: {promised: \n");
  CHECK(contains(hover(client, path, "promised"), "`limits.promised`"));
  const std::string config = tree.add("catalog.yaml", "format: 1\nregion: \"350200000000\"\n");
  client.open(config, "format: 1\nregion: \"350200000000\"\n");
  CHECK(contains(hover(client, config, "region"), "`region`"));
}

TEST_CASE("lsp hover: what a catalog says is no markup") {
  const Tree tree;
  const std::string path = add_catalogs(tree);
  tree.add("province/s.yaml", "name: \"[甲](javascript:x)<b>\"\ndirectory_code: \"00019900100001\"\nversion: 2\n");
  LanguageClient client(tree.path());
  client.open(path, local);
  CHECK(contains(hover(client, path, "standard"), "\\[甲\\]\\(javascript:x\\)\\<b\\>"));
}

TEST_CASE("lsp completion: keys in either language, without those that are there") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "name: 甲\nlim\n");
  CHECK(taken(client, path, "lim", 3, "limits") == "name: 甲\nlimits:\n");
  CHECK(taken(client, path, "lim", 3, "申请材料") == "name: 甲\n申请材料:\n");
  CHECK(taken(client, path, "lim", 3, "name").empty());
  client.write(path, "name: 甲\nlimits: {legal: 20 工作日, p\n");
  CHECK(taken(client, path, ", p", 3, "promised") == "name: 甲\nlimits: {legal: 20 工作日, promised: \n");
  CHECK(taken(client, path, ", p", 3, "legal").empty());
  CHECK(taken(client, path, ", p", 3, "name").empty());
}

TEST_CASE("lsp completion: named values, flags, limits and 无 where it says something") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "type: \nsample:\nlimits: {legal: 20\nclients: [自\nfees: \n");
  CHECK(taken(client, path, "type: ", 6, "行政许可").starts_with("type: 行政许可\n"));
  CHECK(contains(taken(client, path, "sample:", 7, "是"), "sample: 是\n"));
  client.write(path, "limits: {legal: 20");
  CHECK(taken(client, path, "20", 2, "20 工作日") == "limits: {legal: 20 工作日");
  client.write(path, "clients: [自");
  CHECK(taken(client, path, "自", 3, "自然人") == "clients: [自然人");
  client.write(path, "clients: ");
  CHECK(taken(client, path, "clients: ", 9, "自然人") == "clients: [自然人]");
  client.write(path, "fees: ");
  CHECK(taken(client, path, "fees: ", 6, "无") == "fees: 无");
}

TEST_CASE("lsp completion: regions, agencies, materials and standard entries by number or name") {
  const Tree tree;
  const std::string path = add_catalogs(tree);
  LanguageClient client(tree.path());
  client.open(path, "agency: {region: 思明");
  CHECK(taken(client, path, "思明", 6, "350203000000 思明区") == "agency: {region: \"350203000000\"");
  client.write(path, "agency: {region: \"350203\"}");
  CHECK(taken(client, path, "350203\"", 6, "350203000000 思明区") == "agency: {region: \"350203000000\"}");
  client.write(path, "agency: {name: 示");
  CHECK(taken(client, path, "示", 3, "示例市乙局") == "agency: {name: 示例市乙局");
  client.write(path, "materials:\n  - 营");
  CHECK(taken(client, path, "营", 3, "营业执照") == "materials:\n  - 营业执照");
  client.write(path, "standard: 甲许");
  CHECK(taken(client, path, "甲许", 6, "00019900100001@2 甲许可（示例）") == "standard: \"00019900100001@2\"");
}

TEST_CASE("lsp completion: nothing in comments and in what no field is") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, "# na\nnothing: {a: \n");
  CHECK(client.ask_at("textDocument/completion", path, "# na", 4)["items"].empty());
  CHECK(client.ask_at("textDocument/completion", path, "a: ", 3)["items"].empty());
}
