#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

inline constexpr std::size_t most_zip_entries = 10'000;
inline constexpr std::uint64_t most_unzipped_bytes = std::uint64_t{1} << 29U;  ///< of all that is read from one archive
/// Of an entry that is larger than a megabyte: more than this many bytes out of one is no table that people filled in.
inline constexpr std::uint64_t most_unzip_ratio = 400;

/// Reads entries of a zip archive in memory, as office programs write them: stored or deflated, no passwords, no
/// archives of several parts. Nothing of it is trusted: sizes, places and checksums are held against what is there.
class ZipReader {
 public:
  enum class Problem : std::uint8_t {
    none,
    no_zip,     ///< no archive, or cut off
    damaged,    ///< an entry is not what the directory says
    locked,     ///< needs a password
    too_large,  ///< beyond the limits above
    unknown,    ///< packed in another way
  };

  /// `bytes` must outlive the reader.
  explicit ZipReader(std::string_view bytes);
  [[nodiscard]] Problem problem() const { return problem_; }
  [[nodiscard]] bool has(std::string_view name) const { return entries_.find(name) != entries_.end(); }
  /// Of all entries, in order.
  [[nodiscard]] std::vector<std::string> names() const;
  /// An entry, unpacked; nothing where there is none, or with a problem.
  [[nodiscard]] std::optional<std::string> read(std::string_view name);

 private:
  struct Entry {
    std::uint32_t at = 0, packed = 0, size = 0, crc = 0;
    std::uint16_t method = 0, flags = 0;
  };
  [[nodiscard]] std::uint32_t number(std::size_t at, int bytes) const;
  void directory();
  [[nodiscard]] std::optional<std::string> fail(Problem problem);

  std::string_view bytes_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::uint64_t unpacked_ = 0;
  Problem problem_ = Problem::none;
};

}  // namespace matter
