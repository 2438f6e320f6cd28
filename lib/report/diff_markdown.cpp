#include "change/change_type.h"
#include "diag/words.h"
#include "report/diff_pages.h"
#include "report/diff_walk.h"
#include "report/diff_words.h"
#include "report/markdown_text.h"

namespace matter {

namespace {

/// `file:line` as code; a line of a file that was named before as it is.
std::string place(const ToldPlace& at) {
  if (at.text.empty()) return {};
  const bool code = at.text.find(':') != std::string::npos && at.text.find_first_of("`|\n") == std::string::npos;
  return (code ? "`" + at.text + "`" : markdown_text(at.text)) + (at.note.empty() ? "" : " " + at.note);
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + cell + " |";
  return out + "\n";
}

class Markdown : public WrittenPage {
 public:
  Markdown(Lang lang, const Sink& to) : WrittenPage(lang, to) {}

  void head(const PageHead& head) override {
    out_ += "## " + head.title + "\n";
    if (!head.sample.empty()) out_ += "\n> **" + markdown_text(head.sample) + "**\n";
    if (!head.before.empty() || !head.after.empty())
      out_ += "\n" + markdown_text(head.before) + " → " + markdown_text(head.after) + "\n";
    out_ += "\n" +
            table_row({in({"四减", "reductions"}), in({"变化", "change"}), "%", in({"原来 → 现在", "old → new"})}) +
            "|---|--:|--:|--:|\n";
    for (const ReductionFigure& one : head.reductions) {
      const bool told = one.way != 0 && !one.apart;
      out_ += table_row({one.what, one.way == 0 && !one.apart ? in({"不变", "no change"}) : "**" + one.amount + "**",
                         one.share, told ? one.before + " → " + one.after : std::string()});
    }
    out_ += say(lang_, {"\n事项：{}。", "\nMatters: {}. "}, head.matters) +
            say(lang_,
                {"对公众：减负 {}，不变 {}，**增负 {}**；对系统：**不兼容 {}**。\n",
                 "For the public: {} less burden, {} neutral, **{} more burden**; for systems: **{} breaking**.\n"},
                head.judged.less, head.judged.neutral, head.judged.more, head.judged.breaking);
    if (head.doubts > 0)
      out_ += say(lang_, {"\n⚠ 存疑的减少 {} 处\n", "\n⚠ Reductions that are none: {}\n"}, head.doubts);
    if (!head.not_counted.empty())
      out_ += say(
          lang_,
          {"\n未计入（一边没有写明，或单位不同）：{}\n", "\nNot counted (unknown on one side, or another unit): {}\n"},
          head.not_counted);
    groups(in({"层级", "level"}), head.levels);
    groups(in({"实施主体", "agency"}), head.agencies);
    flush();
  }

  void lines(const std::vector<PageLine>& lines) override { any_ = !lines.empty(); }

  void group(const std::string& agency) override {
    if (agency.empty()) return;
    out_ += "\n### " + markdown_text(agency) + "\n";
    below_ = "#### ";
  }

  void entry(const PageEntry& entry) override {
    const PageLine& line = entry.line;
    out_ += "\n" + below_ + std::string(entry_word(line.kind, lang_)) + " " +
            in({line.sample ? "【样例】" : "", line.sample ? "[sample] " : ""}) + markdown_text(line.name) + "\n\n";
    std::string under;
    const auto add = [&](const std::string& text) {
      if (!text.empty()) under.append(under.empty() ? "" : " · ").append(text);
    };
    add(markdown_text(entry.identity));
    add(markdown_text(entry.pairing));
    add(from_to(place(entry.before), place(entry.after)));
    if (!under.empty()) out_ += under + "\n";
    if (!entry.whole.empty()) {
      const std::string judged = judgement_words(entry.judged, lang_);
      out_ +=
          "\n" + markdown_text(entry.whole) + (judged.empty() ? "" : say(lang_, {"（{}）", " ({})"}, judged)) + "\n";
    }
    if (!line.saved.empty()) out_ += "\n" + markdown_text(line.saved) + "\n";
    for (const PageDoubt& doubt : entry.doubts) {
      out_ += "\n> ⚠ " + markdown_text(doubt.text) + " " + place(doubt.place) + "\n";
    }
    changes(entry.changes);
    if (!entry.elsewhere.empty()) out_ += "\n" + markdown_text(entry.elsewhere) + "\n";
    flush();
  }

  void end(const std::vector<std::string>& not_compared) override {
    if (!any_) out_ += in({"\n没有差异\n", "\nNo difference\n"});
    for (const std::string& row : not_compared) out_ += "\n" + markdown_text(row) + "\n";
    flush();
  }

 private:
  void groups(const std::string& title, const std::vector<PageHead::Group>& groups) {
    if (groups.empty()) return;
    const std::vector<std::string> columns{in({"承诺时限", "promised time"}), in({"环节", "steps"}),
                                           in({"材料", "materials"}), in({"跑动", "visits"})};
    out_ += "\n" + table_row({title, columns[0], columns[1], columns[2], columns[3]}) + "|---|--:|--:|--:|--:|\n";
    for (const PageHead::Group& group : groups) {
      std::vector<std::string> cells{markdown_text(group.name)};
      for (const std::string& column : columns) {
        std::string& cell = cells.emplace_back();
        for (const ReductionFigure& one : group.reductions) {
          if (one.what != column) continue;
          cell.append(cell.empty() ? "" : "<br>").append(one.amount);
          if (!one.share.empty()) cell += say(lang_, {"（{}）", " ({})"}, one.share);
        }
      }
      out_ += table_row(cells);
    }
  }

  void changes(const std::vector<PageChange>& changes) {
    if (changes.empty()) return;
    out_ += "\n" +
            table_row({in({"要素", "field"}), in({"变化", "change"}), in({"原来", "old"}), in({"现在", "new"})}) +
            "|---|---|---|---|\n";
    std::string reaches;
    for (const PageChange& one : changes) {
      row(one.told);
      if (!one.reach.empty())
        reaches += "\n> ↳ " + markdown_text(one.told.label) + in({"：", ": "}) + markdown_text(one.reach) + "\n";
    }
    out_ += reaches;
  }

  void row(const ToldChange& one) {
    std::string sentence = markdown_text(one.summary);
    if (const std::string judged = judgement_words(one.judged, lang_); !judged.empty()) {
      const bool heavy = one.judged.burden == Burden::more || one.judged.systems == Systems::breaking;
      const std::string_view strong = heavy ? "**" : "";
      sentence.append("<br>").append(strong).append(judged).append(strong);
    }
    const auto values = both_values(
        one, markdown_text, [](std::string_view text) { return "<del>" + markdown_text(text) + "</del>"; },
        [](std::string_view text) { return "<ins>" + markdown_text(text) + "</ins>"; });
    const auto side = [](const std::string& text, const ToldPlace& at) {
      if (text.empty() && at.text.empty()) return std::string("—");
      return at.text.empty() ? text : text + "<br><sub>" + place(at) + "</sub>";
    };
    out_ += table_row({markdown_text(one.label), sentence, side(values.first, one.before_place),
                       side(values.second, one.after_place)});
  }

  std::string below_ = "### ";
  bool any_ = false;
};

}  // namespace

void write_diff_markdown(const DiffResult& result, const Sources& sources, const PageOptions& options, const Sink& to) {
  Markdown page(options.lang, to);
  walk_diff(result, sources, options, page);
}

}  // namespace matter
