#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "conditions: [有适当的经营场所]\n";
constexpr std::string_view good = "conditions: [有固定的经营场所]\n";

template <class Path>
void judge(const Text& text, const Path& path, RuleReport& out) {
  const std::string_view found = find_vague(text.text);
  if (found.empty()) return;
  Diagnostic& d = out.add(part_of(text, static_cast<std::size_t>(found.data() - text.text.data()), found.size()),
                          path(), {"“{}”没法核对", "{}: nobody can test that"}, found);
  d.subject = text.text;
  d.hint = say(out.lang(), {"写明是哪些、多少、什么情况", "say which, how much, in which case"});
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.conditions.count; ++i) {
    const Text& text = m.conditions[i].text;
    // Of a catch-all catch-all-wording speaks.
    if (written_by(m, text.mark) && text.given() && find_catch_all_condition(text.text).empty())
      judge(
          text, [&] { return item_path("conditions", &m.conditions[i], i, "text"); }, out);
  }
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Text& name = m.materials[i].name;
    if (written_by(m, name.mark) && name.given() && find_catch_all_material(name.text).empty())
      judge(
          name, [&] { return item_path("materials", &m.materials[i], i, "name"); }, out);
  }
}

}  // namespace

extern const Rule vague_wording;
const Rule vague_wording{
    .id = "vague-wording",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"条件或材料用了没法核对的说法", "a condition or material has wording without a test"},
    .why =
        {"“有关”“适当”“必要时”由谁说了算？群众对照不了，窗口就各说各的。",
         "Who decides what is relevant or appropriate? People cannot check it, and each counter says something else."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence =
        {"2026-11-23 读广东公布的 2,262 个事项：124 条，读了 30 条，27 条属实；“与航道有关的工程”“有关取水权转让的"
         "批准文件”说明了与什么有关，不报",
         "2026-11-23, 2,262 published matters: 124 findings, 30 read, 27 true; 与航道有关的工程 and "
         "有关取水权转让的批准文件 say with what and are passed over"},
    .check = check,
};

}  // namespace matter::rules
