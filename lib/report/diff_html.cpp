#include <array>

#include "change/change_type.h"
#include "diag/words.h"
#include "report/diff_html_style.h"
#include "report/diff_pages.h"
#include "report/diff_walk.h"
#include "report/html_parts.h"

namespace matter {

namespace {

/// Of what is safe for a terminal already.
std::string escaped(std::string_view text) { return html_escaped(text); }
std::string around(std::string_view open, const std::string& markup) { return html_around(open, markup); }
std::string element(std::string_view open, std::string_view text) { return html_element(open, text); }

std::string_view way(int way) { return way < 0 ? "less" : way > 0 ? "more" : "same"; }
std::string_view way(Burden burden) {
  return burden == Burden::less ? "less" : burden == Burden::more ? "more" : "neutral";
}

/// What the filters look for.
std::string classes(const JudgedChanges& judged) {
  std::string out;
  if (judged.more > 0) out += " more";
  if (judged.less > 0) out += " less";
  if (judged.breaking > 0) out += " breaking";
  return out;
}

class Html : public WrittenPage {
 public:
  Html(Lang lang, const Sink& to) : WrittenPage(lang, to) {}

  void head(const PageHead& head) override {
    const std::string title = head.sample.empty() ? head.title : head.title + in({"（样例）", " (sample)"});
    out_ += html_head({lang_, title, diff_html_style, {}}) + "<header>\n" + element("h1", head.title) + "\n";
    if (!head.sample.empty()) out_ += element("p class=\"sample\"", head.sample) + "\n";
    if (!head.before.empty() || !head.after.empty()) {
      out_ += around("p class=\"soft\"", escaped(in({"原来：", "Old: "})) + element("code", head.before) + " → " +
                                             escaped(in({"现在：", "new: "})) + element("code", head.after)) +
              "\n";
    }
    out_ += "</header>\n<main>\n<section>\n" + element("h2", in({"四减", "The four reductions"})) +
            "\n<ul class=\"tiles\">\n";
    tiles(head.reductions);
    out_ += "</ul>\n";
    facts(head);
    out_ += "</section>\n";
    groups(in({"各层级", "By level"}), head.levels);  // few, agencies may be hundreds
    groups(in({"各实施主体", "By agency"}), head.agencies);
  }

  void lines(const std::vector<PageLine>& lines) override {
    if (lines.size() > 1) index(lines);
    flush();
  }

  void group(const std::string& agency) override {
    if (grouped_) out_ += "</section>\n";
    grouped_ = true;
    out_ += "<section>\n" + element("h2", agency.empty() ? in({"逐项变化", "Changes one by one"}) : agency) + "\n";
  }

  void entry(const PageEntry& entry) override {
    const PageLine& line = entry.line;
    out_ += "<article class=\"entry" + classes(line.judged) + "\" id=\"m" + std::to_string(line.number) +
            "\">\n<header>\n" + around("h3", heading(line)) + "\n";
    std::string under;
    const auto add = [&](const std::string& markup) {
      if (!markup.empty()) under.append(under.empty() ? "" : " · ").append(markup);
    };
    if (!entry.identity.empty()) add(element("code", entry.identity));
    add(escaped(entry.pairing));
    add(escaped(line.agency));
    add(escaped(entry.level));
    add(from_to(place(entry.before), place(entry.after)));
    if (!under.empty()) out_ += around("p class=\"soft place\"", under) + "\n";
    if (!entry.whole.empty())
      out_ += around("p class=\"what\"", element("span", entry.whole) + judgement(entry.judged)) + "\n";
    saved(entry.saved);
    out_ += "</header>\n";
    for (const PageDoubt& doubt : entry.doubts) {
      const std::string at = place(doubt.place);
      out_ += around("p class=\"doubt\"", element("b", in({"存疑：", "Doubtful: "})) + escaped(doubt.text) + " " +
                                              around("span class=\"place\"", at)) +
              "\n";
    }
    if (!entry.changes.empty()) out_ += "<ul>\n";
    for (const PageChange& one : entry.changes) change(one);
    if (!entry.changes.empty()) out_ += "</ul>\n";
    if (!entry.elsewhere.empty()) out_ += element("p class=\"change soft\"", entry.elsewhere) + "\n";
    out_ += "</article>\n";
    flush();
  }

  void end(const std::vector<std::string>& not_compared) override {
    if (grouped_)
      out_ += "</section>\n";
    else
      out_ += element("p", in({"没有差异", "No difference"})) + "\n";
    out_ += "</main>\n";
    if (!not_compared.empty()) {
      out_ += "<footer>\n";
      for (const std::string& row : not_compared) out_ += element("p class=\"soft\"", row) + "\n";
      out_ += "</footer>\n";
    }
    out_ += html_end({});
    flush();
  }

