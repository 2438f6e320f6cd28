#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/profile.h"
#include "diag/collector.h"
#include "ops/bind.h"
#include "ops/field_edits.h"

namespace matter {

/// One matter that is bound anew: what is to be edited.
struct BindPlan {
  const Matter* older = nullptr;  ///< what it is bound to; null where that is nothing
  const Matter* newer = nullptr;
  std::size_t number = 0;  ///< of the matter in its file
  std::vector<FieldEdit> edits;
  std::vector<FieldPath> taken, kept;  ///< that something is done for
};

/// Plans the edits of matters as the options want them.
class BindPlanner {
 public:
  BindPlanner(const BindOptions& what, const Profile& profile, Collector& refused)
      : what_(what), profile_(profile), refused_(refused), took_(what.take.size()), kept_(what.keep.size()) {}

  /// `m` is the matter as written; `plan` has its entries. False, and why in the collector, where it cannot be.
  [[nodiscard]] bool plan(const Matter& m, std::string_view identity, BindPlan& plan);
  /// Which of `take` and `keep` something was done for so far.
  [[nodiscard]] const std::vector<bool>& took() const { return took_; }
  [[nodiscard]] const std::vector<bool>& kept() const { return kept_; }

 private:
  [[nodiscard]] bool paths_of(const Matter& m, const std::string& called, std::vector<FieldPath>& into);
  [[nodiscard]] bool take(const Matter& m, const FieldPath& path, BindPlan& plan, bool& done);
  void keep(const Matter& m, const Matter& effective, const FieldPath& path, std::string_view reason, BindPlan& plan,
            bool& done);
  void drop_reasons(const Matter& m, BindPlan& plan);
  template <class... Args>
  Diagnostic& refuse(const Matter& m, const WordsFor<Args...>& words, Args&&... args);

  const BindOptions& what_;
  const Profile& profile_;
  Collector& refused_;
  std::string identity_;
  std::vector<bool> took_, kept_;
};

}  // namespace matter
