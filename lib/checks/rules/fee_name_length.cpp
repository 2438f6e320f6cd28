#include "checks/places.h"
#include "checks/sample.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "fees: [{name: 公共场所卫生许可证照制作与邮寄以及遗失补发换发变更工本费用, amount: 10 元/本, basis: "
    "《示例卫生法》第二十条}]\n";
constexpr std::string_view good = "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条}]\n";

constexpr std::string_view needs[] = {"fees.name"};
constexpr std::size_t longest = 25;

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.fees.count; ++i) {
    const Text& name = m.fees[i].name;
    if (!name.given() || name.text.size() <= longest) continue;
    const std::size_t length = count_characters(name.text);
    if (length <= longest) continue;
    Diagnostic& d = out.add(name.at(), item_path("fees", &m.fees[i], i, "name"),
                            {"收费项目名称有 {} 个字，最多 {} 个", "the name of the fee has {} characters; {} at most"},
                            length, longest);
    d.hint = say(out.lang(), {"用简短的名称，其余写在 remark（备注）", "use a short name; the rest goes to remark"});
    d.subject = name.text;
  }
}

}  // namespace

extern const Rule fee_name_length;
const Rule fee_name_length{
    .id = "fee-name-length",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"收费项目名称超过 25 个字", "the name of a fee has more than 25 characters"},
    .why = {"平台的收费项目名称最多 25 个字，长的会被截断或退回。",
            "Platforms hold 25 characters; a longer name is cut off or sent back."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 fees",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries fees"},
    .check = check,
};

}  // namespace matter::rules
