#include "catalog/platform_audience.h"

#include <string>

#include "text/embedded.h"

namespace matter {

bool is_public_platform(std::string_view platform) {
  const auto file = embedded("platforms/" + std::string(platform) + ".yaml");
  // The mapping itself is read and judged by the exchange; here one line of it is enough.
  return !file || file->find("\naudience: internal\n") == std::string_view::npos;
}

}  // namespace matter
