#include "support/yaml_random.h"

#include <fmt/format.h>

#include <algorithm>

#include <array>

namespace matter::test {

namespace {

constexpr std::array<std::string_view, 28> words = {
    "许可",     "事项名称", "a",      "key",       "20 工作日",  "x:y",  "a#b", "http://example.cn/a?b=c&d",
    "-1",       "?x",       ":y",     "it's",      "say \"hi\"", "null", "~",   "true",
    "0.50",     "a - b",    "第九条", "（一）",    "“引号”",     "b,c",  "<<",  "2021-05-26",
    "back\\sl", "x  y",     "100%",   "中文：冒号"};

constexpr std::array<std::string_view, 38> signs = {
    ": ",  "- ", "\n", "\n",    "  ", "? ", "a",  "b",  "'",    "\"",      "[",       "]",   "{",
    "}",   ",",  "#",  " #c\n", "|",  ">",  "\n", " ",  "\n\n", "\n---\n", "\n...\n", "&a ", "*a",
    "!t ", "中", "\t", "\r\n",  "：", "~",  "%",  "|-", ">+",   "\\",      ":",       "-"};

class Writer {
 public:
  Writer(std::uint64_t seed, bool outside) : random_(seed), outside_(outside) {}

  std::string run() {
    const std::size_t documents = random_.one_in(5) ? 1 + random_.below(3) : 1;
    for (std::size_t i = 0; i < documents; ++i) {
      anchors_ = 0;
      if (i > 0 || random_.one_in(4)) out_ += "---\n";
      comment_lines(0);
      root();
      if (random_.one_in(8)) out_ += "...\n";
    }
    return std::move(out_);
  }

 private:
  std::string_view word() { return words[random_.below(words.size())]; }

  void root() {
    switch (random_.below(6)) {
      case 0: list(0, 0); break;
      case 1: out_ += fmt::format("{}\n", flow(0)); break;
      case 2: out_ += fmt::format("{}\n", quoted()); break;
      default: map(0, 0);
    }
  }

  void comment_lines(std::size_t indent) {
    while (random_.one_in(6)) {
      if (random_.one_in(2)) {
        out_ += "\n";
      } else {
        out_.append(random_.one_in(3) ? random_.below(4) : indent, ' ').append("# ").append(word()).append("\n");
      }
    }
  }

  void end_line() { out_ += random_.one_in(8) ? fmt::format("  # {}\n", word()) : random_.one_in(20) ? " \n" : "\n"; }

  void map(std::size_t indent, std::size_t depth, bool first_in_place = false) {
    const std::size_t count = 1 + random_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 || !first_in_place) out_.append(indent, ' ');
      out_ += fmt::format("{}{}", random_.one_in(5) ? "键" : "k", i);
      if (random_.one_in(9)) out_ += " ";
      out_ += ":";
      value(indent, depth, true);
    }
  }

