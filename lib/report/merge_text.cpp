#include "report/merge_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/words.h"
#include "report/content_lines.h"
#include "report/merge_shown.h"
#include "report/not_checked.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";

class MergeText {
 public:
  MergeText(const MergeResult& result, const Sources& sources, const TextStyle& style, const Sink& to)
      : result_(result), sources_(sources), style_(style), to_(to) {}

  void all() {
    refusals();
    if (!result_.refused()) {
      summary();
      for (const FileMerge& file : result_.files) one(file);
      invalid();
    }
    for (const NotChecked& row : result_.not_merged) {
      out_ += not_merged_line(row, style_.lang) + '\n';
    }
    to_(out_);
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string words(const WordsFor<Args...>& both, Args&&... args) const {
    return say(style_.lang, both, std::forward<Args>(args)...);
  }
  void put(std::string_view color, std::string_view text) {
    if (!style_.color || text.empty()) {
      out_ += text;
    } else {
      out_.append(color).append(text).append("\x1b[0m");
    }
  }

  void refusals() {
    for (const FileMerge& file : result_.files) {
      if (file.refusal == MergeRefusal::none) continue;
      const auto side = static_cast<std::size_t>(file.refused_side);
      const std::string name =
          file.sources[side] == no_source ? file.path : std::string(sources_.name(file.sources[side]));
      out_ += words({"{}：不能合并：{}\n", "{}: not merged: {}\n"}, shown_text(name), refusal_words(file, style_.lang));
    }
  }

  void summary() {
    if (result_.trees) {
      std::array<std::size_t, 5> count{};
      std::size_t in_conflict = 0;
      for (const FileMerge& file : result_.files) {
        ++count[static_cast<std::size_t>(file.fate)];
        in_conflict += file.conflicts.empty() ? 0U : 1U;
      }
      put(bold, words({"文件：相同 {}，只有我方改动 {}，只有对方改动 {}，双方都改 {}，删除 {}",
                       "Files: {} the same, {} changed by ours, {} by theirs, {} by both, {} removed"},
                      count[0], count[1], count[2], count[3], count[4]));
      if (in_conflict > 0) out_ += words({"；{} 个有冲突", "; {} in conflict"}, in_conflict);
      out_ += '\n';
    }
    if (result_.decided > 0)
      out_ += words({"按表中的选择解决 {} 处冲突\n", "Conflicts decided as the table says: {}\n"}, result_.decided);
    if (result_.conflicts > 0) {
      put(red, words({"冲突 {} 处，须由人决定", "Conflicts for a person to decide: {}"}, result_.conflicts));
    } else {
      put(green, words({"没有冲突", "No conflicts"}));
    }
    out_ += '\n';
  }

  void one(const FileMerge& file) {
    const bool moved = std::any_of(file.paths.begin(), file.paths.end(), [](const auto& p) { return !p.empty(); });
    const bool mode = file.mode_changed && !file.gone && file.sources[1] != no_source;
    if (file.conflicts.empty() && file.decisions.empty() && !moved && !mode && file.fate != FileFate::removed) return;
    if (result_.trees) {
      out_ += '\n';
      put(bold, shown_text(file.path));
      if (file.fate == FileFate::removed) out_ += words({"  删除", "  removed"});
      if (mode && file.executable) out_ += words({"  可执行（对方设的）", "  executable, as theirs made it"});
      if (mode && !file.executable)
        out_ += words({"  不再可执行（对方设的）", "  no longer executable, as theirs made it"});
      out_ += '\n';
    }
    static constexpr Bilingual sides[] = {{"原来", "before"}, {"我方", "ours"}, {"对方", "theirs"}};
    for (std::size_t i = 0; moved && i < merge_sides; ++i) {
      if (!file.paths[i].empty()) out_ += fmt::format("  {} {}\n", sides[i].in(style_.lang), shown_text(file.paths[i]));
    }
    for (const MergeConflict& conflict : file.conflicts) this->conflict(file, conflict);
    if (file.keep_theirs) {
      out_ += words({"  我方的在原处，对方的在它旁边\n", "  ours stands in its place, theirs beside it\n"});
    }
    if (file.decisions.empty()) return;
    out_ += words({"\n逐项说明\n", "\nEntry by entry\n"});
    for (const MergeDecision& decision : file.decisions) {
      out_ += fmt::format("  {}", shown_text(shown_path(decision.matter, decision.path, style_.lang)));
      out_ += style_.lang == Lang::zh ? "：" : ": ";
      out_.append(matter::words(decision.reason).in(style_.lang)).append("\n");
    }
  }

  void conflict(const FileMerge& file, const MergeConflict& conflict) {
    out_ += "\n  ";
    put(bold, shown_text(shown_path(conflict.matter, conflict.path, style_.lang)));
    out_.append(style_.lang == Lang::zh ? "：" : ": ").append(matter::words(conflict.kind).in(style_.lang));
    out_ += '\n';
    side(file, conflict, MergeSide::base, {"原来", "before"});
    side(file, conflict, MergeSide::ours, {"我方", "ours  "});
    side(file, conflict, MergeSide::theirs, {"对方", "theirs"});
  }

  void side(const FileMerge& file, const MergeConflict& conflict, MergeSide which, const Bilingual& who) {
    const std::string_view name = who.in(style_.lang);
    std::vector<std::string> lines = conflict_value(conflict, which, style_.lang);
    if (lines.empty()) lines.push_back(words({"（无）", "(none)"}));
    lines = wrapped(lines, std::max<std::size_t>(style_.width, 30) - 12);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_ += i == 0 ? fmt::format("    {}  ", name) : std::string(std::size_t{12}, ' ');
      out_.append(lines[i]).append(i + 1 < lines.size() ? "\n" : "");
    }
    const std::string place = conflict_place(file, conflict, which, sources_);
    if (!place.empty()) put(dim, "  " + shown_text(place));
    out_ += '\n';
  }

