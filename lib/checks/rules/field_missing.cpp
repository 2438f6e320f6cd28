#include <algorithm>

#include "checks/missing.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "!clients\n";
constexpr std::string_view good = "clients: [企业法人, 非法人企业]\n";

/// Fields of which a rule of their own speaks, for the families it knows.
struct Spoken {
  std::string_view path;
  std::string_view rule;
};
constexpr Spoken spoken[] = {
    {"basis", "basis-missing"},
    {"conditions", "condition-missing"},
    {"conditions.text", "condition-missing"},
    {"contacts.consult", "contact-missing"},
    {"contacts.complain", "contact-missing"},
    {"fees.name", "fee-incomplete"},
    {"fees.amount", "fee-incomplete"},
    {"limits.promised", "limit-promise-missing"},
    {"materials", "material-missing"},
};

bool other_rule_speaks(std::string_view path, Family family) {
  const auto at = std::find_if(std::begin(spoken), std::end(spoken), [&](const Spoken& s) { return s.path == path; });
  const Rule* rule = at == std::end(spoken) ? nullptr : find_rule(at->rule);
  return rule != nullptr && rule->families.has(family);
}

/// One fact, one place: agency code and level need not be written beside a code that holds them.
bool follows_from_code(const Matter& m, std::string_view path) {
  if (path != "agency.code" && path != "level") return false;
  return parse_implementing_code(m.code.text) || parse_implementing_code(m.handling_code.text);
}

void report(const MatterView& view, const Trail& trail, const Mark& mark, const Mark* record, RuleReport& out) {
  const Matter& m = view.matter;
  const std::string_view label = out.lang() == Lang::zh ? trail.field->label : trail.field->key;
  const Location at = !mark.absent() ? head_of(m, mark) : record == nullptr ? place_of(m) : place_lacking(m, *record);
  Diagnostic& d = mark.absent() ? out.add(at, to_text(trail), {"没有{}", "{} is missing"}, label)
                  : mark.none() ? out.add(at, to_text(trail), {"{}写的是“无”", "{} says 无"}, label)
                                : out.add(at, to_text(trail), {"{}没有内容", "{} is empty"}, label);
  d.hint = trail.field->help.in(out.lang());
}

void check(const MatterView& view, RuleReport& out) {
  const Family family = family_of(view.matter);
  const auto found = [&](const Trail& trail, const Mark& mark, const Mark* record) {
    const GeneralPath path(trail);
    if (view.context.not_carried(path.text()) || other_rule_speaks(path.text(), family)) return;
    if (mark.absent() && (follows_from_code(view.matter, path.text()) || !absences_known(view))) return;
    report(view, trail, mark, record, out);
  };
  each_missing(view, std::ref(found));
}

}  // namespace

extern const Rule field_missing;
const Rule field_missing{
    .id = "field-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"这一类事项必填的要素没有写或是空的", "a field that the matter's family needs is missing or empty"},
    .why = {"国家平台的表中这些列不许为空，缺一项整条报不上去；群众也看不到这一项。",
            "These columns may not be empty on the national platform: the entry is refused, and people miss the fact."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：11 条，读了 11 条，11 条属实",
                 "2026-11-22, 2,262 published matters: 11 findings, 11 read, 11 true"},
    .check = check,
};

}  // namespace matter::rules
