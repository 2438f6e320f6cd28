#include "doc/yaml/index.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace matter::yaml {

namespace {

constexpr std::size_t block = 64;
/// Bytes before and after a block that its marks depend on.
constexpr std::size_t before = 3;
constexpr std::size_t after = 1;

using Byte = unsigned char;

Byte byte_at(std::string_view text, std::size_t p) { return p < text.size() ? static_cast<Byte>(text[p]) : Byte{'\n'}; }

/// Whether the sequence that `lead` begins has a second byte in range (the others are checked by the sweep).
bool second_fits(Byte lead, Byte second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second <= 0x9F;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second <= 0x8F;
    default: return lead >= 0xC2 && lead <= 0xF4;
  }
}

bool ends_in_odd_space(std::string_view text, std::size_t p) {
  if (p >= 2 && text.substr(p - 2, 2) == "\xC2\xA0") return true;
  return p >= 3 && text.substr(p - 3, 3) == "\xE3\x80\x80";
}

/// Whether YAML forbids the character at `p`; the text is known or not yet known to be UTF-8.
bool forbidden(std::string_view text, std::size_t p) {
  const Byte b = byte_at(text, p);
  const Byte second = byte_at(text, p + 1);
  if (b < 0x20) return b != '\t' && b != '\n' && b != '\r';
  if (b == 0x7F) return true;
  if (b == 0xC2) return second < 0xA0 && second != 0x85;
  if (b != 0xEF) return false;
  const Byte third = byte_at(text, p + 2);
  return (second == 0xBF && third >= 0xBE) || (second == 0xBB && third == 0xBF && p != 0);
}

/// The slow look at a block in which the sweep saw something rare.
void look_closely(std::string_view text, std::size_t begin, Index& index) {
  const std::size_t end = begin + block < text.size() ? begin + block : text.size();
  for (std::size_t p = begin; p < end; ++p) {
    const Byte b = static_cast<Byte>(text[p]);
    if (b >= 0xC0 && !second_fits(b, byte_at(text, p + 1))) index.utf8 = false;
    if (forbidden(text, p) || (b == '#' && ends_in_odd_space(text, p))) index.odd.push_back(static_cast<Offset>(p));
  }
}

/// Runs `mark(bytes)` over blocks, all but those before `first`; `bytes` may be read from -before to block + after - 1.
/// One block more than the text fills, so that every sequence is followed by something.
template <class Mark>
void sweep(std::string_view text, std::size_t first, std::size_t last, Mark&& mark) {
  Byte padded[before + block + after];
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t begin = i * block;
    const bool inside = begin >= before && begin + block + after <= text.size();
    const Byte* bytes = reinterpret_cast<const Byte*>(text.data()) + begin;
    if (!inside) {
      std::memset(padded, '\n', sizeof padded);
      const std::size_t from = begin >= before ? begin - before : 0;
      const std::size_t to = begin + block + after < text.size() ? begin + block + after : text.size();
      std::memcpy(padded + (before - (begin - from)), text.data() + from, to - from);
      bytes = padded + before;
    }
    mark(i, bytes);
  }
}

std::size_t blocks_of(std::string_view text) { return text.size() / block + 1; }

bool blank(Byte b) { return b <= 0x20; }

}  // namespace

void Index::begin(std::size_t size) {
  stops.resize(size / block + 1);
  odd.clear();
  utf8 = true;
}

void Index::build_portable(std::string_view text) {
  begin(text.size());
  sweep(text, 0, blocks_of(text), [&](std::size_t i, const Byte* bytes) {
    std::uint64_t stop = 0;
    bool rare = false;
    bool wrong = false;
    for (int k = 0; k < static_cast<int>(block); ++k) {
      const Byte b = bytes[k];
      const bool here =
          b == '\n' || b == '\r' || (b == ':' && blank(bytes[k + 1])) || (b == '#' && blank(bytes[k - 1]));
      stop |= static_cast<std::uint64_t>(here) << k;
      rare |= (b < 0x20 && b != '\n' && b != '\r') || b == 0x7F || (b == '#' && bytes[k - 1] >= 0x80) ||
              (b >= 0xC0 && b != 0xE3 && !(b >= 0xE4 && b <= 0xE9));
      wrong |= (b >= 0x80 && b < 0xC0) != (bytes[k - 1] >= 0xC0 || bytes[k - 2] >= 0xE0 || bytes[k - 3] >= 0xF0);
    }
    stops[i] = stop;
    if (wrong) utf8 = false;
    if (rare) look_closely(text, i * block, *this);
  });
}

