#include "catalog/same_item.h"

#include "model/codes.h"
#include "text/unicode.h"

namespace matter {

std::string item_key(const Matter& m) {
  const std::string_view basic = basic_code(m);
  if (basic.empty()) return {};
  std::string item(basic);
  item += '/';
  if (m.handling.given()) return item + normalised(m.handling.text);
  const auto code = parse_implementing_code(identity(m));
  return item + std::string(code ? code->handling : std::string_view{});
}

}  // namespace matter
