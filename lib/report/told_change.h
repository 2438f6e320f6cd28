#pragma once

#include <optional>
#include <string>
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

/// Links lead from `folder`, where the page will stand.
[[nodiscard]] ToldChange told(const Change& change, Places& places, Lang lang, const std::string& folder = {});
[[nodiscard]] ToldPlace told_place(Location at, Places& places, const std::string& folder = {});

}  // namespace matter
