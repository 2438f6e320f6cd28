#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "contacts: {consult: 0592-0000001}\n";
constexpr std::string_view good = "contacts: {consult: 0592-0000001, complain: 0592-0000002}\n";

constexpr std::string_view needs[] = {"contacts"};

void judge(const MatterView& view, const Text& contact, std::string_view field, Bilingual label, RuleReport& out) {
  if (!says_nothing(contact)) return;
  const Matter& m = view.matter;
  Diagnostic& d = contact.absent()
                      ? out.add(place_lacking(m, m.contacts.mark), std::string(field), {"没有{}", "the {} is missing"},
                                label.in(out.lang()))
                      : out.add(contact.at(), std::string(field), {"{}写的是“{}”", "the {} is written as “{}”"},
                                label.in(out.lang()), contact.text);
  d.hint = say(out.lang(), {"写能打通的电话；没有专线的可写 12345",
                            "give a number that is answered; without a line of its own, 12345"});
}

void check(const MatterView& view, RuleReport& out) {
  const Contacts& contacts = view.matter.contacts;
  if (contacts.mark.state == State::wrong || view.standard) return;  // each agency has its own telephones
  if ((contacts.consult.absent() || contacts.complain.absent()) && !absences_known(view)) return;
  judge(view, contacts.consult, "contacts.consult", {"咨询方式", "contact for questions"}, out);
  judge(view, contacts.complain, "contacts.complain", {"监督投诉方式", "contact for complaints"}, out);
}

}  // namespace

extern const Rule contact_missing;
const Rule contact_missing{
    .id = "contact-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"没有咨询方式或监督投诉方式", "the contact for questions or for complaints is missing"},
    .why = {"群众看不懂没处问，受了怠慢没处说，只好跑一趟或打到别的部门去。",
            "Whoever does not understand cannot ask, and whoever is treated badly cannot say so."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：196 条，读了 196 条，196 条属实（都写的是“无”）",
                 "2026-11-22, 2,262 published matters: 196 findings, 196 read, 196 true (all say 无)"},
    .check = check,
};

}  // namespace matter::rules
