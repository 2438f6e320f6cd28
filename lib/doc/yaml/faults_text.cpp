#include <algorithm>

#include "doc/yaml/faults.h"
#include "text/unicode.h"

namespace matter::yaml {

namespace {

constexpr std::string_view full_colon = "：";

/// The name before a colon: short, and without spaces or punctuation that a sentence has.
bool word_before(std::string_view text, std::size_t colon) {
  const std::string_view word = trimmed(text.substr(0, colon));
  if (word.empty() || count_characters(word) > 16) return false;
  for (const std::string_view mark : {"，", "。", "；", "、", ",", ";", "“"}) {
    if (word.find(mark) != std::string_view::npos) return false;
  }
  return true;
}

/// A colon with text right behind it that is no part of an address, a time or a number; or npos.
std::size_t find_tight_colon(std::string_view text) {
  const std::size_t at = text.find(':');
  if (at == std::string_view::npos || at == 0 || at + 1 >= text.size() || is_blank(text[at + 1]))
    return std::string_view::npos;
  if (text[at + 1] == '/' || text[at + 1] == ':' || !word_before(text, at)) return std::string_view::npos;
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

Faults::Seen Faults::look(Span span) const {
  const std::string_view whole = view(span);
  const std::string_view text = whole.substr(0, whole.find_first_of("\r\n"));
  const auto at = [&](std::size_t from, std::size_t length) {
    return Span{span.begin + offset(from), span.begin + offset(from + length)};
  };
  if (text.size() > 1 && text[0] == '-') {
    if (const std::size_t width = width_of_odd_space(text, 1); width > 0) return {Look::odd_space, at(1, width)};
    if (text[1] == ' ') return {Look::item, at(0, 1)};
    if (text[1] != '-' && (text[1] < '0' || text[1] > '9')) return {Look::tight_dash, at(0, 1)};
  }
  const std::size_t ascii = text.find(':');
  const std::size_t wide = text.find(full_colon);
  if (ascii < wide) {
    // `名称:　值`: the space behind the colon is the wrong one.
    const std::size_t width = width_of_odd_space(text, ascii + 1);
    if (width > 0 && word_before(text, ascii)) return {Look::odd_space, at(ascii + 1, width)};
  }
  const std::size_t tight = find_tight_colon(text);
  if (wide < tight && wide > 0 && word_before(text, wide)) return {Look::wide_colon, at(wide, full_colon.size())};
  if (tight != std::string_view::npos) return {Look::tight_colon, at(tight, 1)};
  return {};
}

bool Faults::say_look(Span text, Severity severity) {
  const Seen seen = look(text);
  switch (seen.what) {
    case Look::text:
    case Look::item: return false;
    case Look::wide_colon: wide_colon(seen.at, severity); break;
    case Look::tight_colon: tight_colon(seen.at, severity); break;
    case Look::tight_dash: tight_dash(seen.at.begin, severity); break;
    case Look::odd_space: odd_space(seen.at); break;
  }
  return true;
}

void Faults::wide_colon(Span colon, Severity severity) {
  if (muted_) return;
  Diagnostic& said =
      full_width(colon, {"名称和值之间要用英文冒号加空格，这里是中文冒号",
                         "an ASCII colon and a space belong between a name and its value; this is a full-width colon"});
  said.severity = severity;
  hint(said, {"写成“名称: 值”", "write \"name: value\""});
  const bool spaced = colon.end >= text_.size() || is_blank(text_[colon.end]);
  fix(said, {"改成英文冒号和空格", "use an ASCII colon and a space"}, colon, spaced ? ":" : ": ",
      severity == Severity::error);
}

void Faults::tight_colon(Span colon, Severity severity) {
  if (muted_) return;
  Diagnostic& said = syntax(colon, {"冒号后面缺一个空格", "a space is missing after the colon"});
  said.severity = severity;
  hint(said, {"写成“名称: 值”；如果整段是文字，请放进英文引号",
              "write \"name: value\"; put it into quotes if all of it is text"});
  fix(said, {"在冒号后加一个空格", "add a space after the colon"}, {colon.end, colon.end}, " ",
      severity == Severity::error);
}

void Faults::space_after_colon(Span colon) { tight_colon(colon, Severity::error); }

void Faults::tight_dash(Offset dash, Severity severity) {
  if (muted_) return;
  Diagnostic& said = syntax({dash, dash + 1}, {"“-”后面缺一个空格", "a space is missing after the dash"});
  said.severity = severity;
  hint(said, {"写成“- 内容”", "write \"- item\""});
  fix(said, {"在“-”后加一个空格", "add a space after the dash"}, {dash + 1, dash + 1}, " ",
      severity == Severity::error);
}

void Faults::not_an_entry(Span line) {
  if (muted_ || say_look(line)) return;
  Diagnostic& said = syntax(line, {"这里应是“名称: 值”，但这一行没有“: ”（英文冒号加空格）",
                                   "\"name: value\" is expected here, but the line has no colon followed by a space"});
  hint(said, {"补上名称和冒号；如果它接着上一行的文字，请比上一行多缩进",
              "add the name and a colon; indent the line more if it goes on with the text above"});
}

void Faults::not_an_item(Span line) {
  if (muted_) return;
  if (look(line).what == Look::tight_dash || text_[line.begin] == '-') {
    if (say_look(line)) return;
  }
  Diagnostic& said = syntax(line, {"这里是列表，每一项要以“- ”开头", "this is a list: each item begins with \"- \""});
  hint(said,
       {"如果它属于上一项，请与上一项“- ”后的文字对齐；如果是新的一项，请以“- ”开头",
        "line up with the text behind the dash above if it belongs there; begin with \"- \" if it is a new item"});
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
  std::size_t count = 0;
  for (std::size_t at = space.begin; at < space.end;) count += next_code_point(text_, at) == 0x3000 ? 2U : 1U;
  fix(said, {"改成普通空格", "use ordinary spaces"}, space, std::string(count, ' '));
}

void Faults::odd_characters(const std::vector<Offset>& found, const std::vector<Offset>& allowed) {
  Span run{0, 0};
  bool zero_said = false;
  for (const Offset at : found) {
    if (std::binary_search(allowed.begin(), allowed.end(), at)) continue;
    if (text_[at] == '#') {
      odd_space({at - (view({at - 2, at}) == "\xC2\xA0" ? 2U : 3U), at});
    } else if (text_[at] == '\0') {
      if (!zero_said) zero_byte(at);
      zero_said = true;
    } else {
      std::size_t end = at;
      (void)next_code_point(text_, end);
      if (run.end == at && !run.empty()) {
        run.end = offset(end);
        continue;
      }
      if (!run.empty()) forbidden_characters(run);
      run = {at, offset(end)};
    }
  }
  if (!run.empty()) forbidden_characters(run);
}

void Faults::zero_byte(Offset at) {
  if (muted_) return;
  Diagnostic& said =
      add("yaml-encoding", {at, at + 1},
          {"文件里有空字节（NUL），不是正常的文本文件", "the file has NUL bytes and is no proper text file"});
  hint(said, {"文件可能已损坏或不是文本；请用编辑器另存为 UTF-8",
              "the file may be damaged or no text at all; save it as UTF-8"});
}

void Faults::forbidden_characters(Span run) {
  if (muted_) return;
  std::size_t at = run.begin;
  const char32_t c = next_code_point(text_, at);
  Diagnostic& said = syntax(
      run,
      {"这里有看不见的控制字符 U+{:04X}，YAML 不允许", "an invisible control character U+{:04X}, which YAML forbids"},
      static_cast<unsigned>(c));
  hint(said, {"删去它", "delete it"});
  fix(said, {"删去控制字符", "delete the control character"}, run, "");
}

void Faults::curly_quotes(Span scalar, bool key) {
  if (muted_) return;
  const std::string_view text = view(scalar);
  std::string_view open = text.substr(0, 3);
  if (open != "“" && open != "＂") return;
  const std::string_view close = open == "“" ? "”" : "＂";
  if (text.size() < 6 || text.substr(text.size() - 3) != close) return;
  const std::string_view inner = text.substr(3, text.size() - 6);
  if (inner.find(open) != std::string_view::npos || inner.find(close) != std::string_view::npos) return;
  const bool ascii = std::all_of(inner.begin(), inner.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  // Chinese text may really be a quotation; numbers, codes and names of fields are not.
  const bool certain = key || ascii || open == "＂";
  Diagnostic& said = full_width(scalar, {"中文引号不能代替英文引号：它会成为文字的一部分",
                                         "these quotes do not work as quotes: they become part of the text"});
  said.severity = certain ? Severity::error : Severity::warning;
  hint(said, {"改成英文引号，或不用引号；如果确实要保留中文引号，请在外面再加英文引号",
              "use ASCII quotes, or none; if they belong to the text, put ASCII quotes around them"});
  if (inner.find_first_of("\"\\") == std::string_view::npos) {
    fix(said, {"改成英文双引号", "use ASCII double quotes"}, scalar, in_quotes(inner), certain);
  }
}

void Faults::too_large(std::size_t bytes, std::size_t limit) {
  Diagnostic& said = syntax(
      {0, 0},
      {"文件有 {} 字节，超过上限 {}，没有读取", "the file has {} bytes, more than the limit of {}; it was not read"},
      bytes, limit);
  hint(said, {"把文件分成几个", "split the file"});
}

}  // namespace matter::yaml