#if defined(__SSE2__)

namespace {

__m128i load(const Byte* p) { return _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(p))); }
__m128i all(int value) { return _mm_set1_epi8(static_cast<char>(value)); }
__m128i equals(__m128i x, int value) { return _mm_cmpeq_epi8(x, all(value)); }
__m128i at_least(__m128i x, int value) { return _mm_cmpeq_epi8(_mm_max_epu8(x, all(value)), x); }
__m128i at_most(__m128i x, int value) { return _mm_cmpeq_epi8(_mm_min_epu8(x, all(value)), x); }
__m128i either(__m128i a, __m128i b) { return _mm_or_si128(a, b); }
__m128i both(__m128i a, __m128i b) { return _mm_and_si128(a, b); }
bool any(__m128i x) { return _mm_movemask_epi8(x) != 0; }

struct Marks {
  __m128i wrong = _mm_setzero_si128();
  __m128i rare = _mm_setzero_si128();
};

/// Sixteen bytes: the stops as bits; what is wrong or rare is added up.
[[gnu::always_inline]] inline std::uint64_t mark_sixteen(const Byte* p, Marks& marks) {
  const __m128i x = load(p);
  const __m128i previous = load(p - 1);
  const __m128i next = load(p + 1);
  const __m128i line_break = either(equals(x, '\n'), equals(x, '\r'));
  const __m128i hash = equals(x, '#');
  const __m128i stop =
      either(line_break, either(both(equals(x, ':'), at_most(next, 0x20)), both(hash, at_most(previous, 0x20))));

  const __m128i continuation = _mm_cmpgt_epi8(all(0xC0), x);
  const __m128i expected =
      either(at_least(previous, 0xC0), either(at_least(load(p - 2), 0xE0), at_least(load(p - 3), 0xF0)));
  marks.wrong = either(marks.wrong, _mm_xor_si128(continuation, expected));

  const __m128i control = _mm_andnot_si128(line_break, at_most(x, 0x1F));
  // U+FF00–FF7F are everywhere in Chinese text; what else begins with EF may be U+FEFF or no character.
  const __m128i full_width = both(equals(x, 0xEF), at_most(_mm_sub_epi8(next, all(0xBC)), 1));
  const __m128i common_lead = either(at_most(_mm_sub_epi8(x, all(0xE1)), 0x0B), either(equals(x, 0xEE), full_width));
  const __m128i rare_lead = _mm_andnot_si128(common_lead, at_least(x, 0xC0));
  const __m128i glued_hash = both(hash, at_least(previous, 0x80));
  marks.rare = either(marks.rare, either(either(control, equals(x, 0x7F)), either(rare_lead, glued_hash)));
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(stop)));
}

/// Blocks from `first` to before `last`.
void mark_blocks(std::string_view text, std::size_t first, std::size_t last, Index& index) {
  Marks sum;
  sweep(text, first, last, [&](std::size_t i, const Byte* bytes) {
    Marks marks;
    std::uint64_t stop = mark_sixteen(bytes, marks);
    stop |= mark_sixteen(bytes + 16, marks) << 16U;
    stop |= mark_sixteen(bytes + 32, marks) << 32U;
    stop |= mark_sixteen(bytes + 48, marks) << 48U;
    index.stops[i] = stop;
    sum.wrong = either(sum.wrong, marks.wrong);
    if (any(marks.rare)) look_closely(text, i * block, index);
  });
  if (any(sum.wrong)) index.utf8 = false;
}

}  // namespace

#if defined(__x86_64__)

