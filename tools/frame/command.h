#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diag/lang.h"

namespace matter::cli {

class Invocation;

/// What the text after an option must be; checked before a command is called.
enum class Kind : std::uint8_t {
  flag,    ///< no value
  text,    ///< any text, not empty
  path,    ///< a file or folder
  number,  ///< decimal digits, at most `max_number`
  choice,  ///< one of the choices
  date,    ///< YYYY-MM-DD, a day that exists
};

inline constexpr unsigned max_number = 1'000'000;

struct Choice {
  std::string_view value;
  Bilingual help;  ///< empty where the value says it all
};

/// Words that a shell offers for a value, made when they are asked for.
using Offered = std::vector<Choice> (*)();

/// An option as data. Commands share the objects of options.h and look values up by the object
/// (`in.given.text(format_option)`), so that a name is spelled once.
struct Option {
  std::string_view name;  ///< without the dashes
  char letter = '\0';     ///< short form; none: '\0'
  Kind kind = Kind::flag;
  Bilingual value;  ///< what help calls the value; empty for flags
  Bilingual help;
  std::string_view initial;  ///< the value when it is not given; empty: none
  std::span<const Choice> choices;
  bool repeated = false;      ///< may be given several times; else the last one counts
  bool needed = false;        ///< the command cannot do without it
  Offered offered = nullptr;  ///< values worth offering, of texts
  /// Of a path: what may stand before it, `form=path`, or alone (outputs.h).
  std::span<const Choice> forms = {};
};

/// Arguments without a name, in order. At most one of a command may be `many`.
struct Operand {
  Bilingual name;
  Bilingual help;
  bool needed = true;
  bool many = false;
  Offered offered = nullptr;  ///< none: files
  bool files = false;         ///< files beside what is offered
};

/// A command line as it stands in a shell at the root of the repository, and what it shows. A long one is
/// continued with a backslash at the end of its line.
/// A test runs each and expects the exit code.
struct Example {
  std::string_view line;
  Bilingual shows;
  int exit = 0;
};

struct ExitMeaning {
  int code = 0;
  Bilingual when;
};

/// A command is this record: from it come parsing, help, manual pages and completion.
/// `commands/<name>.cpp` defines `extern const Command <name>_command` in matter::cli::commands;
/// its page is `commands/<name>.md`.
struct Command {
  std::string_view name;
  Bilingual summary;  ///< one line
  std::span<const Operand> operands;
  std::span<const Option* const> options;  ///< its own; those of every command are added
  std::span<const Example> examples;
  std::span<const ExitMeaning> exits;        ///< that of a bug need not be said
  int (*call)(const Invocation&) = nullptr;  ///< returns the exit code
};

/// Exit codes; a contract with scripts.
namespace exit_code {
inline constexpr int clean = 0;
inline constexpr int findings = 1;
inline constexpr int unusable = 2;
inline constexpr int bug = 3;
}  // namespace exit_code

}  // namespace matter::cli

namespace matter {

/// All commands in order of name. Generated from the folder.
[[nodiscard]] std::span<const cli::Command* const> all_commands();

}  // namespace matter

namespace matter::cli {

[[nodiscard]] const Command* find_command(std::string_view name);
/// What each exit code of a command means, that of a bug too, which all have.
[[nodiscard]] std::vector<ExitMeaning> exits_of(const Command& command);

}  // namespace matter::cli
