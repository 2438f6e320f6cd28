#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 2, star: 4, visit_reason: 当面核验身份, visit_basis: 《示例卫生法》第十一条}\n";
constexpr std::string_view good =
    "channels: {visits: 1, star: 4, visit_reason: 当面核验身份, visit_basis: 《示例卫生法》第十一条}\n";

constexpr std::string_view needs[] = {"channels.star", "channels.visits"};

/// Visits that a grade allows; nothing for grades that say nothing of visits.
std::optional<int> visits_allowed(int star) {
  switch (star) {
    case 3: return 2;
    case 4:
    case 5: return 1;  // of ★★★★★ only to collect the result
    default: return std::nullopt;
  }
}

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  if (!channels.star.given() || !channels.visits.given()) return;
  const auto allowed = visits_allowed(channels.star.value);
  if (!allowed || channels.visits.value <= *allowed) return;
  Diagnostic& d = out.add(channels.visits.at(), "channels.visits",
                          {"{} 星的事项最多到现场 {}，写的是 {}", "with {} stars people come {} at most; they come {}"},
                          channels.star.value, times(out.lang(), *allowed), times(out.lang(), channels.visits.value));
  note_at(d, out.lang(), channels.star.at(), {"星级在这里", "the grade is here"});
  d.hint = say(out.lang(), {"改次数或星级", "mend the visits or the grade"});
}

}  // namespace

extern const Rule visit_star;
const Rule visit_star{
    .id = "visit-star",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"星级与到办事现场次数不符", "the star grade and the number of visits disagree"},
    .why = {"群众看星级估计要跑几趟，考核也看星级：星级虚高，两边都被误导。",
            "People and assessors read the visits from the stars: a grade too high misleads both."},
    .source = {"福建省事项表单", "Fujian item form"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.star",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.star"},
    .check = check,
};

}  // namespace matter::rules
