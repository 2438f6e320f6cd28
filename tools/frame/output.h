#pragma once

#include <string>
#include <string_view>

namespace matter::cli {

/// Where a result goes: standard output, or a file that is whole or not there at all.
/// Every write is checked: a full disk or a closed pipe throws std::system_error with the place's name.
class Output {
 public:
  /// Empty or `-`: standard output. Else a file: written beside it and renamed by `close`.
  explicit Output(std::string_view path);
  /// Without `close` nothing of a file is kept.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  /// Everything is out; for a file also on the disk and under its name.
  void close();

 private:
  void flush();
  void put(std::string_view text);
  [[noreturn]] void fail(int error) const;

  int descriptor_ = 1;
  std::string path_;       // empty: standard output
  std::string temporary_;  // empty: written straight to (a device, a pipe)
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
