#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frame/invocation.h"

namespace matter::cli {

/// A value of an option with forms, divided: `sarif=a.sarif`, `sarif=-`, `sarif` (to standard output), `a.sarif` (the
/// form that --format says). What stands before the first `=` names a form where it is one word of letters, digits, `-`
/// and `_`; so a file whose name looks like that is given with its folder: `./a=b.txt`, `./json`.
struct OutputPlace {
  std::string_view form;  ///< empty: that of --format
  std::string_view path;  ///< `-`: standard output

  [[nodiscard]] bool standard() const { return path == "-"; }
};
[[nodiscard]] OutputPlace output_place(const Option& option, std::string_view written);

/// What is wrong with the places: a form that nobody knows (with the nearest one), none before or behind the `=`, a
/// file that is written twice. Empty where nothing is.
[[nodiscard]] std::string wrong_outputs(const Option& option, const std::vector<std::string>& written, Lang lang);

}  // namespace matter::cli
