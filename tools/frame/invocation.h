#pragma once

#include <string>
#include <string_view>

#include "diag/words.h"
#include "frame/arguments.h"
#include "ops/run.h"

namespace matter::cli {

class Progress;

/// One call of a command: what was given, and how to speak to the user.
/// Results go to standard output (see output.h), everything said here to standard error.
class Invocation {
 public:
  const Command* command = nullptr;
  Arguments given;
  Lang lang = Lang::en;
  bool color_out = false;
  bool color_err = false;
  bool quiet = false;
  unsigned jobs = 0;
  DateValue today;

  /// What use cases take; draws on `progress` while they run.
  [[nodiscard]] RunOptions run(Progress& progress) const;

  /// A sentence beside the result; silent with --quiet.
  template <class... Args>
  void narrate(const WordsFor<Args...>& words, Args&&... args) const {
    if (!quiet) say_line(say(lang, words, std::forward<Args>(args)...));
  }
  /// A mistake of the user: said, with the way to help. Gives exit code 2.
  template <class... Args>
  int misuse(const WordsFor<Args...>& words, Args&&... args) const {
    return misused(say(lang, words, std::forward<Args>(args)...));
  }
  /// An error that is no mistake in the command line. Gives exit code 2.
  template <class... Args>
  int fail(const WordsFor<Args...>& words, Args&&... args) const {
    say_error(say(lang, words, std::forward<Args>(args)...));
    return exit_code::unusable;
  }
  void say_error(std::string_view message) const;
  /// What --quiet does not hide, although the work goes on.
  template <class... Args>
  void warn(const WordsFor<Args...>& words, Args&&... args) const {
    say_warning(say(lang, words, std::forward<Args>(args)...));
  }
  void say_warning(std::string_view message) const;
  /// Names the sources that were read in another encoding than UTF-8: --quiet does not hide that. For commands
  /// that have no findings about them.
  void say_converted(const Sources& sources) const;

 private:
  void say_line(std::string_view message) const;
  int misused(std::string_view message) const;
};

/// Whether to colour what goes to a file descriptor: --color, then NO_COLOR, CLICOLOR_FORCE, TERM and the terminal.
[[nodiscard]] bool wants_color(std::string_view when, int descriptor);

/// The language asked for with --lang, else that of the locale.
[[nodiscard]] Lang language(const RawArguments& raw);

/// Judges a divided command line: unknown words, missing values, choices, numbers, dates, operands.
/// The first mistake in the user's language, or an empty text.
[[nodiscard]] std::string mistake(const RawArguments& raw, Lang lang);

/// That there is no such command, with the nearest one.
[[nodiscard]] std::string unknown_command(std::string_view written, Lang lang);

/// Does what was asked for and gives the exit code. Throws std::system_error where files or devices fail.
int run(const RawArguments& raw, Lang lang);

}  // namespace matter::cli
