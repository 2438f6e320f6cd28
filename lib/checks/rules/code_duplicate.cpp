#include <unordered_map>

#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view first = "handling: 首次申请\ncode: \"11350200000000000Y300019900100001\"\n";
constexpr std::string_view same = "handling: 变更\ncode: \"11350200000000000Y300019900100001\"  # 与上一事项相同\n";
constexpr std::string_view other = "handling: 变更\ncode: \"11350200000000000Y300019900100002\"\n";

/// The code that is the matter's identity; of a standard entry its own code, with the version.
const Text* identity_code(const MatterView& view) {
  const Matter& m = view.matter;
  if (view.standard)
    return m.directory_code.given() ? &m.directory_code : m.basic_code.given() ? &m.basic_code : nullptr;
  if (m.handling_code.given()) return &m.handling_code;
  return m.code.given() ? &m.code : nullptr;
}

// Facts: kind and version (0: a local matter, 1 + version: a standard entry), place, code.
void collect(const MatterView& view, FactWriter& facts) {
  const Text* code = identity_code(view);
  if (code == nullptr) return;
  const Count& version = view.matter.version;
  facts.number(view.standard ? 1U + static_cast<std::uint64_t>(version.given() ? version.value : 0) : 0U);
  facts.place(code->at());
  facts.text(code->text);
}

struct Key {
  std::string_view code;
  std::uint64_t version = 0;
  bool operator==(const Key&) const = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const { return std::hash<std::string_view>()(key.code) + key.version; }
};

void judge(const CatalogView& view, CatalogReport& out) {
  std::unordered_map<Key, Location, KeyHash> seen;
  seen.reserve(view.own.records.size());
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    Key key;
    key.version = facts.number();
    const Location at = facts.place();
    key.code = facts.text();
    const auto [other_one, fresh] = seen.emplace(key, at);
    if (fresh) continue;
    Diagnostic& d = key.version == 0
                        ? out.add(record.matter, at, "code",
                                  {"编码 {} 已有别的事项使用", "code {} belongs to another matter already"}, key.code)
                        : out.add(record.matter, at, "code",
                                  {"标准条目 {} 的第 {} 版已经有了", "standard entry {} has a version {} already"},
                                  key.code, key.version - 1);
    note_at(d, out.lang(), other_one->second, {"先写的在这里", "the other one is here"});
    d.hint = key.version == 0
                 ? say(out.lang(), {"同一实施编码下的不同办理项，各写各的业务办理项编码（33 位）",
                                    "handling items of one 实施编码 each need their 业务办理项编码 (33)"})
                 : say(out.lang(), {"修改后的条目用新的版本号", "a changed entry gets a new version number"});
    d.subject = at.known() ? std::string(view.sources.name(at.source)) : std::string();
  }
}

}  // namespace

extern const Rule code_duplicate;
const Rule code_duplicate{
    .id = "code-duplicate",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"两个事项的编码相同", "two matters have the same code"},
    .why = {"编码是事项的身份：两个事项同码，平台上后到的盖掉先到的，差异比对和办件统计也分不清谁是谁。",
            "The code is the identity: on a platform the later one overwrites the earlier, and no report tells them "
            "apart."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_pair<first, same>,
    .good = sample_pair<first, other>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
