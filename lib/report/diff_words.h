#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change/change_type.h"
#include "diag/lang.h"
#include "text/word_diff.h"

namespace matter {

/// `减负，不兼容`; what is neutral and compatible says nothing.
[[nodiscard]] std::string judgement_words(Judgement judged, Lang lang);

/// The changed words of a text, for a change that is told better so than by both texts: long ones that have much in
/// common. Nothing for every other change. Pieces are as they stand in the texts.
[[nodiscard]] std::optional<std::vector<WordPiece>> word_pieces(const Change& change);

/// The same for people: on one line, and safe for a terminal.
[[nodiscard]] std::optional<std::vector<WordPiece>> changed_words(const Change& change);

/// The same with what is equal cut to `around` characters on both sides of a change and `…` for the rest.
[[nodiscard]] std::vector<WordPiece> shortened(const std::vector<WordPiece>& pieces, std::size_t around);

}  // namespace matter
