#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// A zip archive in memory (deflate; names in UTF-8; no dates, so that the same entries give the same bytes). Up to
/// 65,535 entries and 4 GB in all: beyond that std::system_error, as there is no memory for more.
class ZipWriter {
 public:
  void add(std::string_view name, std::string_view bytes);
  [[nodiscard]] std::string finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0, packed = 0, size = 0, at = 0;
  };
  void number(std::uint64_t value, int bytes);
  void head(const Entry& entry, bool central);

  std::string out_;
  std::vector<Entry> entries_;
};

}  // namespace matter
