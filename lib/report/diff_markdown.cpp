#include "diag/words.h"
#include "report/diff_pages.h"
#include "report/diff_words.h"
#include "report/not_checked.h"
#include "report/reduction_words.h"
#include "report/shown.h"
#include "report/told_change.h"

namespace matter {

namespace {

/// A text as text: no markup, no mention, no reference, no link.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '@': out += "&#64;"; break;
      case '#': out += "&#35;"; break;
      case ':': out += "&#58;"; break;
      case '.': out += "&#46;"; break;
      case '|': out += "&#124;"; break;
      case '\n': out += ' '; break;
      default:
        if (std::string_view("\\`*_{}[]()+-!~=$^\"'").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

class Markdown {
 public:
  Markdown(const Sources& sources, Lang lang) : places_(sources), lang_(lang) {}

  std::string all(const DiffResult& r) {
    head(r);
    for (const CatalogDiff& diff : r.catalogs) entry(diff.kind, diff.file, {}, diff, {});
    for (const MatterDiff& diff : r.matters) {
      const std::string mark = diff.sample ? std::string(Bilingual{"【样例】", "[sample] "}.in(lang_)) : std::string();
      entry(diff.kind, mark + diff.name, diff.matter, diff, impact_words(diff.impact, lang_));
      for (const Diagnostic& d : diff.doubts) {
        out_ += "\n> ⚠ " + plain(shown_text(d.message)) + " (" + plain(told_place(d.at, places_)) + ")\n";
      }
    }
    for (const NotChecked& row : r.not_compared) {
      out_ += '\n' + not_compared_line({row.what, plain(row.reason), row.count}, lang_) + '\n';
    }
    return std::move(out_);
  }

 private:
  void head(const DiffResult& r) {
    out_ += say(lang_, {"## 事项目录的改动\n\n", "## Changes of the catalog\n\n"});
    out_ += say(
        lang_,
        {"- 事项：新增 {}，删除 {}，修改 {}，相同 {}\n", "- Matters: {} added, {} removed, {} changed, {} the same\n"},
        r.added, r.removed, r.changed, r.same);
    out_ += say(lang_, {"- 四减：{}\n", "- Reductions: {}\n"}, plain(reduction_words(r.reductions, lang_)));
    out_ += say(lang_,
                {"- 变化：减负 {}，不变 {}，增负 {}；对系统不兼容 {}\n",
                 "- Changes: {} less burden, {} neutral, {} more burden; {} breaking for systems\n"},
                r.judged.less, r.judged.neutral, r.judged.more, r.judged.breaking);
    if (r.doubts > 0) out_ += say(lang_, {"- 存疑的减少 {} 处\n", "- Reductions that are none: {}\n"}, r.doubts);
  }

  template <class Diff>
  void entry(ChangeKind kind, std::string_view name, std::string_view identity, const Diff& diff,
             const std::string& saved) {
    const Bilingual words = kind == ChangeKind::added     ? Bilingual{"新增", "added"}
                            : kind == ChangeKind::removed ? Bilingual{"删除", "removed"}
                                                          : Bilingual{"修改", "changed"};
    out_ += "\n### " + std::string(words.in(lang_)) + " " + plain(shown_text(name));
    if (!identity.empty()) out_ += " " + plain(shown_text(identity));
    out_ += "\n\n" + plain(told_place(diff.before, places_));
    if (diff.before.known() && diff.after.known()) out_ += " → ";
    out_ += plain(told_place(diff.after, places_)) + "\n";
    if (diff.type != nullptr && !judgement_words(diff.judged, lang_).empty()) {
      out_ += "\n" + judgement_words(diff.judged, lang_) + "\n";
    }
    if (!saved.empty()) out_ += "\n" + plain(saved) + "\n";
    if (diff.changes.empty()) return;
    out_ += say(lang_, {"\n| 要素 | 变化 | 原来 | 现在 |\n", "\n| field | change | old | new |\n"});
    out_ += "|---|---|---|---|\n";
    for (const Change& change : diff.changes) row(told(change, places_, lang_));
  }

  void row(const ToldChange& one) {
    std::string sentence = one.summary;
    if (const std::string judged = judgement_words(one.judged, lang_); !judged.empty()) {
      sentence += say(lang_, {"（{}）", " ({})"}, judged);
    }
    std::string before = plain(one.before);
    std::string after = plain(one.after);
    if (one.words) {
      before.clear();
      after.clear();
      for (const WordPiece& piece : *one.words) {
        const bool same = piece.kind == WordPiece::Kind::same;
        if (piece.kind != WordPiece::Kind::added)
          before += same ? plain(piece.text) : "<del>" + plain(piece.text) + "</del>";
        if (piece.kind != WordPiece::Kind::removed)
          after += same ? plain(piece.text) : "<ins>" + plain(piece.text) + "</ins>";
      }
    }
    const auto side = [](const std::string& text, const std::string& place) {
      return text.empty() && place.empty() ? std::string("—") : text + "<br><sub>" + plain(place) + "</sub>";
    };
    out_ += "| " + plain(one.label) + " | " + plain(sentence) + " | " + side(before, one.before_place) + " | " +
            side(after, one.after_place) + " |\n";
  }

  Places places_;
  Lang lang_;
  std::string out_;
};

}  // namespace

void write_diff_markdown(const DiffResult& result, const Sources& sources, Lang lang, const Sink& to) {
  to(Markdown(sources, lang).all(result));
}

}  // namespace matter
