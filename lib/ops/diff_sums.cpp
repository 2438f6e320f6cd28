#include "ops/diff.h"

namespace matter {

void JudgedChanges::add(Judgement judged) {
  ++(judged.burden == Burden::less ? less : judged.burden == Burden::neutral ? neutral : more);
  if (judged.systems == Systems::breaking) ++breaking;
}

void sum_up(DiffResult& result) {
  if (!result.understood()) {
    DiffResult refused;
    refused.files_before = result.files_before;
    refused.files_after = result.files_after;
    refused.findings = std::move(result.findings);
    result = std::move(refused);
    return;
  }
  const auto count_judged = [&](const auto& diff) {
    if (diff.type != nullptr) result.judged.add(diff.judged);
    for (const Change& change : diff.changes) result.judged.add(change.judged);
  };
  for (const CatalogDiff& diff : result.catalogs) count_judged(diff);
  for (const MatterDiff& diff : result.matters) {
    count_judged(diff);
    if (diff.kind != ChangeKind::changed) continue;
    ++result.changed;
    result.fields += diff.changes.size();
    result.reductions.add(diff.impact);
    if (!diff.agency.empty()) result.by_agency[diff.agency].add(diff.impact);
    if (!diff.level.empty()) result.by_level[diff.level].add(diff.impact);
    result.doubts += diff.doubts.size();
  }
  for (auto* groups : {&result.by_agency, &result.by_level}) {
    if (groups->size() < 2) groups->clear();
  }
}

}  // namespace matter
