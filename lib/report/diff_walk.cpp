#include "report/diff_walk.h"

#include <algorithm>

#include "change/change_type.h"
#include "diag/words.h"
#include "report/diff_reach.h"
#include "report/not_checked.h"
#include "report/pairing_words.h"
#include "report/shown.h"

namespace matter {

namespace {

class Walk {
 public:
  Walk(const DiffResult& result, const Sources& sources, const PageOptions& options, PageWriter& writer)
      : result_(result), reach_(result), places_(sources), options_(options), lang_(options.lang), writer_(writer) {}

  void all() {
    order();
    writer_.head(head());
    std::vector<PageLine> lines;
    for (const CatalogDiff& diff : result_.catalogs) lines.push_back(line(diff));
    for (const Group& group : groups_) {
      for (const MatterDiff* diff : group.matters) lines.push_back(line(*diff));
    }
    for (const DiffReach::Group& group : reach_.groups()) lines.push_back(line(group));
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].number = i + 1;
    writer_.lines(lines);
    entries(lines);
    std::vector<std::string> rest;
    for (const NotChecked& row : result_.not_compared) rest.push_back(not_compared_line(row, lang_));
    writer_.end(rest);
  }

 private:
  struct Group {
    std::string agency;
    std::vector<const MatterDiff*> matters;
  };

  [[nodiscard]] std::size_t elsewhere(const MatterDiff& diff) const {
    return static_cast<std::size_t>(std::count_if(diff.changes.begin(), diff.changes.end(),
                                                  [&](const Change& one) { return reach_.told_elsewhere(one); }));
  }

  /// Matters by agency, in order of their first ones; those that are named where their changes are told are left out.
  void order() {
    const bool apart = !result_.by_agency.empty();
    std::map<std::string_view, std::size_t> place;
    for (const MatterDiff& diff : result_.matters) {
      const std::size_t told = elsewhere(diff);
      if (told != 0 && told == diff.changes.size()) continue;
      const std::string_view agency = apart ? std::string_view(diff.agency) : std::string_view();
      const auto [at, fresh] = place.try_emplace(agency, groups_.size());
      if (fresh)
        groups_.push_back(
            {apart && agency.empty() ? say(lang_, {"没有写明实施主体", "no agency named"}) : shown_text(agency), {}});
      groups_[at->second].matters.push_back(&diff);
    }
  }

  PageHead head() {
    PageHead out;
    out.title = say(lang_, {"事项目录的改动", "Changes of the catalog"});
    if (!result_.against.empty()) {
      out.title = say(lang_, {"比较：{}", "Comparison {}"}, against_words(result_, lang_));
    }
    const auto samples = static_cast<std::size_t>(std::count_if(result_.matters.begin(), result_.matters.end(),
                                                                [](const MatterDiff& diff) { return diff.sample; }));
    if (samples > 0 && samples == result_.matters.size())
      out.sample = say(lang_, {"样例：以下全部为示例，不是正式文本", "Sample: none of this is an official text"});
    else if (samples > 0)
      out.sample = say(lang_, {"其中 {} 个事项为样例，不是正式文本", "{:matter is a sample|matters are samples}"},
                       Counted{samples});
    out.before = shown_text(options_.before);
    out.after = shown_text(options_.after);
    out.reductions = reduction_figures(result_.reductions, lang_);
    out.not_counted = not_counted_words(result_.reductions, lang_);
    out.matters = say(lang_, {"新增 {}，删除 {}，修改 {}，相同 {}", "{} added, {} removed, {} changed, {} the same"},
                      result_.added, result_.removed, result_.changed, result_.same);
    out.judged = result_.judged;
    out.doubts = result_.doubts;
    for (const auto& [name, all] : result_.by_agency)
      out.agencies.push_back({shown_text(name), reduction_figures(all, lang_)});
    for (const auto& [name, all] : result_.by_level)
      out.levels.push_back({shown_text(name), reduction_figures(all, lang_)});
    return out;
  }

  template <class Diff>
  PageLine counted(const Diff& diff) const {
    PageLine out;
    out.kind = diff.kind;
    if (diff.type != nullptr) out.judged.add(diff.judged);
    for (const Change& change : diff.changes) {
      if (!reach_.told_elsewhere(change)) out.judged.add(change.judged);
    }
    return out;
  }

  PageLine line(const CatalogDiff& diff) const {
    PageLine out = counted(diff);
    out.name = say(lang_, {"目录设置 {}", "catalog settings {}"}, shown_text(diff.file));
    return out;
  }

  PageLine line(const MatterDiff& diff) const {
    PageLine out = counted(diff);
    out.name = shown_text(diff.name.empty() ? diff.matter : diff.name);
    out.agency = shown_text(diff.agency);
    out.sample = diff.sample;
    if (diff.kind == ChangeKind::changed) out.saved = impact_words(diff.impact, lang_);
    return out;
  }

  PageLine line(const DiffReach::Group& group) const {
    PageLine out;
    out.name = say(lang_, {"取自标准的内容", "what is taken from the standard"});
    for (const Change* change : group.changes) out.judged.add(change->judged);
    return out;
  }

