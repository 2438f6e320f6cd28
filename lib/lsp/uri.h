#pragma once

#include <string>
#include <string_view>

namespace matter::lsp {

/// The path that a `file:` address means; empty for every other address (untitled:…).
[[nodiscard]] std::string path_of_uri(std::string_view uri);
/// The address of an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace matter::lsp
