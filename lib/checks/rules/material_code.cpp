#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 经营场所平面图, code: \"11350200000000000Y300019900100\", source: 申请人自备, basis: "
    "《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, code: \"11350200000000000Y30001990010000100000001\", source: 申请人自备, "
    "basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.code"};

constexpr std::size_t handling_size = 33;
constexpr std::size_t serial_size = 8;

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// The serial alone is enough: what stands before it is the matter's code, and no fact is written twice.
bool fits(std::string_view code, std::string_view owner) {
  if (code.size() <= serial_size && all_digits(code)) return true;
  if (code.size() != handling_size + serial_size || !code.starts_with(owner)) return false;
  return all_digits(code.substr(owner.size()));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (view.standard) return;
  const std::string_view handling = m.handling_code.given() ? m.handling_code.text : m.code.given() ? m.code.text : "";
  if (!parse_implementing_code(handling)) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Text& code = m.materials[i].code;
    if (!code.given() || !written_by(m, code.mark) || fits(code.text, handling)) continue;
    Diagnostic& d =
        code.text.starts_with(handling)
            ? out.add(
                  code.at(), item_path("materials", &m.materials[i], i, "code"),
                  {"材料编码应有 41 位，末 8 位为流水号：{}", "a 材料编码 has 41 characters, the last 8 a serial: {}"},
                  code.text)
            : out.add(code.at(), item_path("materials", &m.materials[i], i, "code"),
                      {"材料编码不以本事项的编码开头：{}", "the 材料编码 does not begin with the matter's code: {}"},
                      code.text);
    note_at(d, out.lang(), m.handling_code.given() ? m.handling_code.at() : m.code.at(),
            {"本事项的编码在这里", "the matter's code is here"});
    d.hint = say(out.lang(), {"业务办理项编码（33 位）加 8 位流水号", "业务办理项编码 (33 characters) and 8 digits"});
  }
}

}  // namespace

extern const Rule material_code;
const Rule material_code{
    .id = "material-code",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"材料编码不是业务办理项编码加 8 位流水号", "材料编码 is not 业务办理项编码 and a serial of 8 digits"},
    .why = {"平台按编码认材料；编码挂在别的事项上，共享和免交就对不上。",
            "Platforms know materials by code; one that belongs to another matter breaks sharing and waivers."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.code",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.code"},
    .check = check,
};

}  // namespace matter::rules
