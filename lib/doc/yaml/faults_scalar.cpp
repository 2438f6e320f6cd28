#include "doc/yaml/faults.h"

#include <algorithm>

#include "text/unicode.h"

namespace matter::yaml {

namespace {

constexpr std::string_view full_comma = "，";

/// Where the full-width mark that was typed in place of an ASCII one stands, or npos.
std::size_t find_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  std::size_t found = std::string_view::npos;
  for (const std::string_view mark : marks) found = std::min(found, text.find(mark));
  return found;
}

/// Short enough to be one of the names in a list, and no part of a sentence.
bool short_name(std::string_view text) {
  const std::string_view name = trimmed(text);
  if (name.empty() || count_characters(name) > 12) return false;
  return find_any(name, {"。", "；", "：", "“"}) == std::string_view::npos;
}

}  // namespace

void Faults::unclosed_quote(Offset at, Offset line_end, char quote) {
  if (muted_) return;
  Diagnostic& said =
      syntax({at, at + 1}, {"引号 {} 没有配对：找不到结束的引号", "the quote {} is never closed"}, quote);
  const std::string_view line = view({at + 1, line_end});
  if (find_any(line, {"”", "“", "＂", "’"}) != std::string_view::npos) {
    hint(said, {"开头是英文引号，结尾也要用英文引号，不能用中文引号",
                "it was opened with an ASCII quote and must be closed with one, not with a Chinese one"});
  } else {
    hint(said, {"在值的末尾补上同样的引号", "add the same quote at the end of the value"});
  }
}

void Faults::bad_escape(Span escape) {
  if (muted_) return;
  Diagnostic& said =
      syntax(escape, {"双引号里的反斜杠后面不能是这个字符", "this may not follow a backslash inside double quotes"});
  hint(said, {"反斜杠本身要写成 \\\\，或者改用单引号", "write a backslash itself as \\\\, or use single quotes"});
}

void Faults::reserved(Span at, Offset end) {
  if (muted_) return;
  Diagnostic& said = syntax(at,
                            {"值不能以“{}”开头，它在 YAML 里有特殊含义",
                             "a value may not begin with \"{}\", which means something else in YAML"},
                            view(at));
  hint(said, {"把整个值放进英文引号", "put the whole value into quotes"});
  const std::string_view text = view({at.begin, end});
  if (text.find_first_of("\"\\#:") == std::string_view::npos) {
    fix(said, {"给值加上英文双引号", "put double quotes around the value"}, {at.begin, end}, in_quotes(text), false);
  }
}

void Faults::block_header(Span header) {
  if (muted_) return;
  Diagnostic& said = syntax(header, {"“{}”后面只能换行再写文字", "the text must begin on the line after \"{}\""},
                            view({header.begin, header.begin + 1}));
  hint(said, {"把文字移到下一行并缩进；如果它就是值的一部分，请把整个值放进英文引号",
              "move the text to the next line and indent it; put the whole value into quotes if it belongs to it"});
}

void Faults::block_leading_spaces(Span spaces, std::int32_t found, std::int32_t indent) {
  if (muted_) return;
  Diagnostic& said = syntax(spaces,
                            {"正文前的空行有 {} 个空格，比正文的缩进（{} 个）还多",
                             "an empty line before the text has {} spaces, more than the text's indentation of {}"},
                            found, indent);
  hint(said, {"删去空行里的空格", "remove the spaces from the empty line"});
  fix(said, {"删去空行里的空格", "remove the spaces from the empty line"}, spaces, "");
}

void Faults::unclosed_flow(Offset at, Offset line_end) {
  if (muted_) return;
  const std::string_view open = view({at, at + 1});
  const std::string_view close = open == "[" ? "]" : "}";
  Diagnostic& said =
      syntax({at, at + 1}, {"括号 {} 没有配对：找不到结束的 {}", "the bracket {} is never closed by {}"}, open, close);
  if (find_any(view({at, line_end}), {"】", "］", "｝"}) != std::string_view::npos) {
    hint(said, {"结尾要用英文括号", "close it with the ASCII bracket"});
  } else {
    hint(said, {"补上结束的括号；如果括号是文字的一部分，请把整个值放进英文引号，或改用中文括号",
                "add the closing bracket; put the whole value into quotes if the bracket belongs to the text"});
  }
}

void Faults::flow_empty_item(Span comma) {
  if (muted_) return;
  Diagnostic& said = syntax(comma, {"逗号前面缺少内容", "nothing stands before this comma"});
  hint(said, {"删去多余的逗号，或补上内容", "delete the comma, or add what is missing"});
}

