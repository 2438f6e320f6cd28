#pragma once

#include "diag/diagnostic.h"
#include "diag/lang.h"
#include "doc/document.h"
#include "model/field.h"

namespace matter {

// Fixes that change more than a value (`offer` in places.h). None is offered where it would take a comment along, leave
// a mapping empty, or where the entry does not stand alone on its line or between commas.

/// Takes the entry of this key away.
void offer_removal(Diagnostic& to, Lang lang, const Document& doc, Span key, bool safe);

/// Writes another key; none where the mapping has that field already.
void offer_key(Diagnostic& to, Lang lang, const Document& doc, Span key, const Table& table, std::string_view name,
               bool safe);

}  // namespace matter
