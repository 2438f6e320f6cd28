#pragma once

#include <optional>
#include <string_view>

namespace matter {

/// A file below `schemas/` that was compiled in, by its path there ("values.yaml").
/// Bytes live as long as the program.
[[nodiscard]] std::optional<std::string_view> embedded(std::string_view path);

/// The `n`-th compiled-in path in order, or nothing past the end.
[[nodiscard]] std::optional<std::string_view> embedded_path(unsigned n);

namespace detail {
struct EmbeddedBlob {
  std::string_view path;
  const char* begin;
  const char* end;
};
extern const EmbeddedBlob embedded_blobs[];
extern const unsigned embedded_blobs_count;
}  // namespace detail

}  // namespace matter
