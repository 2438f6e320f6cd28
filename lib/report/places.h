#pragma once

#include <array>
#include <optional>

#include "text/lines.h"
#include "text/source.h"

namespace matter {

/// Whether a source is the text of one cell of a workbook (`book.xlsx:材料!C12`): its name is its place.
[[nodiscard]] bool is_workbook_cell(const Sources& sources, SourceId source);

/// Makes lines and columns of places. Sources are read when first asked for and the last few kept, so
/// findings in order of source cost one reading a file.
class Places {
 public:
  struct View {
    SourceId source = no_source;
    SharedText text;  ///< null: it could not be read any more
    std::optional<Lines> lines;

    [[nodiscard]] explicit operator bool() const { return lines.has_value(); }
  };

  explicit Places(const Sources& sources) : sources_(sources) {}

  /// Valid until the third next call for another source.
  [[nodiscard]] const View& view(SourceId source);
  /// `path:line:column`, or the path alone where it could not be read.
  [[nodiscard]] std::string shown(Location at);
  [[nodiscard]] const Sources& sources() const { return sources_; }

 private:
  const Sources& sources_;
  std::array<View, 4> kept_;
  std::size_t oldest_ = 0;
};

}  // namespace matter
