#include "text/encoding.h"

#include <algorithm>
#include <array>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/unicode.h"

namespace matter {

namespace {

using Byte = unsigned char;

constexpr std::size_t nowhere = std::string_view::npos;
/// How far a text without a mark is looked at for the zeros of UTF-16.
constexpr std::size_t looked_at = 4096;
/// Characters that make a guess certain: fewer may be anything.
constexpr std::size_t enough_characters = 2;
/// Characters among which Chinese text has some of every part of GB 2312's first level (it is in order of sound).
constexpr std::size_t mixed_characters = 8;

Byte byte_at(std::string_view text, std::size_t p) { return p < text.size() ? static_cast<Byte>(text[p]) : Byte{0}; }

/// Length of the well-formed sequence at `p`, or 0.
std::size_t sequence_at(std::string_view text, std::size_t p) {
  std::size_t end = p;
  const char32_t c = next_code_point(text, end);
  return c == 0xFFFD && end == p + 1 ? 0 : end - p;
}

/// The first byte from `p` on that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t p) {
#if defined(__SSE2__)
  for (; p + 16 <= text.size(); p += 16) {
    const __m128i bytes = _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text.data() + p)));
    if (_mm_movemask_epi8(bytes) != 0) break;
  }
#endif
  while (p < text.size() && byte_at(text, p) < 0x80) ++p;
  return p;
}

/// From the beginning of a character at `p`: past whole blocks of well-formed UTF-8 that hold only ASCII and
/// characters of three bytes (those led by E0 and ED are for others to look at), to the beginning of a character.
std::size_t skip_plain([[maybe_unused]] std::string_view text, std::size_t p) {
#if defined(__SSE2__)
  const auto load = [&](std::size_t at) {
    return _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text.data() + at)));
  };
  const auto all = [](int value) { return _mm_set1_epi8(static_cast<char>(value)); };
  // Signed, bytes above ASCII are the least: continuations -128 to -65, leads of three bytes -32 to -17.
  const auto lead = [&](__m128i x) {
    const __m128i three = _mm_and_si128(_mm_cmpgt_epi8(x, all(-32)), _mm_cmplt_epi8(x, all(-16)));
    return _mm_andnot_si128(_mm_cmpeq_epi8(x, all(0xED)), three);
  };
  const std::size_t begin = p;
  if (p < 2) return p;
  for (; p + 16 <= text.size(); p += 16) {
    const __m128i x = load(p);
    const __m128i continues = _mm_cmplt_epi8(x, all(-64));
    const __m128i must = _mm_or_si128(lead(load(p - 1)), lead(load(p - 2)));
    const __m128i known = _mm_or_si128(_mm_or_si128(continues, lead(x)), _mm_cmpgt_epi8(x, all(-1)));
    if (_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(continues, must), known)) != 0xFFFF) break;
  }
  // Back to where an unfinished character began: of the bytes before `p` all but that are well formed.
  if (p > begin && byte_at(text, p - 1) >= 0xE0) {
    p -= 1;
  } else if (p > begin && byte_at(text, p - 2) >= 0xE0) {
    p -= 2;
  }
#endif
  return p;
}

std::optional<Encoding> marked(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) && bytes.size() % 4 == 0) return Encoding::utf32_le;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return Encoding::utf32_be;
  if (bytes.starts_with("\xFF\xFE"sv)) return Encoding::utf16_le;
  if (bytes.starts_with("\xFE\xFF"sv)) return Encoding::utf16_be;
  return std::nullopt;
}

/// Whether a unit of UTF-16 is one that catalogs are written in: Latin, Chinese, their punctuation, full-width forms.
bool is_usual(unsigned unit) {
  return (unit >= 0x20 && unit < 0x250) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x2000 && unit < 0x3040) || (unit >= 0x3400 && unit < 0xA000) || (unit >= 0xFF00 && unit < 0xFFF0);
}

/// Whether both bytes of a unit are ASCII: few Chinese characters are so, and all of an ASCII text with a stray zero.
bool is_two_letters(unsigned unit) {
  return unit >= 0x2020 && unit < 0x7F00 && (unit & 0xFFU) >= 0x20 && (unit & 0xFFU) < 0x7F;
}

/// UTF-16 without a mark: the ASCII characters that every catalog has put zeros at every other byte, always the same.
std::optional<Encoding> zeros_of_utf16(std::string_view bytes) {
  const std::string_view seen = bytes.substr(0, looked_at);
  const std::size_t units = seen.size() / 2;
  if (units < 2 || seen.find('\0') == nowhere) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < 2 * units; ++i) zeros[i % 2] += seen[i] == '\0' ? 1U : 0U;
  const std::size_t many = std::max(zeros[0], zeros[1]);
  // 一 (U+4E00) has a zero at the other byte.
  if (many * 20 < units || std::min(zeros[0], zeros[1]) * 2 > many) return std::nullopt;
  const std::size_t high = zeros[1] > zeros[0] ? 1 : 0;  // the byte of a unit that comes first in its number
  std::size_t usual = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < 2 * units; i += 2) {
    const unsigned unit = byte_at(seen, i + high) * 256U + byte_at(seen, i + 1 - high);
    usual += is_usual(unit) ? 1U : 0U;
    letters += is_two_letters(unit) ? 1U : 0U;
  }
  if (usual * 10 < units * 9 || letters * 2 > units) return std::nullopt;
  return high == 1 ? Encoding::utf16_le : Encoding::utf16_be;
}

