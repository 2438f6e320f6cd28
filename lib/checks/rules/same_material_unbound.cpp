#include <algorithm>
#include <string>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "standard: \"00019900100001@2\"\n"
    "materials: [{name: 经营场所平面图, basis: 《示例卫生法》第九条}, {name: 房屋租赁合同, basis: "
    "《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "standard: \"00019900100001@2\"\n"
    "materials: [{name: 场所平面示意图, standard: 经营场所平面图, basis: 《示例卫生法》第九条}]\n";

/// By identity or name, or as `standard` says.
bool stands_in(const Field& list, const Material& material, const List<Material>& entry) {
  const Text& named = material.standard.given() ? material.standard : material.name;
  const auto alike = [&](const Material& one) { return one.name.given() && one.name.text == named.text; };
  if (named.given() && std::any_of(entry.begin(), entry.end(), alike)) return true;
  const std::string identity = item_identity(list, &material);
  const std::uint64_t name = named.given() ? signature(named.text) : 0;
  return std::any_of(entry.begin(), entry.end(), [&](const Material& one) {
    return item_identity(list, &one) == identity || (one.name.given() && signature(one.name.text) == name) ||
           (one.code.given() && one.code.text == named.text);
  });
}

// Facts of each: place, path, name.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (m.standard_entry == nullptr || !m.materials.given() || !written_by(m, m.materials.mark)) return;
  const List<Material>& entry = m.standard_entry->materials;
  if (!entry.given()) return;
  const Field* list = find_field(*table_of<Matter>(), "materials");
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!material.name.given() || stands_in(*list, material, entry)) continue;
    facts.place(material.name.at());
    facts.text(item_path("materials", &material, i));
    facts.text(material.name.text);
    facts.place(entry.mark.key_at());
  }
}

void judge(const CatalogView& view, CatalogReport& out) {
  for (const RuleFacts::Record& record : view.own.records) {
    for (FactReader facts = view.own.reader(record); !facts.done();) {
      const Location at = facts.place();
      const std::string_view path = facts.text();
      const std::string_view name = facts.text();
      Diagnostic& d = out.add(record.matter, at, std::string(path),
                              {"标准条目没有材料“{}”", "the standard entry has no material {}"}, name);
      note_at(d, out.lang(), facts.place(), {"标准的材料在这里", "the standard's materials are here"});
      d.hint = say(out.lang(),
                   {"去掉；只是名称不同的，改成标准的名称，或在 standard 写对应的材料",
                    "drop it; where only the name differs, take the standard's, or say under standard which it is"});
    }
  }
}

}  // namespace

extern const Rule same_material_unbound;
const Rule same_material_unbound{
    .id = "same-material-unbound",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"认领了标准的事项，多出标准里没有的材料",
                "a material of a bound matter has no counterpart in the standard entry"},
    .why = {"标准没有的材料就是多要的；要么去掉，要么先进标准。",
            "What the standard does not list is asked for in excess: drop it, or bring it into the standard first."},
    .source = "厦审改办〔2023〕20号",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .standards = sample_standard,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，没有标准目录",
                 "2026-11-23, 2,262 published matters: not checked, there is no standard catalog"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
