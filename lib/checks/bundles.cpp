#include "checks/bundles.h"

#include <algorithm>

#include "model/codes.h"

namespace matter {

namespace {

constexpr std::size_t agency_length = 18;
constexpr std::size_t basic_at = 19;
constexpr std::size_t basic_length = 12;
constexpr std::size_t implementing_length = 31;

/// Two codes of one matter hold the same parts; what the identity says already is not kept.
void write_codes(const Matter& m, std::string_view identity, FactWriter& facts) {
  std::uint64_t count = 0;
  const Text* const codes[] = {&m.code, &m.handling_code, &m.directory_code, &m.local_code, &m.basic_code};
  const auto counts = [&](const Text& code) { return code.given() && code.text != identity; };
  for (const Text* const code : codes) count += counts(*code) ? 1U : 0U;
  facts.number(count);
  for (const Text* const code : codes) {
    if (counts(*code)) facts.text(code->text);
  }
}

}  // namespace

// Facts: whether the catalog was read whole, codes beside the identity, members (place and code).
void collect_bundle(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  facts.number(view.context.catalog != nullptr && view.context.catalog->whole ? 1 : 0);
  write_codes(m, view.identity, facts);
  for (const BundleMember& member : m.bundle.members) {
    if (!member.matter.given() || member.matter.text.empty()) continue;
    facts.place(member.matter.at());
    facts.text(member.matter.text);
  }
}

BundleMembers::BundleMembers(const CatalogView& view) : view_(view) {
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const bool whole = facts.number() == 1;
    const auto known = [&](std::string_view code) {
      codes_.insert(code);
      if (code.size() == basic_length) basic_.insert(code);
      if (code.size() < implementing_length) return;
      codes_.insert(code.substr(0, implementing_length));
      basic_.insert(code.substr(basic_at, basic_length));
      if (whole) agencies_.insert(code.substr(0, agency_length));
    };
    known(view.facts.matters[record.matter].identity);
    for (std::uint64_t n = facts.number(); n > 0 && !facts.broken(); --n) known(facts.text());
    while (!facts.done()) {
      MemberFact member;
      member.bundle = record.matter;
      member.at = facts.place();
      member.code = facts.text();
      members_.push_back(member);
    }
  }
}

BundleMembers::Found BundleMembers::look_for(std::string_view code) const {
  if (codes_.contains(code) || basic_.contains(code) || view_.standards.has_code(code)) return Found::here;
  for (const Matter* entry : view_.standards.entries()) {
    if (basic_code(*entry) == code) return Found::here;
  }
  if (!view_.complete) return Found::unread;
  // Of an agency that was read whole nothing else is to come; else its list may stand in another catalog.
  if (code.size() >= implementing_length)
    return agencies_.contains(code.substr(0, agency_length)) ? Found::nowhere : Found::unread;
  return view_.standards.empty() ? Found::unread : Found::nowhere;
}

std::size_t BundleMembers::unread() const {
  return static_cast<std::size_t>(std::count_if(members_.begin(), members_.end(), [&](const MemberFact& member) {
    return look_for(member.code) == Found::unread;
  }));
}

}  // namespace matter
