#include "transcript.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "support/shell.h"

namespace matter::golden {
namespace {

constexpr std::string_view mark = "--- ";
constexpr std::string_view open_end = " (no line break at the end)";

/// The sections of a transcript, line by line.
class Reader {
 public:
  Transcript transcript;

  void line(std::string_view text) {
    if (text.substr(0, mark.size()) == mark) {
      section(text.substr(mark.size()));
    } else if (target_ != nullptr) {
      *target_ += text;
      *target_ += '\n';
    } else if (text.substr(0, 1) == "#") {
      transcript.about.emplace_back(text);
    } else if (!text.empty()) {
      throw std::runtime_error("text outside of a section: " + std::string(text));
    }
  }

  void finish() { end_section(); }

 private:
  static std::string_view after(std::string_view title, std::string_view word) { return title.substr(word.size()); }

  void section(std::string_view title) {
    end_section();
    open_ = title.size() > open_end.size() && title.substr(title.size() - open_end.size()) == open_end;
    if (open_) title.remove_suffix(open_end.size());
    if (title.substr(0, 6) == "file: ") {
      transcript.files.push_back({std::string(after(title, "file: ")), {}});
      target_ = &transcript.files.back().text;
    } else if (title.substr(0, 5) == "run: ") {
      transcript.runs.push_back({});
      transcript.runs.back().line = after(title, "run: ");
    } else if (transcript.runs.empty()) {
      throw std::runtime_error("a command must stand before: " + std::string(title));
    } else if (title == "stdin") {
      target_ = &transcript.runs.back().input;
    } else if (title == "stdout") {
      target_ = &transcript.runs.back().out;
    } else if (title == "stderr") {
      target_ = &transcript.runs.back().err;
    } else if (title.substr(0, 6) == "exit: ") {
      transcript.runs.back().exit = std::stoi(std::string(after(title, "exit: ")));
    } else {
      throw std::runtime_error("unknown section: " + std::string(title));
    }
  }

  void end_section() {
    if (target_ != nullptr && open_ && !target_->empty()) target_->pop_back();
    target_ = nullptr;
  }

  std::string* target_ = nullptr;
  bool open_ = false;
};

void append_section(std::string& to, const std::string& title, const std::string& text) {
  const bool open = !text.empty() && text.back() != '\n';
  to += std::string(mark) + title + (open ? std::string(open_end) : std::string()) + '\n' + text + (open ? "\n" : "");
}

}  // namespace

Transcript read_transcript(const std::string& text) {
  Reader reader;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    reader.line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  reader.finish();
  return std::move(reader.transcript);
}

std::string to_text(const Transcript& transcript) {
  std::string text;
  for (const std::string& line : transcript.about) text += line + '\n';
  for (const Given& file : transcript.files) append_section(text, "file: " + file.path, file.text);
  for (const Run& run : transcript.runs) {
    text += std::string(mark) + "run: " + run.line + '\n';
    if (!run.input.empty()) append_section(text, "stdin", run.input);
    if (!run.out.empty()) append_section(text, "stdout", run.out);
    if (!run.err.empty()) append_section(text, "stderr", run.err);
    text += std::string(mark) + "exit: " + std::to_string(run.exit) + '\n';
  }
  return text;
}

Transcript performed(const Transcript& wanted, const std::filesystem::path& program,
                     const std::filesystem::path& repository) {
  const test::PlayFolder folder(repository);
  for (const Given& file : wanted.files) test::write_file(folder.path() / file.path, file.text);
  Transcript real = wanted;
  for (Run& run : real.runs) {
    test::ShellResult result = test::run_in_shell(run.line, folder.path(), program, run.input);
    run.exit = result.exit;
    run.out = std::move(result.out);
    run.err = std::move(result.err);
  }
  return real;
}

}  // namespace matter::golden
