#include "media/zip.h"

#include <zlib.h>

#include <cerrno>
#include <limits>
#include <system_error>

namespace matter {

namespace {

constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max();

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category(), "zip"); }

/// Raw deflate, as zip has it.
std::string deflated(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    fail(ENOMEM);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);  // zlib takes what it does not change as not const
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) fail(EIO);
  return out;
}

}  // namespace

/// At most eight bytes, the low ones first.
void ZipWriter::number(std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// The record before an entry, or the one in the directory at the end, which begins alike.
void ZipWriter::head(const Entry& entry, bool central) {
  constexpr std::uint32_t local_mark = 0x04034B50, central_mark = 0x02014B50;
  constexpr std::uint16_t version = 20, utf8_names = 0x0800, deflate_method = 8, first_day = 0x0021;
  number(central ? central_mark : local_mark, 4);
  if (central) number(version, 2);
  number(version, 2);
  number(utf8_names, 2);
  number(deflate_method, 2);
  number(0, 2);
  number(first_day, 2);  // 1980-01-01, the first that there is
  number(entry.crc, 4);
  number(entry.packed, 4);
  number(entry.size, 4);
  number(entry.name.size(), 2);
  number(0, 2);
  if (central) {
    number(0, 8);  // no comment, first disk, no attributes
    number(0, 2);
    number(entry.at, 4);
  }
  out_ += entry.name;
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  constexpr std::size_t room_for_heads = 1024;
  if (bytes.size() > most_bytes - room_for_heads) fail(EFBIG);
  const std::string packed = deflated(bytes);
  if (out_.size() + packed.size() + room_for_heads > most_bytes || entries_.size() >= 0xFFFF) fail(EFBIG);
  Entry entry;
  entry.name = name;
  entry.crc = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  entry.packed = static_cast<std::uint32_t>(packed.size());
  entry.size = static_cast<std::uint32_t>(bytes.size());
  entry.at = static_cast<std::uint32_t>(out_.size());
  head(entry, false);
  out_ += packed;
  entries_.push_back(std::move(entry));
}

std::string ZipWriter::finish() {
  constexpr std::uint32_t end_mark = 0x06054B50;
  const std::size_t directory = out_.size();
  for (const Entry& entry : entries_) head(entry, true);
  const std::size_t size = out_.size() - directory;
  number(end_mark, 4);
  number(0, 4);
  number(entries_.size(), 2);
  number(entries_.size(), 2);
  number(size, 4);
  number(directory, 4);
  number(0, 2);
  return std::move(out_);
}

}  // namespace matter
