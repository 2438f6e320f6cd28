#include "report/progress_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/words.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_reasons = 5;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : between).append(part);
  return all;
}

/// Why this matter is not ready.
std::string reason_of(const ProgressResult& result, const TaskProgress& task, const TaskMatter& m, Lang lang) {
  switch (m.verdict) {
    case TaskVerdict::suspended: return say(lang, {"已暂停或取消", "is suspended or cancelled"});
    case TaskVerdict::unlisted:
      return result.list.empty() ? say(lang, {"没有列入通办清单", "is on no 通办 list"})
                                 : say(lang, {"没有列入{}", "is not on the list {}"}, result.list);
    case TaskVerdict::no_mode: return say(lang, {"没有写通办方式", "names no mode"});
    case TaskVerdict::mode:
      return say(lang, {"开通的是{}，要的是{}", "is open in {}, not in {}"}, m.modes, joined(task.modes, "、"));
    case TaskVerdict::open: break;
  }
  return say(lang, {"有 {} 个错误，如 {}", "has {:error}, such as {}"}, Counted{m.errors}, m.rule);
}

class ProgressText {
 public:
  ProgressText(const ProgressResult& result, const TextStyle& style, const Sink& to)
      : result_(result), style_(style), to_(to) {}

  void write() {
    heading();
    for (const TaskState state : {TaskState::overdue, TaskState::due, TaskState::done}) tasks(state);
    totals(result_.by_batch, {"按批次", "By batch"});
    totals(result_.by_lead, {"按牵头单位", "By agency"});
    totals(result_.by_mode, {"按通办方式", "By mode"});
    if (result_.damaged > 0) {
      out_ += say(style_.lang,
                  {"\n{} 个文件没有读全（详见 matter validate）\n",
                   "\n{:file was|files were} not read whole (see matter validate)\n"},
                  Counted{result_.damaged});
    }
    to_(out_);
  }

 private:
  [[nodiscard]] std::string word(Bilingual words) const { return std::string(words.in(style_.lang)); }

  void heading() {
    std::string name = shown_text(result_.list_name);
    if (name.empty()) name = word({"任务清单", "Task list"});
    if (result_.sample && name.find("示例") == std::string::npos) name += word({"（样例）", " (a sample)"});
    out_ += say(style_.lang, {"{}：{} 项任务，截至 {}\n", "{}: {:task}, as of {}\n"}, name, Counted{result_.all.tasks},
                to_text(result_.day));
    out_ += say(style_.lang,
                {"完成 {}，未到期 {}，逾期 {}；看了 {} 个事项\n", "{} done, {} due, {} overdue; {:matter} looked at\n"},
                result_.all.done, result_.all.due, result_.all.overdue, Counted{result_.matters});
  }

  void tasks(TaskState state) {
    const auto has = [&](const TaskProgress& task) { return task.state == state; };
    const auto count = static_cast<std::size_t>(std::count_if(result_.tasks.begin(), result_.tasks.end(), has));
    if (count == 0) return;
    out_ += say(style_.lang, {"\n{}（{} 项）\n", "\n{} ({})\n"}, words_of(state).in(style_.lang), count);
    for (const TaskProgress& task : result_.tasks) {
      if (!has(task)) continue;
      head(task);
      if (state == TaskState::done)
        done(task);
      else
        for (const std::string& reason : reasons_of(result_, task, style_.lang)) wrapped(4, reason);
      to_(std::exchange(out_, {}));
    }
  }

  void head(const TaskProgress& task) {
    std::string line =
        "  " + (task.number.empty() ? std::string() : shown_text(task.number) + ' ') + shown_text(task.name);
    std::string behind = task.due ? say(style_.lang, {"{} 到期", "due {}"}, to_text(*task.due)) : std::string();
    if (!task.lead.empty()) behind += (behind.empty() ? "" : word({"，", ", "})) + shown_text(task.lead);
    if (!behind.empty()) line += say(style_.lang, {"（{}）", " ({})"}, behind);
    out_ += line + '\n';
  }

  void done(const TaskProgress& task) {
    std::vector<std::string> modes;
    for (const TaskMatter& m : task.matters) {
      if (std::find(modes.begin(), modes.end(), m.modes) == modes.end()) modes.push_back(m.modes);
    }
    wrapped(4, say(style_.lang, {"{} 个事项：{}", "{:matter}: {}"}, Counted{task.matters.size()},
                   shown_text(joined(modes, word({"；", "; "})))));
  }

