#pragma once

#include <optional>
#include <string>

#include "diag/words.h"
#include "edit/editor.h"
#include "style/writer.h"

namespace matter {

struct FormatOptions {
  std::optional<KeyLanguage> keys;  ///< the language that known keys are rewritten to; none: as written
  bool only_whether = false;        ///< a document that would change is told so, without edits and their test
};

/// What formatting a document came to.
struct Formatted {
  enum class State : std::uint8_t {
    canonical,  ///< nothing is to be changed
    changed,    ///< `edited` says how
    refused,    ///< `why`, and at which place
    failed,     ///< the result did not stand its test: a fault of this program; `why`
  };
  State state = State::canonical;
  EditResult edited;
  std::string why;
  Span at;  ///< of what is in the way
};

/// Brings documents into the canonical form of docs/format.md, as edits of their text. Keeps its memory from one to
/// the next; one for each thread.
class Formatter {
 public:
  /// `table` is that of the file: a matter's, or that of catalog.yaml. The result was read again: it is the same
  /// model with the same comments, and in canonical form itself. A canonical document costs one walk.
  [[nodiscard]] Formatted format(const Document& doc, const Table& table, const FormatOptions& options, Lang lang);

 private:
  Writer writer_;
  std::string text_, again_;
};

/// The table that a file of this text is read by, where its name does not say: of catalog.yaml if it has a `format`.
[[nodiscard]] const Table& table_for(const Document& doc);

}  // namespace matter
