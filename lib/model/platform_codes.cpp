#include "model/platform_codes.h"

#include "text/embedded.h"

namespace matter {

namespace {

/// Takes the text before the next `separator` off the front.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

}  // namespace

std::vector<PlatformCode> platform_codes(std::string_view list) {
  std::vector<PlatformCode> found;
  std::string_view rows = embedded("platform_codes.csv").value_or(std::string_view{});
  while (!rows.empty()) {
    std::string_view row = cut(rows, '\n');
    if (row.starts_with('#') || cut(row, ',') != list) continue;
    PlatformCode one{.list = list};
    one.code = cut(row, ',');
    one.printed = cut(row, ',');
    one.means = cut(row, ',');
    one.source = cut(row, ',');
    one.verified = row == "yes";
    found.push_back(one);
  }
  return found;
}

}  // namespace matter
