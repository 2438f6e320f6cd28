#include "ops/inherited.h"

#include "diag/words.h"

namespace matter {

namespace {

Note taken_by(const Inherited& first, std::size_t count, Lang lang) {
  if (count == 1) {
    return {say(lang, {"事项 {} 从这一标准业务项取用", "matter {} takes it from this standard entry"},
                first.finding.matter),
            first.binding};
  }
  return {say(lang, {"事项 {} 等 {} 项从这一标准业务项取用", "matter {} and {} more take it from this standard entry"},
              first.finding.matter, lang == Lang::zh ? count : count - 1),
          first.binding};
}

}  // namespace

InheritedFindings::Key InheritedFindings::key_of(const Diagnostic& d) {
  return {d.at.source, d.at.span.begin, d.at.span.end, d.rule, d.message};
}

void InheritedFindings::add(Inherited&& one) {
  const auto [at, fresh] = group_of_.try_emplace(key_of(one.finding), groups_.size());
  if (fresh) groups_.push_back({std::move(one), 0});
  ++groups_[at->second].count;
}

void InheritedFindings::merge_into(std::vector<Diagnostic>& findings, Lang lang) {
  if (groups_.empty()) return;
  std::vector<bool> merged(groups_.size(), false);
  for (Diagnostic& own : findings) {
    const auto at = group_of_.find(key_of(own));
    if (at == group_of_.end() || merged[at->second]) continue;
    merged[at->second] = true;
    own.notes.push_back(taken_by(groups_[at->second].first, groups_[at->second].count, lang));
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (merged[i]) continue;
    Inherited& first = groups_[i].first;
    first.finding.notes.push_back(taken_by(first, groups_[i].count, lang));
    first.finding.matter = first.entry;
    findings.push_back(std::move(first.finding));
  }
  groups_.clear();
  group_of_.clear();
}

}  // namespace matter
