#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter::test;
using Json = nlohmann::json;

namespace {

constexpr const char* file = "city/卫生健康/公共场所卫生许可-首次申请.yaml";
constexpr const char* entry = "province/卫生健康/公共场所卫生许可-首次申请.yaml";

/// A copy of the sample catalogs, opened by a real client. Its answers; the first is that to `initialize`.
Json driven(const TemporaryFolder& folder, const Json& steps, const std::vector<std::string>& server = {}) {
  const auto catalogs = folder.path() / "catalogs";
  std::filesystem::copy(in_repository("catalogs/five-levels"), catalogs, std::filesystem::copy_options::recursive);
  write_file(folder.path() / "steps.json", steps.dump());
  std::vector<std::string> arguments = {catalogs.string(), (folder.path() / "steps.json").string()};
  arguments.insert(arguments.end(), server.begin(), server.end());
  const ShellResult result = run_judge("editor.mjs", arguments);
  REQUIRE_MESSAGE(result.exit == 0, result.out << result.err);
  return Json::parse(result.out);
}

Json at(int line, int character) { return {{"line", line}, {"character", character}}; }
Json ask(const char* method, const Json& params) { return {{"ask", method}, {"file", file}, {"params", params}}; }

bool has(const Json& findings, const char* rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const Json& one) { return one["code"] == rule; });
}

}  // namespace

TEST_CASE("editor: a real client finds, asks, changes and leaves") {
  if (!judges_or_say("editor")) return;
  const TemporaryFolder folder;
  const Json longer = {{{"range", {{"start", at(12, 19)}, {"end", at(12, 20)}}}, {"text", "50"}}};
  const Json back = {{{"range", {{"start", at(12, 19)}, {"end", at(12, 21)}}}, {"text", "5"}}};
  const Json answers = driven(
      folder, {{{"open", file}},
               {{"findings", file}},
               ask("textDocument/hover", {{"position", at(12, 12)}}),
               ask("textDocument/definition", {{"position", at(3, 15)}}),
               ask("textDocument/references", {{"position", at(3, 15)}, {"context", {{"includeDeclaration", false}}}}),
               ask("textDocument/rename", {{"position", at(3, 15)}, {"newName", "00019900100077"}}),
               ask("textDocument/documentSymbol", Json::object()),
               {{"change", file}, {"changes", longer}},
               {{"findings", file}, {"until", "limit-promised-over-legal"}},
               ask("textDocument/codeAction", {{"range", {{"start", at(12, 19)}, {"end", at(12, 19)}}},
                                               {"context", {{"diagnostics", Json::array()}}}}),
               {{"change", file}, {"changes", back}},
               {{"findings", file}, {"without", "limit-promised-over-legal"}},
               ask("textDocument/completion", {{"position", at(12, 9)}}),
               ask("textDocument/formatting", {{"options", {{"tabSize", 2}, {"insertSpaces", true}}}}),
               {{"close", file}},
               {{"ask", "textDocument/nothing"}}});
  const Json& can = answers[0]["capabilities"];
  for (const char* const one : {"hoverProvider", "definitionProvider", "referencesProvider", "documentSymbolProvider",
                                "documentFormattingProvider"})
    CHECK(can[one] == true);
  CHECK(can["textDocumentSync"]["change"] == 2);
  CHECK(answers[1].empty());
  CHECK(answers[2]["contents"]["value"].get<std::string>().find("承诺办结时限") != std::string::npos);
  CHECK(answers[3][0]["uri"].get<std::string>().find("/province/") != std::string::npos);
  CHECK(answers[4].size() == 2);
  CHECK(answers[5]["documentChanges"].size() == 3);
  CHECK(answers[6][0]["name"] == "公共场所卫生许可（示例）（首次申请）");
  CHECK(has(answers[7], "limit-promised-over-legal"));
  REQUIRE(answers[8].size() == 1);
  CHECK(answers[8][0]["edit"]["documentChanges"][0]["edits"][0]["newText"] ==
        "# matter: 忽略 limit-promised-over-legal\n");
  CHECK(!has(answers[9], "limit-promised-over-legal"));
  CHECK(!answers[10]["items"].empty());
  CHECK(answers[11].empty());
  CHECK(answers[12]["error"]["code"] == -32601);
  CHECK(answers[13]["exit"] == 0);
  CHECK(answers[13]["asked"] == Json{"workspace/didChangeWatchedFiles"});
}

TEST_CASE("editor: a standard entry that is changed and saved changes what is bound to it") {
  if (!judges_or_say("editor and standard")) return;
  const TemporaryFolder folder;
  std::string text = file_text(in_repository(std::string("catalogs/five-levels/") + entry));
  const std::size_t legal = text.find("legal: 20 工作日");
  REQUIRE(legal != std::string::npos);
  text.replace(legal, std::string("legal: 20").size(), "legal: 3");
  const Json answers = driven(folder, {{{"open", file}},
                                       {{"findings", file}},
                                       {{"open", entry}, {"text", text}},
                                       {{"save", entry}},
                                       {{"findings", file}, {"until", "limit-promised-over-legal"}}});
  CHECK(answers[1].empty());
  CHECK(has(answers[2], "limit-promised-over-legal"));
  CHECK(answers[3]["exit"] == 0);
}

TEST_CASE("editor: the VS Code extension starts the server with what it says, and has it write reasons") {
  if (!judges_or_say("VS Code extension")) return;
  const std::string extension = in_repository("tools/vscode/server.js").string();
  const ShellResult said =
      run_in_shell("node -e 'const s = require(\"" + extension +
                       "\"); console.log(JSON.stringify([s.commandLine({language: \"zh\"}), s.initializationOptions(), "
                       "s.explainLine({}, \"/contact-same.txt\")]))'",
                   in_repository("tests/judges"), MATTER_PROGRAM);
  REQUIRE_MESSAGE(said.exit == 0, said.err);
  const Json extension_says = Json::parse(said.out);
  CHECK(extension_says[0] == Json{{"command", "matter"}, {"args", {"lsp", "--lang", "zh"}}});
  CHECK(extension_says[2]["args"] == Json{"explain", "contact-same"});
  const Json declared = Json::parse(file_text(in_repository("tools/vscode/package.json")));
  CHECK(declared["main"] == "./extension.js");
  const TemporaryFolder folder;
  const Json same = {{{"range", {{"start", at(17, 0)}, {"end", at(18, 0)}}},
                      {"text", "contacts: {consult: 0592-1000002, complain: 0592-1000002}\n"}}};
  const Json steps = {{{"options", extension_says[1]}},
                      {{"open", file}},
                      {{"change", file}, {"changes", same}},
                      {{"findings", file}, {"until", "contact-same"}},
                      ask("textDocument/codeAction", {{"range", {{"start", at(17, 0)}, {"end", at(17, 50)}}},
                                                      {"context", {{"diagnostics", Json::array()}}}})};
  const Json answers = driven(folder, steps, {"matter", "lsp", "--lang", "zh"});
  const Json& finding = answers[1][0];
  CHECK(finding["codeDescription"]["href"] == "matter-rule:/contact-same.txt");
  REQUIRE(!answers[2].empty());
  const Json& last = answers[2].back();
  CHECK(last["command"]["command"] == "matter.suppress");
  CHECK(last["command"]["arguments"][0]["rule"] == "contact-same");
}
