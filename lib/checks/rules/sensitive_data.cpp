#include "checks/personal.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/written_values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "channels: {visits: 0, telephone: 0592-0000004, on_site: 联系人手机 13800138000}\n";
constexpr std::string_view good = "channels: {visits: 0, telephone: 0592-0000004, on_site: 为行动不便者上门}\n";

void report(const Trail& trail, const Scalar& value, const Personal& found, RuleReport& out) {
  Diagnostic& d =
      out.add(part_of(value, static_cast<std::size_t>(found.text.data() - value.text.data()), found.text.size()),
              to_text(trail), {"{}里有像{}的一串：{}", "{} holds what looks like {}: {}"},
              label_of(*trail.field, out.lang()), found.what.in(out.lang()), masked(found.text));
  cite(d, out.lang(), {"《个人信息保护法》", "个人信息保护法"});
  d.hint = say(out.lang(), {"删去，或换成办公电话；示例用虚构的号码",
                            "take it out, or give an office number; samples use made-up ones"});
  d.subject = masked(found.text);
}

/// Codes and telephone fields hold digits by right.
bool is_free_text(const WrittenValue& value) {
  const Format format = value.field().format;
  return value.kind == Kind::text && (format == Format::none || (format == Format::file && !value.item));
}

void check(const MatterView& view, RuleReport& out) {
  each_written(view, [&](const WrittenValue& value) {
    if (!is_free_text(value) || !value.mark().given()) return;
    const Personal found = find_personal(value.scalar().text);
    if (!found.text.empty()) report(*value.trail, value.scalar(), found, out);
  });
}

}  // namespace

extern const Rule sensitive_data;
const Rule sensitive_data{
    .id = "sensitive-data",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"文字里像有身份证号、银行卡号或私人手机号",
                "a text seems to hold an identity number, bank card or private mobile number"},
    .why = {"目录是公开的；里面的个人信息发出去就收不回来。",
            "Catalogs are published: what is in them cannot be taken back."},
    .source = "个人信息保护法",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
