#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 自助办, scope: 全省}]\n"
    "materials: [{name: 经营场所平面图, form: 纸质, originals: 1, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 自助办, scope: 全省}]\n"
    "materials: [{name: 经营场所平面图, form: 电子化, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"tongban|channels.kiosk"};

/// What says that a kiosk does it; null where nothing does.
const Scalar* claim_of(const Matter& m) {
  for (const Tongban& tongban : m.tongban)
    if (tongban.mode.is("自助办")) return &tongban.mode;
  return m.channels.kiosk.supported.yes() ? &m.channels.kiosk.supported : nullptr;
}

/// Only what cannot be handed in otherwise.
bool is_paper_original(const Material& material) {
  return material.form.is("纸质") && material.originals.given() && material.originals.value > 0 &&
         (material.waiver.absent() || material.waiver.none() || material.waiver.is("无法免交"));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Scalar* claim = claim_of(m);
  if (claim == nullptr) return;
  const auto finish = [&](Diagnostic& d) {
    note_at(d, out.lang(), claim->at(), {"这里写明可以自助办", "it is said here that a kiosk does it"});
    d.hint = say(out.lang(), {"改为电子化、免交或一次办成，否则不写自助办",
                              "take it electronically or not at all, in one visit; else it is no 自助办"});
  };
  if (m.channels.visits.given() && m.channels.visits.value > 1)
    finish(out.add(m.channels.visits.at(), "channels.visits",
                   {"自助办的事项要到现场 {}", "a kiosk matter makes people come {}"},
                   times(out.lang(), m.channels.visits.value)));
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!is_paper_original(material)) continue;
    Diagnostic& d =
        out.add(material.originals.at(), item_path("materials", &material, i, "originals"),
                {"自助办的事项要收纸质原件“{}”", "a kiosk matter takes the paper original of {}"}, material.name.text);
    finish(d);
  }
}

}  // namespace

extern const Rule kiosk_steps;
const Rule kiosk_steps{
    .id = "kiosk-steps",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"自助办的事项要收纸质原件，或要跑不止一次",
                "a 自助办 matter takes paper originals or more than one visit"},
    .why = {"终端收不了纸质原件，也不能一趟办成两趟；群众到了终端前才发现办不了。",
            "A kiosk takes no paper originals, and it is to be done in one go: people find out in front of it."},
    .source = {"2021 年工作方案 三（二）2", "plan of 2021, 三(二)2"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
