#include "checks/agency_code.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生服务中心, code: \"12350200000000000U\", nature: 受委托组织, region: \"350200000000\", "
    "entrusted_by: 示例市卫生健康委员会}\n"
    "power: {source: 同级委托, from: 示例市卫生健康委员会, document: 示例委〔2021〕2号}\n"
    "code: \"12350200000000000U3000199001000\"\n";
constexpr std::string_view good =
    "agency: {name: 示例市卫生监督局, code: \"11350200000000000Y\", nature: 受委托组织, region: \"350200000000\", "
    "entrusted_by: 示例市卫生健康委员会}\n"
    "power: {source: 同级委托, from: 示例市卫生健康委员会, document: 示例委〔2021〕2号}\n";

constexpr std::string_view needs[] = {"agency.nature"};

constexpr std::string_view government = "11";  // 机关, the first two characters of a 统一社会信用代码

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.agency.nature.is("受委托组织")) return;
  const std::string_view code = agency_code(m).text;
  const std::string_view kind = is_temporary_agency_code(code) ? std::string_view{} : code.substr(0, government.size());
  if (kind.empty() || kind == government) return;
  const Location at = m.agency.name.given() ? m.agency.name.at() : m.agency.nature.at();
  Diagnostic& d = out.add(at, "agency.nature",
                          {"行政许可委托给了“{}”，它的代码以 {} 开头，不是机关（11）",
                           "a 行政许可 is entrusted to {}, whose code begins with {}: no 机关 (11)"},
                          m.agency.name.given() ? m.agency.name.text : std::string_view("—"), kind);
  cite(d, out.lang(), {"《行政许可法》第二十四条", "行政许可法, article 24"});
  note_at(d, out.lang(), m.agency.nature.at(), {"性质写在这里", "its nature is written here"});
  d.hint = say(out.lang(), {"收回或改委托行政机关；由法律、法规授权的，性质写 授权组织",
                            "take it back or entrust an agency; one that a law authorises is a 授权组织"});
}

}  // namespace

extern const Rule entrust_licence;
const Rule entrust_licence{
    .id = "entrust-licence",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可委托给了不是行政机关的组织", "a 行政许可 is entrusted to something that is no 行政机关"},
    .why = {"许可只能委托给别的行政机关；委托给事业单位、公司，发出的证件可以被撤销。",
            "A licence may be entrusted to another 行政机关 only; what others issue may be revoked."},
    .source = "行政许可法 第24条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 agency.nature",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries agency.nature"},
    .check = check,
};

}  // namespace matter::rules
