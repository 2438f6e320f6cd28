#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace matter::test {

/// A program at a terminal of 100 columns, with what it shows. Ends with the object.
class Terminal {
 public:
  /// In `folder`, with nothing of the caller's surroundings but a PATH that begins with the folder of `program`.
  /// Throws std::system_error.
  Terminal(const std::vector<std::string>& command, const std::filesystem::path& folder,
           const std::filesystem::path& program);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(std::string_view keys);
  /// Reads until `text` is shown behind what was read before; false when a minute goes by or the program ends.
  [[nodiscard]] bool shows(std::string_view text);
  /// All that was shown, for messages of tests.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  int descriptor_ = -1;
  int child_ = -1;
  std::string shown_;
  std::size_t read_ = 0;
};

}  // namespace matter::test
