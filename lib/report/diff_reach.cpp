#include "report/diff_reach.h"

#include <algorithm>

namespace matter {

namespace {

const DiffReach::Matters nobody;

bool told_once(const DiffReach::Matters& matters, bool entry_shown) { return entry_shown || matters.size() > 1; }

}  // namespace

bool DiffReach::is_inherited(const Change& change) {
  const bool before = change.before.inherited || change.before.value.absent();
  const bool after = change.after.inherited || change.after.value.absent();
  return before && after && (change.before.inherited || change.after.inherited);
}

/// Where a side has no value, its place is in the matter's own file and tells nothing of the entry.
DiffReach::Key DiffReach::key_of(const Change& change) {
  const auto source = [](const ChangeSide& side) { return side.value.absent() ? no_source : side.at.source; };
  const auto begin = [](const ChangeSide& side) { return side.value.absent() ? 0U : side.at.span.begin; };
  return {english(change.path), change.kind,          source(change.before),
          begin(change.before), source(change.after), begin(change.after)};
}

DiffReach::DiffReach(const DiffResult& result) {
  for (std::uint32_t i = 0; i < result.matters.size(); ++i) {
    for (const Change& change : result.matters[i].changes) {
      if (!is_inherited(change)) continue;
      Reach& reach = reaches_[key_of(change)];
      if (reach.first == nullptr) reach.first = &change;
      reach.matters.push_back(i);
    }
  }
  if (reaches_.empty()) return;
  for (const MatterDiff& diff : result.matters) {
    for (const Change& change : diff.changes) {
      if (is_inherited(change)) continue;
      const auto at = reaches_.find(key_of(change));
      if (at != reaches_.end()) at->second.entry_shown = true;
    }
  }
  std::map<Matters, std::size_t> group_of;
  for (const MatterDiff& diff : result.matters) {
    for (const Change& change : diff.changes) {
      const Reach* const reach = is_inherited(change) ? find(change) : nullptr;
      if (reach == nullptr || reach->first != &change || reach->entry_shown || !told_elsewhere(change)) continue;
      const auto [at, fresh] = group_of.try_emplace(reach->matters, groups_.size());
      if (fresh) groups_.push_back({reach->matters, {}});
      groups_[at->second].changes.push_back(&change);
    }
  }
}

const DiffReach::Reach* DiffReach::find(const Change& change) const {
  const auto at = reaches_.find(key_of(change));
  return at == reaches_.end() ? nullptr : &at->second;
}

const DiffReach::Matters& DiffReach::of(const Change& own) const {
  if (reaches_.empty() || is_inherited(own)) return nobody;
  const Reach* const reach = find(own);
  return reach == nullptr ? nobody : reach->matters;
}

bool DiffReach::told_elsewhere(const Change& change) const {
  if (!is_inherited(change)) return false;
  const Reach* const reach = find(change);
  return reach != nullptr && told_once(reach->matters, reach->entry_shown);
}

}  // namespace matter
