#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "ops/run.h"

namespace matter {

/// Tells of a file's text, without reading it as YAML, whether a matter in it can have a code or name. Never says no of
/// one that can: of a name only its Chinese characters are looked for, one by one, since width, spaces and punctuation
/// do not count in names; a text with escapes may hold anything.
class TextProbe {
 public:
  explicit TextProbe(std::string_view asked);
  /// Also matters that name this entry: they may inherit the name or code.
  void also(std::string_view code) { codes_.emplace_back(code); }
  /// False where nothing can be told from bytes: then every file may hold it.
  [[nodiscard]] bool tells() const { return !codes_.empty() || !characters_.empty(); }
  [[nodiscard]] bool may_hold(std::string_view text) const;

 private:
  std::vector<std::string> codes_;       ///< one of them stands in the text as it is
  std::vector<std::string> characters_;  ///< or all of these do
};

/// Whether a code or name means a matter; see `show`.
enum class Meant : std::uint8_t { no, by_code, by_identity };
[[nodiscard]] Meant means(std::string_view asked, const Matter& m, std::string_view identity, bool standard);

/// What `discover` gives, of its files only those that can hold a matter that is meant; standard entries among the
/// others count as `standards`. Nothing where bytes cannot tell it. `asked` is trimmed.
struct LikelyFiles {
  Discovery discovery;
  std::size_t files = 0;  ///< that were looked into
  bool told = false;      ///< else the discovery has all files
};
[[nodiscard]] LikelyFiles likely_files(std::string_view asked, const std::vector<std::string>& paths,
                                       const RunOptions& options, Sources& sources, Collector& findings);

}  // namespace matter