  void list(std::size_t indent, std::size_t depth, bool first_in_place = false) {
    const std::size_t count = 1 + random_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 || !first_in_place) out_.append(indent, ' ');
      out_ += "-";
      if (depth < 4 && random_.one_in(4)) {
        const std::size_t gap = 1 + random_.below(3);
        out_.append(gap, ' ');
        random_.one_in(3) ? list(indent + 1 + gap, depth + 1, true) : map(indent + 1 + gap, depth + 1, true);
      } else {
        value(indent, depth, false);
      }
    }
  }

  void properties() {
    if (!outside_ || !random_.one_in(4)) return;
    if (random_.one_in(2)) out_ += random_.one_in(2) ? " !!str" : " !local";
    if (random_.one_in(2)) out_ += fmt::format(" &a{}", anchors_++);
  }

  /// What follows `key:` or `-` of a collection at `indent`.
  void value(std::size_t indent, std::size_t depth, bool in_map) {
    if (outside_ && anchors_ > 0 && random_.one_in(6)) {
      out_ += fmt::format(" *a{}", random_.below(anchors_));
      return end_line();
    }
    const std::size_t choice = random_.below(depth < 4 ? 14 : 10);
    properties();
    switch (choice) {
      case 0: return end_line();
      case 1: out_ += fmt::format(" {}", word()); return end_line();
      case 2: return folded_plain(indent);
      case 3: out_ += fmt::format(" {}", quoted()); return end_line();
      case 4: return folded_quoted(indent);
      case 5:
      case 6: return block_scalar(indent);
      case 7: out_ += fmt::format(" {}", flow(0)); return end_line();
      case 8: return folded_flow(indent);
      case 9: out_ += " ~"; return end_line();
      default: break;
    }
    end_line();
    comment_lines(indent + 1);
    const std::size_t deeper = indent + 1 + random_.below(4);
    if (choice < 12) return map(deeper, depth + 1);
    list(in_map && random_.one_in(2) ? indent : deeper, depth + 1);
  }

  /// A word for a scalar of several lines: lines that look like `name:value` are refused on purpose.
  std::string_view plain_without_colon() {
    std::string_view one = word();
    while (one.find(':') != std::string_view::npos || one.find("：") != std::string_view::npos) one = word();
    return one;
  }

  void folded_plain(std::size_t indent) {
    out_ += fmt::format(" 首行 {}", plain_without_colon());
    const std::size_t lines = 1 + random_.below(3);
    for (std::size_t i = 0; i < lines; ++i) {
      out_ += random_.one_in(4) ? "\n\n" : "\n";
      out_.append(indent + 1 + random_.below(3), ' ').append("续").append(plain_without_colon());
    }
    end_line();
  }

  std::string quoted() {
    std::string out;
    if (random_.one_in(2)) {
      for (const char c : word()) out += c == '\'' ? std::string("''") : std::string(1, c);
      return fmt::format("'{}'", out);
    }
    for (const char c : word()) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    constexpr std::array<std::string_view, 8> escapes = {"\\n",         "\\t", "\\u4e2d", "\\x41",
                                                         "\\U0001F600", "\\/", "\\0",     "\\_"};
    if (random_.one_in(2)) out += escapes[random_.below(escapes.size())];
    return fmt::format("\"{}\"", out);
  }

  void folded_quoted(std::size_t indent) {
    const bool single = random_.one_in(2);
    out_ += single ? " '" : " \"";
    const std::size_t lines = 1 + random_.below(3);
    for (std::size_t i = 0; i < lines; ++i) {
      out_ += "行 # ";
      if (!single && random_.one_in(3)) out_ += "\\";
      out_ += random_.one_in(3) ? "\n\n" : random_.one_in(3) ? "  \n" : "\n";
      out_.append(indent + 1 + random_.below(3), ' ');
    }
    out_ += single ? "完'''" : "完\\\"\"";
    end_line();
  }

  void block_scalar(std::size_t indent) {
    out_ += random_.one_in(2) ? " |" : " >";
    const std::size_t deeper = 1 + random_.below(3);
    const bool stated = random_.one_in(3);
    constexpr std::array<std::string_view, 3> chomps = {"", "-", "+"};
    const std::string_view chomp = chomps[random_.below(3)];
    if (stated && random_.one_in(2)) {
      out_ += fmt::format("{}{}", deeper, chomp);
    } else {
      out_ += chomp;
      if (stated) out_ += fmt::format("{}", deeper);
    }
    end_line();
    const std::size_t lines = 1 + random_.below(4);
    for (std::size_t i = 0; i < lines; ++i) {
      if (i > 0 && random_.one_in(4)) out_ += "\n";
      out_.append(indent + deeper, ' ');
      if ((stated || i > 0) && random_.one_in(4)) out_ += "  ";
      out_ += fmt::format("行 {} # 文\n", word());
    }
    if (random_.one_in(4)) out_ += "\n";
  }

  std::string flow_scalar() {
    if (random_.one_in(3)) return quoted();
    constexpr std::array<std::string_view, 8> safe = {"a", "许可", "x y", "10 元/本", "-1", "a#b", "null", "x:y"};
    return std::string(safe[random_.below(safe.size())]);
  }

  std::string flow(std::size_t depth) {
    const bool map = random_.one_in(2);
    std::string out = map ? "{" : "[";
    const std::size_t count = random_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out += random_.one_in(3) ? "," : ", ";
      if (i > 0 && out.ends_with(',')) out += random_.one_in(2) ? " " : "";
      if (map || random_.one_in(8)) out += random_.one_in(4) ? fmt::format("\"q{}\":", i) : fmt::format("f{}: ", i);
      out += depth < 3 && random_.one_in(4) ? flow(depth + 1) : flow_scalar();
    }
    if (count > 0 && random_.one_in(6)) out += ", ";
    return out.append(map ? "}" : "]");
  }

  void folded_flow(std::size_t indent) {
    const std::string margin(indent + 1 + random_.below(3), ' ');
    out_ += fmt::format(" [{},", flow_scalar());
    out_ += random_.one_in(3) ? " # 注\n" : "\n";
    out_ += fmt::format("{}{}{}]", margin, flow(1), random_.one_in(3) ? fmt::format("\n{}", margin) : "");
    end_line();
  }

  Random random_;
  bool outside_;
  std::size_t anchors_ = 0;
  std::string out_;
};