void Faults::flow_separator(Offset at, Span opened, bool) {
  if (muted_) return;
  const std::string_view before = view({opened.end, at});
  std::size_t comma = std::string_view::npos;
  if (view({at, at + 3}) == full_comma) {
    comma = at;
  } else if (const std::size_t last = before.rfind(full_comma); text_[at] == ':' && last != std::string_view::npos) {
    // {甲: 1，乙: 2}: the comma was taken for text, and so the second colon comes as a surprise.
    if (before.find_first_of(",[]{}", last) == std::string_view::npos) comma = opened.end + last;
  }
  if (comma != std::string_view::npos) {
    return wide_commas({{static_cast<Offset>(comma), static_cast<Offset>(comma + full_comma.size())}}, true);
  }
  Diagnostic& said = syntax({at, at + 1}, {"这里应是逗号或结束的 {}", "a comma or the closing {} is expected here"},
                            view(opened) == "[" ? "]" : "}");
  if (text_[at] == ':') {
    hint(said, {"冒号后面要有空格；值里有冒号时请放进英文引号",
                "a colon needs a space behind it; put a value that has colons into quotes"});
  } else {
    hint(said, {"各项之间用英文逗号和空格分隔", "separate the items by a comma and a space"});
  }
}

void Faults::flow_indent(Span at, std::int32_t needed) {
  if (muted_) return;
  Diagnostic& said = syntax(at,
                            {"括号里的行（包括结束的括号）至少要缩进 {} 个空格",
                             "a line inside brackets, the closing one too, must be indented by at least {} spaces"},
                            needed);
  hint(said, {"在行首加空格，使括号里的每一行都比括号前的名称缩进得多",
              "add spaces so that every line inside the brackets is indented more than the name before them"});
  fix(said, {"在行首加空格", "add spaces"}, {at.begin, at.begin}, std::string(static_cast<std::size_t>(needed), ' '));
}

void Faults::flow_key_alone(Span key) {
  const Seen seen = look(key);
  if (seen.what == Look::wide_colon) wide_colon(seen.at, Severity::error);
  if (seen.what == Look::odd_space) odd_space(seen.at);
}

void Faults::flow_only_item(Span item) {
  const std::string_view text = view(item);
  std::vector<Span> commas;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(full_comma, from)) != std::string_view::npos;
       from = at + full_comma.size()) {
    if (!short_name(text.substr(from, at - from))) return;
    const Offset begin = item.begin + static_cast<Offset>(at);
    commas.push_back({begin, begin + static_cast<Offset>(full_comma.size())});
  }
  if (!commas.empty() && short_name(text.substr(from))) wide_commas(commas, false);
}

void Faults::wide_commas(const std::vector<Span>& commas, bool safe) {
  if (muted_) return;
  Diagnostic& said =
      full_width(commas.front(), {"括号里的各项要用英文逗号分隔，这里是中文逗号",
                                  "items in brackets are separated by ASCII commas; this is a full-width one"});
  hint(said, {"把“，”改成“, ”；如果它是文字的一部分，请把这一项放进英文引号",
              "write \", \" instead; put the item into quotes if the comma belongs to its text"});
  fix(said, {"改成英文逗号", "use ASCII commas"}, commas.front(), ", ", safe);
  for (std::size_t i = 1; i < commas.size(); ++i) said.fix->edits.push_back({{source_, commas[i]}, ", "});
}

void Faults::flow_unexpected(Span at) {
  if (muted_) return;
  Diagnostic& said = syntax(at, {"括号里不能这样写“{}”", "\"{}\" may not stand here inside brackets"}, view(at));
  hint(said, {"如果它是文字的一部分，请把这一项放进英文引号；也请检查括号是否配对",
              "put the item into quotes if it belongs to the text; check that the brackets match"});
}

void Faults::comment_needs_space(Offset hash) {
  if (muted_) return;
  Diagnostic& said =
      syntax({hash, hash + 1}, {"注释的 # 前面要有空格", "a space is missing before the # of a comment"});
  hint(said, {"在 # 前加一个空格；如果 # 是文字的一部分，请放进引号里",
              "add a space before the #, or move it into the quotes if it belongs to the text"});
  fix(said, {"在 # 前加一个空格", "add a space before the #"}, {hash, hash}, " ");
}

}  // namespace matter::yaml
