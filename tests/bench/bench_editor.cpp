#include "bench_editor.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "bars.h"
#include "doc/json_write.h"
#include "lsp/server.h"
#include "matter_text.h"
#include "support/shared.h"

namespace matter::bench {

namespace {

constexpr std::size_t wanted_lines = 50'000;
constexpr std::size_t rounds = 9;
constexpr double longest_pause = 100;  // milliseconds

/// One file of many matters.
std::string long_file() {
  std::string text = "# typed here\n";
  for (std::size_t i = 0; static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) < wanted_lines; ++i) {
    if (i > 0) text += "---\n";
    text += standard_text(entry_kind(i % entry_kinds()), test::Random(i));
  }
  return text;
}

class Editing {
 public:
  explicit Editing(const std::string& path)
      : uri_("file://" + path),
        server_(
            {.lang = Lang::en,
             .lang_given = true,
             .jobs = 1,
             .today =
                 [] {
                   return DateValue{2026, 1, 1};
                 }},
            [this](std::string_view message) { last_ = message.size(); },
            [](const std::function<lsp::Done()>& job) { job()(); }) {
    tell(R"({"id":0,"method":"initialize","params":{"capabilities":{}}})");
  }

  void open(const std::string& text) {
    std::string message = R"({"method":"textDocument/didOpen","params":{"textDocument":{"version":1,"uri":")" + uri_;
    message += R"(","text":)";
    append_json_string(message, text);
    tell(message + "}}}");
    for (int i = 1; i < 5; ++i) server_.work(lsp::Clock::now() + std::chrono::hours(i));
  }
  /// A character, and the findings that follow.
  void type() {
    tell(R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":")" + uri_ +
         R"("},"contentChanges":[{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":2}},)"
         R"("text":"x"}]}})");
    server_.work(lsp::Clock::time_point{});  // rules across matters run elsewhere
  }
  void ask(const char* method) {
    tell(R"({"id":1,"method":"textDocument/)" + std::string(method) + R"(","params":{"textDocument":{"uri":")" + uri_ +
         R"("},"position":{"line":25000,"character":3},"range":{"start":{"line":25000,"character":0},"end":)"
         R"({"line":25000,"character":3}},"context":{"diagnostics":[]}}})");
  }

 private:
  void tell(const std::string& message) { server_.receive(message); }

  std::string uri_;
  lsp::Server server_;
  std::size_t last_ = 0;
};

}  // namespace

void bench_editor() {
  const test::TemporaryFolder folder;
  const std::string text = long_file();
  Editing editing((folder.path() / "long.yaml").string());
  editing.open(text);
  std::printf("\na file of %zu lines, %.1f MB, in the editor\n",
              static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
              static_cast<double>(text.size()) / 1e6);
  const auto times = interleaved({{"a key, and findings", [&] { editing.type(); }},
                                  {"hover", [&] { editing.ask("hover"); }},
                                  {"completion", [&] { editing.ask("completion"); }},
                                  {"code actions", [&] { editing.ask("codeAction"); }},
                                  {"outline", [&] { editing.ask("documentSymbol"); }}},
                                 rounds);
  for (const Times& one : times) {
    print_times(one, 1e3, "ms");
    std::printf("  %-44s %9.1f ms  bar <= 100  %s\n", "longest", one.most() * 1e3,
                verdict(one.most() * 1e3, {longest_pause, false}));
  }
}

}  // namespace matter::bench
