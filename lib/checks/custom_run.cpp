#include <algorithm>
#include <map>
#include <string>

#include "checks/custom_rule.h"
#include "checks/places.h"
#include "diag/words.h"
#include "model/content.h"
#include "model/values.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Calls `visit(const Trail&, Kind, const Scalar&)` for every scalar at a path, items of lists of scalars too.
template <class Visit>
void each_value(const FieldPath& path, const void* record, Visit&& visit) {
  visit_path(path, record, [&](const Trail& trail, const Field& field, const void* member) {
    if (is_scalar(field.kind)) return visit(trail, field.kind, *static_cast<const Scalar*>(member));
    if (field.kind != Kind::list || !is_scalar(field.item)) return;
    const AnyList& list = *static_cast<const AnyList*>(member);
    for (std::uint32_t i = 0; i < list.count; ++i)
      visit(trail, field.item, *static_cast<const Scalar*>(item_of(field, list, i)));
  });
}

bool holds(const CustomCondition& condition, const Matter& m) {
  bool given = false, fits = false;
  visit_path(condition.path, &m, [&](const Trail&, const Field&, const void* member) {
    const Mark& mark = *static_cast<const Mark*>(member);
    given = given || (mark.state != State::absent && mark.state != State::wrong);
  });
  each_value(condition.path, &m, [&](const Trail&, Kind kind, const Scalar& value) {
    if (!value.given() && !value.none()) return;
    const std::string text = scalar_text(kind, value);
    const auto& one_of = condition.one_of;
    const bool listed = one_of.empty() || std::find(one_of.begin(), one_of.end(), text) != one_of.end();
    fits = fits || (listed && (condition.pattern == nullptr || condition.pattern->matches_all(text)));
  });
  if (condition.given) return given == *condition.given;
  return fits;
}

bool applies(const CustomRule& rule, const Matter& m) {
  return std::all_of(rule.when.begin(), rule.when.end(), [&](const CustomCondition& c) { return holds(c, m); });
}

/// The message with what was found in place of {value} and {other}.
std::string filled(std::string_view message, std::string_view value, std::string_view other) {
  std::string out(message);
  const std::pair<std::string_view, std::string_view> names[] = {{"{value}", value}, {"{other}", other}};
  for (const auto& [name, text] : names) {
    for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name, at + text.size()))
      out.replace(at, name.size(), text);
  }
  return out;
}

const CustomRule& of(const Rule* rule) { return *rule->custom; }

std::string message_of(const CustomRule& rule, Lang lang, std::string_view value = {}, std::string_view other = {}) {
  return filled(rule.rule.summary.in(lang), value, other);
}

/// Innermost item of a list that the trail leads through.
const void* item_in(const Trail& trail) {
  for (const Trail* t = &trail; t != nullptr; t = t->outer) {
    if (t->item != nullptr) return t->item;
  }
  return nullptr;
}

/// Fields of a path up to and with its last list of records that is led through.
std::size_t list_part(const FieldPath& path) {
  std::size_t part = 0;
  for (std::size_t i = 0; i + 1 < path.count; ++i) {
    if (path.fields[i]->kind == Kind::list) part = i + 1;
  }
  return part;
}

