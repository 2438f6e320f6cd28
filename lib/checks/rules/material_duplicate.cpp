#include <algorithm>
#include <array>
#include <vector>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials:\n"
    "  - {name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}\n"
    "  - {name: 经营场所 平面图, source: 申请人自备, basis: 《示例卫生法》第十条}\n";
constexpr std::string_view good =
    "situations: [个人经营, 单位经营]\n"
    "materials:\n"
    "  - {name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条, for: [个人经营]}\n"
    "  - {name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第十条, for: [单位经营]}\n";

constexpr std::string_view needs[] = {"materials.name"};

/// Whether some 办理情形 asks for both: one of them is for all, or they share one.
bool share_situation(const Material& a, const Material& b) {
  if (a.situations.empty() || b.situations.empty()) return true;
  return std::any_of(a.situations.begin(), a.situations.end(), [&](const Text& one) {
    return std::any_of(b.situations.begin(), b.situations.end(),
                       [&](const Text& other) { return one.text == other.text; });
  });
}

struct Named {
  std::uint64_t hash = 0;
  std::uint32_t index = 0;
};

bool same(const Material& a, const Material& b) {
  return (a.name.text == b.name.text || normalised(a.name.text) == normalised(b.name.text)) && share_situation(a, b);
}

void report(const Matter& m, std::uint32_t i, std::uint32_t j, RuleReport& out) {
  const Text& first = m.materials[i].name;
  const Text& second = m.materials[j].name;
  Diagnostic& d = out.add(second.at(), item_path("materials", &m.materials[j], j, "name"),
                          {"材料“{}”要了两次", "material {} is asked for twice"}, second.text);
  note_at(d, out.lang(), first.at(), {"先写的在这里", "the first one is here"});
  d.hint = say(out.lang(), {"合为一项；不同情形各要一份的，用 for（适用情形）分开",
                            "make them one; where different situations need one each, tell them apart with `for`"});
  d.subject = second.text;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  constexpr std::size_t usual = 48;
  std::array<Named, usual> small;
  std::vector<Named> large(m.materials.count > usual ? m.materials.count : 0);
  Named* const names = large.empty() ? small.data() : large.data();
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; i < m.materials.count; ++i)
    if (m.materials[i].name.given()) names[n++] = {signature(m.materials[i].name.text), i};
  std::sort(names, names + n,
            [](const Named& a, const Named& b) { return a.hash != b.hash ? a.hash < b.hash : a.index < b.index; });
  for (std::uint32_t k = 1; k < n; ++k) {
    // One finding for each that is too many, with the nearest before it; a long run is not compared in full.
    constexpr std::uint32_t farthest = 32;
    for (std::uint32_t back = 1; back <= std::min(k, farthest); ++back) {
      const Named& before = names[k - back];
      if (before.hash != names[k].hash) break;
      if (!same(m.materials[before.index], m.materials[names[k].index])) continue;
      report(m, before.index, names[k].index, out);
      break;
    }
  }
}

}  // namespace

extern const Rule material_duplicate;
const Rule material_duplicate{
    .id = "material-duplicate",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"同一办理情形中同一材料要了两次", "the same material is asked for twice in one 办理情形"},
    .why = {"群众以为要两份，多跑一次去复印；平台按材料计数，“减材料”的数也不准。",
            "People bring two, and platforms that count materials count wrong."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
