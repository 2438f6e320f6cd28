#pragma once

#include <string>

namespace matter::test {

/// What a catalog must not be able to do to a page, as a YAML text in double quotes with escapes of its own.
inline constexpr const char* hostile =
    R"("<script>alert(1)</script><img src=x onerror=alert(2)></li></style><h1 onclick='alert(3)'>" )"
    R"(\" ' & &lt; \u202E反转\u202C \u2067x\u2069 @all #1 javascript:alert(4) https://example.org/ <!-- ]]>")";

inline std::string quoted_hostile() {
  std::string text = hostile;
  const std::size_t inner = text.find("'>\" ");
  text.replace(inner + 2, 2, " ");  // one scalar
  return text;
}

}  // namespace matter::test
