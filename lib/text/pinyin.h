#pragma once

#include <cstdint>

namespace matter {

/// The letters that the pinyin of a Chinese character begins with, of all its readings in use: bit 0 for a, bit 25
/// for z. Nothing for what is no character of schemas/pinyin.csv. The table is read at the first call.
[[nodiscard]] std::uint32_t pinyin_initials(char32_t character);

}  // namespace matter
