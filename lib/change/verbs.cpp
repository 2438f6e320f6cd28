#include "change/verbs.h"

#include <algorithm>
#include <array>
#include <compare>

#include "model/values.h"

namespace matter {

namespace {

/// What an ordering of two values of one kind is called.
struct Direction {
  Verb up, down;
};

std::optional<Direction> direction_of(const Field& field) {
  switch (field.kind) {
    case Kind::count: return Direction{Verb::raised, Verb::lowered};
    case Kind::limit: return Direction{Verb::lengthened, Verb::shortened};
    case Kind::flag: return Direction{Verb::enabled, Verb::disabled};
    case Kind::date: return Direction{Verb::later, Verb::earlier};
    case Kind::text:
      if (field.format == Format::money) return Direction{Verb::raised, Verb::lowered};
      return std::nullopt;
    default: return std::nullopt;
  }
}

/// What two values are called that differ and have no order.
Verb plain_change(const Field& field) {
  if (field.kind != Kind::text) return Verb::changed;
  if (field.main_text || (field.list_name && field.format == Format::none)) return Verb::renamed;
  return field.format == Format::none ? Verb::reworded : Verb::changed;
}

template <class T>
std::optional<int> order(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return std::nullopt;
  return *a < *b ? -1 : (*b < *a ? 1 : 0);
}

std::optional<int> limits(std::string_view before, std::string_view after) {
  const auto a = parse_limit(before);
  const auto b = parse_limit(after);
  if (!a || !b) return std::nullopt;
  const auto limit = [](const LimitValue& of) {
    Limit made;
    made.mark.state = State::given;
    made.amount = of.amount;
    made.unit = of.unit;
    return made;
  };
  return compare_limits(limit(*a), limit(*b));
}

std::optional<int> amounts(std::string_view before, std::string_view after) {
  const Money a = parse_money(before);
  const Money b = parse_money(after);
  const auto known = [](const Money& m) { return m.kind == MoneyKind::free || m.kind == MoneyKind::amount; };
  if (!known(a) || !known(b)) return std::nullopt;
  const auto fen = [](const Money& m) { return m.kind == MoneyKind::free ? 0 : m.fen; };
  if (a.kind == b.kind && a.per != b.per) return std::nullopt;
  return order(std::optional(fen(a)), std::optional(fen(b)));
}

/// −1 where the old value is the smaller one; nothing where that cannot be told.
std::optional<int> compare_values(const Field& field, std::string_view before, std::string_view after) {
  switch (field.kind) {
    case Kind::count: return order(parse_count(before), parse_count(after));
    case Kind::limit: return limits(before, after);
    case Kind::flag: return order(parse_flag(before), parse_flag(after));
    case Kind::date: return order(parse_date(before), parse_date(after));
    default: return amounts(before, after);
  }
}

/// The step of a value on a scale; nothing where it has none.
std::optional<std::ptrdiff_t> step_of(const Scale& scale, const Content& value) {
  const std::string_view text = value.kind == Content::Kind::text ? std::string_view(value.text) : scale.absent;
  const auto holds = [&](std::string_view step) {
    while (!step.empty()) {
      const std::size_t end = std::min(step.find('|'), step.size());
      if (step.substr(0, end) == text) return true;
      step.remove_prefix(std::min(end + 1, step.size()));
    }
    return false;
  };
  const auto at = std::find_if(scale.light_to_heavy.begin(), scale.light_to_heavy.end(), holds);
  if (text.empty() || at == scale.light_to_heavy.end()) return std::nullopt;
  return at - scale.light_to_heavy.begin();
}

/// 无 where it is filler is the same as nothing.
Content::Kind kind_of_value(const Field& field, const Content& value) {
  const bool filler = field.none == NoneMeaning::filler && value.kind == Content::Kind::none;
  return filler ? Content::Kind::absent : value.kind;
}

Verb between_states(Content::Kind before, Content::Kind after) {
  if (after == Content::Kind::absent) return Verb::withdrawn;
  const bool none = after == Content::Kind::none;
  if (before == Content::Kind::absent) return none ? Verb::declared_none : Verb::stated;
  if (before == Content::Kind::none) return none ? Verb::changed : Verb::introduced;
  return none ? Verb::abolished : Verb::changed;
}

Verb whole(const ChangePlace& place, const Change& change) {
  const Field& field = *place.field;
  if (place.scale != nullptr) {
    const auto a = step_of(*place.scale, change.before.value);
    const auto b = step_of(*place.scale, change.after.value);
    if (a && b && *a != *b) return *b < *a ? Verb::eased : Verb::tightened;
  }
  const Verb states =
      between_states(kind_of_value(field, change.before.value), kind_of_value(field, change.after.value));
  if (states != Verb::changed) return states;
  const auto direction = direction_of(field);
  const bool texts = change.before.value.kind == Content::Kind::text && change.after.value.kind == Content::Kind::text;
  if (direction && texts) {
    const auto order = compare_values(field, change.before.value.text, change.after.value.text);
    if (order && *order != 0) return *order < 0 ? direction->up : direction->down;
  }
  return direction || !texts ? Verb::changed : plain_change(field);
}

Verb plain_verb(const ChangePlace& place, const Change& change) {
  if (change.kind == ChangeKind::reordered) return Verb::reordered;
  if (!place.item) return whole(place, change);
  switch (change.kind) {
    case ChangeKind::added: return Verb::added;
    case ChangeKind::removed: return Verb::removed;
    default: return Verb::changed;
  }
}

}  // namespace

std::vector<Verb> verbs_of(const ChangePlace& place) {
  const Field& field = *place.field;
  std::vector<Verb> all;
  const auto add = [&](auto... some) { (all.push_back(some), ...); };
  if (place.item) {
    add(Verb::added, Verb::removed, Verb::changed);
  } else {
    add(Verb::stated, Verb::withdrawn, Verb::changed);
    if (field.none != NoneMeaning::filler) add(Verb::declared_none, Verb::introduced, Verb::abolished);
    if (field.kind == Kind::list && field.ordered) add(Verb::reordered);
    if (const auto direction = direction_of(field)) {
      add(direction->up, direction->down);
    } else if (const Verb plain = plain_change(field); plain != Verb::changed) {
      add(plain);
    }
    if (place.scale != nullptr) add(Verb::eased, Verb::tightened);
  }
  if (place.refinement != nullptr) {
    all.insert(all.end(), place.refinement->verbs.begin(), place.refinement->verbs.end());
  }
  return all;
}

Verb verb_of(const ChangePlace& place, const Change& change) {
  const Verb verb = plain_verb(place, change);
  return place.refinement == nullptr ? verb : place.refinement->verb(change, verb);
}

std::string_view name(Verb verb) {
  static constexpr std::array<std::string_view, verbs> names = {
      "added",   "removed",   "added-optional", "removed-optional", "added-waived", "removed-waived", "reordered",
      "stated",  "withdrawn", "declared-none",  "introduced",       "abolished",    "changed",        "reworded",
      "renamed", "raised",    "lowered",        "shortened",        "lengthened",   "enabled",        "disabled",
      "earlier", "later",     "eased",          "tightened"};
  return names[static_cast<std::size_t>(verb)];
}

Bilingual words(Verb verb) {
  static constexpr std::array<Bilingual, verbs> sentences = {{
      {"新增{}", "{} added"},
      {"删除{}", "{} removed"},
      {"新增{}（非必要或可后补）", "{} added that is optional or may follow later"},
      {"删除{}（非必要或可后补）", "{} removed that was optional or could follow later"},
      {"新增{}（免交）", "{} added that need not be handed in"},
      {"删除{}（原已免交）", "{} removed that did not have to be handed in"},
      {"{}次序调整", "{} put in another order"},
      {"写明{}", "{} stated"},
      {"不再写明{}", "{} no longer stated"},
      {"写明没有{}", "{} declared to be none"},
      {"{}由无到有", "{} introduced where there was none"},
      {"{}由有到无", "{} abolished"},
      {"{}改变", "{} changed"},
      {"{}文字修改", "{} reworded"},
      {"{}改名", "{} renamed"},
      {"{}提高", "{} raised"},
      {"{}降低", "{} lowered"},
      {"{}缩短", "{} shortened"},
      {"{}延长", "{} lengthened"},
      {"{}改为“是”", "{}: now yes"},
      {"{}改为“否”", "{}: now no"},
      {"{}提前", "{} moved to an earlier day"},
      {"{}推后", "{} moved to a later day"},
      {"{}放宽", "{} eased"},
      {"{}收紧", "{} tightened"},
  }};
  return sentences[static_cast<std::size_t>(verb)];
}

}  // namespace matter
