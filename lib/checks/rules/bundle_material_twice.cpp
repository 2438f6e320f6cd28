#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "!code\n!handling\n!type\n!level\n!power\n!kind\n"
    "name: 小店开办一件事（示例）\n"
    "bundle: {code: \"350200YJS0001\", members: [{matter: \"00019900100001\", name: 公共场所卫生许可}]}\n"
    "materials: [{name: 公章刻制一张表, source: 申请人自备, basis: 示例方案第二条, replaces: [营业执照申请书]}, {name: "
    "营业执照 申请书, source: 申请人自备, basis: 示例方案第二条}]\n";
constexpr std::string_view good =
    "!code\n!handling\n!type\n!level\n!power\n!kind\n"
    "name: 小店开办一件事（示例）\n"
    "bundle: {code: \"350200YJS0001\", members: [{matter: \"00019900100001\", name: 公共场所卫生许可}]}\n"
    "materials: [{name: 公章刻制一张表, source: 申请人自备, basis: 示例方案第二条, replaces: [营业执照申请书]}, {name: "
    "公司章程, source: 申请人自备, basis: 示例方案第二条}]\n";

/// Whether some 办理情形 asks for both.
bool share_situation(const Material& a, const Material& b) {
  if (a.situations.empty() || b.situations.empty()) return true;
  for (const Text& one : a.situations) {
    for (const Text& other : b.situations) {
      if (one.text == other.text) return true;
    }
  }
  return false;
}

// Facts of a bundle: place, name and place of the other, whether the other replaces it.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (m.bundle.mark.absent()) return;
  const auto write = [&](const Text& name, Location other, bool replaced) {
    facts.place(name.at());
    facts.text(name.text);
    facts.place(other);
    facts.number(replaced ? 1 : 0);
  };
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& one = m.materials[i];
    if (!one.name.given()) continue;
    const std::string name = normalised(one.name.text);
    for (std::uint32_t k = 0; k < m.materials.count; ++k) {
      const Material& other = m.materials[k];
      if (k == i || !share_situation(one, other)) continue;
      if (k < i && other.name.given() && normalised(other.name.text) == name) {
        write(one.name, other.name.at(), false);
        break;
      }
      const auto replaces = [&](const Text& old) { return old.given() && normalised(old.text) == name; };
      if (const Text* const old = std::find_if(other.replaces.begin(), other.replaces.end(), replaces);
          old != other.replaces.end()) {
        write(one.name, old->at(), true);
        break;
      }
    }
  }
}

void judge(const CatalogView& view, CatalogReport& out) {
  for (const RuleFacts::Record& record : view.own.records) {
    for (FactReader facts = view.own.reader(record); !facts.done();) {
      const Location at = facts.place();
      const std::string_view name = facts.text();
      const Location other = facts.place();
      const bool replaced = facts.number() == 1;
      Diagnostic& d =
          out.add(record.matter, at, "materials", {"一件事里材料“{}”要了两次", "the 一件事 asks for {} twice"}, name);
      if (replaced)
        note_at(d, out.lang(), other, {"这里说它已被另一份材料代替", "here another material is said to replace it"});
      else
        note_at(d, out.lang(), other, {"先写的在这里", "the first one is here"});
      d.hint = say(out.lang(), {"成员共用的材料只要一次；被代替的从清单里去掉",
                                "what members share is asked for once; what is replaced leaves the list"});
      d.subject = name;
    }
  }
}

}  // namespace

extern const Rule bundle_material_twice;
const Rule bundle_material_twice{
    .id = "bundle-material-twice",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"一件事里同一材料要了两次", "a 一件事 asks for the same material twice"},
    .why = {"一件事就是为了一次交齐；同一份还要两遍，等于没合并。",
            "A 一件事 is there so that things are handed in once: asked for twice, nothing was merged."},
    .source = "国办发〔2024〕3号 [M]",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .standards = sample_standard,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，其中没有一件事",
                 "2026-11-23, 2,262 published matters: not checked, there is no 一件事 among them"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
