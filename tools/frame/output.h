#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace matter {
class NewFile;
}

namespace matter::cli {

/// Where a result goes: standard output, a device or pipe, or a file that is whole or not there at all
/// (it appears when `close` is called; until then what is long waits beside its place, not in memory).
/// Every write is checked: a full disk or a closed pipe throws std::system_error with the place's name.
class Output {
 public:
  /// Empty or `-`: standard output.
  explicit Output(std::string_view path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] bool is_standard() const { return path_.empty(); }
  void write(std::string_view text);
  void close();

 private:
  void flush();
  [[noreturn]] void fail(int error) const;

  std::string path_;               // empty: standard output
  int descriptor_ = -1;            // none: a file, kept in the buffer while it is short
  std::unique_ptr<NewFile> file_;  // of what is longer
  std::string buffer_;
};

/// The whole result at once.
void write_output(std::string_view path, std::string_view text);

/// Where the caller closed standard input, output or error, a placeholder stands there, so that no file of
/// ours gets that number; writing to a closed standard output stays an error.
void hold_standard_descriptors();

/// Standard error, unchecked: there is nobody left to tell.
void write_error(std::string_view text);

}  // namespace matter::cli
