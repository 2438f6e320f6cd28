#include <fmt/format.h>

#include "doc/yaml/faults.h"
#include "text/unicode.h"

namespace matter::yaml {

namespace {

constexpr std::string_view full_colon = "：";

/// The name before a colon: short, and without spaces or punctuation that a sentence has.
bool word_before(std::string_view text, std::size_t colon) {
  const std::string_view word = trimmed(text.substr(0, colon));
  if (word.empty() || count_characters(word) > 16) return false;
  for (const std::string_view mark : {"，", "。", "；", "、", ",", ";", "\"", "“"}) {
    if (word.find(mark) != std::string_view::npos) return false;
  }
  return true;
}

/// A colon with nothing behind it that is no part of an address or a time.
std::size_t tight_colon(std::string_view text) {
  const std::size_t at = text.find(':');
  if (at == std::string_view::npos || at == 0 || at + 1 >= text.size() || is_blank(text[at + 1]))
    return std::string_view::npos;
  if (text.substr(at + 1, 2) == "//" || !word_before(text, at)) return std::string_view::npos;
  const bool digits = text.substr(0, at).find_first_not_of("0123456789- ") == std::string_view::npos;
  return digits ? std::string_view::npos : at;
}

std::size_t width_of_odd_space(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  if (text.substr(at, 3) == "\xE3\x80\x80") return 3;
  return 0;
}

Offset offset(std::size_t n) { return static_cast<Offset>(n); }

}  // namespace

bool Faults::looks_like_entry(Span line) {
  if (muted_) return true;
  const std::string_view text = view(line);
  const std::size_t wide = text.find(full_colon);
  const std::size_t tight = tight_colon(text);
  // `名称:　值`: the space behind the colon is the wrong one.
  const std::size_t ascii = text.find(':');
  if (ascii != std::string_view::npos && ascii < wide) {
    if (const std::size_t width = width_of_odd_space(text, ascii + 1); width > 0) {
      odd_space({line.begin + offset(ascii + 1), line.begin + offset(ascii + 1 + width)});
      return true;
    }
  }
  if (wide != std::string_view::npos && wide < tight && word_before(text, wide)) {
    const Span colon{line.begin + offset(wide), line.begin + offset(wide + full_colon.size())};
    Diagnostic& said =
        full_width(colon, {"名称和值之间要用英文冒号加空格，这里是中文冒号",
                           "the name must be followed by an ASCII colon and a space, not by a full-width colon"});
    hint(said, {"写成“名称: 值”", "write \"name: value\""});
    const bool spaced = colon.end < text_.size() && is_blank(text_[colon.end]);
    fix(said, {"改成英文冒号和空格", "use an ASCII colon and a space"}, colon,
        spaced || colon.end >= text_.size() ? ":" : ": ");
    return true;
  }
  if (tight == std::string_view::npos) return false;
  space_after_colon({line.begin + offset(tight), line.begin + offset(tight + 1)});
  return true;
}

void Faults::not_an_entry(Span line) {
  if (muted_ || looks_like_entry(line)) return;
  const std::string_view text = view(line);
  if (text.front() == '-' && text.size() > 1) {
    Diagnostic& said =
        syntax({line.begin, line.begin + 1}, {"“-”后面要有一个空格", "a space is missing after the dash"});
    hint(said, {"写成“- 内容”", "write \"- item\""});
    fix(said, {"在“-”后加一个空格", "add a space after the dash"}, {line.begin + 1, line.begin + 1}, " ");
    return;
  }
  Diagnostic& said = syntax(
      line, {"这里应是“名称: 值”，但这一行没有冒号", "\"name: value\" is expected here, but the line has no colon"});
  hint(said, {"补上名称和冒号；如果它是上一行的文字，请比上一行多缩进",
              "add the name and a colon; indent the line more if it goes on with the text above"});
}

void Faults::odd_space(Span space) {
  if (muted_) return;
  const bool no_break = view({space.begin, space.begin + 2}) == "\xC2\xA0";
  Diagnostic& said = no_break
                         ? full_width(space, {"这里是不间断空格（U+00A0），要用普通空格",
                                              "a no-break space (U+00A0) stands where an ordinary space is needed"})
                         : full_width(space, {"这里是全角空格，要用普通空格",
                                              "a full-width space stands where an ordinary space is needed"});
  hint(said, {"改成英文输入法下的空格", "type an ordinary space"});
  const std::size_t count = no_break ? space.size() / 2 : space.size() / 3 * 2;
  fix(said, {"改成普通空格", "use ordinary spaces"}, space, std::string(count, ' '));
}

void Faults::curly_quotes(Span) {}
void Faults::flow_full_width_comma(Span) {}

void Faults::odd_character(Offset at) {
  if (text_[at] != '#') return forbidden_character(at);
  const Offset width = at >= 3 && view({at - 3, at}) == "\xE3\x80\x80" ? 3 : 2;
  odd_space({at - width, at});
}

void Faults::forbidden_character(Offset at) {
  if (muted_) return;
  std::size_t end = at;
  const char32_t c = next_code_point(text_, end);
  const Span span{at, offset(end)};
  Diagnostic& said = syntax(
      span,
      {"这里有看不见的控制字符 U+{:04X}，YAML 不允许", "an invisible control character U+{:04X}, which YAML forbids"},
      static_cast<unsigned>(c));
  hint(said, {"删去它", "delete it"});
  fix(said, {"删去控制字符", "delete the control character"}, span, "");
}

void Faults::not_utf8(Span at, std::string_view guess) {
  Diagnostic& said =
      guess.empty() ? mine_.add("yaml-encoding", Severity::error, {source_, at},
                                {"这里的字节不是 UTF-8 文字", "these bytes are not UTF-8 text"})
                    : mine_.add("yaml-encoding", Severity::error, {source_, at},
                                {"文件编码是 {}，要用 UTF-8", "the file is encoded in {}; UTF-8 is needed"}, guess);
  hint(said, {"用编辑器“另存为”UTF-8 编码", "save the file as UTF-8"});
}

void Faults::too_large(std::size_t bytes, std::size_t limit) {
  Diagnostic& said = syntax(
      {0, 0},
      {"文件有 {} 字节，超过上限 {}，没有读取", "the file has {} bytes, more than the limit of {}; it was not read"},
      bytes, limit);
  hint(said, {"把文件分成几个", "split the file"});
}

}  // namespace matter::yaml
