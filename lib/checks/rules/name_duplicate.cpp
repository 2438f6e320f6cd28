#include <string_view>
#include <unordered_map>

#include "checks/names.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view first = "handling: 首次申请\ncode: \"11350200000000000Y300019900100001\"\n";
constexpr std::string_view same = "handling: 首次申请\ncode: \"11350200000000000Y300019900100002\"\n";
constexpr std::string_view other = "handling: 变更\ncode: \"11350200000000000Y300019900100002\"\n";

// Facts: agency, signature of the normalised name and 办理项, place.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (view.standard || !m.name.given() || m.status.is("取消")) return;
  const std::string_view agency = agency_of(m);
  if (agency.empty()) return;
  facts.text(agency);
  facts.number(signature(m.name.text));
  facts.number(m.handling.given() ? signature(m.handling.text) : 0);
  facts.place(place_of(m));
}

struct Key {
  std::string_view agency;
  std::uint64_t name = 0, handling = 0;
  bool operator==(const Key&) const = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return std::hash<std::string_view>()(key.agency) ^ (key.name * 31 + key.handling);
  }
};

void judge(const CatalogView& view, CatalogReport& out) {
  struct First {
    std::uint32_t matter;
    Location at;
  };
  std::unordered_map<Key, First, KeyHash> seen;
  seen.reserve(view.own.records.size());
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    Key key;
    key.agency = facts.text();
    key.name = facts.number();
    key.handling = facts.number();
    const Location at = facts.place();
    const auto [earlier, fresh] = seen.emplace(key, First{record.matter, at});
    const std::string& identity = view.facts.matters[record.matter].identity;
    // Of the same code code-duplicate speaks.
    if (fresh || view.facts.matters[earlier->second.matter].identity == identity) continue;
    Diagnostic& d =
        out.add(record.matter, at, "name", {"与 {} 同名，编码不同", "it has the name of {}, but another code"},
                view.facts.matters[earlier->second.matter].identity);
    note_at(d, out.lang(), earlier->second.at, {"同名的在这里", "the other one is here"});
    d.hint = say(out.lang(), {"是一件事就合并；不是，用业务办理项名称（handling）区分",
                              "merge them if they are one; else tell them apart by handling"});
  }
}

}  // namespace

extern const Rule name_duplicate;
const Rule name_duplicate{
    .id = "name-duplicate",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"同一实施主体有两个同名的事项", "two matters of one agency have the same name and different codes"},
    .why = {"同名两项，群众分不清办哪个，窗口各按各的要求收。",
            "With two of one name people cannot tell which to choose, and counters ask for different things."},
    .source = "—",
    .bad = sample_pair<first, same>,
    .good = sample_pair<first, other>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
