#pragma once

#include <cstdint>
#include <string_view>

#include "text/source.h"

namespace matter {

/// Absent and 无 are two things (absent: taken from the standard entry, or unknown; none: declared
/// that there is none). `wrong`: written, not understood; the text is kept and a Problem tells why.
enum class State : std::uint8_t { absent, none, given, wrong };

/// Where a value stands. An inherited value points into the standard entry's source.
struct Mark {
  Span key;    ///< the key as written; empty for list items
  Span value;  ///< the whole value; for an absent one, where it would belong (its parent's span)
  SourceId source = no_source;
  State state = State::absent;

  [[nodiscard]] constexpr bool given() const { return state == State::given; }
  [[nodiscard]] constexpr bool absent() const { return state == State::absent; }
  [[nodiscard]] constexpr bool none() const { return state == State::none; }
  [[nodiscard]] constexpr Location at() const { return {source, value}; }
  [[nodiscard]] constexpr Location key_at() const { return {source, key.empty() ? value : key}; }
};

/// What every value that is one text has. `text` is the value as written (quotes and folding undone).
struct Scalar {
  Mark mark;
  std::string_view text;

  [[nodiscard]] constexpr bool given() const { return mark.given(); }
  [[nodiscard]] constexpr bool none() const { return mark.none(); }
  [[nodiscard]] constexpr bool absent() const { return mark.absent(); }
  [[nodiscard]] constexpr Location at() const { return mark.at(); }
};

struct Text : Scalar {};

struct NamedValue;  // model/named.h

/// One of the named values of a list; `value` is null unless `given()`.
struct Named : Scalar {
  const NamedValue* value = nullptr;
  /// Whether it is the value of this canonical name (schemas/values.yaml).
  [[nodiscard]] bool is(std::string_view canonical) const;
  /// Canonical name, or empty.
  [[nodiscard]] std::string_view name() const;
};

/// 是 / 否 (also true, false, yes, no; the canonical form is 是 / 否).
struct Flag : Scalar {
  bool value = false;
  [[nodiscard]] constexpr bool yes() const { return given() && value; }
  [[nodiscard]] constexpr bool no() const { return given() && !value; }
};

/// A whole number, 0 or more.
struct Count : Scalar {
  std::int32_t value = 0;
};

enum class LimitUnit : std::uint8_t { instant, working_day, day, week, month, year };

/// A time limit: `20 工作日`, `当场` (amount 0, instant). 无 is `none()`, never a number.
struct Limit : Scalar {
  std::int32_t amount = 0;
  LimitUnit unit = LimitUnit::working_day;
};

struct Date : Scalar {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
};

/// A list of any item type, as generic code sees it.
struct AnyList {
  Mark mark;
  void* data = nullptr;
  std::uint32_t count = 0;

  [[nodiscard]] bool given() const { return mark.given(); }
  [[nodiscard]] bool none() const { return mark.none(); }
  [[nodiscard]] bool absent() const { return mark.absent(); }
  [[nodiscard]] Location at() const { return mark.at(); }
  [[nodiscard]] bool empty() const { return count == 0; }
  [[nodiscard]] std::uint32_t size() const { return count; }
};

/// A list whose items live in the arena of whoever read them.
template <class T>
struct List : AnyList {
  using Item = T;
  [[nodiscard]] const T* begin() const { return static_cast<const T*>(data); }
  [[nodiscard]] const T* end() const { return begin() + count; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return begin()[i]; }
};

class Document;

/// A part of the tree that the model does not interpret (`extra:`).
struct Extra {
  Mark mark;
  const Document* document = nullptr;
  std::uint32_t node = 0xFFFFFFFFU;
  [[nodiscard]] bool given() const { return mark.given(); }
};

}  // namespace matter
