#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/written_values.h"
#include "doc/document.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "common_name: 办卫生证<br/>\n";
constexpr std::string_view good = "common_name: 办卫生证\n";

void judge(const Trail& trail, const Scalar& value, RuleReport& out) {
  if (!value.given()) return;
  const std::string_view found = find_markup(value.text);
  if (found.empty()) return;
  Diagnostic& d =
      out.add(part_of(value, static_cast<std::size_t>(found.data() - value.text.data()), found.size()), to_text(trail),
              {"{}里有网页代码 {}", "{} holds markup: {}"}, label_of(*trail.field, out.lang()), found);
  d.hint = say(out.lang(), {"删去标签，换行用多行文字", "take the tags out; write several lines for line breaks"});
  d.subject = found;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.document != nullptr) {
    // Two searches for one byte each: one for either looks at every byte by a call.
    const std::string_view written = slice(m.document->text, m.mark.value);
    if (written.find('<') == std::string_view::npos && written.find('&') == std::string_view::npos) return;
  }
  each_written(view, [&](const WrittenValue& value) {
    if (value.kind == Kind::text && (value.item || value.field().format != Format::url))
      judge(*value.trail, value.scalar(), out);
  });
}

}  // namespace

extern const Rule html_in_text;
const Rule html_in_text{
    .id = "html-in-text",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"文字里有网页标签或转义符", "text carries HTML tags or escaped entities"},
    .why = {"从网页复制来的标签会原样显示在指南上，也会弄乱平台的页面。",
            "Tags that were copied from a page appear in the guide as they are, and break platforms' pages."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
