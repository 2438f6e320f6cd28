#include "checks/escapes.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/written_values.h"
#include "doc/document.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "short_name: \"卫生\\u0001许可\"\n";
constexpr std::string_view good = "short_name: \"卫生许可\"\n";

void offer_deletion(Diagnostic& d, Lang lang, const Scalar& value, const std::vector<Span>& escapes) {
  Fix fix;
  fix.what = say(lang, {"删去控制字符", "delete the control characters"});
  for (Span span : escapes) {
    span.begin += value.mark.value.begin;
    span.end += value.mark.value.begin;
    fix.edits.push_back({{value.mark.source, span}, {}});
  }
  d.fix = std::move(fix);
}

void judge(const Matter& m, const Trail& trail, const Scalar& value, RuleReport& out) {
  if (!value.given()) return;
  const auto escapes = control_escapes(slice(m.document->text, value.mark.value));
  if (escapes.empty()) return;
  const Controls found = find_controls(value.text);
  Diagnostic& d = out.add(head_of(m, value.mark), to_text(trail),
                          {"{}里有控制字符 U+{:04X}（共 {} 个）", "{} holds control character U+{:04X} ({} in all)"},
                          trail.field->label, static_cast<std::uint32_t>(found.first), found.count);
  d.hint =
      say(out.lang(), {"多半是从别的系统复制时带来的，删去即可", "most likely copied from another system: delete it"});
  offer_deletion(d, out.lang(), value, escapes);
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  // Raw control characters are the reader's: what is left stands behind an escape.
  if (m.document == nullptr || slice(m.document->text, m.mark.value).find('\\') == std::string_view::npos) return;
  each_written(view, [&](const WrittenValue& value) {
    if (is_scalar(value.kind)) judge(m, *value.trail, value.scalar(), out);
  });
}

}  // namespace

extern const Rule control_character;
const Rule control_character{
    .id = "control-character",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"文字里有平台拒收的控制字符", "text carries a control character that platforms reject"},
    .why =
        {"看不见的控制字符会使整份 XML 报文被平台拒收，查起来又找不到是哪一个字。",
         "An invisible control character makes a platform reject the whole XML message, and nobody sees where it is."},
    .source = {"福建省级系统的 XML 格式", "Fujian provincial XML"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
