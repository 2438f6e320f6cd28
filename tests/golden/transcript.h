#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace matter::golden {

/// A file that is there before the commands run.
struct Given {
  std::string path;
  std::string text;
};

/// One command line and what it must give.
struct Run {
  std::string line;   ///< for sh
  std::string input;  ///< standard input
  std::string out;
  std::string err;
  int exit = 0;
};

/// One behaviour: a sentence, inputs, then commands in order. All run in one fresh folder.
struct Transcript {
  std::vector<std::string> about;  ///< lines beginning with `#`
  std::vector<Given> files;
  std::vector<Run> runs;
};

/// Reads the form that README.md describes. Throws std::runtime_error with the line that is wrong.
[[nodiscard]] Transcript read_transcript(const std::string& text);
[[nodiscard]] std::string to_text(const Transcript& transcript);

/// Runs every command with `program` as `matter`; the same transcript with what really came out.
[[nodiscard]] Transcript performed(const Transcript& wanted, const std::filesystem::path& program,
                                   const std::filesystem::path& repository);

}  // namespace matter::golden
