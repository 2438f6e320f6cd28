#include "text/embedded.h"

namespace matter {

std::optional<std::string_view> embedded(std::string_view path) {
  for (unsigned i = 0; i < detail::embedded_blobs_count; ++i) {
    const auto& blob = detail::embedded_blobs[i];
    if (blob.path == path) return std::string_view(blob.begin, static_cast<std::size_t>(blob.end - blob.begin));
  }
  return std::nullopt;
}

std::optional<std::string_view> embedded_path(unsigned n) {
  if (n >= detail::embedded_blobs_count) return std::nullopt;
  return detail::embedded_blobs[n].path;
}

}  // namespace matter
