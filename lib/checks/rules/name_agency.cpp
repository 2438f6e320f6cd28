#include "checks/names.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "name: 示例市卫生健康委员会公共场所卫生许可\n";
constexpr std::string_view good = "name: 公共场所卫生许可\n";

/// What the name holds, as a part of its text; empty where it is in order.
struct Found {
  std::string_view part;
  Bilingual what;
};

Found find(const MatterView& view) {
  const Matter& m = view.matter;
  const std::string_view name = m.name.text;
  if (m.agency.name.given()) {
    const std::string_view agency = bare_name(m.agency.name.text);
    constexpr std::size_t shortest = 9;  // bytes: 公安局 and longer
    if (const std::size_t at = name.find(agency); agency.size() >= shortest && at != std::string_view::npos)
      return {name.substr(at, agency.size()), {"实施主体的名称", "the agency's name"}};
  }
  if (const std::string_view place = own_place_in(name, m, view.context); !place.empty())
    return {place, {"本地地名", "its own region"}};
  if (const std::string_view number = document_number_in(name); !number.empty())
    return {number, {"文号或序号", "a document or list number"}};
  return {};
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.name.given() || !written_by(m, m.name.mark)) return;
  const Found found = find(view);
  if (found.part.empty()) return;
  Diagnostic& d =
      out.add(part_of(m.name, static_cast<std::size_t>(found.part.data() - m.name.text.data()), found.part.size()),
              "name", {"事项名称里有{}：{}", "the name holds {}: {}"}, found.what.in(out.lang()), found.part);
  d.hint = say(out.lang(), {"从名称中去掉；机关、地区和编号各有各的要素",
                            "take it out of the name; agency, region and numbers have fields of their own"});
}

}  // namespace

extern const Rule name_agency;
const Rule name_agency{
    .id = "name-agency",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"事项名称里有实施主体、地名、文号或清单序号",
                "事项名称 holds its agency, its region, or a document or list number"},
    .why = {"名称各地要一样；带上机关和地名，同一件事在每个地方就成了不同的事。",
            "The name is the same everywhere: with agency and place in it, one matter becomes as many as there are "
            "places."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：131 条，读了 30 条，29 "
                 "条属实（不属实的是一条活动消息的标题）；起初的 207 条里有“广东美术馆”之类专有名称，已不再报",
                 "2026-11-23, 2,262 published matters: 131 findings, 30 read, 29 true (one is the headline of an "
                 "event); of the first 207 proper names such as 广东美术馆 are passed over since"},
    .check = check,
};

}  // namespace matter::rules
