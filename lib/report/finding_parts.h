#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diag/diagnostic.h"
#include "report/places.h"
#include "report/renderer.h"

// What the renderers of findings share, beside places and texts that are safe to show.

namespace matter {

/// Where a finding lies, as services of others take it.
struct Reach {
  std::string file;     ///< of a cell of a workbook: the workbook
  std::string cell;     ///< of a workbook; empty elsewhere
  bool lines = false;   ///< whether `begin` and `end` are known
  Position begin, end;  ///< `end` is past the last character
};
/// Everything empty where the place is not known.
[[nodiscard]] Reach reach_of(Location at, Places& places);

/// A file's name with what leads to it from the root of the repository (Report::folder); `./` in front is taken away.
[[nodiscard]] std::string from_root(std::string_view name, std::string_view folder);
/// The same as a URI reference: percent-encoded, `file:///…` for an absolute path.
[[nodiscard]] std::string uri_of(std::string_view name, std::string_view folder);

/// Findings that look alike get numbers, so that each is one of its own: 1 for the first that has a fingerprint.
class Alike {
 public:
  std::size_t number(const std::string& fingerprint) { return ++seen_[fingerprint]; }

 private:
  std::unordered_map<std::string, std::size_t> seen_;
};

[[nodiscard]] std::string fingerprint_of(const Diagnostic& finding, const Sources& sources);

/// The message; where asked for, below it notes with their places, the hint and the fix, a line each.
[[nodiscard]] std::string told_whole(const Diagnostic& finding, Places& places, Lang lang);
/// What of it stands below the message.
[[nodiscard]] std::string told_beside(const Diagnostic& finding, Places& places, Lang lang);

/// A text as it may stand in an element or an attribute (in double quotes) of XML: markup as entities, line breaks and
/// tabs as references, characters that XML cannot say as visible signs, bytes that are no UTF-8 as
/// U+FFFD.
[[nodiscard]] std::string xml_safe(std::string_view text);

}  // namespace matter
