#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "code: \"11350200000000000Y30001990010\"  # 少两位\n";
constexpr std::string_view small = "code: \"11350200000000000y3 000199001000\"\n";
constexpr std::string_view good = "code: \"11350200000000000Y3000199001000\"\n";

void check(const MatterView& view, RuleReport& out) {
  const Text& code = view.matter.code;
  if (!code.given() || has_wide(code.text) || parse_implementing_code(code.text) || is_legacy_code(code.text)) return;
  const std::size_t length = count_characters(code.text);
  Diagnostic& d =
      length == 31 || length == 33
          ? out.add(code.at(), "code",
                    {"实施编码 {} 不合规则：第 19 位应为行使层级（1 至 6），其后为 12 位基本编码",
                     "code {} is malformed: its 19th character is the level (1 to 6), 12 of the basic code follow"},
                    code.text)
          : out.add(code.at(), "code",
                    {"实施编码 {} 有 {}，应为 31 个（业务办理项编码为 33 个）",
                     "code {} has {}; 31 are due (33 for 业务办理项编码)"},
                    code.text, characters(out.lang(), length));
  d.hint = say(out.lang(), {"18 位实施主体编码 + 1 位行使层级 + 12 位基本编码；本地自编的写在 local_code",
                            "agency code (18), level (1), basic code (12); a code of your own goes to local_code"});
  d.subject = code.text;
  if (std::string meant = meant_code(code.text); parse_implementing_code(meant))
    offer(d, out.lang(), code, std::move(meant));
}

}  // namespace

extern const Rule code_implementing_shape;
const Rule code_implementing_shape{
    .id = "code-implementing-shape",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"实施编码不是标准规定的 31 个字符", "the 实施编码 is not 31 characters of the standard's form"},
    .why = {"各平台以实施编码为主键收数，形式不对的整条被退回；拆不出机构和基本编码，也无法与标准比对。",
            "Platforms take it for the key and send the whole entry back; neither agency nor standard can be read from "
            "it."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<small>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
