#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change/change.h"
#include "diag/lang.h"
#include "report/places.h"
#include "text/word_diff.h"

namespace matter {

/// A change as texts for pages of every kind: plain, one line each, not escaped for anything.
struct ToldChange {
  std::string label;                            ///< 申请材料[营业执照], or the English path
  std::string id, summary;                      ///< of its kind; empty where it was not classified
  std::string before, after;                    ///< empty where there is nothing
  std::string before_place, after_place;        ///< file:line; empty where there is no value
  std::optional<std::vector<WordPiece>> words;  ///< the changed words, where that tells it better
  Judgement judged;
};

[[nodiscard]] ToldChange told(const Change& change, Places& places, Lang lang);
/// `file:line`; empty for an unknown place.
[[nodiscard]] std::string told_place(Location at, Places& places);

}  // namespace matter
