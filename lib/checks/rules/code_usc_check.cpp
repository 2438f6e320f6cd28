#include "checks/agency_code.h"
#include "checks/agency_register.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000A, nature: 法定机关}  # 末位应为 Y\n"
    "code: \"11350200000000000A3000199001000\"\n";
constexpr std::string_view good =
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关}\n"
    "code: \"11350200000000000Y3000199001000\"\n";

constexpr std::size_t organisation_at = 16;
constexpr std::size_t check_at = 17;

void check(const MatterView& view, RuleReport& out) {
  const AgencyCode agency = agency_code(view.matter);
  if (agency.text.empty() || is_temporary_agency_code(agency.text)) return;
  const UscCheck usc = check_usc(agency.text);
  if (!usc.shape || (usc.check && usc.organisation)) return;
  // A code with a wrong organisation part has, as a rule, a wrong last character too: one finding for both.
  Diagnostic& d =
      usc.organisation
          ? out.add(agency.at(check_at, 1), std::string(agency.path),
                    {"实施主体编码 {} 的校验码不对：第 18 位应为 {}，写的是 {}",
                     "agency code {} has a wrong check character: the 18th should be {}, not {}"},
                    agency.text, usc.expected_check, agency.text[check_at])
          : out.add(agency.at(organisation_at, 1), std::string(agency.path),
                    {"实施主体编码 {} 中组织机构代码的校验码不对：第 17 位应为 {}，写的是 {}",
                     "agency code {} has a wrong organisation code: its 17th character should be {}, not {}"},
                    agency.text, usc.expected_organisation, agency.text[organisation_at]);
  d.hint = say(out.lang(), {"多半是某一位抄错了，按登记证书核对整个编码",
                            "most likely one character was miscopied: compare the whole code with the certificate"});
  if (const std::string_view known = registered_code(view); !known.empty())
    d.hint = say(out.lang(), {"机构名册里它的代码是 {}", "the register has its code: {}"}, known);
  d.subject = agency.text;
}

}  // namespace

extern const Rule code_usc_check;
const Rule code_usc_check{
    .id = "code-usc-check",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"统一社会信用代码或其中组织机构代码的校验码不对",
                "a check character of the unified social credit code is wrong"},
    .why = {"校验码不对说明编码抄错了一位，事项会挂到别的机构名下，或在报送时被退回。",
            "A wrong check character means a miscopied code: the matter goes to another agency or is sent back."},
    .source = {"GB 32100-2015、GB 11714", "GB 32100-2015, GB 11714"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：3 条，读了 3 条，3 条属实（同一机构，按 GB 11714 验算）",
                 "2026-11-22, 2,262 published matters: 3 findings, 3 read, 3 true (one agency, computed by GB 11714)"},
    .check = check,
};

}  // namespace matter::rules