// The same with vectors twice as wide, where the processor has them: this sweep sees every byte that is read.
namespace {

#define MATTER_WIDE [[gnu::target("avx2")]] inline

MATTER_WIDE __m256i wide_load(const Byte* p) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(static_cast<const void*>(p)));
}
MATTER_WIDE __m256i wide_all(int value) { return _mm256_set1_epi8(static_cast<char>(value)); }
MATTER_WIDE __m256i wide_equals(__m256i x, int value) { return _mm256_cmpeq_epi8(x, wide_all(value)); }
MATTER_WIDE __m256i wide_at_least(__m256i x, int value) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(x, wide_all(value)), x);
}
MATTER_WIDE __m256i wide_at_most(__m256i x, int value) {
  return _mm256_cmpeq_epi8(_mm256_min_epu8(x, wide_all(value)), x);
}
MATTER_WIDE __m256i wide_either(__m256i a, __m256i b) { return _mm256_or_si256(a, b); }
MATTER_WIDE __m256i wide_both(__m256i a, __m256i b) { return _mm256_and_si256(a, b); }

/// Thirty-two bytes, as `mark_sixteen`.
MATTER_WIDE std::uint64_t wide_mark(const Byte* p, __m256i& wrong, __m256i& rare) {
  const __m256i x = wide_load(p);
  const __m256i previous = wide_load(p - 1);
  const __m256i next = wide_load(p + 1);
  const __m256i line_break = wide_either(wide_equals(x, '\n'), wide_equals(x, '\r'));
  const __m256i hash = wide_equals(x, '#');
  const __m256i colon = wide_both(wide_equals(x, ':'), wide_at_most(next, 0x20));
  const __m256i stop = wide_either(line_break, wide_either(colon, wide_both(hash, wide_at_most(previous, 0x20))));

  const __m256i continuation = _mm256_cmpgt_epi8(wide_all(0xC0), x);
  const __m256i expected =
      wide_either(wide_at_least(previous, 0xC0),
                  wide_either(wide_at_least(wide_load(p - 2), 0xE0), wide_at_least(wide_load(p - 3), 0xF0)));
  wrong = wide_either(wrong, _mm256_xor_si256(continuation, expected));

  const __m256i control = _mm256_andnot_si256(line_break, wide_at_most(x, 0x1F));
  const __m256i full_width = wide_both(wide_equals(x, 0xEF), wide_at_most(_mm256_sub_epi8(next, wide_all(0xBC)), 1));
  const __m256i common_lead = wide_either(wide_at_most(_mm256_sub_epi8(x, wide_all(0xE1)), 0x0B),
                                          wide_either(wide_equals(x, 0xEE), full_width));
  const __m256i rare_lead = _mm256_andnot_si256(common_lead, wide_at_least(x, 0xC0));
  const __m256i glued_hash = wide_both(hash, wide_at_least(previous, 0x80));
  rare = wide_either(rare, wide_either(wide_either(control, wide_equals(x, 0x7F)), wide_either(rare_lead, glued_hash)));
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm256_movemask_epi8(stop)));
}

/// Blocks that have the bytes before and after them in the text.
[[gnu::target("avx2")]] void wide_mark_blocks(std::string_view text, std::size_t first, std::size_t last,
                                              Index& index) {
  const Byte* const bytes = reinterpret_cast<const Byte*>(text.data());
  __m256i wrong = _mm256_setzero_si256();
  for (std::size_t i = first; i < last; ++i) {
    __m256i rare = _mm256_setzero_si256();
    const std::uint64_t low = wide_mark(bytes + i * block, wrong, rare);
    index.stops[i] = low | (wide_mark(bytes + i * block + 32, wrong, rare) << 32U);
    if (_mm256_testz_si256(rare, rare) == 0) look_closely(text, i * block, index);
  }
  if (_mm256_movemask_epi8(wrong) != 0) index.utf8 = false;
}

}  // namespace

void Index::build(std::string_view text) {
  begin(text.size());
  const std::size_t blocks = blocks_of(text);
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  if (!wide || blocks < 3) return mark_blocks(text, 0, blocks, *this);
  // The last two blocks end behind the text, or one byte before its end.
  mark_blocks(text, 0, 1, *this);
  wide_mark_blocks(text, 1, blocks - 2, *this);
  mark_blocks(text, blocks - 2, blocks, *this);
}

#else

void Index::build(std::string_view text) {
  begin(text.size());
  mark_blocks(text, 0, blocks_of(text), *this);
}

#endif

#else

void Index::build(std::string_view text) { build_portable(text); }

#endif

}  // namespace matter::yaml
