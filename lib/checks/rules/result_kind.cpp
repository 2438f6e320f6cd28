#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "results: [{name: 卫生许可证, kind: 批文, sample: \"https://example.gov.cn/files/s.pdf\", delivery: [邮寄送达]}]\n";
constexpr std::string_view good =
    "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/files/s.pdf\", delivery: [邮寄送达]}]\n";

constexpr std::string_view needs[] = {"results.kind"};

constexpr std::string_view certificates[] = {"许可证", "执照",   "证书",   "登记证", "资格证", "资质证",
                                             "合格证", "身份证", "准考证", "驾驶证", "行驶证"};
constexpr std::string_view approvals[] = {"批复", "批复文件", "批准文件", "批文"};

/// 公证书 is what a notary writes, no certificate of a right.
constexpr std::string_view neither[] = {"公证书"};

/// The name without what stands in brackets behind it: 卫生许可证（副本）.
std::string_view head(std::string_view name) {
  for (const std::string_view bracket : {"（", "("}) name = name.substr(0, name.find(bracket));
  return name;
}

template <std::size_t N>
bool ends_in(std::string_view name, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return name.ends_with(word); });
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.results.count; ++i) {
    const Result& result = m.results[i];
    if (!result.name.given() || !result.kind.given() || !written_by(m, result.kind.mark)) continue;
    const std::string_view name = head(result.name.text);
    if (ends_in(name, neither)) continue;
    const std::string_view due = ends_in(name, certificates) ? "证照" : ends_in(name, approvals) ? "批文" : "";
    if (due.empty() || result.kind.is(due)) continue;
    Diagnostic& d = out.add(result.kind.at(), item_path("results", &result, i, "kind"),
                            {"“{}”的类型是{}，应为{}", "{} is said to be a {}; it is a {}"}, result.name.text,
                            result.kind.name(), due);
    d.hint = say(out.lang(), {"改类型，或改名称", "mend the type, or the name"});
  }
}

}  // namespace

extern const Rule result_kind;
const Rule result_kind{
    .id = "result-kind",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"办理结果的名称与类型对不上", "the result's name and type disagree"},
    .why = {"类型定了发什么、归到哪个库；证写成批文，电子证照就生成不出来。",
            "The type decides what is issued and where it is kept: a certificate filed as 批文 never becomes an "
            "electronic one."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 results",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries results"},
    .check = check,
};

}  // namespace matter::rules
