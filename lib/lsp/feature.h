#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/lang.h"
#include "doc/json_write.h"
#include "lsp/json.h"

namespace matter::lsp {

class Session;
struct Buffer;

/// Codes of the protocol.
namespace code {
inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal_error = -32603;
inline constexpr int not_initialized = -32002;
inline constexpr int request_failed = -32803;
inline constexpr int request_cancelled = -32800;
}  // namespace code

/// What a client asks. `buffer` is the document that `params` names; null where it names none that is open.
struct Request {
  Session& session;
  const Json& params;
  Buffer* buffer = nullptr;
};

/// The answer: `result` as JSON, or a code and a sentence.
struct Reply {
  std::string result = "null";
  int error = 0;
  std::string message;
};

[[nodiscard]] inline Reply refused(std::string message, int error = code::request_failed) {
  return {{}, error, std::move(message)};
}

struct Method {
  std::string_view name;  ///< "textDocument/hover"
  Reply (*answer)(const Request&) = nullptr;
  bool needs_buffer = true;  ///< without one the answer is null
};

/// Something that an editor can ask for: one file each in lsp/features/, `extern const Feature hover_feature;
/// const Feature hover_feature{…}` in hover.cpp.
struct Feature {
  Bilingual summary;
  std::span<const Method> methods;
  void (*announce)(JsonWriter& capabilities) = nullptr;  ///< its members of the server's capabilities
};

}  // namespace matter::lsp

namespace matter {

/// All features in order of name. Generated from the folder.
[[nodiscard]] std::span<const lsp::Feature* const> all_lsp_features();

}  // namespace matter
