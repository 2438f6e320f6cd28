#include <doctest/doctest.h>

#include <algorithm>

#include "checks/rule.h"
#include "lsp/uri.h"
#include "ops/validate.h"
#include "support/language_client.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

bool has(const std::vector<std::string>& rules, std::string_view wanted) {
  return std::any_of(rules.begin(), rules.end(),
                     [&](const std::string& one) { return one.substr(0, one.find(':')) == wanted; });
}

const Json* find_rule_in(const Json& findings, std::string_view rule) {
  for (const Json& one : findings) {
    if (one["code"] == rule) return &one;
  }
  return nullptr;
}

std::string standard_entry() {
  return "name: 甲许可（示例）\nsample: 是\ndirectory_code: \"00019900100001\"\nversion: 2\ntype: 行政许可\n"
         "limits: {legal: 20 工作日, promised: 10 工作日}\n";
}

void add_catalogs(const Tree& tree) {
  tree.add("province/catalog.yaml", "format: 1\nname: 省目录\nrole: 标准化目录\nlevel: 省级\n");
  tree.add("province/s.yaml", standard_entry());
  tree.add("city/catalog.yaml", "format: 1\nname: 市目录\nlevel: 市级\nstandards: [../province]\n");
}

constexpr const char* local =
    "sample: 是\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@2\"\n"
    "limits: {promised: 5 工作日}\n";

}  // namespace

TEST_CASE("lsp findings: come and go with what is written, with hint and place") {
  const Tree tree;
  const std::string path = tree.path("a.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("materails: [甲]"));
  REQUIRE(has(client.rules(path), "field-unknown"));
  const Json one = *find_rule_in(client.findings(path), "field-unknown");
  CHECK(one["source"] == "matter");
  CHECK(one["severity"] == 1);
  CHECK(one["message"].get<std::string>().find("did you mean") != std::string::npos);
  client.write(path, whole_matter("materials: [甲]"));
  CHECK(!has(client.rules(path), "field-unknown"));
}

TEST_CASE("lsp findings: are those of validate, for every rule's examples") {
  std::size_t seen = 0;
  for (const Rule* rule : all_rules()) {
    if (rule->scope == Scope::catalog || !rule->standards.empty() || rule->bad.empty()) continue;
    CAPTURE(rule->id);
    const Tree tree;
    const std::string path = tree.add("a.yaml", rule->bad);
    Sources sources;
    RunOptions options;
    options.jobs = 1;
    options.today = {2026, 1, 1};
    std::vector<std::string> wanted;
    for (const Diagnostic& d : validate({tree.path()}, options, sources).findings) wanted.emplace_back(d.rule);
    LanguageClient client(tree.path());
    client.open(path, std::string(rule->bad));
    std::vector<std::string> got;
    for (const Json& one : client.findings(path)) got.push_back(one["code"]);
    std::sort(wanted.begin(), wanted.end());
    std::sort(got.begin(), got.end());
    CHECK_MESSAGE(got == wanted, client.findings(path).dump());
    ++seen;
  }
  CHECK(seen > 50);
}

TEST_CASE("lsp findings: rules across matters see what is written and not saved, and the other files") {
  const Tree tree;
  const std::string code = "\"11350200000000000Y3000199001000\"";
  tree.add("a.yaml", whole_matter("code: " + code));
  const std::string path = tree.path("b.yaml");
  LanguageClient client(tree.path());
  client.open(path, whole_matter("code: " + code));
  REQUIRE(has(client.rules(path), "code-duplicate"));
  const Json one = *find_rule_in(client.findings(path), "code-duplicate");
  REQUIRE(one.contains("relatedInformation"));
  CHECK(one["relatedInformation"][0]["location"]["uri"] == lsp::uri_of_path(tree.path("a.yaml")));
  client.write(path, whole_matter("code: \"11350200000000000Y3000199002000\""));
  CHECK(!has(client.rules(path), "code-duplicate"));
}

TEST_CASE("lsp findings: of rules across matters move with the text until they are asked again") {
  const Tree tree;
  const std::string text = whole_matter("code: \"11350200000000000Y3000199001000\"");
  tree.add("a.yaml", text);
  const std::string path = tree.path("b.yaml");
  LanguageClient client(tree.path());
  client.open(path, text);
  const int line = (*find_rule_in(client.findings(path), "code-duplicate"))["range"]["start"]["line"];
  client.replace(path, {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 0}, {"character", 0}}}},
                 "# a\n# b\n");
  client.server().work(lsp::Clock::now());  // too early for rules across matters
  CHECK((*find_rule_in(client.findings(path), "code-duplicate"))["range"]["start"]["line"] == line + 2);
}

TEST_CASE("lsp findings: a value taken over from the standard is told where the standard is named") {
  const Tree tree;
  add_catalogs(tree);
  tree.add("province/s.yaml", standard_entry() + "contacts: {consult: 12, complain: 0592-0000003}\n");
  const std::string path = tree.path("city/a.yaml");
  LanguageClient client(tree.path());
  client.open(path, local);
  for (const Json& one : client.findings(path)) CHECK(one["range"]["start"]["line"].get<int>() <= 4);
}

TEST_CASE("lsp findings: catalog.yaml is checked as it is written, with the files of its catalog") {
  const Tree tree;
  const std::string config = tree.add("catalog.yaml", "format: 1\nname: 甲\n");
  const std::string path = tree.add("a.yaml", whole_matter("materials: [甲]"));
  LanguageClient client(tree.path());
  client.open(path, whole_matter("materials: [甲]"));
  client.open(config, "format: 1\nname: 甲\n");
  CHECK(client.findings(config).empty());
  client.write(config, "format: 1\nnaem: 甲\n");
  REQUIRE(!client.findings(config).empty());
  CHECK(client.findings(config)[0]["range"]["start"]["line"] == 1);
  client.write(config, "format: 1\nname: 甲\n");
  CHECK(client.findings(config).empty());
}

TEST_CASE("lsp findings: lead to the page on their rule where there is one") {
  const Tree tree;
  LanguageClient client(tree.path(), Json::object(), {{"ruleHelp", "https://example.gov.cn/{rule}.html"}});
  const std::string path = tree.path("a.yaml");
  client.open(path, "nmae: 甲\n");
  const Json one = *find_rule_in(client.findings(path), "field-unknown");
  CHECK(one["codeDescription"]["href"] == "https://example.gov.cn/field-unknown.html");
}

TEST_CASE("lsp findings: comments hide them, and those that hide nothing are told") {
  const Tree tree;
  LanguageClient client(tree.path());
  const std::string path = tree.path("a.yaml");
  client.open(path, whole_matter("contacts: {consult: 0592-0000001, complain: 0592-0000001}"));
  CHECK(has(client.rules(path), "contact-same"));
  const std::string comment = "  # matter: ignore contact-same 示例：只有一部电话";
  client.write(path, whole_matter("contacts: {consult: 0592-0000001, complain: 0592-0000001}" + comment));
  CHECK(!has(client.rules(path), "contact-same"));
  CHECK(!has(client.rules(path), "suppression-unused"));
  client.write(path, whole_matter("contacts: {consult: 0592-0000001, complain: 0592-0000002}" + comment));
  CHECK(has(client.rules(path), "suppression-unused"));
}
