#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "checks/agency_code.h"
#include "checks/agency_register.h"
#include "checks/names.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view first =
    "handling: 首次申请\ncode: \"11350200000000019U300019900100001\"\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000019U, nature: 法定机关, region: \"350200000000\"}\n";
constexpr std::string_view same =
    "handling: 变更\ncode: \"11350200000000019U300019900100002\"\n"
    "agency: {name: 示例市卫计委, code: 11350200000000019U, nature: 法定机关, region: \"350200000000\"}\n";
constexpr std::string_view other =
    "handling: 变更\ncode: \"11350200000000019U300019900100002\"\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000019U, nature: 法定机关, region: \"350200000000\"}\n";

// Facts: code, name, place of the name, name and code of the register where they are others.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  const std::string_view code = agency_code(m).text;
  if (view.standard || code.empty() || is_nobodys(code) || !m.agency.name.given()) return;
  facts.text(code);
  facts.text(m.agency.name.text);
  facts.place(m.agency.name.at());
  const auto [other_name, other_code] = departure_from_register(view, code, m.agency.name.text);
  facts.text(other_name);
  facts.text(other_code);
}

struct First {
  std::string_view other;
  Location at;
};

/// What each value of one side went with first; a pair is told once.
class Side {
 public:
  /// The first partner, where it is another one and was not told yet.
  const First* differs(std::string_view value, std::string_view partner, std::uint64_t meaning, Location at) {
    const auto [one, fresh] = first_.emplace(value, First{partner, at});
    if (fresh || signature(one->second.other) == meaning) return nullptr;
    return told_.emplace(std::string(value) + '\n' + std::to_string(meaning)).second ? &one->second : nullptr;
  }

 private:
  std::unordered_map<std::string_view, First> first_;
  std::unordered_set<std::string> told_;
};

void tell_registered(CatalogReport& out, std::uint32_t matter, Location at, const AgencyDeparture& from) {
  Diagnostic& d = out.add(matter, at, "agency.name",
                          {"机构名册里不是这样：{}（{}），名册是 {}", "the register has another: {} ({}), there {}"},
                          from.name, from.code, from.registered);
  d.hint =
      say(out.lang(), {"改成名册里的；名册过时了就补上新的一行", "write what the register has, or add a row to it"});
  d.subject = std::string(from.name) + ' ' + std::string(from.code);
}

void judge(const CatalogView& view, CatalogReport& out) {
  Side names, codes;
  std::unordered_set<std::string> told;
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const std::string_view code = facts.text();
    const std::string_view name = facts.text();
    const Location at = facts.place();
    const std::string_view other_name = facts.text();
    const std::string_view other_code = facts.text();
    if (!other_name.empty() || !other_code.empty()) {
      if (told.emplace(std::string(name) + '\n' + std::string(code)).second)
        tell_registered(out, record.matter, at, {name, code, other_name.empty() ? other_code : other_name});
      continue;
    }
    const auto tell = [&](const First* earlier, Bilingual label) {
      if (earlier == nullptr) return;
      Diagnostic& d =
          out.add(record.matter, at, "agency.name", {"{}：{}（{}），别处是 {}", "{}: {} ({}), elsewhere {}"},
                  label.in(out.lang()), name, code, earlier->other);
      note_at(d, out.lang(), earlier->at, {"先写的在这里", "the other one is here"});
      d.hint = say(out.lang(), {"用编制部门登记的名称和代码", "use the registered name and code"});
      d.subject = std::string(name) + ' ' + std::string(code);
    };
    tell(names.differs(code, name, signature(name), at), {"一个编码两个名称", "one code, two names"});
    tell(codes.differs(name, code, signature(code), at), {"一个名称两个编码", "one name, two codes"});
  }
}

}  // namespace

extern const Rule agency_name;
const Rule agency_name{
    .id = "agency-name",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"一个实施主体编码有两个名称，或一个名称有两个编码",
                "one agency code bears two names, or one name two codes"},
    .why = {"同一个局在平台上成了两个，群众按部门找不全，统计也分成两份。",
            "One office becomes two on every platform: people searching by agency miss half, and so do the counts."},
    .source = "—",
    .bad = sample_pair<first, same>,
    .good = sample_pair<first, other>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
