// The one place that sees ICU.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "text/encoding.h"
#include "text/unicode.h"

namespace matter {

namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

/// A converter that stops at what it cannot decode. Opening one costs microseconds.
Converter open(Encoding from) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(iana_name(from)).c_str(), &status));
  if (U_SUCCESS(status)) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  return converter;
}

constexpr bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }

/// Appends UTF-16 that ICU has made, so is well formed but for a pair that two calls may part.
class Utf8Sink {
 public:
  explicit Utf8Sink(std::string& to) : to_(to) {}
  void put(const char16_t* unit, const char16_t* end) {
    for (; unit != end; ++unit) {
      if (is_high_surrogate(*unit)) {
        high_ = *unit;
      } else if (high_ != 0) {
        append_utf8(to_, 0x10000U + ((high_ - 0xD800U) << 10U) + (char32_t{*unit} - 0xDC00U));
        high_ = 0;
      } else {
        append_utf8(to_, *unit);
      }
    }
  }

 private:
  std::string& to_;
  char32_t high_ = 0;
};

std::size_t mark_size(std::string_view bytes, Encoding from) {
  using namespace std::string_view_literals;
  const auto begins = [&](std::string_view mark) { return bytes.starts_with(mark) ? mark.size() : 0; };
  switch (from) {
    case Encoding::utf8: return begins("\xEF\xBB\xBF"sv);
    case Encoding::utf16_le: return begins("\xFF\xFE"sv);
    case Encoding::utf16_be: return begins("\xFE\xFF"sv);
    case Encoding::utf32_le: return begins("\xFF\xFE\0\0"sv);
    case Encoding::utf32_be: return begins("\0\0\xFE\xFF"sv);
    case Encoding::gb18030: return begins("\x84\x31\x95\x33"sv);
  }
  return 0;
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, Encoding from, std::size_t& bad_at) {
  const Converter converter = open(from);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  Utf8Sink sink(text);
  std::array<char16_t, 4096> units{};
  const char* at = bytes.data() + mark_size(bytes, from);
  const char* const end = bytes.data() + bytes.size();
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
    status = U_ZERO_ERROR;
    char16_t* made = units.data();
    ucnv_toUnicode(converter.get(), &made, units.data() + units.size(), &at, end, nullptr, 1, &status);
    sink.put(units.data(), made);
    if (status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status)) continue;
    std::array<char, 16> invalid{};
    auto length = static_cast<std::int8_t>(invalid.size());
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), invalid.data(), &length, &asked);
    const auto read = static_cast<std::size_t>(at - bytes.data());
    bad_at = read - std::min(read, static_cast<std::size_t>(U_SUCCESS(asked) ? length : 0));
    return std::nullopt;
  }
  return text;
}

}  // namespace matter
