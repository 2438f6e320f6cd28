#include "ops/import_understood.h"

#include <algorithm>

namespace matter {

bool tell_not_understood(const CameAs& one, Collector& findings) {
  bool good = true;
  for (const Problem& problem : one.came.problems) {
    const auto& before = one.unchanged.problems;
    const bool known = std::any_of(before.begin(), before.end(), [&](const Problem& other) {
      return other.kind == problem.kind && other.path == problem.path && other.written == problem.written;
    });
    if (known) continue;
    good = false;
    const auto& notes = one.record.notes;
    const auto note = std::find_if(notes.begin(), notes.end(), [&](const ImportNote& kept) {
      return kept.value == problem.written && kept.at.known();
    });
    const bool unknown = problem.kind == ProblemKind::unknown_field;
    const std::string_view column = note != notes.end() ? std::string_view(note->column) : problem.path;
    Diagnostic& d = findings.add(unknown ? "field-unknown" : "field-value", Severity::error,
                                 note != notes.end() ? note->at : one.at,
                                 {"“{}”读不懂：{}", "{} is not understood: '{}'"}, column, problem.written);
    d.matter = one.identity;
    d.field = problem.path;
  }
  return good;
}

}  // namespace matter
