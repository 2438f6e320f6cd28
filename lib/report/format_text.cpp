#include "report/format_text.h"

#include "diag/words.h"
#include "report/shown.h"
#include "text/line_diff.h"

namespace matter {

namespace {

std::string_view color_of(std::string_view line) {
  if (line.starts_with("---") || line.starts_with("+++")) return "\x1b[1m";
  switch (line.empty() ? ' ' : line.front()) {
    case '-': return "\x1b[31m";
    case '+': return "\x1b[32m";
    case '@': return "\x1b[36m";
    default: return {};
  }
}

std::string colored(const std::string& diff) {
  std::string out;
  for (const std::string_view line : lines_of(diff)) {
    const std::string_view color = color_of(line);
    const std::string_view text = line.substr(0, line.find('\n'));
    out += color;
    out += text;
    if (!color.empty()) out += "\x1b[0m";
    if (text.size() < line.size()) out += '\n';
  }
  return out;
}

}  // namespace

std::string format_summary(const FormatResult& result, Lang lang) {
  const Counted changed{result.changed};
  std::string text = result.written ? say(lang, {"整理了 {} 个文件", "formatted {:file}"}, changed)
                                    : say(lang, {"要整理的有 {} 个文件", "would format {:file}"}, changed);
  text += say(lang, {"，已合规范的 {} 个", ", {} canonical already"}, result.canonical);
  const std::size_t left = result.refused + result.failed;
  if (left > 0) text += say(lang, {"，不能整理的 {} 个", ", {} left alone"}, left);
  for (const NotChecked& row : result.not_looked_at)
    text += say(lang, {"；没有看的 {} 个：{}", "; not looked at, {}: {}"}, row.count, row.reason);
  return text;
}

void write_format_text(const FormatResult& result, const TextStyle& style, bool summary, const Sink& to) {
  for (const FormatFile& file : result.files) {
    if (file.state == Formatted::State::changed) to(shown_text(file.path) + "\n");
  }
  if (summary) to(format_summary(result, style.lang) + "\n");
}

void write_format_diff(const FormatResult& result, const TextStyle& style, const Sink& to) {
  for (const FormatFile& file : result.files) {
    if (file.state != Formatted::State::changed) continue;
    const std::string diff = unified_diff(file.before, file.after, file.path, file.path);
    to(style.color ? colored(diff) : diff);
  }
}

void write_format_refusals(const FormatResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  std::vector<Diagnostic> all;
  for (const FormatFile& file : result.files) {
    if (file.state != Formatted::State::changed) all.push_back(file.refusal);
  }
  write_findings(all, sources, style, to);
}

}  // namespace matter
