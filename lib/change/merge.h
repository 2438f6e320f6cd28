#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "change/change.h"
#include "diag/lang.h"
#include "model/content.h"

namespace matter {

enum class MergeSide : std::uint8_t { base, ours, theirs };
inline constexpr std::size_t merge_sides = 3;

/// How near two different changes may stand without being a conflict.
enum class Strictness : std::uint8_t {
  cell,    ///< in one item, in different fields
  item,    ///< in one list, in different items
  matter,  ///< not within one field of the matter: fees, limits, basis as a whole
};

enum class ConflictKind : std::uint8_t {
  both_changed,    ///< both changed one value, differently
  both_added,      ///< both added one key or item, with different contents
  ours_removed,    ///< ours took away what theirs changed
  theirs_removed,  ///< theirs took away what ours changed
  order,           ///< both put an ordered list into another order
  together,        ///< different places of a group that the strictness keeps together
  moved,           ///< of a whole file: both moved it, to different places
};
[[nodiscard]] std::string_view name(ConflictKind kind);  // "both-changed" …
[[nodiscard]] Bilingual words(ConflictKind kind);        // as in the markers

/// One entry that a person must decide.
struct MergeConflict {
  ConflictKind kind = ConflictKind::both_changed;
  std::string matter;                               ///< identity, or the number of the document
  ChangePath path;                                  ///< empty: the whole matter
  std::array<Content, merge_sides> value;           ///< absent where a side has none
  std::array<std::uint32_t, merge_sides> offset{};  ///< where it stands in each side's text
};

/// Why an entry came out as it did.
enum class MergeReason : std::uint8_t {
  ours,
  theirs,
  same,
  combined,
  removed_by_ours,
  removed_by_theirs,
  chosen,
  conflict
};
[[nodiscard]] std::string_view name(MergeReason reason);  // "ours" …

struct MergeDecision {
  MergeReason reason = MergeReason::ours;
  std::string matter;
  ChangePath path;
};

/// What a person decided of one conflict.
struct MergeChoice {
  std::string matter;
  std::string path;  ///< in English keys, as MergeConflict::path prints
  MergeSide side = MergeSide::ours;
};

struct MergeOptions {
  std::array<std::string, merge_sides> labels{"base", "ours", "theirs"};  ///< who, in the markers
  Lang lang = Lang::zh;
  Strictness strictness = Strictness::cell;
  /// By the English key of a field of the matter, before `strictness`.
  std::vector<std::pair<std::string, Strictness>> groups{
      {"fees", Strictness::matter}, {"basis", Strictness::matter}, {"limits", Strictness::matter}};
  std::vector<MergeChoice> choices;
  std::shared_ptr<const Vocabulary> words;  ///< what the catalog adds to the named values; null: nothing
  bool explain = false;                     ///< fill `decisions`
};

/// Why a text cannot be merged entry by entry; nothing was merged.
enum class MergeRefusal : std::uint8_t {
  none,
  unreadable,       ///< a side is no YAML that could be read wholly
  outside_dialect,  ///< a side was read by yaml-cpp: anchors, tags …
  not_as_intended,  ///< the merged text does not say what the three sides call for: nothing is written
};

struct Merged {
  MergeRefusal refusal = MergeRefusal::none;
  MergeSide refused_side = MergeSide::base;
  std::string text;  ///< with markers where there are conflicts
  std::vector<MergeConflict> conflicts;
  std::vector<MergeDecision> decisions;
  std::vector<std::size_t> used_choices;   ///< of MergeOptions::choices, each once
  std::vector<std::size_t> order_choices;  ///< of these, what decided an order alone: its items are merged all the same

  [[nodiscard]] bool clean() const { return refusal == MergeRefusal::none && conflicts.empty(); }
};

/// Three-way merge of one file, entry by entry: matters by identity, fields by name (English key or Chinese label),
/// items by their keys. The result is OURS with THEIRS' changes written into it: what one side alone changed comes
/// out byte for byte as that side wrote it, comments and order included; conflicts stand between diff3 markers
/// around the smallest entry. An empty base means that both sides made the file.
///
/// The result is read again and compared with the model that the three sides call for.
[[nodiscard]] Merged merge_texts(std::string_view base, std::string_view ours, std::string_view theirs,
                                 const MergeOptions& options = {});

}  // namespace matter
