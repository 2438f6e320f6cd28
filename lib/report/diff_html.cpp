#include "change/change_type.h"
#include "diag/words.h"
#include "report/diff_pages.h"
#include "report/diff_words.h"
#include "report/not_checked.h"
#include "report/reduction_words.h"
#include "report/shown.h"
#include "report/told_change.h"

namespace matter {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

constexpr std::string_view style =
    "body{font:16px/1.6 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3em .5em;text-align:left;"
    "vertical-align:top}del{background:#fdd}ins{background:#dfd;text-decoration:none}small{color:#666}"
    ".less-burden{color:#161}.more-burden{color:#a11}.doubt{color:#850}";

class Html {
 public:
  Html(const Sources& sources, Lang lang) : places_(sources), lang_(lang) {}

  std::string all(const DiffResult& r) {
    const std::string title = say(lang_, {"事项目录的改动", "Changes of the catalog"});
    out_ += "<!doctype html>\n<html lang=\"" + std::string(lang_ == Lang::zh ? "zh-CN" : "en") +
            "\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
            "'none'; style-src 'unsafe-inline'\">\n<title>" +
            title + "</title><style>" + std::string(style) + "</style></head><body>\n<h1>" + title + "</h1>\n";
    head(r);
    for (const CatalogDiff& diff : r.catalogs) entry(diff.kind, diff.file, {}, diff, {});
    for (const MatterDiff& diff : r.matters) {
      const std::string mark = diff.sample ? std::string(Bilingual{"【样例】", "[sample] "}.in(lang_)) : std::string();
      entry(diff.kind, mark + diff.name, diff.matter, diff, impact_words(diff.impact, lang_));
      for (const Diagnostic& d : diff.doubts) {
        line("p class=\"doubt\"", "p", shown_text(d.message) + " " + told_place(d.at, places_));
      }
    }
    for (const NotChecked& row : r.not_compared) {
      line("p", "p", not_compared_line(row, lang_));
    }
    out_ += "</body></html>\n";
    return std::move(out_);
  }

 private:
  void line(std::string_view open, std::string_view close, const std::string& text) {
    out_.append("<").append(open).append(">").append(escaped(text)).append("</").append(close).append(">\n");
  }

  void head(const DiffResult& r) {
    line("p", "p",
         say(lang_,
             {"事项：新增 {}，删除 {}，修改 {}，相同 {}", "Matters: {} added, {} removed, {} changed, {} the same"},
             r.added, r.removed, r.changed, r.same));
    line("p", "p", say(lang_, {"四减：{}", "Reductions: {}"}, reduction_words(r.reductions, lang_)));
    line("p", "p",
         say(lang_,
             {"变化：减负 {}，不变 {}，增负 {}；对系统不兼容 {}",
              "Changes: {} less burden, {} neutral, {} more burden; {} breaking for systems"},
             r.judged.less, r.judged.neutral, r.judged.more, r.judged.breaking));
    if (r.doubts > 0)
      line("p class=\"doubt\"", "p", say(lang_, {"存疑的减少 {} 处", "Reductions that are none: {}"}, r.doubts));
  }

  template <class Diff>
  void entry(ChangeKind kind, std::string_view name, std::string_view identity, const Diff& diff,
             const std::string& saved) {
    const Bilingual words = kind == ChangeKind::added     ? Bilingual{"新增", "added"}
                            : kind == ChangeKind::removed ? Bilingual{"删除", "removed"}
                                                          : Bilingual{"修改", "changed"};
    line("h2", "h2", std::string(words.in(lang_)) + " " + shown_text(name) + " " + shown_text(identity));
    line("p", "p",
         told_place(diff.before, places_) + (diff.before.known() && diff.after.known() ? " → " : "") +
             told_place(diff.after, places_));
    if (diff.type != nullptr) line("p", "p", diff.type->summary(lang_) + " " + judgement_words(diff.judged, lang_));
    if (!saved.empty()) line("p", "p", saved);
    if (diff.changes.empty()) return;
    out_ += say(lang_, {"<table><tr><th>要素</th><th>变化</th><th>原来</th><th>现在</th></tr>\n",
                        "<table><tr><th>field</th><th>change</th><th>old</th><th>new</th></tr>\n"});
    for (const Change& change : diff.changes) row(told(change, places_, lang_));
    out_ += "</table>\n";
  }

  void row(const ToldChange& one) {
    std::string before = escaped(one.before);
    std::string after = escaped(one.after);
    if (one.words) {
      before.clear();
      after.clear();
      for (const WordPiece& piece : *one.words) {
        const std::string text = escaped(piece.text);
        const bool same = piece.kind == WordPiece::Kind::same;
        if (piece.kind != WordPiece::Kind::added) before += same ? text : "<del>" + text + "</del>";
        if (piece.kind != WordPiece::Kind::removed) after += same ? text : "<ins>" + text + "</ins>";
      }
    }
    const std::string judged = judgement_words(one.judged, lang_);
    out_ += "<tr><td>" + escaped(one.label) + "</td><td class=\"" + std::string(name(one.judged.burden)) +
            "\" title=\"" + escaped(one.id) + "\">" + escaped(one.summary) +
            (judged.empty() ? std::string() : "<br><small>" + escaped(judged) + "</small>") + "</td><td>" + before +
            "<br><small>" + escaped(one.before_place) + "</small></td><td>" + after + "<br><small>" +
            escaped(one.after_place) + "</small></td></tr>\n";
  }

  Places places_;
  Lang lang_;
  std::string out_;
};

}  // namespace

void write_diff_html(const DiffResult& result, const Sources& sources, Lang lang, const Sink& to) {
  to(Html(sources, lang).all(result));
}

}  // namespace matter
