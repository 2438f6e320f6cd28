#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"

namespace matter {

/// One piece of `办理地点：{text}`: fixed characters or a place for a value.
struct PatternPart {
  enum class Kind : std::uint8_t { literal, text, amount, unit, duration, field, number };
  Kind kind = Kind::literal;
  std::string_view literal;
  const Field* field = nullptr;  ///< of `field`: a member of the list item's record
  std::string_view shape;  ///< of `field`: what a text must be like to be read as it, `第…条…|附件…`; empty: any
  std::uint8_t group = 0;  ///< parts of the same `[…]`: written only where all of its fields are given
};

/// How a value stands in a column. Empty: as it is.
/// Placeholders: {text} the value itself; {amount} and {unit} of a time limit, {duration} the same as ISO 8601 has it
/// (`P20D`, writing only: it knows no working days, which must stand beside it); of a list of records the keys of the
/// item's fields, as in `{n}. {title}[（{number}）]{article}` ({n} counts the items, where there are several), what
/// stands in `[…]` being left out where its field is not given. `{number:…号}` is read from a text of that shape only
/// (record_text.h), and written like `{number}`.
using Pattern = std::vector<PatternPart>;

/// `of` is the field the pattern stands for. Nothing when a placeholder is unknown (`wrong` names it) or unclosed.
[[nodiscard]] std::optional<Pattern> parse_pattern(std::string_view text, const Field& of, std::string_view& wrong);

/// What the placeholders caught, in order.
using Captures = std::array<std::string_view, 4>;
/// Whether the whole text has this form; each placeholder takes as little as possible, but something.
[[nodiscard]] bool match(const Pattern& pattern, std::string_view text, Captures& captures);

/// A limit of this form in the model's words (`20 工作日`), or nothing.
[[nodiscard]] std::optional<std::string> read_limit(const Pattern& pattern, std::string_view text);

/// A time limit as a duration of ISO 8601: P20D, P14D of two weeks, P3M, PT0S of 当场. Working days are just days.
[[nodiscard]] std::string duration_text(std::int32_t amount, LimitUnit unit);

/// Whether a value can be made of the text again.
[[nodiscard]] bool reversible(const Pattern& pattern);

}  // namespace matter
