#include "lsp/frames.h"

#include <algorithm>
#include <charconv>

namespace matter::lsp {

namespace {

constexpr std::string_view length_name = "content-length";

bool same_letters(std::string_view written, std::string_view name) {
  return std::equal(written.begin(), written.end(), name.begin(), name.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// The number behind `Content-Length:`; nothing of another header or of what is no number.
std::optional<std::size_t> length_in(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !same_letters(line.substr(0, colon), length_name)) return std::nullopt;
  std::string_view digits = line.substr(colon + 1);
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return length;
}

}  // namespace

/// True when an empty line ended it. Of a header that never ends, or tells no length, nothing can follow.
bool Frames::read_header() {
  std::size_t at = 0;
  std::optional<std::size_t> length;
  for (;;) {
    const std::size_t end = waiting_.find('\n', at);
    if (std::min(end, waiting_.size()) > max_header_bytes) {
      broken_ = {"收到的不是语言服务器协议：头部太长", "this is no language server protocol: the header never ends"};
      return false;
    }
    if (end == std::string::npos) return false;
    std::string_view line = std::string_view(waiting_).substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    if (line.empty()) break;
    if (const auto found = length_in(line)) length = found;
  }
  if (!length) {
    broken_ = {"收到的不是语言服务器协议：头部没有 Content-Length",
               "this is no language server protocol: the header has no Content-Length"};
    return false;
  }
  if (*length > max_message_bytes) {
    broken_ = {"收到的一条消息超过 256 MB，不再读取", "a message of more than 256 MB: not read further"};
    return false;
  }
  waiting_.erase(0, at);
  length_ = length;
  return true;
}

std::optional<std::string> Frames::next() {
  if (!broken_.en.empty()) return std::nullopt;
  if (!length_ && !read_header()) return std::nullopt;
  if (waiting_.size() < *length_) return std::nullopt;
  std::string message = waiting_.substr(0, *length_);
  waiting_.erase(0, *length_);
  length_.reset();
  return message;
}

std::string framed(std::string_view message) {
  return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + std::string(message);
}

}  // namespace matter::lsp
