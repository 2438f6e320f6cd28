#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace matter {

/// A value of a named list: stored by name in YAML, by code on platforms.
struct NamedValue {
  std::string_view name;                      ///< canonical: 行政许可
  std::string_view code;                      ///< the national code, may be empty
  std::span<const std::string_view> aliases;  ///< other spellings that are read as this one
};

/// A list of schemas/values.yaml, compiled in.
struct NamedList {
  std::string_view id;     ///< "matter_type"
  std::string_view label;  ///< 事项类型
  std::span<const NamedValue> values;
  bool open = false;  ///< a catalog may use names that are not listed (lists of a 通办 scheme)
};

/// The list of this id; null when there is none (a mistake in a field table: a contract test looks).
[[nodiscard]] const NamedList* named_list(std::string_view id);
[[nodiscard]] std::span<const NamedList> named_lists();

/// What a catalog adds to the named lists: values of its own, and other spellings of those that are there. Made once,
/// then only read; nothing of the program's own lists can be taken away.
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary& operator=(Vocabulary&&) = delete;
  ~Vocabulary() = default;

  struct Word {
    std::string_view list;  ///< id
    std::string_view text;  ///< what is written
    const NamedValue* value = nullptr;
    Location at;
  };

  /// A value of its own; its name is its first word.
  const NamedValue* add_value(const NamedList& list, std::string_view name, std::string_view code, Location at);
  /// Another spelling of a value, its own or the program's.
  void add_word(const NamedList& list, std::string_view text, const NamedValue& value, Location at);

  [[nodiscard]] const NamedValue* find(const NamedList& list, std::string_view text) const;
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  /// The values of its own, by list in the order of addition.
  [[nodiscard]] std::vector<const NamedValue*> values(const NamedList& list) const;

 private:
  [[nodiscard]] std::string_view keep(std::string_view text);

  std::deque<std::string> texts_;
  std::deque<NamedValue> values_;
  std::vector<Word> words_;
};

/// By canonical name or alias, of the list or of what is added to it; null when it is neither.
[[nodiscard]] const NamedValue* find_named(const NamedList& list, std::string_view text,
                                           const Vocabulary* added = nullptr);
/// The nearest name for "did you mean"; empty when nothing is near.
[[nodiscard]] std::string_view nearest_name(const NamedList& list, std::string_view text,
                                            const Vocabulary* added = nullptr);

}  // namespace matter
