#include "report/not_checked.h"

#include <algorithm>
#include <span>

#include "diag/words.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Rules that are named in one line; of more, the number is what a person reads.
constexpr std::size_t most_named = 40;

/// Rules that are silent for one and the same reason, on as many matters, make one line.
void not_checked_rules(std::span<const NotChecked> rows, const TextStyle& style, std::string& out) {
  std::vector<bool> said(rows.size(), false);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (said[i]) continue;
    const auto same = [&](const NotChecked& row) { return row.reason == rows[i].reason && row.count == rows[i].count; };
    const auto rules = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), same));
    if (rules > most_named) {
      for (std::size_t j = i; j < rows.size(); ++j) said[j] = said[j] || same(rows[j]);
      out += say(style.lang,
                 {"  {} 个事项：{}：{} 条规则（--format json 逐条列出）\n",
                  "  {:matter}: {}: {:rule} (--format json names them)\n"},
                 Counted{rows[i].count}, shown_text(rows[i].reason), Counted{rules});
      continue;
    }
    std::string line =
        say(style.lang, {"  {} 个事项：{}：", "  {:matter}: {}: "}, Counted{rows[i].count}, shown_text(rows[i].reason));
    std::size_t column = display_width(line);
    for (std::size_t j = i; j < rows.size(); ++j) {
      if (said[j] || rows[j].reason != rows[i].reason || rows[j].count != rows[i].count) continue;
      said[j] = true;
      if (column + 1 + rows[j].what.size() > style.width) {
        if (line.ends_with(' ')) line.pop_back();
        line += "\n    ";
        column = 4;
      } else if (j != i) {
        line += ' ';
        ++column;
      }
      line += shown_text(rows[j].what);
      column += rows[j].what.size();
    }
    out += line + '\n';
  }
}

}  // namespace

std::string not_checked_text(const std::vector<NotChecked>& rows, const TextStyle& style) {
  std::string out;
  if (rows.empty()) return out;
  out += say(style.lang, {"没有检查的：\n", "not checked:\n"});
  const auto rules = std::find_if(rows.begin(), rows.end(),
                                  [](const NotChecked& row) { return row.what != "file" && row.what != "matter"; });
  for (auto row = rows.begin(); row != rules; ++row) {
    out +=
        row->what == "file"
            ? say(style.lang, {"  {} 个文件：{}\n", "  {:file}: {}\n"}, Counted{row->count}, shown_text(row->reason))
            : say(style.lang, {"  {} 个事项：{}\n", "  {:matter}: {}\n"}, Counted{row->count}, shown_text(row->reason));
  }
  not_checked_rules({rules, rows.end()}, style, out);
  return out;
}

std::string not_compared_line(const NotChecked& row, Lang lang) {
  return say(lang, {"未比较：{}（{}）", "not compared: {} ({})"}, row.reason, row.count);
}

std::string not_merged_line(const NotChecked& row, Lang lang) {
  return say(lang, {"未合并：{}（{}）", "not merged: {} ({})"}, row.reason, row.count);
}

void write_not_checked(std::string_view key, const std::vector<NotChecked>& rows, JsonWriter& to) {
  to.key(key);
  to.begin_array();
  for (const NotChecked& row : rows) {
    to.begin_object();
    to.member("what", row.what);
    to.member("reason", row.reason);
    to.member("count", row.count);
    to.end_object();
  }
  to.end_array();
}

}  // namespace matter
