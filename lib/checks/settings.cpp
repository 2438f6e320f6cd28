#include "checks/settings.h"

#include <algorithm>

namespace matter {

namespace {

struct GradeWord {
  std::string_view en, zh;
  Grade grade;
};

constexpr GradeWord grade_words[] = {{"off", "关闭", Grade::off},
                                     {"info", "提示", Grade::info},
                                     {"warning", "警告", Grade::warning},
                                     {"error", "错误", Grade::error}};

void take_over(const RuleEntry& entry, RuleState& state, Settings& settings) {
  if (entry.grade != Grade::usual) state = {entry.grade, &entry};
  for (std::size_t i = 0; i < entry.options.size() && i < settings.size(); ++i) {
    if (entry.options[i]) settings[i] = *entry.options[i];
  }
}

}  // namespace

std::optional<Grade> grade_named(std::string_view written) {
  for (const GradeWord& word : grade_words) {
    if (written == word.en || written == word.zh) return word.grade;
  }
  return std::nullopt;
}

std::optional<Severity> severity_of(Grade grade, Severity usual) {
  switch (grade) {
    case Grade::off: return std::nullopt;
    case Grade::info: return Severity::info;
    case Grade::warning: return Severity::warning;
    case Grade::error: return Severity::error;
    case Grade::usual: break;
  }
  return usual;
}

bool may_be_weakened(const Rule& rule) { return !rule.id.starts_with("yaml-"); }

RuleState RuleSettings::of(const MatterView& view, Settings& into) const {
  RuleState state = all;
  into = settings;
  for (std::size_t i = first_scoped; i < entries.size(); ++i) {
    if (entries[i].scope.covers(view)) take_over(entries[i], state, into);
  }
  return state;
}

RuleState RuleSettings::of_file(const CatalogContext& context, std::string_view file) const {
  RuleState state = all;
  Settings unused;
  for (std::size_t i = first_scoped; i < entries.size(); ++i) {
    const RuleScope& scope = entries[i].scope;
    if (!scope.of_matters() && scope.covers_file(context, file)) take_over(entries[i], state, unused);
  }
  return state;
}

}  // namespace matter
