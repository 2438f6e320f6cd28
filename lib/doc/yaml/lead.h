#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace matter::yaml {

/// What a node may begin with, by its first byte.
enum class Lead : std::uint8_t {
  plain,
  suspect,  ///< plain, but worth a look
  dash,     ///< an indicator when white space follows
  question,
  colon,
  blank,
  comment,
  double_quote,
  single_quote,
  flow,
  block_scalar,
  outside,   ///< anchor, alias, tag
  reserved,  ///< may begin nothing
};

constexpr std::array<Lead, 256> make_leads() {
  std::array<Lead, 256> leads{};
  for (Lead& lead : leads) lead = Lead::plain;
  const auto set = [&leads](std::string_view chars, Lead lead) {
    for (const char c : chars) leads[static_cast<unsigned char>(c)] = lead;
  };
  set("\xE2\xE3\xC2\xEF", Lead::suspect);
  set("-", Lead::dash);
  set("?", Lead::question);
  set(":", Lead::colon);
  set(" \t\r\n", Lead::blank);
  set("#", Lead::comment);
  set("\"", Lead::double_quote);
  set("'", Lead::single_quote);
  set("[]{},", Lead::flow);
  set("|>", Lead::block_scalar);
  set("&*!", Lead::outside);
  set("@`%", Lead::reserved);
  return leads;
}

inline constexpr std::array<Lead, 256> leads = make_leads();

constexpr Lead lead_of(char c) { return leads[static_cast<unsigned char>(c)]; }

constexpr std::array<bool, 256> make_flow_stops() {
  std::array<bool, 256> stops{};
  for (const char c : std::string_view(",[]{}:#\n\r")) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}

inline constexpr std::array<bool, 256> flow_stops = make_flow_stops();

/// May end a plain scalar inside brackets.
constexpr bool may_stop_in_flow(char c) { return flow_stops[static_cast<unsigned char>(c)]; }

/// The first byte from `p` on at which a plain scalar inside brackets may end, or `size`.
inline std::uint32_t next_flow_stop(const char* text, std::uint32_t p, std::uint32_t size) {
#if defined(__SSE2__)
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  for (; size - p >= 16; p += 16) {
    const __m128i x = _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text + p)));
    const __m128i folded = _mm_or_si128(x, all(0x20));  // brackets become braces
    const __m128i braces = _mm_or_si128(_mm_cmpeq_epi8(folded, all('{')), _mm_cmpeq_epi8(folded, all('}')));
    const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(x, all(',')), _mm_cmpeq_epi8(x, all(':')));
    const __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(x, all('\n')), _mm_cmpeq_epi8(x, all('\r')));
    const __m128i found = _mm_or_si128(_mm_or_si128(braces, marks), _mm_or_si128(breaks, _mm_cmpeq_epi8(x, all('#'))));
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (bits != 0) return p + static_cast<std::uint32_t>(std::countr_zero(bits));
  }
#endif
  while (p < size && !may_stop_in_flow(text[p])) ++p;
  return p;
}

}  // namespace matter::yaml
