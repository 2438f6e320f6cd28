#include "exchange/takes.h"

#include <algorithm>

namespace matter {

namespace {

std::string_view name_of(Kind kind, const Scalar& value) {
  if (kind == Kind::flag) return static_cast<const Flag&>(value).value ? "是" : "否";
  if (kind == Kind::named && static_cast<const Named&>(value).value != nullptr)
    return static_cast<const Named&>(value).name();
  return value.text;
}

}  // namespace

bool meets(const Takes& takes, const Matter& m, const DateValue& today) {
  bool given = false;
  bool found = false;
  bool passed = false;
  const auto look = [&](Kind kind, const void* at) {
    const auto& value = *static_cast<const Scalar*>(at);
    if (!value.given()) return;
    given = true;
    if (kind == Kind::date) {
      const auto& day = static_cast<const Date&>(value);
      passed = passed || DateValue{day.year, day.month, day.day} <= today;
    }
    const std::string_view name = name_of(kind, value);
    found = found || std::find(takes.values.begin(), takes.values.end(), name) != takes.values.end();
  };
  visit_path(takes.path, static_cast<const void*>(&m), [&](const Trail&, const Field& field, const void* at) {
    if (is_scalar(field.kind)) return look(field.kind, at);
    if (!static_cast<const Mark*>(at)->given()) return;
    if (field.kind != Kind::list) {
      given = true;
      return;
    }
    const auto& list = *static_cast<const AnyList*>(at);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      if (is_scalar(field.item)) {
        look(field.item, item_of(field, list, i));
      } else {
        given = given || static_cast<const Mark*>(item_of(field, list, i))->given();
      }
    }
  });
  switch (takes.test) {
    case Takes::Test::given: return given;
    case Takes::Test::absent: return !given;
    case Takes::Test::one_of: return found;
    case Takes::Test::passed: return passed;
    case Takes::Test::not_passed: return !passed;
    case Takes::Test::none_of: break;
  }
  return !found;
}

}  // namespace matter
