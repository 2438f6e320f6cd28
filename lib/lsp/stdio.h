#pragma once

#include <string>

#include "lsp/session.h"

namespace matter::lsp {

/// How a server came to its end.
struct Served {
  enum class End : std::uint8_t {
    said_goodbye,  ///< shutdown, then exit
    left,          ///< exit without shutdown, or the stream ended
    broken,        ///< what came was no message; `why`
  };
  End end = End::said_goodbye;
  std::string why;
};

/// Serves one client over two file descriptors until it is over. Reading goes on while a message is worked on, so that
/// a request can be taken back before it is its turn; catalogs are read, and rules across matters asked, on a thread of
/// their own. Throws std::system_error where a descriptor fails.
[[nodiscard]] Served serve(const ServerOptions& options, int in, int out);

}  // namespace matter::lsp
