#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace matter {

/// Spans are 32 bits wide; larger sources are refused with a message, never cut.
inline constexpr std::uint64_t max_source_bytes = 1ULL << 30;

/// Reads a whole file. Throws std::system_error naming the path.
void read_file(const std::string& path, std::string& into);
/// Reads standard input to its end. Throws std::system_error.
[[nodiscard]] std::string read_standard_input();

/// Reads many files one after another: the folder of the last one stays open, so that the way to it is not looked up
/// for each of its files. Not thread-safe: each worker has its own.
class FileReader {
 public:
  FileReader();
  ~FileReader();
  FileReader(FileReader&&) noexcept;
  FileReader& operator=(FileReader&&) noexcept;

  /// As `read_file`; valid until the next call.
  [[nodiscard]] std::string_view read(const std::string& path);
  /// Memory for a text that comes from elsewhere; what it held is gone with the next call of either.
  [[nodiscard]] std::string& text();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace matter