 private:
  /// One for each of the four; limits in several units share theirs.
  void tiles(const std::vector<ReductionFigure>& figures) {
    for (auto one = figures.begin(); one != figures.end() && !one->apart;) {
      const std::string_view what = one->what;
      std::string inner;
      for (; one != figures.end() && one->what == what; ++one) {
        const bool same = one->way == 0;
        inner +=
            around("p class=\"figure " + std::string(way(one->way)) + "\"",
                   element("b", same ? in({"不变", "no change"}) : one->amount) +
                       (one->share.empty() ? std::string() : " " + element("span class=\"share\"", one->share)) + " " +
                       element("span class=\"soft\"", same ? one->before : one->before + " → " + one->after));
      }
      out_ += around("li class=\"tile\"", element("span", what) + inner) + "\n";
    }
  }

  /// Counts beside the four: what they mean, what is apart, what could not be counted.
  void facts(const PageHead& head) {
    out_ +=
        "<ul class=\"facts\">\n" + element("li", say(lang_, {"事项：{}", "Matters: {}"}, head.matters)) + "\n" +
        element("li",
                say(lang_,
                    {"对公众：减负 {}，不变 {}，增负 {}", "For the public: {} less burden, {} neutral, {} more burden"},
                    head.judged.less, head.judged.neutral, head.judged.more)) +
        "\n" + element("li", say(lang_, {"对系统：不兼容 {}", "For systems: {} breaking"}, head.judged.breaking)) +
        "\n";
    for (const ReductionFigure& one : head.reductions) {
      if (one.apart) out_ += element("li", one.what + " " + one.amount) + "\n";
    }
    if (head.doubts > 0) {
      out_ += element("li class=\"tag sampled\"",
                      say(lang_, {"存疑的减少 {} 处", "Reductions that are none: {}"}, head.doubts)) +
              "\n";
    }
    out_ += "</ul>\n";
    if (head.not_counted.empty()) return;
    out_ += element("p class=\"soft\"", say(lang_,
                                            {"未计入（一边没有写明，或单位不同）：{}",
                                             "Not counted (unknown on one side, or another unit): {}"},
                                            head.not_counted)) +
            "\n";
  }

