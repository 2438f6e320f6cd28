#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 健康证明, waiver: 告知承诺, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 健康证明, waiver: 告知承诺, source: 申请人自备, basis: 《示例卫生法》第九条}]\n"
    "promise: {form: \"https://example.gov.cn/files/c.docx\"}\n";

constexpr std::string_view needs[] = {"promise", "materials.waiver|promise"};

/// What says that a promise replaces proof; null where nothing does.
const Mark* claim_of(const Matter& m) {
  if (m.promise.mark.given()) return &m.promise.mark;
  for (const Material& material : m.materials)
    if (material.waiver.is("告知承诺")) return &material.waiver.mark;
  return nullptr;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Mark* claim = claim_of(m);
  if (claim == nullptr || !says_nothing(m.promise.form) || !absences_known(view)) return;
  Diagnostic& d = out.add(head_of(m, *claim), "promise.form",
                          {"实行告知承诺，却没有告知承诺书", "告知承诺 applies, but there is no 承诺书"});
  d.hint = say(out.lang(), {"在 promise 的 form 写承诺书的文件，如 files/告知承诺书.docx",
                            "name its file under promise, form, such as files/告知承诺书.docx"});
}

}  // namespace

extern const Rule promise_file;
const Rule promise_file{
    .id = "promise-file",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"实行告知承诺却没有承诺书", "告知承诺 without its 承诺书"},
    .why = {"告知承诺靠一纸承诺书；没有文本，群众不知道承诺什么、要担什么责。",
            "It all rests on the written promise: without its text nobody knows what is promised and at what risk."},
    .source = {"国办发〔2020〕42号（未见原文）", "国办发〔2020〕42号 [M]"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 promise",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries promise"},
    .check = check,
};

}  // namespace matter::rules
