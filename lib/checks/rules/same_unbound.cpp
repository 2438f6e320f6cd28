#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "!standard\n";
constexpr std::string_view good = "standard: \"00019900100001@2\"\n";

// Facts: place, name.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (view.standard || m.bundle.mark.given() || !m.standard.absent() || m.binding.status.given() ||
      !absences_known(view))
    return;
  facts.place(place_of(m));
  facts.text(m.name.given() ? m.name.text : std::string_view{});
}

/// The entry of the same name; null where there is none or several.
const Matter* candidate(const Standards& standards, std::string_view name) {
  if (name.empty()) return nullptr;
  const std::uint64_t wanted = signature(name);
  const Matter* found = nullptr;
  for (const Matter* entry : standards.entries()) {
    if (!entry->name.given() || signature(entry->name.text) != wanted) continue;
    if (found != nullptr && standard_code(*found) != standard_code(*entry)) return nullptr;
    found = entry;
  }
  return found;
}

/// Without a standard catalog there is nothing to claim.
void judge(const CatalogView& view, CatalogReport& out) {
  if (view.standards.empty()) return;
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const Location at = facts.place();
    const Matter* entry = candidate(view.standards, facts.text());
    Diagnostic& d = out.add(record.matter, at, "standard", {"没有认领标准", "it is bound to no standard entry"});
    d.hint = entry != nullptr
                 ? say(out.lang(), {"同名的标准条目是 {}@{}", "the entry of the same name is {}@{}"},
                       standard_code(*entry), standard_version(*entry))
                 : say(out.lang(), {"写 standard；没有可认领的，写 binding 和理由",
                                    "write standard; where there is none to claim, binding with its reason"});
    if (entry != nullptr) note_at(d, out.lang(), entry->name.at(), {"标准条目在这里", "the entry is here"});
  }
}

}  // namespace

extern const Rule same_unbound;
const Rule same_unbound{
    .id = "same-unbound",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"没有认领标准，也没有写明无需绑定或地方特殊事项",
                "neither bound to a standard entry nor marked 无需绑定 / 地方特殊事项"},
    .why = {"没有认领的事项不随标准更新，各地各写各的，同一件事办法不一样。",
            "What is not bound does not follow the standard: each place writes its own, and one matter is handled in "
            "many ways."},
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
