#include "media/unzip.h"

#include <zlib.h>

#include <algorithm>

namespace matter {

namespace {

constexpr std::size_t end_length = 22, central_length = 46, local_length = 30;
constexpr std::uint32_t end_mark = 0x06054B50, central_mark = 0x02014B50, local_mark = 0x04034B50;
constexpr std::uint32_t elsewhere = 0xFFFFFFFFU;  // in archives beyond 4 GB
constexpr std::uint16_t stored = 0, deflated = 8;

/// Raw deflate into exactly `size` bytes; false where it is not that.
bool inflated(std::string_view packed, std::string& into) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  std::string in(packed);  // zlib takes what it does not change as not const
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(into.data());
  stream.avail_out = static_cast<uInt>(into.size());
  const int end = inflate(&stream, Z_FINISH);
  const bool whole = end == Z_STREAM_END && stream.total_out == into.size();
  inflateEnd(&stream);
  return whole;
}

}  // namespace

ZipReader::ZipReader(std::string_view bytes) : bytes_(bytes) { directory(); }

std::uint32_t ZipReader::number(std::size_t at, int bytes) const {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value |= std::uint32_t{static_cast<unsigned char>(bytes_[at + static_cast<std::size_t>(i)])} << (8 * i);
  return value;
}

void ZipReader::directory() {
  problem_ = Problem::no_zip;
  if (bytes_.size() < end_length) return;
  // A comment may stand behind the record at the end.
  const std::size_t first = bytes_.size() - std::min<std::size_t>(bytes_.size(), end_length + 0xFFFF);
  std::size_t end = bytes_.size() - end_length;
  while (number(end, 4) != end_mark) {
    if (end-- == first) return;
  }
  const std::uint32_t count = number(end + 10, 2);
  std::size_t at = number(end + 16, 4);
  if (count > most_zip_entries) {
    problem_ = Problem::too_large;
    return;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (at + central_length > end || number(at, 4) != central_mark) return;
    Entry entry;
    entry.flags = static_cast<std::uint16_t>(number(at + 8, 2));
    entry.method = static_cast<std::uint16_t>(number(at + 10, 2));
    entry.crc = number(at + 16, 4);
    entry.packed = number(at + 20, 4);
    entry.size = number(at + 24, 4);
    entry.at = number(at + 42, 4);
    const std::size_t length = number(at + 28, 2);
    const std::size_t beside = number(at + 30, 2) + number(at + 32, 2);
    if (at + central_length + length + beside > end) return;
    entries_.emplace(bytes_.substr(at + central_length, length), entry);
    at += central_length + length + beside;
  }
  problem_ = Problem::none;
}

std::vector<std::string> ZipReader::names() const {
  std::vector<std::string> all;
  for (const auto& [name, entry] : entries_) all.push_back(name);
  return all;
}

std::optional<std::string> ZipReader::fail(Problem problem) {
  problem_ = problem;
  return std::nullopt;
}

std::optional<std::string> ZipReader::read(std::string_view name) {
  const auto found = entries_.find(name);
  if (found == entries_.end() || problem_ != Problem::none) return std::nullopt;
  const Entry& entry = found->second;
  constexpr std::uint16_t secret = 1;
  constexpr std::uint64_t megabyte = 1U << 20U;
  if ((entry.flags & secret) != 0) return fail(Problem::locked);
  if (entry.size == elsewhere || entry.packed == elsewhere) return fail(Problem::too_large);
  const bool swollen = entry.size > megabyte && entry.size / most_unzip_ratio > entry.packed;
  if (swollen || unpacked_ + entry.size > most_unzipped_bytes) return fail(Problem::too_large);
  if (std::size_t{entry.at} + local_length > bytes_.size() || number(entry.at, 4) != local_mark)
    return fail(Problem::damaged);
  const std::size_t begin = entry.at + local_length + number(entry.at + 26, 2) + number(entry.at + 28, 2);
  if (begin + entry.packed > bytes_.size()) return fail(Problem::damaged);
  const std::string_view packed = bytes_.substr(begin, entry.packed);
  std::string text;
  if (entry.method == stored) {
    text = packed;
  } else if (entry.method == deflated) {
    text.resize(entry.size);
    if (!inflated(packed, text)) return fail(Problem::damaged);
  } else {
    return fail(Problem::unknown);
  }
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
  if (text.size() != entry.size || crc != entry.crc) return fail(Problem::damaged);
  unpacked_ += entry.size;
  return text;
}

}  // namespace matter
