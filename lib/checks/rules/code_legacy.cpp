#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "code: \"11350200000000000Y3000199001000\"\nbasic_code: \"0100199000\"  # 旧的 10 位编码\n";
constexpr std::string_view good = "code: \"11350200000000000Y3000199001000\"\nbasic_code: \"000199001000\"\n";

void judge(const Text& code, std::string_view field, RuleReport& out) {
  if (!code.given() || !is_legacy_code(code.text)) return;
  Diagnostic& d =
      out.add(code.at(), std::string(field), {"{} 是旧编码（{} 位）", "{} is a code of the older form ({} characters)"},
              code.text, code.text.size());
  d.hint = say(out.lang(), {"换成现行编码；旧编码要留的写在 local_code 或 local_basic_code",
                            "use the present one; an old code to be kept goes to local_code or local_basic_code"});
  d.subject = code.text;
}

void check(const MatterView& view, RuleReport& out) {
  judge(view.matter.code, "code", out);
  judge(view.matter.handling_code, "handling_code", out);
  judge(view.matter.basic_code, "basic_code", out);
  judge(view.matter.parent_code, "parent_code", out);
}

}  // namespace

extern const Rule code_legacy;
const Rule code_legacy{
    .id = "code-legacy",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"编码是旧的 10 位或 24 位形式", "the code has the older form of 10 or 24 characters"},
    .why = {"旧编码与现行的基本编码、实施编码对不上，认领标准和跨平台报送时都要再换一次。",
            "An older code matches no present one: binding and reporting need it replaced."},
    .source = "GB/T 39046-2020 表4",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
