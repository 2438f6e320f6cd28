#include <algorithm>
#include <string_view>

#include "checks/places.h"
#include "checks/sample.h"
#include "model/content.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials:\n"
    "  - {code: \"01\", name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}\n"
    "  - {code: \"02\", name: 通风系统图, source: 申请人自备, basis: 《示例卫生法》第九条}\n"
    "  - {code: \"02\", name: 检测报告, source: 申请人自备, basis: 《示例卫生法》第十条}  # 另一分支也用了 02\n";
constexpr std::string_view good =
    "materials:\n"
    "  - {code: \"01\", name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}\n"
    "  - {code: \"02\", name: 通风系统图, source: 申请人自备, basis: 《示例卫生法》第九条}\n"
    "  - {code: \"03\", name: 检测报告, source: 申请人自备, basis: 《示例卫生法》第十条}\n";

/// A merge by lines leaves bytes as they were: nothing is normalised where every pair is looked at.
bool same_text(const Text& a, const Text& b) { return a.given() && b.given() && a.text == b.text; }

/// Whether two items say the same in every field.
template <class Item>
bool same_item(const Item& a, const Item& b) {
  const Table& table = *table_of<Item>();
  return content_of_record(table, &a) == content_of_record(table, &b);
}

/// Of one code or one name, most lists have one. Quadratic only in what was found, and in short lists.
constexpr std::uint32_t longest = 400;

void hint(Diagnostic& d, Lang lang) {
  d.hint = say(lang, {"两个分支各加了一项、按行合并后两项都在时常见；核对后留一项，或改成不同的编码",
                      "as when two branches added one each and were merged by lines: keep one, or give them "
                      "codes of their own"});
}

void codes(const Matter& m, RuleReport& out) {
  for (std::uint32_t i = 1; i < std::min(m.materials.count, longest); ++i) {
    const Material& later = m.materials[i];
    if (!later.code.given() || !later.name.given()) continue;
    for (std::uint32_t j = 0; j < i; ++j) {
      const Material& first = m.materials[j];
      // Of one name twice material-duplicate speaks, or the situations tell them apart.
      if (!first.code.given() || !first.name.given() || first.code.text != later.code.text) continue;
      if (normalised(first.name.text) == normalised(later.name.text)) continue;
      Diagnostic& d = out.add(later.code.at(), item_path("materials", &later, i, "code"),
                              {"材料编码 {} 用了两次，材料却不同", "the code {} stands for two different materials"},
                              later.code.text);
      note_at(d, out.lang(), first.code.at(), {"先用的在这里", "the first one is here"});
      hint(d, out.lang());
      d.subject = later.code.text;
      break;
    }
  }
}

/// Items that stand in one list twice, word for word.
template <class Item>
void twins(const List<Item>& items, std::string_view path, const Text Item::*name, RuleReport& out) {
  for (std::uint32_t i = 1; i < std::min(items.count, longest); ++i) {
    for (std::uint32_t j = 0; j < i; ++j) {
      if (!same_text(items[j].*name, items[i].*name) || !same_item(items[j], items[i])) continue;
      const Text& text = items[i].*name;
      Diagnostic& d =
          out.add(text.at(), item_path(path, &items[i], i),
                  {"“{}”在一个列表里写了两次，完全相同", "{} stands twice in one list, word for word"}, text.text);
      note_at(d, out.lang(), (items[j].*name).at(), {"先写的在这里", "the first one is here"});
      hint(d, out.lang());
      d.subject = text.text;
      break;
    }
  }
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  codes(m, out);
  twins(m.conditions, "conditions", &Condition::text, out);
  twins(m.process, "process", &Step::step, out);
  twins(m.fees, "fees", &Fee::name, out);
}

}  // namespace

extern const Rule merge_damage;
const Rule merge_damage{
    .id = "merge-damage",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"按行合并留下的痕迹：编码用了两次，条目重复", "traces of a merge by lines: a code or an item twice"},
    .why = {"两个部门各加一项，按行合并不报冲突，却留下重复的编码和条目：平台按编码收数据，后到的盖掉先到的。",
            "A merge by lines of two additions reports no conflict and leaves codes and items twice; a platform that "
            "goes by codes keeps only the later one."},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报；那里的材料都没有编码",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm; their materials carry no codes"},
    .check = check,
};

}  // namespace matter::rules
