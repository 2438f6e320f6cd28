#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "frame/command.h"

namespace matter::cli {

/// What a shell may put where the user stands.
struct Completion {
  struct Word {
    std::string text;       ///< takes the place of what was typed
    std::string_view help;  ///< may be empty
  };
  std::vector<Word> words;
  bool files = false;  ///< names of files are as good
};

/// `words` are those behind the program's name; the last is being typed and may be empty. A value behind `--name=` may
/// come as one word or, as bash cuts it, as three (`--name`, `=`, value): then only the value is told.
[[nodiscard]] Completion complete(std::span<const std::string> words, Lang lang);

/// The script that makes a shell ask: `matter completion words -- WORD…`. Empty for a shell that is not known.
[[nodiscard]] std::string_view completion_script(std::string_view shell);

}  // namespace matter::cli
