#pragma once

#include <optional>
#include <string>

#include "change/merge.h"
#include "change/merge/box.h"

namespace matter::merge {

/// A value on the three sides.
struct Three {
  Ref base, ours, theirs;
  [[nodiscard]] const Ref& on(MergeSide side) const {
    return side == MergeSide::base ? base : side == MergeSide::ours ? ours : theirs;
  }
};

/// A collection on the three sides; the base may be an empty box.
struct Boxes {
  Box base, ours, theirs;
  [[nodiscard]] const Box& on(MergeSide side) const {
    return side == MergeSide::base ? base : side == MergeSide::ours ? ours : theirs;
  }
};

[[nodiscard]] inline std::uint32_t place_on(const Triple& at, MergeSide side) {
  return side == MergeSide::base ? at.base : side == MergeSide::ours ? at.ours : at.theirs;
}

/// Names an item in a path; one of a list in a list behind that: `extra[1][2]`.
void add_item(std::string& item, std::string_view label);

/// The triples with the common ones as one side orders them.
[[nodiscard]] std::vector<Triple> in_order_of(MergeSide side, std::vector<Triple> triples);

/// The `n`-th document of a side; none for `nowhere`.
[[nodiscard]] Ref root_of(const Version& in, std::uint32_t n);

/// Writes the merged text: what one side alone changed is copied from there, what both changed is taken apart until
/// one side is left or nothing can be taken apart further; that is a conflict.
///
/// Parts of block collections are whole lines, so that markers can stand around them. A conflict inside a line (in a
/// flow collection, or right behind a dash) is handed up to the smallest part that is whole lines.
class Compose {
 public:
  /// With `decided`, every conflict is silently decided for that side.
  Compose(const Version& base, const Version& ours, const Version& theirs, const MergeOptions& options, Merged& into,
          std::optional<MergeSide> decided = std::nullopt)
      : base_(base), ours_(ours), theirs_(theirs), options_(options), into_(into), prefer_(decided) {}

  [[nodiscard]] std::string run();

 private:
  enum class Fate : std::uint8_t { gone, ours, theirs, merge, conflict };
  struct Verdict {
    Fate fate = Fate::merge;
    ConflictKind kind = ConflictKind::both_changed;
  };

  // compose_documents.cpp
  void document(const Triple& at);
  void separator(const Triple& at);
  void root(const Three& refs, const Triple& at);

  // compose.cpp: block collections
  void block(const Boxes& boxes, std::uint32_t column);
  void part(const Boxes& boxes, const Triple& at, std::string_view label, std::uint32_t column);
  void body(const Boxes& boxes, const Triple& where, std::uint32_t column);
  void whole(const Box& from, std::uint32_t part, std::uint32_t column);
  void own_body(const Box& from, std::uint32_t part, std::uint32_t column);
  void lead(const Boxes& boxes, const Triple& at, std::uint32_t column);
  void tail(const Boxes& boxes, const Triple& at, std::uint32_t column);
  void nothing_left(bool mapping);
  [[nodiscard]] Order order(const Boxes& boxes, const std::vector<Triple>& triples);
  void enter(const Boxes& boxes, const Triple& at, std::string_view label);
  void leave(const Boxes& boxes);

  // compose_values.cpp: what stands inside a line
  void values(const Three& refs, const Boxes& outer, std::uint32_t column);
  void flow(const Boxes& boxes, const Boxes& outer, std::uint32_t column);
  void flow_part(const Boxes& boxes, const Triple& at, std::string_view label, bool first, const Boxes& outer,
                 std::uint32_t column);
  void flow_lead(const Boxes& boxes, MergeSide side, std::uint32_t part, bool first);
  void write(const Ref& ref, const Box& outer, std::uint32_t column);

  [[nodiscard]] static Three values_of(const Boxes& boxes, const Triple& at);

  /// What one side alone decides: says why, and writes that side's part. False where both have a say.
  template <class Write>
  bool one_sided(Fate fate, const Triple& at, bool ours_same, bool theirs_same, const Write& write_side) {
    switch (fate) {
      case Fate::gone:
        explain(at.ours == nowhere ? MergeReason::removed_by_ours : MergeReason::removed_by_theirs);
        return true;
      case Fate::ours:
        if (!ours_same) explain(MergeReason::ours);
        write_side(MergeSide::ours);
        return true;
      case Fate::theirs:
        if (!theirs_same) explain(MergeReason::theirs);
        write_side(MergeSide::theirs);
        return true;
      case Fate::conflict:
      case Fate::merge: break;
    }
    return false;
  }

  // compose_conflicts.cpp
  [[nodiscard]] Verdict fate(const Three& refs, bool ours_same, bool theirs_same) const;
  /// `which`: the comments that go with the value.
  [[nodiscard]] std::optional<MergeSide> by_meaning(const Three& refs, Span Ref::*which) const;
  MergeSide conflict(ConflictKind kind, const Three& refs);
  [[nodiscard]] std::optional<MergeSide> choice(ConflictKind kind, const std::string& path);
  [[nodiscard]] bool keeps_together(const Boxes& boxes, const Three& refs) const;
  void explain(MergeReason reason);
  void marker(char sign, MergeSide side);
  [[nodiscard]] std::string marker_words(const MergeConflict& conflict) const;

  /// Writes lines; with markers around them when a conflict inside was left to them.
  template <class Write>
  void fenced(const Write& write) {
    const std::size_t mark = out_.size();
    const bool whole_lines = !mid_line();
    const bool outside = inline_conflict_;
    const std::size_t known = into_.conflicts.size();
    inline_conflict_ = false;
    write();
    if (inline_conflict_ && whole_lines && !prefer_) {
      out_.resize(mark);
      in_markers(known, write);
      inline_conflict_ = outside;
    } else {
      inline_conflict_ = inline_conflict_ || outside;
    }
  }
  template <class Write>
  void in_markers(std::size_t conflict, const Write& write) {
    for (const MergeSide side : {MergeSide::ours, MergeSide::base, MergeSide::theirs}) {
      open_marker(side, conflict);
      prefer_ = side;
      write();
      if (mid_line()) out_.push_back('\n');
    }
    prefer_.reset();
    close_marker(conflict);
  }
  void open_marker(MergeSide side, std::size_t conflict);
  void close_marker(std::size_t conflict);

  [[nodiscard]] bool mid_line() const { return !out_.empty() && out_.back() != '\n'; }
  [[nodiscard]] std::uint32_t column_now() const;
  void to_column(std::uint32_t column) { out_.append(column, ' '); }

  const Version& base_;
  const Version& ours_;
  const Version& theirs_;
  const MergeOptions& options_;
  Merged& into_;
  std::string out_;
  ChangePath path_;
  std::vector<std::size_t> outer_items_;  ///< lengths of `path_.back().item` around the lists that are being written
  std::string matter_;
  Strictness strictness_ = Strictness::cell;
  std::optional<MergeSide> prefer_;  ///< set while one side of a conflict is written
  bool document_before_ = false;     ///< one was written: the next needs a marker
  bool inline_conflict_ = false;     ///< a conflict was met that no markers stand around yet
};

/// The one that is not the base's, ours where both are; nothing where both are and differ.
template <class T>
[[nodiscard]] std::optional<T> pick(const T& base, const T& ours, const T& theirs) {
  if (ours == base) return theirs;
  if (theirs == base || ours == theirs) return ours;
  return std::nullopt;
}

}  // namespace matter::merge
