#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/yaml/scan.h"

namespace matter::yaml {

/// What one sweep over the bytes finds before anything is parsed.
struct Index {
  std::vector<std::uint64_t> stops;  ///< see Scan
  std::vector<Offset> odd;           ///< characters that YAML forbids, and comments glued to an odd space; in order
  bool utf8 = true;                  ///< false: not well-formed, and the rest means nothing

  /// Vector instructions where there are some. Keeps the vectors' memory.
  void build(std::string_view text);
  /// The same, byte by byte.
  void build_portable(std::string_view text);

 private:
  void begin(std::size_t size);
};

}  // namespace matter::yaml
