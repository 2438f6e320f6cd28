#include "exchange/file_names.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace matter {

namespace {

bool refused(char32_t c) {
  static constexpr std::u32string_view characters = U"/\\:*?\"<>|\u007F";
  return c < 0x20 || (c >= 0x80 && c < 0xA0) || c == 0xFFFD || c == 0xFEFF || c == 0x00A0 || c == 0x3000 ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x200B && c <= 0x200F) ||
         characters.find(c) != std::u32string_view::npos;
}

/// Names that mean a device to some systems, whatever follows the dot.
bool is_device(std::string_view name) {
  static constexpr std::array<std::string_view, 6> devices = {"con", "prn", "aux", "nul", "com", "lpt"};
  std::string lower(name.substr(0, name.find('.')));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool numbered = lower.size() == 4 && lower[3] >= '0' && lower[3] <= '9';
  const std::string_view stem = std::string_view(lower).substr(0, 3);
  const auto* const found = std::find(devices.begin(), devices.end(), stem);
  if (found == devices.end()) return false;
  return found - devices.begin() < 4 ? lower.size() == 3 : numbered;
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

}  // namespace

std::string safe_name(std::string_view wish, std::size_t most_bytes) {
  std::string name;
  for (std::size_t at = 0; at < wish.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(wish, at);
    const std::string_view piece = refused(c) ? std::string_view("_") : wish.substr(begin, at - begin);
    if (name.size() + piece.size() > most_bytes) break;
    name += piece;
  }
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();
  const std::size_t begin = std::min(name.find_first_not_of(' '), name.size());
  name.erase(0, begin);
  if (name.empty() || name.front() == '.' || name.front() == '-') name.insert(name.begin(), '_');
  if (is_device(name)) name.insert(name.begin(), '_');
  return name;
}

std::string FileNames::make(std::string_view wish, std::string_view suffix) {
  std::string path;
  std::size_t folders = 0;
  for (std::size_t slash = wish.find('/'); slash != std::string_view::npos && folders < most_folders;
       slash = wish.find('/'), ++folders) {
    path += safe_name(wish.substr(0, slash), most_folder);
    path += '/';
    wish.remove_prefix(slash + 1);
  }
  constexpr std::size_t number_bytes = 8;
  const std::string stem = safe_name(wish, most_name - suffix.size() - number_bytes);
  std::string name = path + stem;
  for (std::size_t n = 2; !taken_.insert(lowered(name)).second; ++n) name = path + stem + '-' + std::to_string(n);
  return name.append(suffix);
}

}  // namespace matter
