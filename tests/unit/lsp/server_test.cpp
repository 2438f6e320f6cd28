#include "lsp/server.h"

#include <doctest/doctest.h>

#include "lsp/uri.h"
#include "support/language_client.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;
using Json = nlohmann::json;

namespace {

int error_code(const Json& answer) { return answer.contains("error") ? answer["error"]["code"].get<int>() : 0; }

Json range(int line, int from, int to) {
  return {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}};
}

}  // namespace

TEST_CASE("lsp server: begins with initialize, ends with shutdown and exit") {
  std::vector<Json> sent;
  lsp::Server server(
      {}, [&](std::string_view m) { sent.push_back(Json::parse(m)); }, [](const auto& job) { job()(); });
  const auto ask = [&](const char* method) {
    server.receive(Json{{"jsonrpc", "2.0"}, {"id", "x"}, {"method", method}, {"params", Json::object()}}.dump());
    return sent.back();
  };
  CHECK(error_code(ask("textDocument/hover")) == lsp::code::not_initialized);
  CHECK(ask("initialize")["result"]["capabilities"]["positionEncoding"] == "utf-16");
  CHECK(error_code(ask("initialize")) == lsp::code::invalid_request);
  CHECK(error_code(ask("textDocument/nothing")) == lsp::code::method_not_found);
  CHECK(ask("textDocument/hover")["result"].is_null());  // of a document that is not open
  CHECK(ask("shutdown")["result"].is_null());
  CHECK(error_code(ask("textDocument/hover")) == lsp::code::invalid_request);
  CHECK(!server.ended());
  server.receive(R"({"jsonrpc":"2.0","method":"exit"})");
  CHECK(server.ended());
  CHECK(server.shut_down());
}

TEST_CASE("lsp server: what is no message is answered, or passed over") {
  LanguageClient client("");
  const std::size_t before = client.received().size();
  client.send("{");
  CHECK(error_code(client.received().back()) == lsp::code::parse_error);
  CHECK(client.received().back()["id"].is_null());
  client.send("\xff\xfe");
  CHECK(error_code(client.received().back()) == lsp::code::parse_error);
  client.send("[]");
  CHECK(error_code(client.received().back()) == lsp::code::invalid_request);
  client.send(R"({"id":7})");
  CHECK(error_code(client.received().back()) == lsp::code::invalid_request);
  CHECK(client.received().size() == before + 4);
  client.send(R"({"jsonrpc":"2.0","id":1,"result":null})");
  client.send(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":3}})");
  client.send(R"({"jsonrpc":"2.0","method":"$/unknown"})");
  CHECK(client.received().size() == before + 4);
}

TEST_CASE("lsp server: a request that was taken back is not worked on") {
  LanguageClient client("");
  client.server().receive(R"({"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{}})",
                          [](std::string_view id) { return id == "9"; });
  CHECK(error_code(client.received().back()) == lsp::code::request_cancelled);
}

TEST_CASE("lsp server: characters count in bytes where the client can") {
  const LanguageClient client("", {{"general", {{"positionEncodings", {"utf-16", "utf-8"}}}}});
  CHECK(client.announced()["capabilities"]["positionEncoding"] == "utf-8");
}

TEST_CASE("lsp server: edits of ranges are taken one after the other, in UTF-16") {
  const Tree tree;
  LanguageClient client(tree.path());
  const std::string path = tree.path("a.yaml");
  client.open(path, "name: 甲𠮷乙\ntype: 行政许可\n");
  client.replace(path, range(0, 7, 9), "丙");
  const auto& buffer = *client.server().session().find(lsp::uri_of_path(path));
  CHECK(*buffer.text == "name: 甲丙乙\ntype: 行政许可\n");
  client.tell(
      "textDocument/didChange",
      {{"textDocument", {{"uri", lsp::uri_of_path(path)}, {"version", 9}}},
       {"contentChanges", {{{"range", range(0, 6, 9)}, {"text", "x"}}, {{"range", range(0, 7, 7)}, {"text", "y\n"}}}}});
  CHECK(*buffer.text == "name: xy\n\ntype: 行政许可\n");
  CHECK(buffer.version == 9);
  client.tell("textDocument/didChange", {{"textDocument", {{"uri", lsp::uri_of_path(path)}}},
                                         {"contentChanges", {{{"text", "z"}}, {{"text", 3}}}}});
  CHECK(*buffer.text == "name: xy\n\ntype: 行政许可\n");  // a change that is none loses nothing
}

TEST_CASE("lsp server: speaks the language that is asked for, then that of the editor") {
  const Tree tree;
  const auto message = [&](const Json& params) {
    std::vector<Json> sent;
    lsp::ServerOptions options;
    options.today = [] { return DateValue{2026, 1, 1}; };
    lsp::Server server(
        options, [&](std::string_view m) { sent.push_back(Json::parse(m)); }, [](const auto& job) { job()(); });
    server.receive(Json{{"id", 1}, {"method", "initialize"}, {"params", params}}.dump());
    server.receive(Json{{"method", "textDocument/didOpen"},
                        {"params", {{"textDocument", {{"uri", "untitled:a"}, {"text", "materails: [甲]\n"}}}}}}
                       .dump());
    for (int i = 0; i < 3; ++i) server.work(lsp::Clock::now() + std::chrono::hours(1));
    return sent.back()["params"]["diagnostics"].dump();
  };
  CHECK(message({{"locale", "zh-cn"}}).find("是不是") != std::string::npos);
  CHECK(message({{"locale", "de"}}).find("did you mean") != std::string::npos);
  CHECK(message({{"locale", "de"}, {"initializationOptions", {{"language", "zh"}}}}).find("是不是") !=
        std::string::npos);
}

TEST_CASE("lsp server: closing takes the findings away, and what was not saved is forgotten") {
  const Tree tree;
  const std::string path = tree.add("a.yaml", "name: 甲\n");
  LanguageClient client(tree.path());
  client.open(path, "nmae: 甲\n");
  CHECK(!client.findings(path).empty());
  client.tell("textDocument/didClose", {{"textDocument", {{"uri", lsp::uri_of_path(path)}}}});
  CHECK(client.findings(path).empty());
  CHECK(client.ask_at("textDocument/hover", path, "nmae").is_null());
}
