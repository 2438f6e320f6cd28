#include "report/reading.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "checks/rule.h"
#include "diag/words.h"
#include "report/ledger.h"
#include "report/shown.h"

namespace matter {

namespace {

/// Which group each finding belongs to, and what the groups are called.
class Groups {
 public:
  Groups(std::span<const Diagnostic> findings, const Sources& sources, const TextStyle& style)
      : findings_(findings), sources_(sources), lang_(style.lang) {}

  std::vector<FindingGroup> operator()(const Reading& how) {
    most_ = how.all || findings_.size() <= long_report ? findings_.size() : first_of_a_kind;
    if (how.group == GroupBy::agency) {
      by_agency(how.agencies);
    } else {
      for (std::uint32_t i = 0; i < findings_.size(); ++i) add(group_of(findings_[i], how.group), i);
    }
    if (how.group == GroupBy::rule || how.group == GroupBy::agency) {
      std::stable_sort(groups_.begin(), groups_.end(), [](const FindingGroup& a, const FindingGroup& b) {
        return std::tie(b.errors, b.warnings, b.infos) < std::tie(a.errors, a.warnings, a.infos);
      });
    }
    for (FindingGroup& group : groups_) {
      std::stable_sort(group.more.begin(), group.more.end(),
                       [](const MoreOfAKind& a, const MoreOfAKind& b) { return a.count > b.count; });
    }
    return std::move(groups_);
  }

 private:
  std::size_t group_of(const Diagnostic& d, GroupBy by) {
    const std::string none = say(lang_, {"没有位置", "without a place"});
    switch (by) {
      case GroupBy::file: return group(d.at.known() ? shown_text(sources_.name(d.at.source)) : none);
      case GroupBy::rule: return group(shown_text(d.rule), summary_of(d.rule, lang_));
      case GroupBy::matter:
        return group(d.matter.empty() ? say(lang_, {"不属于某个事项", "of no one matter"}) : shown_text(d.matter));
      case GroupBy::agency:
      case GroupBy::nothing: break;
    }
    return group({});
  }

  void by_agency(std::span<const AgencyLedger> agencies) {
    for (const AgencyLedger& ledger : agencies) {
      const std::size_t to = group(shown_text(name_of(ledger, lang_)), ledger.agency.empty() ? "" : ledger.code);
      for (const LedgerRow& row : ledger.rows) add(to, static_cast<std::uint32_t>(row.finding));
    }
  }

  std::size_t group(std::string title, std::string_view beside = {}) {
    const auto [at, fresh] = number_of_.try_emplace({title, std::string(beside)}, groups_.size());
    if (fresh) {
      groups_.emplace_back();
      groups_.back().title = std::move(title);
      groups_.back().beside = beside;
      listed_.emplace_back();
    }
    return at->second;
  }

  void add(std::size_t number, std::uint32_t finding) {
    FindingGroup& to = groups_[number];
    const Diagnostic& d = findings_[finding];
    ++(d.severity == Severity::error ? to.errors : d.severity == Severity::warning ? to.warnings : to.infos);
    std::size_t& listed = listed_[number][d.rule];
    if (++listed <= most_) {
      to.listed.push_back(finding);
      return;
    }
    const auto more = std::find_if(to.more.begin(), to.more.end(), [&](const auto& one) { return one.rule == d.rule; });
    if (more == to.more.end()) {
      to.more.push_back({d.rule, 1});
    } else {
      ++more->count;
    }
  }

  std::span<const Diagnostic> findings_;
  const Sources& sources_;
  Lang lang_;
  std::size_t most_ = 0;  ///< of a rule in a group
  std::vector<FindingGroup> groups_;
  std::vector<std::unordered_map<std::string_view, std::size_t>> listed_;
  std::map<std::pair<std::string, std::string>, std::size_t> number_of_;
};

}  // namespace

std::vector<FindingGroup> grouped(std::span<const Diagnostic> findings, const Sources& sources,
                                  const TextStyle& style) {
  Reading everything;
  everything.all = true;
  return Groups(findings, sources, style)(style.reading != nullptr ? *style.reading : everything);
}

std::vector<RuleCount> rule_counts(std::span<const Diagnostic> findings) {
  std::vector<RuleCount> counts;
  std::unordered_map<std::string_view, std::size_t> place;
  std::set<std::pair<std::string_view, SourceId>> files;
  for (const Diagnostic& d : findings) {
    const auto [at, fresh] = place.try_emplace(d.rule, counts.size());
    if (fresh) counts.push_back({d.rule});
    RuleCount& count = counts[at->second];
    count.severity = std::max(count.severity, d.severity);
    ++count.count;
    if (d.fix && d.fix->usable()) ++count.fixable;
    if (d.at.known() && files.emplace(d.rule, d.at.source).second) ++count.files;
  }
  std::sort(counts.begin(), counts.end(), [](const RuleCount& a, const RuleCount& b) {
    return std::tie(b.severity, b.count, a.rule) < std::tie(a.severity, a.count, b.rule);
  });
  return counts;
}

std::string_view summary_of(std::string_view rule, Lang lang) {
  const Rule* const known = find_rule(rule);
  return known == nullptr ? std::string_view() : known->summary.in(lang);
}

std::string severities(std::size_t errors, std::size_t warnings, std::size_t infos, Lang lang) {
  std::string text;
  const auto add = [&](std::size_t count, const WordsFor<Counted>& words) {
    if (count == 0) return;
    if (!text.empty()) text += say(lang, {"，", ", "});
    text += say(lang, words, Counted{count});
  };
  add(errors, {"错误 {}", "{:error}"});
  add(warnings, {"警告 {}", "{:warning}"});
  add(infos, {"提示 {}", "{:info}"});
  return text;
}

}  // namespace matter
