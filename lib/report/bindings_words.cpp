#include "diag/words.h"
#include "report/bindings_report.h"
#include "report/compare_report.h"

namespace matter {

namespace {

constexpr std::size_t most_values = 3;

}  // namespace

std::string told_change(const Difference& change, Lang lang) {
  const bool zh = lang == Lang::zh;
  const std::string& where = zh ? change.label : change.path;
  if (change.whole)
    return change.own.empty() ? say(lang, {"去掉 {}", "without {}"}, where) : say(lang, {"增加 {}", "new: {}"}, where);
  if (change.kind == Difference::Kind::order) return say(lang, {"{}的顺序变了", "another order of {}"}, where);
  const auto shown = [&](const std::string& value) {
    return value.empty() ? say(lang, {"（未写）", "(absent)"}) : value;
  };
  std::string values = shown(change.other) + " → " + shown(change.own);
  if (change.own.empty() && change.other.empty()) values = say(lang, {"变了", "changed"});
  return change.single ? values : where + (zh ? "：" : ": ") + values;
}

std::string told_changes(const ElementChange& change, Lang lang, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < change.values.size() && i < most; ++i) {
    if (i > 0) all += lang == Lang::zh ? "；" : "; ";
    all += told_change(change.values[i], lang);
  }
  if (change.values.size() > most) all += say(lang, {" …… 共 {} 处", " … {} in all"}, change.values.size());
  return all;
}

std::string told_own(const OwnElement& own, Lang lang) {
  if (!own.applies) return say(lang, {"这一层级不对照", "not compared at this level"});
  if (!own.written) return say(lang, {"沿用标准，随之改变", "follows the standard"});
  std::string text = say(lang, {"自己写的，对照新版本{}", "its own, against the newer version {}"},
                         words(own.result.verdict).in(lang));
  if (const std::string values = told(own.result, lang, most_values); !values.empty())
    text += (lang == Lang::zh ? "：" : ": ") + values;
  if (!own.reason.empty()) text += say(lang, {"；保留的理由：{}", "; kept for this reason: {}"}, own.reason);
  return text;
}

std::string told_left(const StaleEntry& entry, const StaleMatter& matter, Lang lang) {
  if (entry.effective.empty())
    return say(lang, {"新版本没有写生效日期，期限不明", "no deadline: the newer version has no date"});
  if (!matter.left) return say(lang, {"超出日历，期限不明", "no deadline: it is beyond the calendar"});
  if (*matter.left < 0)
    return say(lang, {"逾期 {} 个工作日（期限 {}）", "{:working day} overdue (due {})"},
               Counted{static_cast<std::size_t>(-*matter.left)}, matter.deadline);
  return say(lang, {"还有 {} 个工作日（期限 {}）", "{:working day} left (due {})"},
             Counted{static_cast<std::size_t>(*matter.left)}, matter.deadline);
}

std::string_view called(const Element& element, Lang lang) { return lang == Lang::zh ? element.label : element.id; }

std::string told_candidate(const BindingCandidate& candidate, Lang lang) {
  switch (candidate.reason) {
    case CandidateReason::same_entry: return say(lang, {"同一条目的最新版本", "the same entry's newest version"});
    case CandidateReason::same_code:
      return say(lang, {"基本编码相同，名称相似 {}%", "the same basic code, name {}% alike"}, candidate.likeness);
    case CandidateReason::like_name: break;
  }
  return candidate.likeness == 100 ? say(lang, {"名称相同", "the same name"})
                                   : say(lang, {"名称相似 {}%", "name {}% alike"}, candidate.likeness);
}

std::string_view name(Becomes becomes) {
  switch (becomes) {
    case Becomes::follows: return "follows";
    case Becomes::stays: return "stays";
    case Becomes::taken: return "taken";
    case Becomes::kept: return "kept";
  }
  return {};
}

std::string_view name(CandidateReason reason) {
  switch (reason) {
    case CandidateReason::same_entry: return "same-entry";
    case CandidateReason::same_code: return "same-code";
    case CandidateReason::like_name: return "like-name";
  }
  return {};
}

}  // namespace matter
