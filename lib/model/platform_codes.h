#pragma once

#include <string_view>
#include <vector>

namespace matter {

/// A code that some platform or form uses otherwise than the national platform does, from schemas/platform_codes.csv.
/// For people to look up: catalogs hold names, and what a platform's export writes stands in its mapping.
struct PlatformCode {
  std::string_view list;     ///< id of the named list
  std::string_view code;     ///< 20
  std::string_view printed;  ///< what it means there: 其他行政权力
  std::string_view means;    ///< the value of our list that this is; empty where there is none
  std::string_view source;   ///< where it was seen
  bool verified = false;     ///< a published text was read
};

/// Those of one list, in the order of the file.
[[nodiscard]] std::vector<PlatformCode> platform_codes(std::string_view list);

}  // namespace matter