/// What the bytes above ASCII of a text would be in UTF-8 and in GB18030.
struct Look {
  std::size_t high = 0;        ///< bytes above ASCII
  std::size_t in_utf8 = 0;     ///< of them in well-formed sequences of three or four
  std::size_t characters = 0;  ///< of GB18030
  std::size_t strange = 0;     ///< bytes that are no part of one
  std::size_t common = 0;      ///< of them such as Chinese text is made of
  std::size_t early = 0,
              late = 0;  ///< of them of the first level of GB 2312, in the rows of Korean letters and behind them
  std::size_t island = nowhere;  ///< the first run of bytes above ASCII that are Chinese text in UTF-8
};

/// Runs of bytes above ASCII that are two or more Chinese characters in UTF-8, and nothing else.
/// By chance GBK gives one in about thirty thousand words of three characters.
void look_for_utf8(std::string_view text, Look& look) {
  for (std::size_t p = skip_ascii(text, 0); p < text.size(); p = skip_ascii(text, p)) {
    const std::size_t begin = p;
    std::size_t chinese = 0;
    bool all = true;
    while (byte_at(text, p) >= 0x80) {
      const std::size_t length = sequence_at(text, p);
      all = all && length >= 3;
      chinese += length == 3 && byte_at(text, p) >= 0xE3 && byte_at(text, p) <= 0xEF ? 1U : 0U;
      look.in_utf8 += length >= 3 ? length : 0;
      p += std::max<std::size_t>(length, 1);
    }
    look.high += p - begin;
    if (all && chinese >= 2 && look.island == nowhere) look.island = begin;
  }
}

/// Whether the two bytes are a character of the first level of GB 2312, its punctuation or its full-width forms:
/// 99 of 100 characters of Chinese text are.
bool is_common(Byte lead, Byte second) {
  return second >= 0xA1 && second != 0xFF && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7));
}

void look_for_gb18030(std::string_view text, Look& look) {
  for (std::size_t p = skip_ascii(text, 0); p < text.size(); p = skip_ascii(text, p)) {
    const Byte lead = byte_at(text, p);
    const Byte second = byte_at(text, p + 1);
    const bool four = second >= 0x30 && second <= 0x39;
    const bool fits = four
                          ? byte_at(text, p + 2) >= 0x81 && byte_at(text, p + 3) >= 0x30 && byte_at(text, p + 3) <= 0x39
                          : second >= 0x40 && second != 0x7F && second != 0xFF;
    if (lead == 0x80 || lead == 0xFF || !fits) {
      ++look.strange;
      ++p;
      continue;
    }
    ++look.characters;
    look.early += !four && lead >= 0xB0 && lead <= 0xC8 ? 1U : 0U;
    look.late += !four && lead >= 0xC9 && lead <= 0xD7 ? 1U : 0U;
    look.common += four || is_common(lead, second) ? 1U : 0U;
    p += four ? 4 : 2;
  }
}

/// The letters of EUC-KR stand where GB 2312 has its first rows of characters.
bool is_korean(const Look& look) {
  return look.early + look.late >= mixed_characters && look.late * 10 < look.early + look.late;
}

}  // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: break;
    case Encoding::gb18030: return "GBK/GB18030";
    case Encoding::utf16_le:
    case Encoding::utf16_be: return "UTF-16";
    case Encoding::utf32_le:
    case Encoding::utf32_be: return "UTF-32";
  }
  return "UTF-8";
}

std::string_view iana_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: break;
    case Encoding::gb18030: return "GB18030";
    case Encoding::utf16_le: return "UTF-16LE";
    case Encoding::utf16_be: return "UTF-16BE";
    case Encoding::utf32_le: return "UTF-32LE";
    case Encoding::utf32_be: return "UTF-32BE";
  }
  return "UTF-8";
}

std::size_t first_not_utf8(std::string_view bytes) {
  std::size_t p = 0;
  while ((p = skip_plain(bytes, p)) < bytes.size()) {
    const std::size_t end = std::min(p + 16, bytes.size());
    while (p < end) {
      const std::size_t length = sequence_at(bytes, p);
      if (length == 0) return p;
      p += length;
    }
  }
  return nowhere;
}

EncodingGuess guess_encoding(std::string_view bytes) {
  if (const auto encoding = marked(bytes)) return {*encoding, true, {}};
  if (const auto encoding = zeros_of_utf16(bytes)) return {*encoding, true, {}};
  const std::size_t wrong = first_not_utf8(bytes);
  if (wrong == nowhere) return {Encoding::utf8, true, {}};
  Look look;
  look_for_utf8(bytes, look);
  look_for_gb18030(bytes, look);
  if (look.in_utf8 * 2 >= look.high) return {Encoding::utf8, false, wrong};
  const bool chinese = look.characters >= enough_characters &&
                       look.common * 20 >= (look.characters + look.strange) * 17 && !is_korean(look);
  const bool likely = chinese || (look.characters > 0 && look.common * 2 >= look.characters + look.strange);
  if (!likely) return {};
  EncodingGuess guess{Encoding::gb18030, chinese && look.island == nowhere && bytes.find('\0') == nowhere, {}};
  if (look.island != nowhere) guess.mixed_at = look.island;
  return guess;
}

Encoding make_utf8(std::string& text) {
  const bool zeros = std::string_view(text).substr(0, looked_at).find('\0') != nowhere;
  if (!zeros && first_not_utf8(text) == nowhere) return Encoding::utf8;
  const EncodingGuess guess = guess_encoding(text);
  if (!guess.certain || guess.encoding == Encoding::utf8) return Encoding::utf8;
  std::size_t bad_at = 0;
  auto converted = to_utf8(text, guess.encoding, bad_at);
  if (!converted) return Encoding::utf8;
  text = std::move(*converted);
  return guess.encoding;
}

}  // namespace matter