  void groups(const std::string& title, const std::vector<PageHead::Group>& groups) {
    if (groups.empty()) return;
    const std::array<std::string, 4> columns{in({"承诺时限", "promised time"}), in({"环节", "steps"}),
                                             in({"材料", "materials"}), in({"跑动", "visits"})};
    out_ += "<section>\n" + element("h2", title) + "\n<table class=\"groups\">\n<thead><tr>" +
            element("th scope=\"col\"", in({"名称", "name"}));
    for (const std::string& column : columns) out_ += element("th scope=\"col\"", column);
    out_ += "</tr></thead>\n<tbody>\n";
    for (const PageHead::Group& group : groups) {
      out_ += "<tr>" + element("th scope=\"row\"", group.name);
      for (const std::string& column : columns) {
        std::string cell;
        int direction = 0;
        for (const ReductionFigure& one : group.reductions) {
          if (one.what != column) continue;
          cell.append(cell.empty() ? "" : "<br>").append(escaped(one.amount));
          if (!one.share.empty()) cell += " " + element("span class=\"share\"", one.share);
          direction = one.way;
        }
        out_ +=
            "<td class=\"" + std::string(way(direction)) + "\" data-of=\"" + escaped(column) + "\">" + cell + "</td>";
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  void index(const std::vector<PageLine>& lines) {
    std::array<std::size_t, 3> of{};
    for (const PageLine& line : lines) {
      of[0] += line.judged.more > 0 ? 1U : 0U;
      of[1] += line.judged.less > 0 ? 1U : 0U;
      of[2] += line.judged.breaking > 0 ? 1U : 0U;
    }
    out_ += "<nav>\n" + element("h2", in({"变化的事项", "What changed"})) + "\n<fieldset class=\"filter\">" +
            element("legend", in({"只看", "Show only"}));
    const auto choice = [&](std::string_view id, const Bilingual& words, std::size_t count, bool checked) {
      out_ += "<label><input type=\"radio\" name=\"only\" id=\"only-" + std::string(id) + "\"" +
              (checked ? " checked" : "") + "> " + escaped(words.in(lang_)) + " " + std::to_string(count) + "</label>";
    };
    choice("all", {"全部", "all"}, lines.size(), true);
    choice("more", {"增负", "more burden"}, of[0], false);
    choice("less", {"减负", "less burden"}, of[1], false);
    choice("breaking", {"不兼容", "breaking"}, of[2], false);
    out_ += "</fieldset>\n<ol class=\"index\">\n";
    for (const PageLine& line : lines) {
      out_ += "<li class=\"" + classes(line.judged) + "\">" + tag(line.kind) + " <a href=\"#m" +
              std::to_string(line.number) + "\">" + escaped(line.name) + "</a>" + sampled(line) + " " +
              element("span class=\"soft\"", line.agency) + counts(line.judged);
      if (!line.saved.empty()) out_ += element("div class=\"soft\"", line.saved);
      out_ += "</li>\n";
    }
    out_ += "</ol>\n</nav>\n";
  }

  [[nodiscard]] std::string counts(const JudgedChanges& judged) const {
    std::string out;
    const auto add = [&](std::string_view look, const Bilingual& words, std::size_t count) {
      if (count > 0)
        out += " " + element("span class=\"tag " + std::string(look) + "\"", in(words) + " " + std::to_string(count));
    };
    add("more", words(Burden::more), judged.more);
    add("less", words(Burden::less), judged.less);
    add("breaking", words(Systems::breaking), judged.breaking);
    return out;
  }

  [[nodiscard]] std::string tag(ChangeKind kind) const {
    return element("span class=\"tag " + std::string(name(kind)) + "\"", entry_word(kind, lang_));
  }
  [[nodiscard]] std::string sampled(const PageLine& line) const {
    return line.sample ? " " + element("span class=\"tag sampled\"", in({"样例", "sample"})) : std::string();
  }
  [[nodiscard]] std::string heading(const PageLine& line) const {
    return tag(line.kind) + " " + escaped(line.name) + sampled(line);
  }

  static std::string place(const ToldPlace& at) {
    if (at.link.empty()) return escaped(at.text);
    return "<a href=\"" + escaped(at.link) + "\">" + escaped(at.text) + "</a>";
  }

  static std::string noted(const ToldPlace& at) {
    return place(at) + (at.note.empty() ? std::string() : " " + element("span class=\"tag standard\"", at.note));
  }

  void saved(const std::vector<ReductionFigure>& figures) {
    if (figures.empty()) return;
    std::string spans;
    for (const ReductionFigure& one : figures) {
      const std::string share = one.share.empty() ? std::string() : " " + element("span class=\"share\"", one.share);
      spans += around("span class=\"" + std::string(one.apart ? "apart" : way(one.way)) + "\"",
                      escaped(one.what + " " + one.amount) + share);
    }
    out_ += around("p class=\"saved\"", spans) + "\n";
  }

  /// Both judgements, always: for the public, and for systems.
  [[nodiscard]] std::string judgement(Judgement judged) const {
    return element("span class=\"tag " + std::string(way(judged.burden)) + "\"", words(judged.burden).in(lang_)) + " " +
           element("span class=\"tag " + std::string(name(judged.systems)) + "\"", words(judged.systems).in(lang_));
  }

  void change(const PageChange& one) {
    const ToldChange& told = one.told;
    JudgedChanges judged;
    judged.add(told.judged);
    const auto values = both_values(
        told, escaped, [](std::string_view text) { return element("del", text); },
        [](std::string_view text) { return element("ins", text); });
    out_ += "<li class=\"change" + classes(judged) + "\">" +
            around("p class=\"what\"", element("b", told.label) + "<span title=\"" + escaped(told.id) + "\">" +
                                           escaped(told.summary) + "</span>" +
                                           (told.id.empty() ? std::string() : judgement(told.judged))) +
            sides(told, values.first, values.second);
    if (!one.reach.empty()) out_ += element("p class=\"reach soft\"", "↳ " + one.reach);
    out_ += "</li>\n";
  }

  /// Both values side by side; of what came or went the one that there is.
  [[nodiscard]] std::string sides(const ToldChange& told, const std::string& before, const std::string& after) const {
    std::string out;
    if (!before.empty())
      out += side("old", after.empty() ? in({"删去：", "Gone: "}) : in({"原来：", "Old: "}), before, told.before_place);
    if (!after.empty())
      out += side("new", before.empty() ? in({"新增：", "Added: "}) : in({"现在：", "New: "}), after, told.after_place);
    return around("div class=\"sides\"", out);
  }
  static std::string side(const std::string& look, const std::string& label, const std::string& markup,
                          const ToldPlace& at) {
    return around("div class=\"side " + look + "\"",
                  around("div", element("span class=\"soft\"", label) + markup) +
                      (at.text.empty() ? std::string() : around("span class=\"place\"", noted(at))));
  }

  bool grouped_ = false;
};

}  // namespace

void write_diff_html(const DiffResult& result, const Sources& sources, const PageOptions& options, const Sink& to) {
  Html page(options.lang, to);
  walk_diff(result, sources, options, page);
}

}  // namespace matter
