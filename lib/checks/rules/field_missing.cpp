#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/path.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "!clients\n";
constexpr std::string_view good = "clients: [企业法人, 非法人企业]\n";

/// Fields of which a rule of their own speaks, for the families it knows.
struct Spoken {
  std::string_view path;
  std::string_view rule;
};
constexpr Spoken spoken[] = {
    {"basis", "basis-missing"},
    {"conditions", "condition-missing"},
    {"conditions[].text", "condition-missing"},
    {"contacts", "contact-missing"},
    {"contacts.consult", "contact-missing"},
    {"contacts.complain", "contact-missing"},
    {"fees[].name", "fee-incomplete"},
    {"fees[].amount", "fee-incomplete"},
    {"limits.promised", "limit-promise-missing"},
    {"materials", "material-missing"},
};

/// The path of a trail as rules and catalog.yaml write it: `fees[].name`.
std::string general_path(const Trail& trail) {
  std::string path =
      trail.outer != nullptr ? general_path(*trail.outer) + (trail.outer->item != nullptr ? "[]." : ".") : "";
  return path += trail.field->key;
}

bool other_rule_speaks(std::string_view path, Family family) {
  const auto at = std::find_if(std::begin(spoken), std::end(spoken), [&](const Spoken& s) { return s.path == path; });
  const Rule* rule = at == std::end(spoken) ? nullptr : find_rule(at->rule);
  return rule != nullptr && rule->families.has(family);
}

class Search {
 public:
  Search(const MatterView& view, RuleReport& out) : view_(view), m_(view.matter), out_(out), family_(family_of(m_)) {}

  void table(const Table& table, const void* record, const Mark& mark, const Trail* outer) {
    for (const Field& field : table.fields) {
      const Trail trail{outer, &field, nullptr, 0};
      const void* const value = member(field, record);
      if (demanded(field, outer) && is_empty(field, value) && !instead(table, field, record))
        missing(trail, field, value, mark);
      inside(field, value, trail);
    }
  }

 private:
  /// A standard entry is asked for its own fields, and for what its list items cannot do without: lists are
  /// inherited whole. What only an office knows (channels) it may leave open.
  [[nodiscard]] bool demanded(const Field& field, const Trail* outer) const {
    if (!view_.standard) return field.required.has(family_);
    return outer == nullptr ? field.in_standard : outer->item != nullptr && field.required.has(family_);
  }

  [[nodiscard]] bool is_empty(const Field& field, const void* value) const {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (mark.absent()) return true;
    if (mark.none())
      return field.none == NoneMeaning::filler ||
             (field.none == NoneMeaning::outside_licence && family_ == Family::licence);
    if (!mark.given()) return false;  // wrong: field-type and field-value speak
    if (field.kind == Kind::list) return static_cast<const AnyList*>(value)->empty();
    return field.kind == Kind::text && says_nothing(*static_cast<const Scalar*>(value));
  }

  static bool instead(const Table& table, const Field& field, const void* record) {
    const Field* other = field.instead.empty() ? nullptr : find_field(table, field.instead);
    return other != nullptr && !mark_of(*other, record).absent();
  }

  void inside(const Field& field, const void* value, const Trail& trail) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (field.kind == Kind::record && mark.given()) return table(*field.table(), value, mark, &trail);
    // The members of a record that is not written at all, where other rules speak of some of them.
    if (field.kind == Kind::record && mark.absent() && field.key == "limits" && demanded(field, trail.outer))
      return table(*field.table(), value, mark, &trail);
    if (field.kind != Kind::list || field.item != Kind::record || !mark.given()) return;
    if (view_.standard && field.key == "windows") return;
    const AnyList& list = *static_cast<const AnyList*>(value);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      const Mark& item_mark = *static_cast<const Mark*>(item);
      if (!item_mark.given()) continue;
      const Trail item_trail{trail.outer, trail.field, item, i};
      table(*field.table(), item, item_mark, &item_trail);
    }
  }

  void missing(const Trail& trail, const Field& field, const void* value, const Mark& record) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (field.key == "limits" && mark.absent()) return;  // its members are spoken of one by one
    const std::string path = general_path(trail);
    if (other_rule_speaks(path, family_)) return;
    std::string carried = path;
    std::erase(carried, '[');
    std::erase(carried, ']');
    if (view_.context.not_carried(carried) || (mark.absent() && !absences_known(view_))) return;
    const std::string_view label = out_.lang() == Lang::zh ? field.label : field.key;
    if (mark.absent())
      out_.add(trail.outer == nullptr ? place_of(m_) : place_lacking(m_, record), to_text(trail),
               {"没有{}", "{} is missing"}, label)
          .hint = field.help.in(out_.lang());
    else
      out_.add(mark.at(), to_text(trail), {"{}没有内容", "{} is empty"}, label).hint = field.help.in(out_.lang());
  }

  const MatterView& view_;
  const Matter& m_;
  RuleReport& out_;
  Family family_;
};

void check(const MatterView& view, RuleReport& out) {
  Search(view, out).table(*table_of<Matter>(), &view.matter, view.matter.mark, nullptr);
}

}  // namespace

extern const Rule field_missing;
const Rule field_missing{
    .id = "field-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"这一类事项必填的要素没有写或是空的", "a field that the matter's family needs is missing or empty"},
    .why = {"国家平台的表中这些列不许为空，缺一项整条报不上去；群众也看不到这一项。",
            "These columns may not be empty on the national platform: the entry is refused, and people miss the fact."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .check = check,
};

}  // namespace matter::rules
