#pragma once

#include <string_view>

#include "doc/yaml/faults.h"

namespace matter::yaml {

/// UTF-16 (or -32) by its byte order mark or by zeros at every other byte.
bool looks_like_utf16(std::string_view text);

/// Says what the text is encoded in, at the first byte that shows it.
void say_encoding(std::string_view text, Faults& faults);

}  // namespace matter::yaml
