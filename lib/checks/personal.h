#pragma once

#include <string>
#include <string_view>

#include "diag/lang.h"

namespace matter {

/// A run of digits that looks like somebody's: a part of the text, and what it looks like.
struct Personal {
  std::string_view text;  ///< empty: nothing was found
  Bilingual what;
};
/// 公民身份号码 with a true birth date and check character (GB 11643-1999), a bank card number (62…, 16 to 19 digits,
/// Luhn), a mobile number. Digits inside longer runs of digits and letters are none.
[[nodiscard]] Personal find_personal(std::string_view text);

/// The first three and last two characters, the rest as `*`: a report must not repeat what should not be public.
[[nodiscard]] std::string masked(std::string_view text);

}  // namespace matter
