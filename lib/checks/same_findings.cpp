#include "checks/same_findings.h"

#include <algorithm>
#include <string>

#include "checks/kept.h"
#include "checks/places.h"

namespace matter {

namespace {

/// Materials that the entry has not are the business of same-material-unbound, which names each.
bool told_elsewhere(const ElementFinding& finding) {
  if (finding.element->comparison != Comparison::items) return false;
  return std::all_of(finding.result.differences.begin(), finding.result.differences.end(), [](const Difference& d) {
    return d.kind == Difference::Kind::better ||
           (d.whole && d.kind == Difference::Kind::worse && d.path.starts_with("materials["));
  });
}

Difference read_difference(FactReader& facts) {
  Difference d;
  d.kind = static_cast<Difference::Kind>(facts.number());
  d.whole = facts.number() != 0;
  d.single = facts.number() != 0;
  d.path = facts.text();
  d.label = facts.text();
  d.own = facts.text();
  d.other = facts.text();
  d.at = facts.place();
  d.other_at = facts.place();
  return d;
}

void add_to(std::string& list, Lang lang, std::string_view id, std::string_view label) {
  if (!list.empty()) list += lang == Lang::zh ? "、" : ", ";
  list += lang == Lang::zh ? label : id;
}

/// A reason is shown; that it excuses is the profile's to say.
void say_reason(Diagnostic& d, std::string_view reason, bool excused, Lang lang) {
  if (excused) {
    d.severity = Severity::info;
    return note_at(d, lang, {}, {"保留的理由：{}", "kept for this reason: {}"}, reason);
  }
  note_at(d, lang, {},
          {"写了理由“{}”；要素集不许附理由保留，仍是差距",
           "its reason is '{}'; the profile lets no reason excuse this element"},
          reason);
}

}  // namespace

void say_against_entry(std::uint32_t matter, FactReader& facts, CatalogReport& out) {
  const Lang lang = out.lang();
  std::string better;
  Location better_at;
  while (!facts.done()) {
    const auto verdict = static_cast<Verdict>(facts.number());
    const std::string_view id = facts.text();
    const std::string_view label = facts.text();
    const std::uint64_t count = facts.number();
    const bool excused = facts.number() != 0;
    const std::string_view reason = facts.text();
    const Difference first = read_difference(facts);
    if (verdict == Verdict::better) {
      add_to(better, lang, id, label);
      if (!better_at.known()) better_at = first.at;
      continue;
    }
    Diagnostic& d = out.add(matter, first.at, first.path, {"“{}”{}：{}", "{} is {}: {}"}, lang == Lang::zh ? label : id,
                            words(verdict).in(lang), told(first, lang));
    d.subject = id;
    note_at(d, lang, first.other_at, {"标准在这里", "the standard is here"});
    if (count > 1)
      note_at(d, lang, {}, {"这个要素共有 {} 处不同，见 matter compare", "{} values of it differ: see matter compare"},
              count);
    if (!reason.empty()) say_reason(d, reason, excused, lang);
    d.hint = say(lang, {"按标准改，或不写而沿用标准", "do as the standard, or leave it out and take it over"});
  }
  if (better.empty()) return;
  Diagnostic& d = out.add(matter, better_at, "standard", {"优于标准：{}", "better than the standard: {}"}, better);
  d.severity = Severity::info;
  d.subject = "better";
}

void say_groups(const CatalogView& view, const std::vector<RuleFacts::Record>& records, CatalogReport& out) {
  for (const SameMatters& group : differing_matters(view, records)) {
    std::string elements;
    for (const ElementFinding& one : group.elements) add_to(elements, out.lang(), one.element->id, one.element->label);
    const MatterFact& own = view.facts.matters[group.first];
    const MatterFact& other = view.facts.matters[group.reference];
    Diagnostic& d =
        out.add(group.first, own.at, "code",
                {"{} 个实施主体办同一事项，{} 个与 {} 不一致：{}", "{} offices have this matter, {} unlike {}: {}"},
                group.matters, group.differing, other.identity, elements);
    d.severity = Severity::warning;
    note_at(d, out.lang(), other.at, {"对照的事项在这里", "the other one is here"});
    for (const ElementFinding& one : group.elements) {
      const Difference& first = *one.result.decisive();
      note_at(d, out.lang(), first.at, {"{}", "{}"}, told(first, out.lang()));
    }
    d.hint =
        say(out.lang(), {"统一办理标准；有标准条目的，都认领它", "make them one; where there is an entry, bind all"});
  }
}

// Facts: 0, then of each element verdict, id, label, how many values differ, whether a reason excuses it, the reason,
// and of the first that the verdict rests on kind, whether it is an item, path, label, both values and both places; or
// 1 and prints (write_prints).
void write_against_entry(const MatterView& view, bool better, FactWriter& facts) {
  bool any = false;
  for (const ElementFinding& finding : against_entry(view)) {
    const bool departing = departs(finding.result.verdict);
    if (departing ? told_elsewhere(finding) : !better) continue;
    if (!any) facts.number(0);
    any = true;
    const Difference& d = *finding.result.decisive();
    facts.number(static_cast<std::uint64_t>(finding.result.verdict));
    facts.text(finding.element->id);
    facts.text(finding.element->label);
    facts.number(finding.result.differences.size());
    facts.number(finding.element->reason ? 1 : 0);
    facts.text(kept_reason(*finding.element, view.matter));
    facts.number(static_cast<std::uint64_t>(d.kind));
    facts.number(d.whole ? 1 : 0);
    facts.number(d.single ? 1 : 0);
    facts.text(d.path);
    facts.text(d.label);
    facts.text(d.own);
    facts.text(d.other);
    facts.place(d.at);
    facts.place(d.other_at);
  }
}

}  // namespace matter
