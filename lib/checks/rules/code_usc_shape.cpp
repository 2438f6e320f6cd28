#include "checks/agency_code.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生健康委员会, code: 1135020000000000, nature: 法定机关}  # 少两位\n";
constexpr std::string_view small = "agency: {name: 示例市卫生健康委员会, code: 11350200000000000y, nature: 法定机关}\n";
constexpr std::string_view good = "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关}\n";

void check(const MatterView& view, RuleReport& out) {
  const AgencyCode agency = agency_code(view.matter);
  if (agency.text.empty() || has_wide(agency.text) || is_temporary_agency_code(agency.text)) return;
  const UscCheck usc = check_usc(agency.text);
  if (usc.shape) return;
  const std::size_t length = count_characters(agency.text);
  if (length != 18) {
    Diagnostic& d = out.add(agency.at(), std::string(agency.path),
                            {"实施主体编码 {} 有 {}，统一社会信用代码为 18 个",
                             "agency code {} has {}; a unified social credit code has 18"},
                            agency.text, characters(out.lang(), length));
    d.hint = say(out.lang(), {"按登记证书核对，写全 18 位", "copy all 18 characters from the certificate"});
    d.subject = agency.text;
    return;
  }
  std::size_t end = usc.bad_at;
  static_cast<void>(next_code_point(agency.text, end));
  const std::string_view wrong = agency.text.substr(usc.bad_at, end - usc.bad_at);
  Diagnostic& d = out.add(agency.at(usc.bad_at, wrong.size()), std::string(agency.path),
                          {"实施主体编码 {} 中的 {} 不是统一社会信用代码用的字符",
                           "agency code {} holds {}, which is no character of a unified social credit code"},
                          agency.text, wrong);
  if (std::string meant = meant_code(agency.text); agency.value == &view.matter.agency.code && check_usc(meant).shape)
    offer(d, out.lang(), *agency.value, std::move(meant));
  d.hint = say(out.lang(),
               {"只用数字和大写字母，不用 I、O、S、V、Z", "it uses digits and capital letters without I, O, S, V, Z"});
  d.subject = agency.text;
}

}  // namespace

extern const Rule code_usc_shape;
const Rule code_usc_shape{
    .id = "code-usc-shape",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"实施主体编码不是统一社会信用代码的样子：长度或字符不对",
                "the agency code is no unified social credit code: length or character"},
    .why =
        {"平台按 18 位统一社会信用代码认机构，不合规则的编码在报送时被退回，群众也查不到这个机构。",
         "Platforms know agencies by the 18-character code; another is sent back, and nobody finds the agency by it."},
    .source = "GB 32100-2015",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<small>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
