#include <algorithm>

#include "checks/channels.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/files/s.pdf\"}]\n";
constexpr std::string_view good =
    "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/files/s.pdf\", delivery: [邮寄送达]}]\n";

constexpr std::string_view needs[] = {"results.delivery"};

bool only_at_counter(const Result& result) {
  return std::all_of(result.delivery.begin(), result.delivery.end(),
                     [](const Named& way) { return way.is("窗口领取"); });
}

void judge(const Matter& m, const Result& result, std::uint32_t i, bool known, RuleReport& out) {
  const std::string_view name = result.name.given() ? result.name.text : std::string_view("—");
  const Location at = result.name.given() ? result.name.at() : head_of(m, result.mark);
  const auto path = [&] { return item_path("results", &result, i, "delivery"); };
  if (result.delivery.absent() || result.delivery.none() || (result.delivery.given() && result.delivery.empty())) {
    if (!known || !written_by(m, result.mark)) return;
    Diagnostic& d = out.add(at, path(), {"“{}”没有写发证方式", "{}: it is not said how it is handed over"}, name);
    d.hint = say(out.lang(), {"写 delivery，如 [窗口领取, 邮寄送达]", "write delivery, such as [窗口领取, 邮寄送达]"});
    return;
  }
  const Named* claim = claims_all_online(m);
  if (claim == nullptr || !result.delivery.given() || !only_at_counter(result)) return;
  Diagnostic& d = out.add(result.delivery.at(), path(),
                          {"全程网办的事项，“{}”只能窗口领取", "the matter is 全程网办, but {} must be fetched"}, name);
  note_at(d, out.lang(), claim->at(), {"这里写明全程网办：{}", "it is said to be 全程网办 here: {}"}, claim->text);
  d.hint = say(out.lang(), {"加上邮寄送达或网上下载", "add 邮寄送达 or 网上下载"});
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.results.given()) return;
  const bool known = absences_known(view);
  for (std::uint32_t i = 0; i < m.results.count; ++i)
    if (m.results[i].mark.given()) judge(m, m.results[i], i, known, out);
}

}  // namespace

extern const Rule result_delivery;
const Rule result_delivery{
    .id = "result-delivery",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"没有写发证方式，或全程网办只能窗口领取",
                "发证方式 is missing, or only 窗口领取 for a 全程网办 matter"},
    .why = {"申请一趟不用跑，领证却只能去窗口，等于还是要跑。",
            "Nobody need come to apply, but everybody must come for the result."},
    .source = {"2021 年工作方案 三（一）", "plan of 2021, 三(一)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 results",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries results"},
    .check = check,
};

}  // namespace matter::rules
