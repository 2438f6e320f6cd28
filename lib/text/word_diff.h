#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// A piece of a text and whether both sides have it.
struct WordPiece {
  enum class Kind : std::uint8_t { same, removed, added };
  Kind kind = Kind::same;
  std::string text;
  friend bool operator==(const WordPiece&, const WordPiece&) = default;
};

/// What was taken out of a text and what was put in, without need of spaces between words: first by clause (up to
/// ，。；： and the like, line ends), then by character within clauses that differ; words of Latin letters and numbers
/// stay whole. Clauses that have little in common stand as a whole. The pieces that are `same` or `removed` make the
/// old text, those that are `same` or `added` the new one.
[[nodiscard]] std::vector<WordPiece> word_changes(std::string_view before, std::string_view after);

/// How much of both texts is the same, 0 to 1, in characters.
[[nodiscard]] double same_share(const std::vector<WordPiece>& pieces);

}  // namespace matter
