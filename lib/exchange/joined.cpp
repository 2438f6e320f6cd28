#include "exchange/joined.h"

#include "text/unicode.h"

namespace matter {

namespace {

/// Its first character: where none of those stands unescaped within a value, no separator can begin there, nor run
/// into one that follows.
std::string_view first_character(std::string_view separator) {
  std::size_t end = 0;
  if (!separator.empty()) static_cast<void>(next_code_point(separator, end));
  return separator.substr(0, end);
}

}  // namespace

bool may_separate(std::string_view value, std::string_view separator) {
  return !separator.empty() && value.find(first_character(separator)) != std::string_view::npos;
}

void append_escaped_value(std::string& to, std::string_view value, std::string_view separator) {
  const std::string_view first = first_character(separator);
  while (!value.empty()) {
    const bool separates = !first.empty() && value.starts_with(first);
    const std::size_t length = separates ? first.size() : 1;
    if (separates || value.front() == '\\') to += '\\';
    to += value.substr(0, length);
    value.remove_prefix(length);
  }
}

std::string join_values(const std::vector<std::string>& values, std::string_view separator) {
  std::string plain;
  std::string escaped;
  for (std::size_t i = 0; i < values.size(); ++i) {
    plain.append(i == 0 ? std::string_view{} : separator).append(values[i]);
    escaped.append(i == 0 ? std::string_view{} : separator);
    append_escaped_value(escaped, values[i], separator);
  }
  return split_joined(plain, separator) == values ? plain : escaped;
}

std::vector<std::string> split_joined(std::string_view text, std::string_view separator) {
  const std::string_view first = first_character(separator);
  std::vector<std::string> values(1);
  while (!text.empty()) {
    const std::string_view behind = text.substr(1);
    const bool separates = !first.empty() && behind.starts_with(first);
    if (text.front() == '\\' && (separates || behind.starts_with('\\'))) {
      const std::size_t length = separates ? first.size() : 1;
      values.back() += behind.substr(0, length);
      text = behind.substr(length);
    } else if (!separator.empty() && text.starts_with(separator)) {
      values.emplace_back();
      text.remove_prefix(separator.size());
    } else {
      values.back() += text.front();
      text = behind;
    }
  }
  return values;
}

}  // namespace matter