  /// Broken where it is too wide: between ideographs and at spaces, words and codes stay whole.
  void wrapped(std::size_t indent, std::string_view text) {
    out_.append(indent, ' ');
    std::size_t column = indent;
    while (!text.empty()) {
      const std::size_t end = word_end(text);
      const std::size_t width = display_width(text.substr(0, end));
      if (column + width > style_.width && column > indent + 2) {
        while (out_.ends_with(' ')) out_.pop_back();
        out_.append("\n").append(indent + 2, ' ');
        column = indent + 2;
      }
      out_ += text.substr(0, end);
      column += width;
      text.remove_prefix(end);
    }
    out_ += '\n';
  }

  /// The end of what stays together: an ideograph, or a word with the space behind it, and marks that close.
  static std::size_t word_end(std::string_view text) {
    static constexpr std::u32string_view closing = U"，。；：、）》”…,.;:)";
    std::size_t at = 0;
    const bool wide = display_width(next_code_point(text, at)) > 1;
    while (at < text.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(text, next);
      const bool goes_on = !wide && text[at - 1] != ' ' && display_width(c) == 1;
      if (!goes_on && closing.find(c) == std::u32string_view::npos) break;
      at = next;
    }
    return at;
  }

  void totals(const std::vector<TaskTotal>& rows, Bilingual title) {
    if (rows.size() < 2) return;
    constexpr std::size_t name_width = 40;
    const auto numbers = [&](const std::string& name, const std::array<std::string, 4>& cells) {
      const std::size_t width = display_width(name);
      out_ += name;
      out_.append(width < name_width ? name_width - width : 1, ' ');
      for (const std::string& cell : cells) {
        const std::size_t taken = display_width(cell);
        out_.append(taken < 9 ? 9 - taken : 1, ' ').append(cell);
      }
      out_ += '\n';
    };
    out_ += '\n';
    numbers(word(title),
            {word({"任务", "tasks"}), word({"完成", "done"}), word({"未到期", "due"}), word({"逾期", "overdue"})});
    for (const TaskTotal& row : rows) {
      const std::string name = row.name.empty() ? word({"（没有写）", "(not said)"}) : shown_text(row.name);
      numbers("  " + name, {std::to_string(row.tasks), std::to_string(row.done), std::to_string(row.due),
                            std::to_string(row.overdue)});
    }
  }

  const ProgressResult& result_;
  const TextStyle& style_;
  const Sink& to_;
  std::string out_;
};

}  // namespace

std::string_view key_of(TaskState state) {
  return state == TaskState::done ? "done" : state == TaskState::due ? "due" : "overdue";
}

Bilingual words_of(TaskState state) {
  if (state == TaskState::done) return {"完成", "done"};
  return state == TaskState::due ? Bilingual{"未到期", "due"} : Bilingual{"逾期", "overdue"};
}

std::vector<std::string> reasons_of(const ProgressResult& result, const TaskProgress& task, Lang lang) {
  std::vector<std::string> reasons;
  if (task.state == TaskState::done) return reasons;
  if (task.matters.empty()) {
    std::string none = say(lang, {"没有这个事项", "there is no such matter"});
    if (!task.candidates.empty()) {
      none += say(lang, {"；名称相近的：{}", "; names like it: {}"}, joined(task.candidates, "、"));
    }
    reasons.push_back(shown_text(none));
    return reasons;
  }
  if (task.matters.size() > 1) {
    reasons.push_back(
        say(lang, {"{} 个事项中 {} 个已办到", "{1} of {0} matters are ready"}, task.matters.size(), task.ready));
  }
  std::size_t told = 0;
  const std::size_t left = task.matters.size() - task.ready;
  for (const TaskMatter& m : task.matters) {
    if (m.ready()) continue;
    if (told++ == most_reasons) {
      reasons.push_back(say(lang, {"…… 另有 {} 个", "… and {} more"}, left - most_reasons));
      break;
    }
    const std::string whose = m.agency.empty() ? m.name : m.agency;
    reasons.push_back(
        shown_text(say(lang, {"{} {}：{}", "{} {} {}"}, whose, m.identity, reason_of(result, task, m, lang))));
  }
  return reasons;
}

void write_progress_text(const ProgressResult& result, const TextStyle& style, const Sink& to) {
  ProgressText(result, style, to).write();
}

}  // namespace matter