std::optional<int> compared(Kind kind, const Scalar& a, const Scalar& b) {
  switch (kind) {
    case Kind::limit: return compare_limits(static_cast<const Limit&>(a), static_cast<const Limit&>(b));
    case Kind::count: {
      const auto x = static_cast<const Count&>(a).value, y = static_cast<const Count&>(b).value;
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case Kind::date: {
      const auto& x = static_cast<const Date&>(a);
      const auto& y = static_cast<const Date&>(b);
      const DateValue first{x.year, x.month, x.day}, second{y.year, y.month, y.day};
      return first < second ? -1 : first > second ? 1 : 0;
    }
    default: return scalar_text(kind, a) == scalar_text(kind, b) ? 0 : 1;
  }
}

bool keeps(Relation relation, int order) {
  switch (relation) {
    case Relation::equal: return order == 0;
    case Relation::unequal: return order != 0;
    case Relation::less: return order < 0;
    case Relation::at_most: return order <= 0;
    case Relation::more: return order > 0;
    case Relation::at_least: return order >= 0;
  }
  return true;
}

class CustomCheck {
 public:
  CustomCheck(const CustomRule& rule, const MatterView& view, RuleReport& report)
      : rule_(rule), view_(view), report_(report) {}

  void run() {
    if (rule_.assertion == Assertion::required) return required();
    each_value(rule_.path, &view_.matter, [&](const Trail& trail, Kind kind, const Scalar& value) {
      if (!value.given()) return;
      if (rule_.assertion == Assertion::compare) return compare(trail, kind, value);
      const std::string text = scalar_text(kind, value);
      if (!accepts(text)) say_wrong(trail, value, text, {});
    });
  }

 private:
  [[nodiscard]] bool accepts(const std::string& text) const {
    switch (rule_.assertion) {
      case Assertion::pattern: return rule_.pattern->matches_all(text);
      case Assertion::forbidden: return !rule_.pattern->occurs_in(text);
      case Assertion::one_of: return std::find(rule_.one_of.begin(), rule_.one_of.end(), text) != rule_.one_of.end();
      case Assertion::length: {
        const std::size_t length = count_characters(text);
        return length >= static_cast<std::size_t>(rule_.least) &&
               (rule_.most == 0 || length <= static_cast<std::size_t>(rule_.most));
      }
      default: return true;
    }
  }

  void required() {
    if (!absences_known(view_)) return;
    visit_path(rule_.path, &view_.matter, [&](const Trail& trail, const Field& field, const void* member) {
      const Mark& mark = *static_cast<const Mark*>(member);
      const bool empty = field.kind == Kind::list && mark.given() && static_cast<const AnyList*>(member)->empty();
      if (mark.state == State::wrong || mark.none() || (mark.given() && !empty)) return;
      const Location at = trail.outer != nullptr && trail.outer->item != nullptr
                              ? head_of(view_.matter, *static_cast<const Mark*>(trail.outer->item))
                              : place_of(view_.matter);
      report_.add(at, to_text(trail), {"{}", "{}"}, message_of(rule_, report_.lang()));
    });
  }

  void compare(const Trail& trail, Kind kind, const Scalar& value) {
    const std::size_t part = list_part(rule_.with);
    const void* record = &view_.matter;
    FieldPath rest = rule_.with;
    if (part > 0) {
      record = item_in(trail);
      rest.count = 0;
      for (std::size_t i = part; i < rule_.with.count; ++i) rest.fields[rest.count++] = rule_.with.fields[i];
    }
    each_value(rest, record, [&](const Trail&, Kind, const Scalar& other) {
      if (!other.given()) return;
      const auto order = compared(kind, value, other);
      if (!order || keeps(rule_.relation, *order)) return;
      Diagnostic& d = say_wrong(trail, value, scalar_text(kind, value), scalar_text(kind, other));
      note_at(d, report_.lang(), other.at(), {"另一个值在这里", "the other value"});
    });
  }

  Diagnostic& say_wrong(const Trail& trail, const Scalar& value, std::string_view text, std::string_view other) {
    Diagnostic& d =
        report_.add(value.at(), to_text(trail), {"{}", "{}"}, message_of(rule_, report_.lang(), text, other));
    d.subject = text;
    return d;
  }

  const CustomRule& rule_;
  const MatterView& view_;
  RuleReport& report_;
};

}  // namespace

void check_custom(const MatterView& view, RuleReport& report) {
  const CustomRule& rule = of(view.rule);
  if (applies(rule, view.matter)) CustomCheck(rule, view, report).run();
}

void collect_custom(const MatterView& view, FactWriter& to) {
  const CustomRule& rule = of(view.rule);
  if (!applies(rule, view.matter)) return;
  each_value(rule.path, &view.matter, [&](const Trail&, Kind kind, const Scalar& value) {
    if (!value.given() || !written_by(view.matter, value.mark)) return;
    to.text(scalar_text(kind, value));
    to.place(value.at());
  });
}

void judge_custom(const CatalogView& view, CatalogReport& report) {
  const CustomRule& rule = of(view.rule);
  std::map<std::string, Location, std::less<>> first;
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader reader = view.own.reader(record);
    while (!reader.done()) {
      const std::string_view value = reader.text();
      const Location at = reader.place();
      if (reader.broken()) return;
      const auto [known, fresh] = first.try_emplace(std::string(value), at);
      if (fresh) continue;
      Diagnostic& d = report.add(record.matter, at, rule.field, {"{}", "{}"}, message_of(rule, report.lang(), value));
      d.subject = value;
      note_at(d, report.lang(), known->second, {"同样的值在这里", "the same value"});
    }
  }
}

}  // namespace matter