/// Whether a value can stand plain behind `key: ` as it is; on the safe side.
bool is_plain(std::string_view value) {
  if (value.empty() || value.find_first_of("\n\t\r:#[]{},&*!|>'\"%@`\\") != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 5> nulls = {"~", "null", "Null", "NULL", "-"};
  for (const std::string_view null : nulls) {
    if (value == null) return false;
  }
  return value.front() != ' ' && value.back() != ' ' && value.front() != '-' && value.front() != '?';
}

std::string double_quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out.append("\"");
}

bool is_literal(std::string_view value) {
  if (value.empty() || value.front() == ' ' || value.front() == '\n' || value.back() == '\n') return false;
  for (const char c : value) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) return false;
  }
  return true;
}

}  // namespace

std::string random_yaml(std::uint64_t seed, bool outside) { return Writer(seed, outside).run(); }

std::string random_signs(std::uint64_t seed) {
  Random random(seed);
  std::string out;
  const std::size_t count = 1 + random.below(24);
  for (std::size_t i = 0; i < count; ++i) out += signs[random.below(signs.size())];
  return out;
}

std::string mutated(std::string text, Random& random) {
  const std::size_t times = 1 + random.below(3);
  for (std::size_t i = 0; i < times; ++i) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, 1 + random.below(8));
    switch (random.below(5)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, signs[random.below(signs.size())]); break;
      case 2: text.insert(random.below(text.size() + 1), text.substr(at, length)); break;
      case 3: text.insert(at, 1, static_cast<char>(random.below(256))); break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
    }
  }
  return text;
}

std::string written_scalar(std::string_view value, std::size_t indent, Random& random) {
  const std::size_t style = random.below(4);
  if (style == 0 && is_plain(value)) return std::string(value);
  if (style == 1 && value.find_first_of("\n\r\t\x7F") == std::string_view::npos &&
      value.find('\b') == std::string_view::npos) {
    std::string out;
    for (const char c : value) out += c == '\'' ? std::string("''") : std::string(1, c);
    return fmt::format("'{}'", out);
  }
  if (style == 2 && is_literal(value)) {
    std::string out = "|-";
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find('\n', at), value.size());
      out += "\n";
      if (end > at) out.append(indent + 2, ' ').append(value.substr(at, end - at));
      at = end + 1;
    }
    return out;
  }
  return double_quoted(value);
}

}  // namespace matter::test
