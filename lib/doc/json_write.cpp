#include "doc/json_write.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <iterator>

#include "text/eight_bytes.h"
#include "text/unicode.h"

namespace matter {

namespace {

void escape(unsigned char c, std::string& to) {
  switch (c) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    default: fmt::format_to(std::back_inserter(to), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

/// Bytes of the common character of three bytes that begins here, 0 where it is to be looked at closely. Most of
/// Chinese text is made of these.
std::size_t common_character(std::string_view value, std::size_t at) {
  constexpr unsigned first = 0xE1, last = 0xEC, forms = 0xEF, replacement = 0xBF;
  if (at + 3 > value.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(value[at + i]); };
  const bool lead = (byte(0) >= first && byte(0) <= last) || (byte(0) == forms && byte(1) != replacement);
  return lead && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80 ? 3 : 0;
}

/// Whether eight characters stand here that need no change; what it denies is to be looked at closely.
bool plain_ascii(std::string_view value, std::size_t at) {
  std::uint64_t bytes = 0;
  if (at + sizeof bytes > value.size()) return false;
  std::memcpy(&bytes, value.data() + at, sizeof bytes);
  return ((bytes & top_bits) | bytes_below(bytes, ' ') | bytes_equal(bytes, '"') | bytes_equal(bytes, '\\') |
          bytes_equal(bytes, 0x7F)) == 0;
}

}  // namespace

void append_json_string(std::string& to, std::string_view value) {
  to += '"';
  std::size_t clean = 0;  // where the run begins that needs no change
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t from = at;
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte >= 0x80) {
      if (const std::size_t bytes = common_character(value, at); bytes != 0) {
        at += bytes;
        continue;
      }
      if (next_code_point(value, at) != 0xFFFD) continue;
      to.append(value, clean, from - clean);
      append_utf8(to, 0xFFFD);  // written so, or no UTF-8
    } else if (plain_ascii(value, at)) {
      at += sizeof(std::uint64_t);
      continue;
    } else {
      ++at;
      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
      to.append(value, clean, from - clean);
      escape(byte, to);
    }
    clean = at;
  }
  to.append(value, clean, value.size() - clean);
  to += '"';
}

void JsonWriter::new_line() {
  if (layout_ == Layout::one_line) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += ',';
  first_ = false;
  new_line();
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += layout_ == Layout::one_line ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

void JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
}

std::string JsonWriter::take() {
  std::string text = std::move(out_);
  text += '\n';
  *this = JsonWriter(layout_);
  return text;
}

void append_indented_json(std::string& to, std::string_view line) {
  std::size_t depth = 0;
  bool text = false;
  const auto new_line = [&] { to.append("\n").append(depth * 2, ' '); };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (text) {
      to += c;
      if (c == '\\') to += line[++i];
      text = c != '"';
      continue;
    }
    const char next = i + 1 < line.size() ? line[i + 1] : ' ';
    text = c == '"';
    const bool closes = c == '}' || c == ']';
    const bool empty = closes && i > 0 && (line[i - 1] == '{' || line[i - 1] == '[');
    if (closes) --depth;
    if (closes && !empty) new_line();
    to += c;
    if (c == '{' || c == '[') {
      ++depth;
      if (next != '}' && next != ']') new_line();
    }
    if (c == ',') new_line();
    if (c == ':') to += ' ';
  }
  to += '\n';
}

}  // namespace matter
