#include "doc/yaml/general_tags.h"

#include <algorithm>

namespace matter::general {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";

bool is_word_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// ns-uri-char of YAML 1.2; escapes are looked at by `decoded`.
bool is_uri_char(char c) {
  return is_word_char(c) || std::string_view("%#;/?:@&=+$,_.!~*'()[]").find(c) != std::string_view::npos;
}

bool is_handle(std::string_view handle) {
  if (handle == "!" || handle == "!!") return true;
  return handle.size() > 2 && handle.front() == '!' && handle.back() == '!' &&
         std::all_of(handle.begin() + 1, handle.end() - 1, is_word_char);
}

/// %XX taken back to bytes; nothing where a character may not stand in a tag.
std::optional<std::string> decoded(std::string_view suffix) {
  std::string out;
  for (std::size_t i = 0; i < suffix.size(); ++i) {
    if (!is_uri_char(suffix[i])) return std::nullopt;
    if (suffix[i] != '%') {
      out += suffix[i];
      continue;
    }
    if (i + 2 >= suffix.size()) return std::nullopt;
    const std::string digits(suffix.substr(i + 1, 2));
    if (digits.find_first_not_of(hex_digits) != std::string::npos) return std::nullopt;
    out += static_cast<char>(std::stoi(digits, nullptr, 16));
    i += 2;
  }
  return out;
}

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && (line.size() == marker.size() || is_blank(line[marker.size()]));
}

std::size_t next_line(std::string_view text, std::size_t end) {
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

/// Words of a directive line without its comment.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    if (line[at] == '#' && at != 0) break;
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

TagDirectives::TagDirectives(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = line_end(text, at);
    if (is_marker(text.substr(at, end - at), "---")) starts_.push_back(static_cast<std::uint32_t>(at));
    at = next_line(text, end);
  }
}

/// Number of the document whose `---` is the last one at or before `at`; 0 before the first.
std::size_t TagDirectives::document_at(std::uint32_t at) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), at) - starts_.begin());
}

/// Directives stand at the beginning of the stream or after `...`, among themselves and comments.
bool TagDirectives::begins_document(std::uint32_t at) const {
  std::size_t end = at;
  while (end > 0) {
    std::size_t stop = end - 1;  // of the line before, its break excluded
    if (stop > 0 && text_[stop] == '\n' && text_[stop - 1] == '\r') --stop;
    const std::size_t before = stop == 0 ? std::string_view::npos : text_.find_last_of("\r\n", stop - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = text_.substr(begin, stop - begin);
    if (is_marker(line, "...")) return true;
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] != '#' && line[0] != '%') return false;
    end = begin;
  }
  return true;
}

std::optional<Bilingual> TagDirectives::add(std::uint32_t at) {
  if (!begins_document(at)) {
    return Bilingual{"指令（% 开头的行）只能写在文件开头或“...”行之后",
                     "a directive (a line that begins with %) may stand only at the beginning or after a line \"...\""};
  }
  const std::size_t document = document_at(at) + 1;
  std::size_t next = next_line(text_, line_end(text_, at));
  while (next < text_.size()) {  // only comments and further directives before the `---`
    const std::size_t end = line_end(text_, next);
    const std::string_view line = text_.substr(next, end - next);
    if (is_marker(line, "---")) break;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] != '#' && line[0] != '%') next = text_.size();
    next = std::max(next, next_line(text_, end));
  }
  if (next >= text_.size()) {
    return Bilingual{"指令之后要有“---”行", "a line \"---\" must follow a directive"};
  }
  const auto words = words_of(text_.substr(at, line_end(text_, at) - at));
  if (words[0].size() < 2) return Bilingual{"% 后面要有指令名称", "a name must follow %"};
  if (words[0] == "%TAG") return add_handle(words, document);
  if (words[0] != "%YAML") return std::nullopt;  // reserved: to be ignored
  if (std::find(versions_.begin(), versions_.end(), document) != versions_.end()) {
    return Bilingual{"%YAML 写了两次", "%YAML stands twice"};
  }
  versions_.push_back(document);
  const bool version = words.size() == 2 && words[1].size() == 3 && words[1].starts_with("1.") && words[1][2] >= '0' &&
                       words[1][2] <= '9';
  if (version) return std::nullopt;
  return Bilingual{"%YAML 后面应是版本号，例如 %YAML 1.2", "%YAML wants a version: %YAML 1.2"};
}

std::optional<Bilingual> TagDirectives::add_handle(const std::vector<std::string_view>& words, std::size_t document) {
  if (words.size() != 3 || !is_handle(words[1]) || !decoded(words[2])) {
    return Bilingual{"%TAG 后面应是前缀名和前缀，例如 %TAG !e! tag:example.com,2000:",
                     "%TAG wants a handle and a prefix: %TAG !e! tag:example.com,2000:"};
  }
  for (const Handle& known : handles_) {
    if (known.document == document && known.handle == words[1]) {
      return Bilingual{"同一前缀名的 %TAG 写了两次", "%TAG stands twice for the same handle"};
    }
  }
  handles_.push_back({words[1], words[2], document});
  return std::nullopt;
}

std::optional<std::string> TagDirectives::resolve(std::string_view tag, std::uint32_t at) const {
  if (tag == "!") return std::string("!");
  if (tag.starts_with("!<")) {
    if (!tag.ends_with('>') || tag.size() < 4) return std::nullopt;
    const std::string_view name = tag.substr(2, tag.size() - 3);
    if (name == "!" || !decoded(name)) return std::nullopt;
    return std::string(name);
  }
  const std::size_t second = tag.find('!', 1);
  const std::string_view handle = second == std::string_view::npos ? tag.substr(0, 1) : tag.substr(0, second + 1);
  const auto suffix = decoded(tag.substr(handle.size()));
  if (!suffix || suffix->empty() || !is_handle(handle) || tag.find('!', handle.size()) != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t document = document_at(at);
  for (const Handle& known : handles_) {
    if (known.document == document && known.handle == handle) return std::string(known.prefix) + *suffix;
  }
  if (handle == "!!") return "tag:yaml.org,2002:" + *suffix;
  if (handle == "!") return "!" + *suffix;
  return std::nullopt;
}

}  // namespace matter::general
