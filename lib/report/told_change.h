#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "change/change.h"
#include "diag/lang.h"
#include "report/places.h"
#include "text/word_diff.h"

namespace matter {

/// `file:line`, and where a page may lead to for it; both empty for an unknown place.
struct ToldPlace {
  std::string text;
  std::string note;  ///< that the value is taken from the standard entry; else empty
  std::string link;  ///< relative, percent-encoded, never with a scheme or host; empty for what is no file on the disk
};

/// A change as texts for pages of every kind: plain, one line each, not escaped for anything.
struct ToldChange {
  std::string label;                            ///< 申请材料[营业执照], or the English path
  std::string id, summary;                      ///< of its kind; empty where it was not classified
  std::string before, after;                    ///< empty where there is nothing
  ToldPlace before_place, after_place;          ///< empty where there is no value
  std::optional<std::vector<WordPiece>> words;  ///< the changed words, where that tells it better
  Judgement judged;
};

/// Old and new value as markup, word by word where that tells it better: `plain`, `gone` and `added` make markup of a
/// text that is on both sides, on the old one, on the new one.
template <class Plain, class Gone, class Added>
[[nodiscard]] std::pair<std::string, std::string> both_values(const ToldChange& told, const Plain& plain,
                                                              const Gone& gone, const Added& added) {
  if (!told.words) return {plain(told.before), plain(told.after)};
  std::string before, after;
  for (const WordPiece& piece : *told.words) {
    const bool same = piece.kind == WordPiece::Kind::same;
    if (piece.kind != WordPiece::Kind::added) before += same ? plain(piece.text) : gone(piece.text);
    if (piece.kind != WordPiece::Kind::removed) after += same ? plain(piece.text) : added(piece.text);
  }
  return {before, after};
}

/// Links lead from `folder`, where the page will stand.
[[nodiscard]] ToldChange told(const Change& change, Places& places, Lang lang, const std::string& folder = {});
[[nodiscard]] ToldPlace told_place(Location at, Places& places, const std::string& folder = {});

}  // namespace matter
