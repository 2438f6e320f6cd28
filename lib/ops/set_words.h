#pragma once

#include "diag/collector.h"
#include "edit/field_value.h"
#include "ops/set.h"

namespace matter {

/// A request that cannot be met, in the words of the run.
template <class... Args>
Diagnostic& refuse(Collector& to, std::string_view rule, const SetRequest& request, const WordsFor<Args...>& words,
                   Args&&... args) {
  Diagnostic& d = to.add(rule, Severity::error, request.at, words, std::forward<Args>(args)...);
  d.matter = request.code;
  d.field = request.field;
  return d;
}

void did_you_mean(Lang lang, std::string_view nearest, Diagnostic& d);
void refuse_field(Collector& to, const SetRequest& request, const FieldProblem& problem);
void refuse_value(Collector& to, const SetRequest& request, const ValueProblem& problem);
/// The guard spoke.
void refuse_text(Collector& to, const SetRequest& request, const std::string& why);
[[nodiscard]] std::string lost_matter(Lang lang);

}  // namespace matter
