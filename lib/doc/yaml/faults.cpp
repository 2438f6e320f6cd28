#include "doc/yaml/faults.h"

#include <algorithm>
#include <map>

#include "text/unicode.h"

namespace matter::yaml {

namespace {

/// Short enough to be quoted in a message.
std::string excerpt(std::string_view text) {
  std::size_t at = 0;
  for (int i = 0; i < 20 && at < text.size(); ++i) (void)next_code_point(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

}  // namespace

Diagnostic& Faults::not_kept() {
  ++not_kept_;
  spare_ = Diagnostic{};
  return spare_;
}

bool Faults::any_error() const {
  if (not_kept_ > 0) return true;
  return std::any_of(said_.begin(), said_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Faults::take_back(Span text) {
  const auto within = [&](const Diagnostic& d) {
    return d.severity == Severity::warning && text.contains(d.at.span.begin);
  };
  while (!said_.empty() && within(said_.back())) said_.pop_back();
}

void Faults::clear() {
  said_.clear();
  not_kept_ = 0;
  muted_ = false;
}

/// The subject of a finding is the line it stands in, or what its cause named; the same again gets a number.
void Faults::tell_apart(std::vector<Diagnostic>& found) const {
  std::map<std::pair<std::string_view, std::string>, int> seen;
  for (Diagnostic& d : found) {
    if (d.subject.empty()) {
      const Offset at = std::min(d.at.span.begin, static_cast<Offset>(text_.size()));
      const std::size_t before = text_.substr(0, at).find_last_of("\r\n");
      const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      const std::size_t end = std::min(text_.find_first_of("\r\n", at), text_.size());
      d.subject = excerpt(trimmed(text_.substr(begin, end - begin)));
    }
    const int times = ++seen[{d.rule, d.subject}];
    if (times > 1) d.subject += fmt::format("#{}", times);
  }
}

void Faults::hand_over(Collector& findings) {
  std::vector<Diagnostic> found = std::move(said_);
  said_.clear();
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.span.begin < b.at.span.begin; });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) { return a.at == b.at && a.rule == b.rule; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  tell_apart(found);
  const std::size_t kept = std::min(found.size(), limit_);
  for (std::size_t i = 0; i < kept; ++i) findings.add(std::move(found[i]));
  if (kept == found.size()) return;
  findings.add("yaml-syntax", Severity::error, found[kept].at,
               {"此处往后还有 {} 处问题，未逐一列出", "{} more problems from here on are not listed"},
               found.size() - kept + not_kept_);
  not_kept_ = 0;
}

void Faults::duplicate_key(Span at, Span first, std::string_view key) {
  if (muted_) return;
  Diagnostic& said = add("yaml-duplicate-key", at,
                         {"“{}”重复出现：同一层里一个名称只能写一次",
                          "\"{}\" stands here a second time; a name may be given only once at one level"},
                         excerpt(key));
  said.subject = key;
  hint(said, {"保留正确的一项，删去另一项；如果是两条记录，请各以“- ”开头写成列表",
              "keep the right one and delete the other; if they are two records, begin each with \"- \""});
  note(said, first, {"第一次出现在这里", "first given here"});
}

void Faults::tab_indent(Span tabs) {
  if (muted_) return;
  Diagnostic& said =
      syntax(tabs, {"缩进用了制表符（Tab），只能用空格", "a tab is used for indentation; only spaces may be"});
  hint(said, {"把制表符换成空格，与上下行对齐", "replace the tab by spaces and line up with the lines around it"});
  fix(said, {"制表符换成两个空格", "replace each tab by two spaces"}, tabs,
      std::string(2 * std::size_t{tabs.size()}, ' '), false);
}

void Faults::bad_indent(Offset at, std::int32_t column, std::int32_t parent, std::int32_t closed) {
  if (muted_) return;
  const Offset line = at - std::min(at, static_cast<Offset>(column));
  const Span span{column > 0 ? line : at, column > 0 ? at : at + 1};
  if (closed > column && parent >= 0) {
    Diagnostic& said =
        syntax(span,
               {"缩进是 {} 个空格，与哪一层都对不上：上面的同级内容缩进 {} 个，再外一层缩进 {} 个",
                "indented by {} spaces, which fits no level: what stands above is indented by {}, its parent by {}"},
               column, closed, parent);
    hint(said, {"与同级的行对齐", "line up with the lines of the same level"});
    return;
  }
  if (parent < 0) {
    Diagnostic& said = syntax(span, {"这一行不属于前面的内容", "this line does not belong to what stands before it"});
    hint(said, {"一个文件（或“---”之后）只能是一个整体：要么全是“名称: 值”，要么全是“- ”列表",
                "a file (or what follows \"---\") is one whole: \"name: value\" lines, or a \"- \" list"});
    return;
  }
  Diagnostic& said =
      syntax(span,
             {"缩进多了：这一行缩进 {} 个空格，应为 {} 个，因为上面一行已经有值",
              "indented too far: {} spaces where {} are expected, for the line above has its value already"},
             column, parent);
  hint(said, {"如果与上面一行同级，请与它对齐；如果是它的下一层，上面一行冒号后不能再有值",
              "line up with the line above if it is of the same level; if it belongs below that line, nothing may "
              "follow the colon there"});
}

void Faults::item_in_mapping(Span dash) {
  if (muted_) return;
  Diagnostic& said =
      syntax(dash, {"列表项（-）放在了“名称: 值”中间", "a list item (-) stands among \"name: value\" lines"});
  hint(said, {"列表要写在以冒号结尾的名称下面，并多缩进两个空格",
              "a list belongs below a name that ends with a colon, indented by two more spaces"});
}

void Faults::mapping_in_value(Span colon, Span value) {
  if (muted_) return;
  Diagnostic& said = syntax(colon, {"值里又出现了“: ”，分不清哪一个是分隔名称和值的冒号",
                                    "the value has another \": \", so that it is not clear which colon ends the name"});
  hint(said, {"把整个值放进英文双引号，或把值里的冒号改成中文冒号“：”", "put the whole value into double quotes"});
  const std::string_view text = view(value);
  if (text.find_first_of("\"\\#") == std::string_view::npos && !text.empty()) {
    fix(said, {"给值加上英文双引号", "put double quotes around the value"}, value, in_quotes(text), false);
  }
}

void Faults::block_in_value(Span indicator) {
  if (muted_) return;
  Diagnostic& said = syntax(indicator, {"“{}”不能写在冒号后的同一行", "\"{}\" may not begin on the line of the colon"},
                            view(indicator));
  hint(said, {"列表从下一行开始写，每项一行并缩进；如果是普通文字，请放进英文引号",
              "begin the list on the next line, indented; put the value into quotes if it is plain text"});
}

void Faults::text_behind(Offset rest, Offset line_end, char before) {
  if (muted_) return;
  const Span span{rest, line_end};
  if (view({rest, line_end}).substr(0, 3) == "：") return wide_colon({rest, rest + 3}, Severity::error);
  if (text_[rest] == '#') return comment_needs_space(rest);
  if (before == '"' || before == '\'') {
    Diagnostic& said = syntax(span, {"引号结束以后还有文字", "there is text behind the closing quote"});
    hint(said, {"引号要把整个值包住；值里面的引号请用中文引号“”",
                "the quotes must enclose the whole value; write inner double quotes as \\\""});
    return;
  }
  Diagnostic& said = syntax(span, {"值已经结束，后面还有文字", "the value has ended, but there is more text"});
  hint(said,
       {"把多出的文字移走，或把整个值放进英文双引号", "move the text away, or put the whole value into double quotes"});
}

void Faults::text_behind_marker(Span text) {
  if (muted_) return;
  Diagnostic& said = syntax(text, {"“...”后面不能有文字", "nothing may follow \"...\""});
  hint(said, {"另起一行写“---”，再写下一份内容", "begin the next document with a line \"---\""});
}

void Faults::text_after_comment(Span text, Span comment) {
  if (muted_) return;
  Diagnostic& said = syntax(text, {"文字被注释（#）打断以后不能再接着写", "a text cannot go on after a comment (#)"});
  hint(said, {"把注释移到整段文字之前；如果 # 是文字的一部分，请把整个值放进英文双引号",
              "move the comment before the text; if the # belongs to the text, put it into double quotes"});
  note(said, comment, {"注释在这里", "the comment"});
}

void Faults::key_many_lines(Span key) {
  if (muted_) return;
  Diagnostic& said = syntax(key, {"冒号前的名称不能跨行", "the name before a colon must stand on one line"});
  hint(said,
       {"把名称写在一行里；如果前面漏了引号，请补上", "write the name on one line; add the quote if one is missing"});
}

void Faults::key_too_long(Span key) {
  if (muted_) return;
  Diagnostic& said = syntax({key.begin, key.begin + 1},
                            {"冒号前的名称超过 1024 个字", "the name before the colon is longer than 1024 characters"});
  hint(said, {"如果它是文字，请放进英文双引号", "put it into double quotes if it is text"});
}

void Faults::too_deep(Offset at, std::size_t depth) {
  if (muted_) return;
  Diagnostic& said =
      syntax({at, at + 1},
             {"嵌套超过 {} 层，从这里起不再读取", "nested deeper than {} levels; nothing is read from here on"}, depth);
  hint(said, {"减少嵌套层数", "nest less deeply"});
}

void Faults::too_many_nodes(Offset at, std::size_t nodes) {
  if (muted_) return;
  Diagnostic& said = syntax(
      {at, at + 1}, {"内容超过 {} 项，从这里起不再读取", "more than {} values; nothing is read from here on"}, nodes);
  hint(said, {"把文件分成几个", "split the file"});
}

void Faults::conflict(const std::vector<Span>& markers) {
  if (muted_) return;
  Diagnostic& said =
      add("yaml-merge-marker", markers.front(), {"这里留有没有处理完的合并冲突标记", "a merge conflict was left here"});
  hint(said, {"选定要保留的内容，然后删去 <<<<<<<、=======、>>>>>>> 这几行",
              "decide which side to keep, then delete the lines <<<<<<<, =======, >>>>>>>"});
  for (std::size_t i = 1; i < markers.size(); ++i)
    note(said, markers[i], {"同一处冲突的另一个标记", "another marker of the same conflict"});
}

}  // namespace matter::yaml
