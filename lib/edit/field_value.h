#pragma once

#include <string>
#include <string_view>

#include "edit/field_edit.h"

namespace matter {

/// Why a text is no value of a field.
struct ValueProblem {
  enum class Kind : std::uint8_t { none, not_yaml, unknown_field, wrong_type, wrong_value };
  Kind kind = Kind::none;
  const Field* field = nullptr;  ///< the one that cannot hold it; of unknown_field null
  std::string written;           ///< the key or value that is not understood
};

/// Reads a text as what a target leads to, as the reader of files does: of a field with one value the text itself, of
/// a record or list YAML (`[企业法人, 自然人]`, `{name: 营业执照, form: 纸质}`). 无 is none everywhere. The content is
/// canonical. With a problem of wrong_value or wrong_type it is what was written, for those who insist.
[[nodiscard]] Content read_value(const FieldTarget& target, std::string_view text, ValueProblem& problem,
                                 const Vocabulary* words = nullptr);

}  // namespace matter
