#include "bench_editor.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "bars.h"
#include "doc/json_write.h"
#include "doc/yaml.h"
#include "lsp/server.h"
#include "matter_text.h"
#include "style/format.h"
#include "support/shared.h"

namespace matter::bench {

namespace {

constexpr std::size_t wanted_lines = 50'000;
constexpr std::size_t rounds = 9;
constexpr double longest_pause = 100;  // milliseconds

/// One file of many matters, in canonical form.
std::string long_file() {
  std::string text = "# typed here\n";
  for (std::size_t i = 0; static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) < wanted_lines; ++i) {
    if (i > 0) text += "---\n";
    text += standard_text(entry_kind(i % entry_kinds()), test::Random(i));
  }
  Document document;
  Collector unheard(Lang::en);
  read_yaml(text, 0, document, unheard);
  Formatted formatted = Formatter{}.format(document, *table_of<Matter>(), {}, Lang::en);
  return formatted.state == Formatted::State::changed ? std::move(formatted.edited.text) : text;
}

/// The same with what formatting would mend: in the last matter, in each, or on all lines.
std::string unformatted(std::string_view text, std::string_view which) {
  constexpr std::string_view tidy = "version: ";
  const std::string_view before = which == "lines" ? "\n" : tidy;
  std::string made;
  std::size_t from = which == "one" ? text.rfind(tidy) : 0;
  made = text.substr(0, from);
  for (std::size_t at = 0; (at = text.find(before, from)) != std::string::npos; from = at)
    made.append(text.substr(from, at - from)).append(which == "lines" ? " \n" : "version:   "), at += before.size();
  return made.append(text.substr(from));
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
  Editing one((folder.path() / "one.yaml").string());
  one.open(unformatted(text, "one"));
  Editing each((folder.path() / "each.yaml").string());
  each.open(unformatted(text, "each"));
  Editing lines((folder.path() / "lines.yaml").string());
  lines.open(unformatted(text, "lines"));
  std::printf("\na file of %zu lines, %.1f MB, in the editor\n",
              static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
              static_cast<double>(text.size()) / 1e6);
  const auto times = interleaved({{"a key, and findings", [&] { editing.type(); }},
                                  {"hover", [&] { editing.ask("hover"); }},
                                  {"completion", [&] { editing.ask("completion"); }},
                                  {"code actions", [&] { editing.ask("codeAction"); }},
                                  {"outline", [&] { editing.ask("documentSymbol"); }},
                                  {"format, nothing to mend", [&] { editing.ask("formatting"); }},
                                  {"format, one line", [&] { one.ask("formatting"); }},
                                  {"format, a line of each matter", [&] { each.ask("formatting"); }},
                                  {"format, every line", [&] { lines.ask("formatting"); }}},
                                 rounds);
  for (const Times& part : times) {
    print_times(part, 1e3, "ms");
    std::printf("  %-44s %9.1f ms  bar <= 100  %s\n", "longest", part.most() * 1e3,
                verdict(part.most() * 1e3, {longest_pause, false}));
  }
}

}  // namespace matter::bench
