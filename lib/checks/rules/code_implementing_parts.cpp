#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"
#include "model/named.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "code: \"11350200000000000Y3000199001000\"\nbasic_code: \"000199002000\"  # 与实施编码末 12 位不同\n";
constexpr std::string_view good = "code: \"11350200000000000Y3000199001000\"\nbasic_code: \"000199001000\"\n";

constexpr std::size_t level_at = 18;
constexpr std::size_t basic_at = 19;

struct Part {
  std::string_view in_code;  ///< what 实施编码 says
  std::size_t at;
  Bilingual label;
};

void differs(const Matter& m, const Part& part, const Scalar& written, std::string_view as, RuleReport& out) {
  Diagnostic& d =
      out.add(part_of(m.code, part.at, part.in_code.size()), "code",
              {"实施编码中的{} {} 与另写的 {} 不一致", "the {} in the code, {}, is not the {} that is written"},
              part.label.in(out.lang()), part.in_code, as);
  note_at(d, out.lang(), written.at(), {"{}写在这里", "the {} is written here"}, part.label.in(out.lang()));
  d.hint = say(out.lang(), {"改正其一；能由实施编码得出的不必另写",
                            "mend one of them; what follows from the code need not be written"});
  d.subject = part.label.en;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.code.given()) return;
  const auto parts = parse_implementing_code(m.code.text);
  if (!parts) return;
  // Of an agency code that is no 18 characters, code-usc-shape speaks.
  if (m.agency.code.given() && m.agency.code.text.size() == level_at && m.agency.code.text != parts->agency)
    differs(m, {parts->agency, 0, {"实施主体编码", "agency code"}}, m.agency.code, m.agency.code.text, out);
  if (m.level.given() && !m.level.value->code.empty() && m.level.value->code != parts->level)
    differs(m, {parts->level, level_at, {"行使层级", "level"}}, m.level, m.level.name(), out);
  if (m.basic_code.given() && m.basic_code.text != parts->basic && parse_basic_code(m.basic_code.text))
    differs(m, {parts->basic, basic_at, {"基本编码", "basic code"}}, m.basic_code, m.basic_code.text, out);
}

}  // namespace

extern const Rule code_implementing_parts;
const Rule code_implementing_parts{
    .id = "code-implementing-parts",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"实施编码与同一事项的实施主体编码、行使层级或基本编码不一致",
                "the 实施编码 is not made of the matter's agency code, level and basic code"},
    .why =
        {"一件事写了两处而且不同，平台按其中之一入库：事项会挂到别的机构、层级或别的事项名下。",
         "One fact is written twice and differs: platforms take either, and file it under another agency or matter."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
