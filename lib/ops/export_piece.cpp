#include "ops/export_piece.h"

#include <stdexcept>
#include <string_view>

namespace matter {

namespace {

[[noreturn]] void refuse() { throw std::runtime_error("pieces are damaged"); }

/// Numbers in groups of seven bits, the lowest first; texts with their length before them.
class PieceWriter {
 public:
  static constexpr bool reads = false;
  explicit PieceWriter(std::string& to) : to_(to) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) to_ += static_cast<char>(value | 0x80U);
    to_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    to_ += value;
  }

 private:
  std::string& to_;
};

class PieceReader {
 public:
  static constexpr bool reads = true;
  explicit PieceReader(std::string_view from) : from_(from) {}

  template <class Number>
  void number(Number& into) {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (from_.empty() || shift > 63) refuse();
      const auto byte = static_cast<unsigned char>(from_.front());
      from_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    into = static_cast<Number>(value);
  }
  void text(std::string& into) {
    std::uint64_t size = 0;
    number(size);
    if (size > from_.size()) refuse();
    into = from_.substr(0, size);
    from_.remove_prefix(size);
  }
  /// Of a list: no more than bytes that are left.
  std::size_t count() {
    std::uint64_t size = 0;
    number(size);
    if (size > from_.size()) refuse();
    return size;
  }

 private:
  std::string_view from_;
};

// What a piece is made of, said once for both ways. `Value` is const on the way out.

template <class Archive, class Number>
void pass_number(Archive& at, Number& value) {
  if constexpr (Archive::reads) {
    at.number(value);
  } else {
    at.number(static_cast<std::uint64_t>(value));
  }
}

template <class Archive, class List, class Each>
void pass_list(Archive& at, List& list, Each each) {
  if constexpr (Archive::reads) {
    list.clear();
    list.resize(at.count());
  } else {
    at.number(list.size());
  }
  for (auto& one : list) each(one);
}

template <class Archive, class List>
void pass_texts(Archive& at, List& list) {
  pass_list(at, list, [&](auto& one) { at.text(one); });
}

template <class Archive, class Row>
void pass_row(Archive& at, Row& row) {
  pass_number(at, row.table);
  at.text(row.key);
  pass_number(at, row.content.high);
  pass_number(at, row.content.low);
  at.text(row.bytes);
  pass_list(at, row.places, [&](auto& place) {
    pass_number(at, place.column);
    pass_number(at, place.begin);
    pass_number(at, place.end);
  });
  pass_texts(at, row.texts);
}

template <class Archive, class Guide>
void pass_guide(Archive& at, Guide& guide) {
  for (auto* const text : {&guide.wish, &guide.name, &guide.other_names, &guide.code, &guide.agency, &guide.region,
                           &guide.guide, &guide.notice})
    at.text(*text);
  for (auto* const list : {&guide.clients, &guide.channels, &guide.attachments}) pass_texts(at, *list);
}

template <class Archive, class Piece>
void pass_piece(Archive& at, Piece& piece) {
  pass_number(at, piece.number);
  pass_number(at, piece.incomplete);
  auto& made = piece.made;
  pass_number(at, made.added);
  pass_number(at, made.sample);
  for (auto* const text : {&made.identity, &made.file, &made.state.identity, &made.state.name, &made.state.since,
                           &made.name, &made.catalog, &made.config})
    at.text(*text);
  pass_number(at, made.state.content.high);
  pass_number(at, made.state.content.low);
  pass_number(at, made.state.sample);
  pass_number(at, made.state.again);
  pass_number(at, made.state.incomplete);
  pass_list(at, made.tables, [&](auto& table) { pass_number(at, table); });
  pass_list(at, made.rows, [&](auto& row) { pass_row(at, row); });
  pass_guide(at, made.guide);
  pass_list(at, made.losses, [&](auto& loss) {
    for (auto* const number : {&loss.count, &loss.length, &loss.limit}) pass_number(at, *number);
    pass_number(at, loss.why);
    for (auto* const text : {&loss.table, &loss.column, &loss.field}) at.text(*text);
  });
}

constexpr std::size_t length_bytes = 8;

}  // namespace

void append_piece(std::string& to, const ExportPiece& piece) {
  const std::size_t start = to.size();
  to.append(length_bytes, '\0');
  PieceWriter writer(to);
  pass_piece(writer, piece);
  std::uint64_t length = to.size() - start - length_bytes;
  for (std::size_t i = 0; i < length_bytes; ++i, length >>= 8U) to[start + i] = static_cast<char>(length & 0xFFU);
}

bool read_piece(std::istream& from, ExportPiece& into) {
  std::string bytes(length_bytes, '\0');
  from.read(bytes.data(), static_cast<std::streamsize>(length_bytes));
  if (from.gcount() == 0) return false;
  if (!from) refuse();
  std::uint64_t length = 0;
  for (std::size_t i = length_bytes; i-- > 0;) length = length << 8U | static_cast<unsigned char>(bytes[i]);
  constexpr std::uint64_t most = std::uint64_t{1} << 32U;
  if (length > most) refuse();
  bytes.resize(length);
  from.read(bytes.data(), static_cast<std::streamsize>(length));
  if (!from) refuse();
  into = {};
  PieceReader reader(bytes);
  pass_piece(reader, into);
  if (into.made.added > Added::no_table) refuse();
  return true;
}

}  // namespace matter
