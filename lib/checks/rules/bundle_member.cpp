#include "checks/bundles.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "!code\n!handling\n!type\n!level\n!power\n!kind\n"
    "name: 小店开办一件事（示例）\n"
    "bundle: {code: \"350200YJS0001\", members: [{matter: \"00019900100001\", name: 公共场所卫生许可}, {matter: "
    "\"00019900100009\", name: 没有这个事项}]}\n";
constexpr std::string_view good =
    "!code\n!handling\n!type\n!level\n!power\n!kind\n"
    "name: 小店开办一件事（示例）\n"
    "bundle: {code: \"350200YJS0001\", members: [{matter: \"00019900100001\", name: 公共场所卫生许可}]}\n";

void judge(const CatalogView& view, CatalogReport& out) {
  const BundleMembers members(view);
  for (const MemberFact& member : members.all()) {
    if (members.look_for(member.code) != BundleMembers::Found::nowhere) continue;
    Diagnostic& d = out.add(member.bundle, member.at, "bundle.members",
                            {"成员事项 {} 不存在", "there is no matter {} for this member"}, member.code);
    d.hint =
        say(out.lang(), {"核对编码：写成员的实施编码、业务办理项编码或标准条目编码",
                         "check the code: the member's 实施编码 or 业务办理项编码, or that of its standard entry"});
    d.subject = member.code;
  }
}

}  // namespace

extern const Rule bundle_member;
const Rule bundle_member{
    .id = "bundle-member",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"一件事里的成员事项不存在", "a 一件事 names a matter that does not exist"},
    .why = {"一件事把申请转给成员事项；成员不存在，这一步就没人办。",
            "A 一件事 hands the application on to its members: where one does not exist, nobody acts."},
    .source = "国办发〔2024〕3号 [M]",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .standards = sample_standard,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，其中没有一件事",
                 "2026-11-23, 2,262 published matters: not checked, there is no 一件事 among them"},
    .collect = collect_bundle,
    .judge = judge,
};

}  // namespace matter::rules
