#pragma once

#include <unordered_map>
#include <vector>

#include "change/change_type.h"
#include "diag/collector.h"
#include "model/value.h"

namespace matter {

/// How a catalog judges changes where it departs from the records: `changes:` of catalog.yaml,
/// `{fee-raised: {public: neutral}, material-removed: {systems: compatible}}`. Either judgement may stand alone.
class Grading {
 public:
  Grading() = default;
  /// What is wrong (no such kind of change, no such judgement) is a finding, and the record's own counts.
  Grading(const Extra& written, Collector& findings);

  [[nodiscard]] Judgement of(const ChangeType& type) const;

 private:
  std::unordered_map<const ChangeType*, Judgement> graded_;
};

/// Classifies and grades.
void judge(std::vector<Change>& changes, const Grading& grading);

}  // namespace matter
