#include "change/merge.h"

#include "change/merge/compose.h"
#include "change/merge/intended.h"
#include "change/merge/restyle.h"
#include "change/merge/version.h"

namespace matter {

std::string_view name(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::both_changed: return "both-changed";
    case ConflictKind::both_added: return "both-added";
    case ConflictKind::ours_removed: return "ours-removed";
    case ConflictKind::theirs_removed: return "theirs-removed";
    case ConflictKind::order: return "order";
    case ConflictKind::moved: return "moved";
    case ConflictKind::together: break;
  }
  return "together";
}

std::string_view name(MergeReason reason) {
  switch (reason) {
    case MergeReason::ours: return "ours";
    case MergeReason::theirs: return "theirs";
    case MergeReason::same: return "same";
    case MergeReason::combined: return "combined";
    case MergeReason::removed_by_ours: return "removed-by-ours";
    case MergeReason::removed_by_theirs: return "removed-by-theirs";
    case MergeReason::chosen: return "chosen";
    case MergeReason::conflict: break;
  }
  return "conflict";
}

namespace {

/// What is written about the file as a whole, merged bit by bit.
merge::Form merged_form(const merge::Version& b, const merge::Version& o, const merge::Version& t, bool both_made) {
  const auto bit = [&](bool merge::Form::*which) {
    if (both_made) return o.form.*which;
    if (o.text.empty()) return t.form.*which;  // a side that took the file away says nothing of its form
    if (t.text.empty()) return o.form.*which;
    return o.form.*which == b.form.*which ? t.form.*which : o.form.*which;
  };
  return {bit(&merge::Form::mark), bit(&merge::Form::crlf), bit(&merge::Form::open_end)};
}

/// Reads the result again; where markers stand in it, the result with every conflict decided for ours.
bool holds(const merge::Version& b, const merge::Version& o, const merge::Version& t, const std::string& text,
           const Merged& merged, const MergeOptions& options) {
  const merge::Reading result;
  if (merged.conflicts.empty()) {
    result->read(text, options.words.get());
    return merge::as_intended(b, o, t, *result, merged, options);
  }
  Merged silent;
  const std::string decided = merge::Compose(b, o, t, options, silent, MergeSide::ours).run();
  result->read(decided, options.words.get());
  return merge::as_intended(b, o, t, *result, merged, options);
}

}  // namespace

namespace {

/// The merge of three sides that are read; refused where the text does not say what they call for.
Merged composed(const merge::Version& b, const merge::Version& o, const merge::Version& t,
                const MergeOptions& options) {
  Merged merged;
  merged.text = merge::Compose(b, o, t, options, merged).run();
  if (holds(b, o, t, merged.text, merged, options)) return merged;
  Merged refused;
  refused.refusal = MergeRefusal::not_as_intended;
  return refused;
}

/// The merge with what one side restyled written in that style on all sides; refused where there is none such, or where
/// it does not come out as well as the sides as they are.
Merged restyled(const merge::Version& b, const merge::Version& o, const merge::Version& t,
                const MergeOptions& options) {
  Merged refused;
  refused.refusal = MergeRefusal::not_as_intended;
  const merge::Restyled like = merge::in_one_style(b, o, t);
  if (!like.any()) return refused;
  const std::array<const merge::Version*, merge_sides> sides{&b, &o, &t};
  std::array<merge::Version, merge_sides> read;
  std::array<const merge::Version*, merge_sides> now = sides;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (!like.text[i]) continue;
    read[i].read(*like.text[i], options.words.get());
    now[i] = &read[i];
  }
  Merged merged = composed(*now[0], *now[1], *now[2], options);
  if (merged.refusal != MergeRefusal::none) return refused;
  if (!merged.conflicts.empty()) {
    Merged as_they_are = composed(b, o, t, options);
    if (as_they_are.refusal == MergeRefusal::none && as_they_are.conflicts.size() < merged.conflicts.size())
      return as_they_are;
  } else {
    // Worked out again from the sides as they were written.
    const merge::Reading result;
    result->read(merged.text, options.words.get());
    if (!merge::as_intended(b, o, t, *result, merged, options)) return refused;
  }
  for (MergeConflict& conflict : merged.conflicts) {
    for (std::size_t i = 0; i < merge_sides; ++i)
      conflict.offset[i] = like.original(static_cast<MergeSide>(i), conflict.offset[i]);
  }
  return merged;
}

}  // namespace

Merged merge_texts(std::string_view base, std::string_view ours, std::string_view theirs, const MergeOptions& options) {
  Merged merged;
  const std::array<merge::Reading, merge_sides> readings;
  const merge::Version& b = *readings[0];
  const merge::Version& o = *readings[1];
  const merge::Version& t = *readings[2];
  readings[0]->read(base, options.words.get());
  readings[1]->read(ours, options.words.get());
  readings[2]->read(theirs, options.words.get());
  const std::array<const merge::Version*, merge_sides> sides{&b, &o, &t};
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (sides[i]->readable && sides[i]->in_dialect) continue;
    merged.refusal = sides[i]->readable ? MergeRefusal::outside_dialect : MergeRefusal::unreadable;
    merged.refused_side = static_cast<MergeSide>(i);
    return merged;
  }
  merged = restyled(b, o, t, options);
  if (merged.refusal != MergeRefusal::none) merged = composed(b, o, t, options);
  if (merged.refusal == MergeRefusal::none)
    merged.text = merge::in_form(std::move(merged.text), merged_form(b, o, t, base.empty()));
  return merged;
}

}  // namespace matter
