#pragma once

#include "model/content.h"
#include "model/matter.h"
#include "support/random.h"

namespace matter::test {

/// What random matters look like. All is driven by the field tables: a new field is in at once.
struct MatterKind {
  unsigned present = 40;        ///< percent of the fields that are there
  unsigned none = 10;           ///< percent of those that are 无, where 无 means something
  std::size_t items = 4;        ///< at most so many items in a list
  bool awkward = true;          ///< texts with quotes, colons, hashes, line breaks, words that look like numbers
  bool extra = true;            ///< something below `extra:`
  bool unknown_fields = false;  ///< keys that no table knows
  bool identity = true;         ///< `code` is there, and well-formed
};

/// A random matter as content: canonical texts, list items of distinct identity.
[[nodiscard]] Content random_matter(Random& random, const MatterKind& kind = {});

/// The same matter after some edits: fields set, added and removed; list items added, removed, edited and, in
/// ordered lists, moved. The identity stays. `edits` is how many are tried (some may change nothing).
[[nodiscard]] Content edited(const Content& matter, Random& random, std::size_t edits, const MatterKind& kind = {});

/// How a matter is written down. Everything that these switch is no change of the matter.
struct WritingStyle {
  bool shuffle_keys = true;  ///< and the items of lists whose order means nothing
  bool chinese_keys = true;  ///< some keys by their official label
  bool quotes = true;        ///< single, double, literal and folded beside plain
  bool flow = true;          ///< some collections in brackets
  bool width = true;         ///< full-width punctuation, spaces, other spellings of one value
  bool comments = true;
};

/// YAML text of a matter. With all of the style off: canonical order, English keys, block style.
[[nodiscard]] std::string write_yaml(const Content& matter, Random& random, const WritingStyle& style = {});
[[nodiscard]] inline std::string write_yaml_plainly(const Content& matter) {
  Random unused(0);
  return write_yaml(matter, unused, {false, false, false, false, false, false});
}

}  // namespace matter::test
