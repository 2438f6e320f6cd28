#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"
#include "model/named.h"
#include "model/region.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "level: 市级\n"
    "agency: {name: 示例区卫生健康局, code: 11350200000000000Y, nature: 法定机关, region: \"350203000000\"}  # "
    "县级区划\n"
    "power: {source: 法定本级行使}\n";
constexpr std::string_view good =
    "level: 市级\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"350200000000\"}\n"
    "power: {source: 法定本级行使}\n";

constexpr std::string_view needs[] = {"agency.region", "power.source"};

/// Development zones stand at town level with 4xx and use the powers of a county or city.
bool is_development_zone(std::string_view region) { return region.size() > 6 && region[6] == '4'; }

/// The region as 12 digits where it needs no filling, which is the common form.
std::optional<int> level_of(const Text& region) {
  if (is_development_zone(region.text)) return std::nullopt;
  if (region.text.size() == 12) return region_level(region.text);
  const auto full = full_region_code(region.text);
  return full ? std::optional<int>(region_level(*full)) : std::nullopt;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (view.standard || !m.agency.region.given() || !m.power.source.is("法定本级行使")) return;
  const NamedList* levels = named_list("level");
  const auto region = level_of(m.agency.region);
  if (levels == nullptr || !region || *region < 1) return;
  const auto parts = parse_implementing_code(m.code.given() ? m.code.text : m.handling_code.text);
  const std::string_view digit = m.level.given() ? m.level.value->code : parts ? parts->level : std::string_view{};
  // Level 1 is the state, whose agencies have no region of their own; a province is level 2 and region level 1.
  if (digit.size() != 1 || digit[0] == static_cast<char>('1' + *region)) return;
  std::string_view level_name = digit;
  std::string_view region_name;
  for (const NamedValue& level : levels->values) {
    if (level.code == digit) level_name = level.name;
    if (level.code.size() == 1 && level.code[0] == '1' + *region) region_name = level.name;
  }
  const Location at = m.level.given() ? m.level.at() : part_of(m.code.given() ? m.code : m.handling_code, 18, 1);
  Diagnostic& d =
      out.add(at,
              m.level.given()  ? "level"
              : m.code.given() ? "code"
                               : "handling_code",
              {"行使层级为{}，实施主体的行政区划 {} 属{}，而权力来源写的是法定本级行使",
               "the level is {}, but the agency's region {} is {}, and the power is said to be 法定本级行使"},
              level_name, m.agency.region.text, region_name);
  note_at(d, out.lang(), m.agency.region.at(), {"行政区划写在这里", "the region is written here"});
  d.hint = say(out.lang(),
               {"下放、授权或委托的，改写权力来源", "where it was handed down or entrusted, say so in power.source"});
}

}  // namespace

extern const Rule code_level;
const Rule code_level{
    .id = "code-level",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"法定本级行使的事项，行使层级与实施主体的行政区划级别不符",
                "the level and the level of the agency's region disagree (法定本级行使)"},
    .why =
        {"层级写错，事项会列进别的层级的清单，统计和比对都算在别处；属下放委托的，则权力来源写错了。",
         "With a wrong level it appears in another level's list; if it was handed down, the power's source is wrong."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 power",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries power"},
    .check = check,
};

}  // namespace matter::rules
