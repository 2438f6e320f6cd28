#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 卫生许可申请表, kind: 申请表格文书, source: 申请人自备, basis: 《示例卫生法》第九条, "
    "blank_form: \"https://example.gov.cn/files/a.docx\"}]\n";
constexpr std::string_view good =
    "materials: [{name: 卫生许可申请表, kind: 申请表格文书, source: 申请人自备, basis: 《示例卫生法》第九条, "
    "blank_form: \"https://example.gov.cn/files/a.docx\", sample: \"https://example.gov.cn/files/b.pdf\"}]\n";

constexpr std::string_view needs[] = {"materials.kind", "materials.blank_form", "materials.sample"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.materials.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!material.kind.is("申请表格文书") || !written_by(m, material.mark)) continue;
    const bool no_form = says_nothing(material.blank_form);
    const bool no_sample = says_nothing(material.sample);
    if (!no_form && !no_sample) continue;
    const Bilingual what = no_form && no_sample ? Bilingual{"空白表格和示例样表", "blank form and sample"}
                           : no_form            ? Bilingual{"空白表格", "blank form"}
                                                : Bilingual{"示例样表", "sample"};
    Diagnostic& d = out.add(material.name.given() ? material.name.at() : head_of(m, material.mark),
                            item_path("materials", &material, i, no_form ? "blank_form" : "sample"),
                            {"申请表格“{}”没有{}", "form {} lacks its {}"},
                            material.name.given() ? material.name.text : std::string_view("—"), what.in(out.lang()));
    cite(d, out.lang(), {"《行政许可法》第三十条", "行政许可法, article 30"});
    d.hint = say(out.lang(), {"放上可下载的文件；网上直接填写的，写填写页面的地址",
                              "give a file to download; for a form that is filled in online, the address of its page"});
  }
}

}  // namespace

extern const Rule material_form_sample;
const Rule material_form_sample{
    .id = "material-form-sample",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"申请表格没有空白表格或示例样表", "an application form lacks its blank form or its sample"},
    .why = {"表格要能下载、有样可照；没有，群众就得先跑一趟拿表，再跑一趟改错。",
            "People must be able to get the form and see how it is filled in: else they come once for it and once to "
            "mend it."},
    .source = "行政许可法 第30条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.kind",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.kind"},
    .check = check,
};

}  // namespace matter::rules