  void entries(const std::vector<PageLine>& lines) {
    auto next = lines.begin();
    if (!result_.catalogs.empty()) writer_.group(say(lang_, {"目录设置", "Catalog settings"}));
    for (const CatalogDiff& diff : result_.catalogs) {
      PageEntry entry = base(*next++, diff);
      for (const Change& change : diff.changes)
        entry.changes.push_back({told_here(change, diff.before.source, diff.after.source), {}});
      writer_.entry(entry);
    }
    for (const Group& group : groups_) {
      writer_.group(group.agency);
      for (const MatterDiff* diff : group.matters) writer_.entry(entry(*next++, *diff));
    }
    if (!reach_.groups().empty()) writer_.group(say(lang_, {"取自标准的内容", "Taken from the standard"}));
    for (const DiffReach::Group& group : reach_.groups()) {
      PageEntry entry;
      entry.line = *next++;
      for (const Change* change : group.changes) entry.changes.push_back({told_here(*change), {}});
      entry.changes.back().reach = whom(group.matters, group.changes.size());
      writer_.entry(entry);
    }
  }

  template <class Diff>
  PageEntry base(const PageLine& line, const Diff& diff) {
    PageEntry out;
    out.line = line;
    out.before = told_place(diff.before, places_, options_.folder);
    out.after = told_place(diff.after, places_, options_.folder);
    if (diff.type != nullptr) out.whole = diff.type->summary(lang_);
    out.judged = diff.judged;
    return out;
  }

  PageEntry entry(const PageLine& line, const MatterDiff& diff) {
    PageEntry out = base(line, diff);
    if (!diff.name.empty()) out.identity = shown_text(diff.matter);
    out.pairing = pairing_words(diff, lang_);
    out.level = shown_text(diff.level);
    if (diff.kind == ChangeKind::changed) out.saved = impact_figures(diff.impact, lang_);
    for (const Diagnostic& d : diff.doubts) {
      out.doubts.push_back({shown_text(d.message), told_place(d.at, places_, options_.folder)});
    }
    std::size_t run = 0;  // changes before this one that reach the same matters
    for (std::size_t i = 0; i < diff.changes.size(); ++i) {
      const Change& one = diff.changes[i];
      if (reach_.told_elsewhere(one)) continue;
      out.changes.push_back({told_here(one, diff.before.source, diff.after.source), {}});
      const DiffReach::Matters& reached = reach_.of(one);
      ++run;
      if (i + 1 < diff.changes.size() && reach_.of(diff.changes[i + 1]) == reached) continue;
      if (!reached.empty()) out.changes.back().reach = whom(reached, run);
      run = 0;
    }
    if (const std::size_t n = elsewhere(diff); n > 0)
      out.elsewhere = say(
          lang_,
          {"另有 {} 处取自标准，与沿用的事项一并列出", "and {} from the standard, told once for all whom it reaches"},
          n);
    return out;
  }

  /// Places in the entry's own files by their lines.
  ToldChange told_here(const Change& change, SourceId before = no_source, SourceId after = no_source) {
    ToldChange out = told(change, places_, lang_, options_.folder);
    const auto shorten = [&](ToldPlace& place, Location at, SourceId own) {
      const std::size_t line = place.text.rfind(':');
      if (at.source == own && at.known() && line != std::string::npos)
        place.text = say(lang_, {"第 {} 行", "line {}"}, place.text.substr(line + 1));
    };
    shorten(out.before_place, change.before.at, before);
    shorten(out.after_place, change.after.at, after);
    return out;
  }

  /// `以上 2 处由 3 个事项沿用：甲、乙、丙`.
  std::string whom(const DiffReach::Matters& matters, std::size_t changes) const {
    std::string text;
    if (changes > 1) text += say(lang_, {"以上 {} 处", "these {} changes are "}, changes);
    text += say(lang_, {"由 {} 个事项沿用：", "inherited by {:matter}: "}, Counted{matters.size()});
    for (std::size_t i = 0; i < matters.size(); ++i) {
      const MatterDiff& diff = result_.matters[matters[i]];
      if (i > 0) text += lang_ == Lang::zh ? "、" : ", ";
      text += shown_text(diff.name.empty() ? diff.matter : diff.name);
      if (!diff.agency.empty())
        text += (lang_ == Lang::zh ? "（" : " (") + shown_text(diff.agency) + (lang_ == Lang::zh ? "）" : ")");
    }
    return text;
  }

  const DiffResult& result_;
  DiffReach reach_;
  Places places_;
  const PageOptions& options_;
  Lang lang_;
  PageWriter& writer_;
  std::vector<Group> groups_;
};

}  // namespace

void walk_diff(const DiffResult& result, const Sources& sources, const PageOptions& options, PageWriter& writer) {
  Walk(result, sources, options, writer).all();
}

std::string_view entry_word(ChangeKind kind, Lang lang) {
  switch (kind) {
    case ChangeKind::added: return Bilingual{"新增", "added"}.in(lang);
    case ChangeKind::removed: return Bilingual{"删除", "removed"}.in(lang);
    default: return Bilingual{"修改", "changed"}.in(lang);
  }
}

}  // namespace matter
