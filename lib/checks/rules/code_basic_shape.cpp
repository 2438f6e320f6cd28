#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "basic_code: \"00019900100\"  # 少一位\n";
constexpr std::string_view spaced = "basic_code: \"0001 99001000\"\n";
constexpr std::string_view good = "basic_code: \"000199001000\"\n";

void judge(const Text& code, std::string_view field, RuleReport& out) {
  if (!code.given() || has_wide(code.text) || parse_basic_code(code.text) || is_legacy_code(code.text)) return;
  Diagnostic& d = out.add(code.at(), std::string(field),
                          {"{} {} 不合规则：应为 12 个字符，写的是 {}，前 4 位只用数字，后 8 位用数字和大写字母",
                           "{} {} is malformed: 12 characters are due, it has {}; 4 digits, then 8 digits or capitals"},
                          field == "basic_code" ? Bilingual{"基本编码", "basic code"}.in(out.lang())
                                                : Bilingual{"主项编码", "parent code"}.in(out.lang()),
                          code.text, characters(out.lang(), count_characters(code.text)));
  d.hint = say(out.lang(), {"两位区域、两位事项类型、五位主项、三位子项（没有子项为 000）",
                            "2 for the area, 2 for the type, 5 for the 主项, 3 for the 子项 (000: none)"});
  d.subject = code.text;
  if (std::string meant = meant_code(code.text); parse_basic_code(meant)) offer(d, out.lang(), code, std::move(meant));
}

void check(const MatterView& view, RuleReport& out) {
  judge(view.matter.basic_code, "basic_code", out);
  judge(view.matter.parent_code, "parent_code", out);
}

}  // namespace

extern const Rule code_basic_shape;
const Rule code_basic_shape{
    .id = "code-basic-shape",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"基本编码不是标准规定的 12 个字符", "the basic code is not 12 characters of the standard's form"},
    .why = {"基本编码是同一事项在各级各地对上号的凭据，形式不对就对不上，同标准无从比起。",
            "The basic code is what makes the same matter the same everywhere; malformed, it matches nothing."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<spaced>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