  void invalid() {
    if (result_.conflicts > 0 || result_.invalid.empty()) return;
    out_ += '\n';
    put(red,
        words(
            {"合并没有冲突，但结果不合规：有 {} 个双方原来都没有的错误（行号是合并后的）",
             "Merged without conflicts, but invalid; errors that neither side had (lines are of the merged text): {}"},
            result_.invalid.size()));
    out_ += "\n\n";
    write_findings(result_.invalid, sources_, style_, [&](std::string_view text) { out_ += text; });
  }

  const MergeResult& result_;
  const Sources& sources_;
  const TextStyle& style_;
  const Sink& to_;
  std::string out_;
};

}  // namespace

std::string shown_path(const std::string& matter, const ChangePath& path, Lang lang) {
  std::string whole = matter.empty() ? say(lang, {"整个文件", "the whole file"})
                                     : say(lang, {"整个事项 {}", "the whole matter {}"}, matter);
  if (path.empty()) return whole;
  const std::string en = english(path);
  const std::string zh = chinese(path);
  return lang == Lang::zh ? zh + "  " + en : en + "  " + zh;
}

Bilingual words(MergeReason reason) {
  switch (reason) {
    case MergeReason::ours: return {"只有我方改动，取我方", "only ours changed it: ours"};
    case MergeReason::theirs: return {"只有对方改动，取对方", "only theirs changed it: theirs"};
    case MergeReason::same: return {"双方改得一样", "both changed it alike"};
    case MergeReason::combined: return {"双方都有改动，逐项合并", "changed by both, merged inside"};
    case MergeReason::removed_by_ours:
      return {"我方删除，对方没有改，删除", "removed by ours, untouched by theirs: gone"};
    case MergeReason::removed_by_theirs:
      return {"对方删除，我方没有改，删除", "removed by theirs, untouched by ours: gone"};
    case MergeReason::chosen: return {"冲突，按表中的选择", "a conflict, decided as the table says"};
    case MergeReason::conflict: break;
  }
  return {"冲突，须由人决定", "a conflict for a person to decide"};
}

void write_merge_text(const MergeResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  if (!result.findings.empty()) return write_findings(result.findings, sources, style, to);
  MergeText(result, sources, style, to).all();
}

}  // namespace matter
