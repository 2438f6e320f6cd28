#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "checks/rule.h"
#include "model/field.h"

namespace matter {

/// Where a matter as a whole is spoken of, in its own file: its name, else its code, else the first line.
[[nodiscard]] Location place_of(const Matter& m);
/// The first line of a value: a record or list of many lines is pointed at, not printed.
[[nodiscard]] Location head_of(const Matter& m, const Mark& value);
/// Where to point when `record` lacks something: at the record's key or first line, else at the matter.
[[nodiscard]] Location place_lacking(const Matter& m, const Mark& record);
/// `length` bytes from `begin` of a value's text, as written; the whole value where escapes or folding
/// make the place uncertain.
[[nodiscard]] Location part_of(const Scalar& value, std::size_t begin, std::size_t length);

/// Whether the matter wrote the value itself. For a value that it inherits the standard entry answers once.
[[nodiscard]] inline bool written_by(const Matter& m, const Mark& value) { return value.source == m.mark.source; }

/// Where a value is spoken of that the matter itself must answer for: the value, or the matter that inherits it.
[[nodiscard]] inline Location own_place(const Matter& m, const Scalar& value) {
  return written_by(m, value.mark) ? value.at() : place_of(m);
}

/// A field's name in messages.
[[nodiscard]] inline std::string_view label_of(const Field& field, Lang lang) {
  return lang == Lang::zh ? field.label : field.key;
}

/// Whether it can be said that something is absent: the file could be read whole, and what the matter
/// takes from a standard entry is known.
[[nodiscard]] bool absences_known(const MatterView& view);

/// `materials[营业执照].name`; without `key`, the item. `list` is a key of the matter's own table, or a path
/// of a record in it (`channels.windows`).
[[nodiscard]] std::string item_path(std::string_view list, const void* item, std::uint32_t index,
                                    std::string_view key = {});

/// Notes: the article or standard that says so; the second place of a contradiction.
void cite(Diagnostic& to, Lang lang, Bilingual source);
template <class... Args>
void note_at(Diagnostic& to, Lang lang, Location at, const WordsFor<Args...>& words, Args&&... args) {
  to.notes.push_back({say(lang, words, std::forward<Args>(args)...), at});
}

/// A fix that writes `text` over `value`, inside its quotes where it has some. Safe: nobody can have meant anything
/// else. None where the value's written form is not simply its text, quoted or not.
void offer(Diagnostic& to, Lang lang, const Scalar& value, std::string text, bool safe = true);

}  // namespace matter
