#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "text/source.h"

namespace matter {

/// What the search leaves out because an office says so: `.matterignore`, written like .gitignore.
///
/// A line is a pattern of names or paths below the folder of the file; empty lines and lines that begin with `#` say
/// nothing. `*` and `?` stay within one step of a path, `**` as a step of its own goes through any number of them. A
/// pattern with `/` at its begin or inside is meant from this folder on, another one at any depth; `/` at its end means
/// folders only, `!` before it takes back what an earlier line leaves out. The last pattern that fits decides, those of
/// a folder further down before those above. What is in a folder that is left out is never looked at, so nothing in it
/// can be taken back. A catalog inside another one has files of its own: those of the outer one can only leave it out
/// whole.
inline constexpr std::string_view ignore_name = ".matterignore";

struct IgnorePattern {
  std::string glob;           ///< without the marks around it; `/` before it where it is meant from this folder on
  bool keeps = false;         ///< written with `!`
  bool folders_only = false;  ///< written with `/` behind it
  Location at;                ///< the line, without blanks around it
};

struct IgnoreFile {
  SourceId source = no_source;
  std::vector<IgnorePattern> patterns;
};

/// Lines that are no good are findings at their places and leave nothing out. Throws std::system_error.
[[nodiscard]] IgnoreFile read_ignore(SourceId source, const Sources& sources, Collector& findings);

class IgnoreScope;
using Ignoring = std::shared_ptr<const IgnoreScope>;  ///< null: nothing is left out

/// What holds in a folder: its own file and those of the folders above it, up to the root of the catalog.
class IgnoreScope {
 public:
  IgnoreScope(Ignoring above, std::string step, std::shared_ptr<const IgnoreFile> own)
      : above_(std::move(above)), step_(std::move(step)), own_(std::move(own)) {}

  /// The pattern that speaks last of an entry of this folder; null where none does.
  [[nodiscard]] const IgnorePattern* speaks_of(std::string_view name, bool folder) const;
  /// The pattern that leaves the entry out; null where it is kept.
  [[nodiscard]] const IgnorePattern* leaves_out(std::string_view name, bool folder) const {
    const IgnorePattern* const last = speaks_of(name, folder);
    return last == nullptr || last->keeps ? nullptr : last;
  }
  /// All patterns that hold here, the outermost first.
  [[nodiscard]] std::vector<const IgnorePattern*> patterns() const;

 private:
  Ignoring above_;
  std::string step_;  // what the folder is called in the one above
  std::shared_ptr<const IgnoreFile> own_;
};

/// What holds in a folder `step` below the one that `above` is of, with its own file (null: it has none).
[[nodiscard]] Ignoring ignoring_below(const Ignoring& above, std::string_view step,
                                      std::shared_ptr<const IgnoreFile> own);

/// What holds in a folder of the disk. Mistakes are findings. Throws std::system_error.
[[nodiscard]] Ignoring ignoring_in(const std::string& folder, Sources& sources, Collector& findings);

/// Whether a file of the disk stands in a catalog that leaves it out.
[[nodiscard]] bool is_left_out(const std::string& path);

}  // namespace matter
