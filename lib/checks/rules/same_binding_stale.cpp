#include "checks/places.h"
#include "checks/sample.h"
#include "model/calendar.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "standard: \"00019900100001@1\"\n";
constexpr std::string_view good = "standard: \"00019900100001@2\"\n";

constexpr RuleOption options[] = {
    {.key = "days",
     .label = "认领期限",
     .meaning = {"新版本生效后几个工作日内认领，期内只是提示",
                 "working days after the new version begins within which it is claimed; an info until then"},
     .usual = 3,
     .least = 0,
     .most = 60}};

/// 1 + the working days that are left to claim the entry; 0 where they are over, or it has no date or none that the
/// calendar knows.
std::uint64_t days_left(const Matter& entry, const CatalogContext& context, std::int32_t allowed) {
  if (!entry.effective.given()) return 0;
  const DateValue begin{entry.effective.year, entry.effective.month, entry.effective.day};
  const auto passed = context.calendar().working_days_after(begin, context.today);
  return passed && *passed <= allowed ? static_cast<std::uint64_t>(1 + allowed - *passed) : 0;
}

// Facts: place, version bound, newest version, place of the newest, working days left (1 + days, 0: none or unknown).
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (m.standard_entry == nullptr || view.context.standards == nullptr) return;
  const Matter* newest = view.context.standards->find(standard_code(*m.standard_entry));
  if (newest == nullptr || standard_version(*newest) <= standard_version(*m.standard_entry)) return;
  facts.place(m.standard.at());
  facts.number(static_cast<std::uint64_t>(standard_version(*m.standard_entry)));
  facts.number(static_cast<std::uint64_t>(standard_version(*newest)));
  facts.place(newest->version.given() ? newest->version.at() : newest->name.at());
  facts.number(days_left(*newest, view.context, view.settings[0]));
}

void judge(const CatalogView& view, CatalogReport& out) {
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const Location at = facts.place();
    const std::uint64_t bound = facts.number();
    const std::uint64_t newest = facts.number();
    const Location there = facts.place();
    const std::uint64_t left = facts.number();
    Diagnostic& d =
        out.add(record.matter, at, "standard",
                {"认领的是第 {} 版，标准已是第 {} 版", "it is bound to version {}; the standard has version {}"}, bound,
                newest);
    if (left != 0) d.severity = Severity::info;
    note_at(d, out.lang(), there, {"新版本在这里", "the newer version is here"});
    d.hint = left != 0 ? say(out.lang(),
                             {"认领期限还有 {} 个工作日；认领：matter bind {}",
                              "{:working day is|working days are} left to claim it, with: matter bind {}"},
                             Counted{left - 1}, d.matter)
                       : say(out.lang(),
                             {"核对变了的要素后，改为第 {} 版：matter bind {}",
                              "look at what changed, then bind it to version {}: matter bind {}"},
                             newest, d.matter);
  }
}

}  // namespace

extern const Rule same_binding_stale;
const Rule same_binding_stale{
    .id = "same-binding-stale",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"标准已有新版本，认领的还是旧的", "the standard entry has a newer version than the one that is bound"},
    .why = {"标准改了，本地还照旧办：该减的没减，群众按旧的跑。",
            "The standard has changed and the office still follows the old one: what was saved is not, and people come "
            "for nothing."},
    .source = "厦审改办〔2023〕20号",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .options = options,
    .standards = sample_standard,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，没有标准目录",
                 "2026-11-23, 2,262 published matters: not checked, there is no standard catalog"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
