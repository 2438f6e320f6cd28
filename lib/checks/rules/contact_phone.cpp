#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "contacts: {consult: 0592-000000123, complain: 0592-0000002}  # 多了两位\n";
constexpr std::string_view good = "contacts: {consult: 0592-0000001 转 2、12345, complain: 0592-0000002}\n";

constexpr std::string_view needs[] = {"contacts"};

constexpr std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && text[at + n] >= '0' && text[at + n] <= '9') ++n;
  return n;
}

/// The common forms, decided without taking the text apart: 020-12345678, 0592-1234567, 020-12345, 12345.
bool is_plain_number(std::string_view text) {
  const std::size_t first = digits_from(text, 0);
  if (first == text.size()) return first == 5 && text[0] == '1';
  if (text[first] != '-' || text[0] != '0' || (first != 3 && first != 4)) return false;
  const std::size_t rest = digits_from(text, first + 1);
  if (first + 1 + rest != text.size()) return false;
  return rest == 8 || (rest == 7 && first == 4) || (rest == 5 && text[first + 1] == '1');
}

/// Why a number is none, in words.
Bilingual reason_of(const Phones::Number& number) {
  if (number.reason == "area-code") return {"没有这样的区号", "there is no such area code"};
  const bool capital = number.digits.starts_with("01") || number.digits.starts_with("02");  // 010, 020 … 029
  if (number.reason == "length" && number.area_code && capital)
    return {"三位区号之后应为 8 位（热线 5 至 6 位）", "8 digits follow an area code of three (5 or 6 for a hotline)"};
  if (number.reason == "length")
    return number.area_code ? Bilingual{"区号之后应为 7 至 8 位（热线 5 至 6 位）",
                                        "7 or 8 digits follow an area code (5 or 6 for a hotline)"}
                            : Bilingual{"位数不对", "it has the wrong length"};
  return {"不是电话号码", "it is no telephone number"};
}

void judge(const Text& phone, std::string_view field, RuleReport& out) {
  if (!phone.given() || phone.text.empty() || is_plain_number(phone.text)) return;
  for (const Phones::Number& number : parse_phones(phone.text).numbers) {
    if (number.valid) continue;
    Diagnostic& d = out.add(phone.at(), std::string(field), {"电话 {} 不对：{}", "telephone number {} is wrong: {}"},
                            number.digits, reason_of(number).in(out.lang()));
    d.hint = say(out.lang(),
                 {"核对后重写，如 0592-0000001、12345", "check it and write it anew, such as 0592-0000001, 12345"});
    d.subject = number.digits;
  }
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  judge(m.contacts.consult, "contacts.consult", out);
  judge(m.contacts.complain, "contacts.complain", out);
  judge(m.channels.mail.phone, "channels.mail.phone", out);
  judge(m.channels.telephone, "channels.telephone", out);
}

}  // namespace

extern const Rule contact_phone;
const Rule contact_phone{
    .id = "contact-phone",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"电话号码打不通：区号、位数或数字不对", "a telephone number is none: area code, length or digits"},
    .why = {"号码多一位少一位，群众打不通，只好跑一趟。",
            "With a digit too many or too few nobody gets through, and people must come."},
    .source = {"福建省事项表单", "Fujian item form"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：14 条，读了 14 条，14 条属实（多一位、少一位或不是号码）",
                 "2026-11-22, 2,262 published matters: 14 findings, 14 read, 14 true (a digit too many or too few, or "
                 "no number)"},
    .check = check,
};

}  // namespace matter::rules
