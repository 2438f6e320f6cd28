#include "model/canonical.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/content.h"
#include "model/named.h"
#include "model/values.h"

namespace matter {

namespace {

template <class T>
bool set(const std::optional<T>& from, T& to) {
  if (from) to = *from;
  return from.has_value();
}

/// As `named_list`; kept for each thread by where the field's words stand, as every value of every file asks.
const NamedList* list_of_field(const Field& field) {
  constexpr std::size_t slots = 128;
  struct Known {
    const char* id = nullptr;
    const NamedList* list = nullptr;
  };
  thread_local std::array<Known, slots> known;
  const char* const id = field.values.data();
  Known& slot = known[(reinterpret_cast<std::uintptr_t>(id) >> 3U) % slots];
  if (slot.id != id || id == nullptr) slot = {id, named_list(field.values)};
  return slot.list;
}

/// Without making a text: most values are canonical.
bool is_canonical(Kind kind, const Scalar& value) {
  switch (kind) {
    case Kind::named: return static_cast<const Named&>(value).name() == value.text;
    case Kind::flag: return value.text == (static_cast<const Flag&>(value).value ? "是" : "否");
    case Kind::limit: return parse_limit(value.text)->canonical;
    default: return scalar_text(kind, value) == value.text;
  }
}

template <class T>
CanonicalForm form_of(const Field& field, Kind kind, std::string_view written, const Vocabulary* words = nullptr) {
  T value;
  value.text = written;
  value.mark.state = State::given;
  if (!understand(field, kind, value, words)) return {};
  if (is_canonical(kind, value)) return {true, {}};
  return {true, scalar_text(kind, value)};
}

}  // namespace

bool understand(const Field& field, Kind kind, Scalar& into, const Vocabulary* words) {
  switch (kind) {
    case Kind::named: {
      const NamedList* const names = list_of_field(field);
      auto& named = static_cast<Named&>(into);
      named.value = names != nullptr ? find_named(*names, into.text, words) : nullptr;
      return named.value != nullptr || (names != nullptr && names->open);
    }
    case Kind::flag: return set(parse_flag(into.text), static_cast<Flag&>(into).value);
    case Kind::count: return set(parse_count(into.text), static_cast<Count&>(into).value);
    case Kind::limit: {
      const auto limit = parse_limit(into.text);
      if (!limit) return false;
      static_cast<Limit&>(into).amount = limit->amount;
      static_cast<Limit&>(into).unit = limit->unit;
      return true;
    }
    case Kind::date: {
      const auto date = parse_date(into.text);
      if (!date) return false;
      auto& value = static_cast<Date&>(into);
      value.year = date->year;
      value.month = date->month;
      value.day = date->day;
      return true;
    }
    default: return true;
  }
}

CanonicalForm canonical_form(const Field& field, Kind kind, std::string_view written, const Vocabulary* words) {
  if (written == "无") return {true, {}};
  switch (kind) {
    case Kind::text: return {true, {}};
    case Kind::named: return form_of<Named>(field, kind, written, words);
    case Kind::flag: return form_of<Flag>(field, kind, written);
    case Kind::count: return form_of<Count>(field, kind, written);
    case Kind::limit: return form_of<Limit>(field, kind, written);
    case Kind::date: return form_of<Date>(field, kind, written);
    default: return {};
  }
}

}  // namespace matter
