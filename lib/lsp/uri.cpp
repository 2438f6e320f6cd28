#include "lsp/uri.h"

#include <filesystem>
#include <optional>

namespace matter::lsp {

namespace {

constexpr std::string_view scheme = "file://";

std::optional<unsigned> digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("/-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::string path_of_uri(std::string_view uri) {
  if (!uri.starts_with(scheme)) return {};
  uri.remove_prefix(scheme.size());
  const std::size_t slash = uri.find('/');  // a name of a machine may stand before it: this one
  if (slash == std::string_view::npos) return {};
  std::string path;
  for (std::size_t i = slash; i < uri.size(); ++i) {
    const auto high = uri[i] == '%' && i + 2 < uri.size() ? digit(uri[i + 1]) : std::nullopt;
    const auto low = high ? digit(uri[i + 2]) : std::nullopt;
    if (low) {
      path += static_cast<char>(*high * 16U + *low);
      i += 2;
    } else {
      path += uri[i];
    }
  }
  if (path.find('\0') != std::string::npos) return {};
  path = std::filesystem::path(path).lexically_normal().string();
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri(scheme);
  for (const char c : path) {
    if (stays(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 15U];
  }
  return uri;
}

}  // namespace matter::lsp
