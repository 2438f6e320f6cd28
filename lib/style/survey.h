#pragma once

#include <optional>

#include "diag/words.h"
#include "doc/document.h"
#include "edit/draft.h"
#include "model/field.h"

namespace matter {

/// What keeps a document from being formatted; empty words: nothing.
struct InTheWay {
  Bilingual why;
  Span at;
};

/// `doc` is one that may be edited. With `keys`, whether these are free to be rewritten, too.
[[nodiscard]] InTheWay survey(const Document& doc, const Table& table, std::optional<KeyLanguage> keys);

}  // namespace matter
