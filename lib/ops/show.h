#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/draft.h"
#include "ops/run.h"
#include "ops/show_values.h"
#include "text/source.h"

namespace matter {

struct ShowOptions {
  KeyLanguage keys = KeyLanguage::english;
  bool all = false;     ///< several matters that the code means are all shown; else only listed
  bool origin = false;  ///< a record whose values come from two places gets a line for each of them
};

/// What tells one matter from another.
struct ShownPlace {
  std::string identity;  ///< see report_identity
  std::string name;      ///< as a citizen sees it; may be empty
  std::string level;     ///< the matter's own, else its catalog's; may be empty
  std::string agency;
  Location at;            ///< the entry
  std::string catalog;    ///< name of its catalog; may be empty
  bool standard = false;  ///< an entry of a standard catalog
};

struct ShownMatter : ShownPlace {
  bool sample = false;              ///< it, or its catalog
  bool damaged = false;             ///< its file could not be read whole
  std::string bound_to;             ///< the standard entry as the matter names it; may be empty
  std::optional<ShownPlace> entry;  ///< what it inherits from; nothing where there is none
  // Of one that is shown, not only listed:
  std::string yaml;  ///< the effective matter in canonical form; reads back to it
  std::string json;  ///< the same for programs: English keys, items always records; one line
  std::vector<ShownValue> values;
};

struct ShowResult {
  std::string asked;
  std::vector<ShownMatter> found;   ///< in file order; those with this identity, else all that the code or name means
  bool listed = false;              ///< several, and not all were asked for: none is shown
  std::vector<ShownPlace> nearest;  ///< where nothing was found: the nearest codes and names
  std::size_t matters = 0, files = 0;
  std::size_t damaged = 0;  ///< files that could not be read whole: it may be in one of them
};

/// Looks a matter up below the paths and makes it effective. `code` is what reports call it, any of its codes
/// (业务办理项编码, 实施编码, 基本编码, 业务项目录编码 with or without `@version`, local codes), or its whole name.
/// Throws std::system_error for what does not exist or cannot be read.
[[nodiscard]] ShowResult show(std::string_view code, const std::vector<std::string>& paths, const ShowOptions& how,
                              const RunOptions& options, Sources& sources);

}  // namespace matter
