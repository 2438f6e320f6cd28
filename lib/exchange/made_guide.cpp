#include "exchange/made_guide.h"

#include <charconv>

#include "exchange/guide/template.h"

namespace matter {

namespace {

constexpr std::string_view mark = "8c1f0d52e94b4a6f-place-";  // nothing that anybody writes
constexpr char mark_end = '-';

}  // namespace

std::string place_mark(std::size_t number) { return std::string(mark) + std::to_string(number) + mark_end; }

std::string with_names(std::string_view page, const std::vector<std::string>& names) {
  std::string out;
  out.reserve(page.size());
  std::size_t from = 0;
  for (std::size_t at = page.find(mark); at != std::string_view::npos; at = page.find(mark, at + 1)) {
    std::size_t number = 0;
    const char* const digits = page.data() + at + mark.size();
    const auto [end, error] = std::from_chars(digits, page.data() + page.size(), number);
    const bool ours = error == std::errc() && end != page.data() + page.size() && *end == mark_end;
    if (!ours || number >= names.size()) continue;
    out.append(page.substr(from, at - from)).append(path_address(names[number]));
    from = static_cast<std::size_t>(end + 1 - page.data());
  }
  return out.append(page.substr(from));
}

}  // namespace matter
