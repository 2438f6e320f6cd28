#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "code: \"11350200000000000Y3000199001000\"\n"
    "handling_code: \"11350200000000000Y300019900200001\"  # 前 31 位不是实施编码\n";
constexpr std::string_view good =
    "code: \"11350200000000000Y3000199001000\"\nhandling_code: \"11350200000000000Y300019900100001\"\n";

constexpr std::string_view needs[] = {"handling_code"};

constexpr std::size_t implementing_length = 31;
constexpr std::size_t handling_length = 33;

/// Same agency and level, and a national basic code (00…) where the matter's own is its province's.
bool carries_national(std::string_view handling, std::string_view implementing) {
  const auto a = parse_implementing_code(handling);
  const auto b = parse_implementing_code(implementing);
  return a && b && a->agency == b->agency && a->level == b->level && a->basic.substr(0, 2) == "00" &&
         b->basic.substr(0, 2) != "00";
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Text& handling = m.handling_code;
  if (!handling.given() || has_wide(handling.text) || is_legacy_code(handling.text)) return;
  if (handling.text.size() != handling_length || !parse_implementing_code(handling.text)) {
    Diagnostic& d =
        out.add(handling.at(), "handling_code",
                {"业务办理项编码 {} 不合规则：应为实施编码加两位数字，共 33 个字符，写的是 {}",
                 "业务办理项编码 {} is malformed: 实施编码 and two digits, 33 characters, are due; it has {}"},
                handling.text, characters(out.lang(), count_characters(handling.text)));
    d.hint = say(out.lang(), {"31 位实施编码后面加两位序号，如 01；本地自编的写在 local_code",
                              "the 31 characters of 实施编码 and a serial such as 01; a code of your own goes to "
                              "local_code"});
    d.subject = handling.text;
    return;
  }
  if (!m.code.given() || !parse_implementing_code(m.code.text) || handling.text == m.code.text) return;
  const std::string_view own = m.code.text.substr(0, implementing_length);
  const bool same = handling.text.substr(0, implementing_length) == own;
  if (same && m.code.text.size() == implementing_length) return;
  const bool national = carries_national(handling.text, own);
  Diagnostic& d = out.add_as(
      national ? Severity::info : Severity::error, handling.at(), "handling_code",
      {"业务办理项编码 {} 与实施编码 {} {}", "业务办理项编码 {} and 实施编码 {} {}"}, handling.text, m.code.text,
      (national ? Bilingual{"不是同一个基本编码：前者用的是国家基本编码",
                            "differ in the basic code: the former carries the national one"}
                : Bilingual{"对不上：前 31 位应相同", "do not match: their first 31 characters must be the same"})
          .in(out.lang()));
  note_at(d, out.lang(), m.code.at(), {"实施编码写在这里", "the 实施编码 is written here"});
  d.hint = national ? say(out.lang(), {"已按国家基本编码赋码的，实施编码也换成国家的；否则按实施编码重编",
                                       "where the national code has been assigned, give 实施编码 the same; else number "
                                       "it by 实施编码"})
                    : say(out.lang(), {"核对是哪一个事项的编码，改正其一", "find out whose code it is and mend one"});
  d.subject = handling.text;
}

}  // namespace

extern const Rule code_handling_parts;
const Rule code_handling_parts{
    .id = "code-handling-parts",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"业务办理项编码不是实施编码加两位数字", "the 业务办理项编码 is not the 实施编码 and two digits"},
    .why = {"办件、评价和电子证照都记在业务办理项编码上，它与实施编码对不上，就找不到是哪一个事项的办理。",
            "Cases, ratings and certificates are kept by it: where it does not match, nobody finds whose they are."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence =
        {"2026-11-22 读广东公布的 2,262 个事项：导入后未检查，来源没有这一项；把它另编的号（matter_code）写成业务办理项"
         "编码再查：293 条提示，读了 30 条，30 条属实（机构、层级相同，用的是国家基本编码）",
         "2026-11-22, 2,262 published matters: not checked as imported, the source never carries it; with its other "
         "number (matter_code) written as one: 293 infos, 30 read, 30 true (same agency and level, the national basic "
         "code)"},
    .check = check,
};

}  // namespace matter::rules
