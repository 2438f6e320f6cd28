#include "checks/offers.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "checks/written_values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "common_name: 暂无\n";
constexpr std::string_view mended = "!common_name\n";
constexpr std::string_view good = "common_name: 办卫生证\n";

/// Where 无 says that there is none, or where a missing value is an error of its own (field-missing and the
/// rules before it speak), a filler is not this rule's.
bool is_spoken_of(const Field& field, Family family, bool standard) {
  if (field.none == NoneMeaning::declared) return true;
  if (field.none == NoneMeaning::outside_licence) return true;  // of a licence other rules speak
  return standard ? field.in_standard : field.required.has(family);
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Family family = family_of(m);
  const auto report = [&](const Trail& trail, const Mark& mark, std::string_view text) {
    Diagnostic& d =
        out.add(mark.at(), to_text(trail), {"{}写的是“{}”，没有内容", "{} is written as “{}”, which says nothing"},
                trail.field->label, text);
    d.hint = say(out.lang(), {"有就写内容，没有就不写这一项", "write what there is, or leave the field out"});
    d.subject = text;
    // Without the entry a bound matter takes over what the standard entry says: for somebody to decide.
    if (m.document != nullptr && !mark.key.empty()) offer_removal(d, out.lang(), *m.document, mark.key, false);
  };
  each_written(view, [&](const WrittenValue& value) {
    if (value.item || is_spoken_of(value.field(), family, view.standard)) return;
    if (value.mark().none())
      return report(*value.trail, value.mark(), is_scalar(value.kind) ? value.scalar().text : "无");
    if (value.kind != Kind::text || !value.mark().given()) return;
    const std::string_view text = value.scalar().text;
    if (is_filler(text) || is_referral(text)) report(*value.trail, value.mark(), text);
  });
}

}  // namespace

extern const Rule filler_text;
const Rule filler_text{
    .id = "filler-text",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"要素里填的是“无、/、-、暂无、详见……”之类", "a field holds a filler: 无, /, -, 暂无, 详见…"},
    .why = {"填充的字会原样出现在办事指南上，也会被当成内容来比对；空着反而清楚。",
            "Fillers appear in the guide as they are and are compared as if they were content; nothing is clearer."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<mended>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
