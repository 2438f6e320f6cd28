#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "contacts: {consult: 0592-0000001, complain: 0592-0000001}\n";
constexpr std::string_view good = "contacts: {consult: 0592-12345, complain: 0592-12345}  # 热线两用\n";

constexpr std::string_view needs[] = {"contacts.complain", "contacts.consult"};

/// Whether both texts hold the same digits in the same order: a cheap no for almost all.
bool same_digits(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  bool any = false;
  while (true) {
    while (i < a.size() && !is_digit(a[i])) ++i;
    while (j < b.size() && !is_digit(b[j])) ++j;
    if (i == a.size() || j == b.size()) return any && i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
    any = true;
  }
}

bool serves_both(const Phones::Number& number) {
  return number.hotline || number.digits.starts_with("400") || number.digits.starts_with("800");
}

void check(const MatterView& view, RuleReport& out) {
  const Contacts& contacts = view.matter.contacts;
  if (!contacts.consult.given() || !contacts.complain.given()) return;
  if (!same_digits(contacts.consult.text, contacts.complain.text)) return;
  const Phones phones = parse_phones(contacts.complain.text);
  if (phones.numbers.empty()) return;
  // A hotline takes both kinds of calls by rule; so does the call centre behind a 400 number.
  if (std::all_of(phones.numbers.begin(), phones.numbers.end(), serves_both)) return;
  Diagnostic& d = out.add(contacts.complain.at(), "contacts.complain",
                          {"监督投诉电话与咨询电话相同：{}", "complaints and questions go to the same number: {}"},
                          contacts.complain.text);
  note_at(d, out.lang(), contacts.consult.at(), {"咨询电话在这里", "the number for questions is here"});
  d.hint = say(out.lang(), {"投诉换一个不由承办窗口接听的电话，或写 12345 等热线",
                            "give a number that the desk complained of does not answer, or a hotline such as 12345"});
}

}  // namespace

extern const Rule contact_same;
const Rule contact_same{
    .id = "contact-same",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"咨询电话与监督投诉电话相同（12345 等热线除外）",
                "questions and complaints go to the same number (hotlines apart)"},
    .why = {"投诉打到被投诉的人手里，等于没有投诉渠道。",
            "A complaint that rings at the desk complained of is no way to complain."},
    .source = {"福建省事项表单", "Fujian item form"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：49 条，读了 49 条，49 条属实",
                 "2026-11-22, 2,262 published matters: 49 findings, 49 read, 49 true"},
    .check = check,
};

}  // namespace matter::rules
