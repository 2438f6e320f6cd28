#include "checks/agency_code.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生健康委员会, code: TE350200000000000Y, nature: 法定机关}  # 临时编码\n"
    "code: \"TE350200000000000Y3000199001000\"\n";
constexpr std::string_view good =
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关}\n"
    "code: \"11350200000000000Y3000199001000\"\n";

void check(const MatterView& view, RuleReport& out) {
  const AgencyCode agency = agency_code(view.matter);
  if (agency.text.empty() || !is_temporary_agency_code(agency.text)) return;
  Diagnostic& d = out.add(agency.at(), std::string(agency.path),
                          {"实施主体编码 {} 是临时编码", "agency code {} is a temporary one"}, agency.text);
  d.hint = say(out.lang(), {"机构有了统一社会信用代码后换掉，实施编码随之更换",
                            "replace it, and the codes made of it, once the agency has a unified social credit code"});
  d.subject = agency.text;
}

}  // namespace

extern const Rule code_usc_temporary;
const Rule code_usc_temporary{
    .id = "code-usc-temporary",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"实施主体编码是临时编码（TE 开头）", "the agency code is a temporary one (TE…)"},
    .why =
        {"临时编码换成正式编码时，实施编码跟着变，认领关系、证照和链接都要重接，越早换越省事。",
         "When it is replaced, all codes made of it change, and bindings and links with them: the sooner the better."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：3 条，读了 3 条，3 条属实",
                 "2026-11-22, 2,262 published matters: 3 findings, 3 read, 3 true"},
    .check = check,
};

}  // namespace matter::rules
