#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/lang.h"

namespace matter::lsp {

/// What one message may be, so that a client that is broken, or none at all, cannot fill the memory.
inline constexpr std::size_t max_header_bytes = 8U << 10U;
inline constexpr std::size_t max_message_bytes = 256U << 20U;

/// Takes the bytes of a stream apart into messages: `Content-Length: N`, an empty line, N bytes. Other headers are
/// passed over; lines may end in LF alone.
class Frames {
 public:
  void add(std::string_view bytes) { waiting_.append(bytes); }
  /// The next message that is complete.
  [[nodiscard]] std::optional<std::string> next();
  /// Why nothing can be read any more: the stream cannot be found back into. Empty while all is well.
  [[nodiscard]] Bilingual broken() const { return broken_; }
  /// Whether a message has begun that is not complete.
  [[nodiscard]] bool inside() const { return !waiting_.empty(); }

 private:
  [[nodiscard]] bool read_header();

  std::string waiting_;
  std::optional<std::size_t> length_;  // of the message whose header was read
  Bilingual broken_;
};

/// The message as it goes into a stream.
[[nodiscard]] std::string framed(std::string_view message);

}  // namespace matter::lsp
