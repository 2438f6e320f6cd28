#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"
#include "model/named.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "type: 行政许可\ncode: \"11350200000000000Y3000799001000\"  # 07 是行政确认\n";
constexpr std::string_view good = "type: 行政许可\ncode: \"11350200000000000Y3000199001000\"\n";

/// The catalog's own digits for types (`type_codes`); null where it keeps to the national ones.
const List<TypeCode>* own_codes(const MatterView& view) {
  const Catalog* catalog = view.context.catalog;
  return catalog != nullptr && catalog->config.type_codes.given() ? &catalog->config.type_codes : nullptr;
}

/// What the digits stand for: the catalog's map first, then the national one; empty where nothing.
std::string_view type_of(std::string_view digits, const List<TypeCode>* own) {
  if (own != nullptr)
    for (const TypeCode& row : *own)
      if (row.code.text == digits) return row.type.name();
  if (const NamedList* types = named_list("matter_type"))
    for (const NamedValue& type : types->values)
      if (type.code == digits) return type.name;
  return {};
}

/// The code that holds the type digits, and where they begin in it.
struct Holder {
  const Text* code = nullptr;
  std::size_t at = 0;
  std::string_view field;
};
Holder holder(const Matter& m) {
  constexpr std::size_t type_in_basic = 2;
  constexpr std::size_t basic_in_code = 19;
  if (m.basic_code.given()) return {&m.basic_code, type_in_basic, "basic_code"};
  if (m.code.given()) return {&m.code, basic_in_code + type_in_basic, "code"};
  return {&m.handling_code, basic_in_code + type_in_basic, "handling_code"};
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.type.given()) return;
  const auto basic = parse_basic_code(basic_code(m));
  if (!basic) return;
  const List<TypeCode>* own = own_codes(view);
  if (own == nullptr && m.type.value->code == basic->type) return;
  const std::string_view stands_for = type_of(basic->type, own);
  if (stands_for == m.type.name()) return;
  const Holder in = holder(m);
  const Location at = part_of(*in.code, in.at, basic->type.size());
  Diagnostic& d = stands_for.empty()
                      ? out.add(at, std::string(in.field),
                                {"编码中的事项类型位 {} 没有对应的事项类型，事项类型写的是{}",
                                 "type digits {} of the code stand for no type; the matter's type is {}"},
                                basic->type, m.type.name())
                      : out.add(at, std::string(in.field),
                                {"编码中的事项类型位 {} 表示{}，与事项类型“{}”不符",
                                 "type digits {} of the code stand for {}, but the matter's type is {}"},
                                basic->type, stands_for, m.type.name());
  note_at(d, out.lang(), m.type.at(), {"事项类型写在这里", "the type is written here"});
  d.hint = say(out.lang(),
               {"改正其一；本省另有约定的，在 catalog.yaml 的 type_codes 中写明",
                "mend one of them; where the province has digits of its own, say so in type_codes of catalog.yaml"});
  d.subject = basic->type;
}

}  // namespace

extern const Rule code_basic_type;
const Rule code_basic_type{
    .id = "code-basic-type",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"基本编码的事项类型位与事项类型不符", "the type digits of the basic code contradict the matter's type"},
    .why =
        {"平台按编码分类入库，群众按类型查找：两者不一，事项会落到错误的类别里，适用的规则也错了。",
         "Platforms file by code, citizens look by type: where they differ, the matter is found under the wrong one."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
