#include <algorithm>

#include "change/merge/compose.h"

namespace matter::merge {

namespace {

std::vector<std::string_view> comments_in(const Ref& ref, Span Ref::*which) {
  std::vector<std::string_view> found;
  if (!ref.present()) return found;
  const Span span = ref.*which;
  const std::vector<Comment>& all = ref.in->doc.comments;
  auto at = std::lower_bound(all.begin(), all.end(), span.begin,
                             [](const Comment& comment, std::uint32_t begin) { return comment.span.begin < begin; });
  for (; at != all.end() && at->span.begin < span.end; ++at) found.push_back(ref.in->at(at->span));
  std::sort(found.begin(), found.end());
  return found;
}

/// Whether a comment that one side wrote anew would be gone with it.
bool loses_comments(const Ref& loser, const Ref& winner, const Ref& base, Span Ref::*which) {
  const auto old = comments_in(base, which);
  const auto kept = comments_in(winner, which);
  const auto all = comments_in(loser, which);
  return std::any_of(all.begin(), all.end(), [&](std::string_view comment) {
    return !std::binary_search(old.begin(), old.end(), comment) &&
           !std::binary_search(kept.begin(), kept.end(), comment);
  });
}

std::string_view words(MergeSide side, Lang lang) {
  if (lang == Lang::en) return side == MergeSide::base ? "before" : side == MergeSide::ours ? "ours" : "theirs";
  return side == MergeSide::base ? "原来" : side == MergeSide::ours ? "我方" : "对方";
}

}  // namespace

}  // namespace matter::merge

namespace matter {

Bilingual words(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::both_changed: return {"双方改得不同", "changed by both"};
    case ConflictKind::both_added: return {"双方都新增，内容不同", "added by both, not the same"};
    case ConflictKind::ours_removed: return {"我方删除，对方修改", "removed by ours, changed by theirs"};
    case ConflictKind::theirs_removed: return {"对方删除，我方修改", "removed by theirs, changed by ours"};
    case ConflictKind::order: return {"双方排的顺序不同", "put in order differently by both"};
    case ConflictKind::moved: return {"双方移到了不同的地方", "moved to different places"};
    case ConflictKind::together: break;
  }
  return {"双方都有修改，按规定须一并决定", "changed by both, to be decided as a whole"};
}

}  // namespace matter

namespace matter::merge {

/// What becomes of an entry, by who has it and who left it as it was.
Compose::Verdict Compose::fate(const Three& refs, bool ours_same, bool theirs_same) const {
  const bool b = refs.base.present();
  const bool o = refs.ours.present();
  const bool t = refs.theirs.present();
  if (!o && !t) return {Fate::gone};
  if (b && o && t) return {ours_same ? Fate::theirs : theirs_same ? Fate::ours : Fate::merge};
  const auto kept = [&](const Ref& other, bool same) {
    return same || (same_meaning(refs.base, other) && !loses_comments(other, refs.base, refs.base, &Ref::all));
  };
  if (b && !o)
    return kept(refs.theirs, theirs_same) ? Verdict{Fate::gone} : Verdict{Fate::conflict, ConflictKind::ours_removed};
  if (b)
    return kept(refs.ours, ours_same) ? Verdict{Fate::gone} : Verdict{Fate::conflict, ConflictKind::theirs_removed};
  if (!t) return {Fate::ours};
  if (!o) return {Fate::theirs};
  // Both added it: the same thing, or a record that each filled in another part of.
  const bool records =
      refs.ours.tree().is(NodeKind::mapping) && refs.theirs.tree().is(NodeKind::mapping) && !refs.ours.item;
  if (records || same_meaning(refs.ours, refs.theirs)) return {Fate::merge};
  return {Fate::conflict, ConflictKind::both_added};
}

/// The side whose value says all: the other only wrote it differently.
std::optional<MergeSide> Compose::by_meaning(const Three& refs, Span Ref::*which) const {
  const auto take = [&](MergeSide side, const Ref& loser, const Ref& winner) -> std::optional<MergeSide> {
    if (loses_comments(loser, winner, refs.base, which)) return std::nullopt;
    return side;
  };
  if (refs.base.present() && same_meaning(refs.base, refs.theirs)) return take(MergeSide::ours, refs.theirs, refs.ours);
  if (refs.base.present() && same_meaning(refs.base, refs.ours)) return take(MergeSide::theirs, refs.ours, refs.theirs);
  if (same_meaning(refs.ours, refs.theirs)) return take(MergeSide::ours, refs.theirs, refs.ours);
  return std::nullopt;
}

std::optional<MergeSide> Compose::choice(ConflictKind kind, const std::string& path) {
  const auto note = [](std::vector<std::size_t>& in, std::size_t i) {
    if (std::find(in.begin(), in.end(), i) == in.end()) in.push_back(i);
  };
  for (std::size_t i = 0; i < options_.choices.size(); ++i) {
    const MergeChoice& made = options_.choices[i];
    if (made.matter != matter_ || made.path != path) continue;
    note(into_.used_choices, i);
    if (kind == ConflictKind::order) note(into_.order_choices, i);
    return made.side;
  }
  return std::nullopt;
}

/// Notes a conflict, or decides it as was asked.
MergeSide Compose::conflict(ConflictKind kind, const Three& refs) {
  if (!options_.choices.empty()) {
    if (const auto made = choice(kind, english(path_))) {
      explain(MergeReason::chosen);
      return *made;
    }
  }
  if (prefer_) return *prefer_;
  explain(MergeReason::conflict);
  MergeConflict& made = into_.conflicts.emplace_back();
  made.kind = kind;
  made.matter = matter_;
  made.path = path_;
  for (const MergeSide side : {MergeSide::base, MergeSide::ours, MergeSide::theirs}) {
    const Ref& ref = refs.on(side);
    if (!ref.present()) continue;
    made.value[static_cast<std::size_t>(side)] = content(ref);
    made.offset[static_cast<std::size_t>(side)] = ref.span.begin;
  }
  inline_conflict_ = true;
  return MergeSide::ours;
}

/// Whether two different changes of it, wherever in it, are one conflict.
bool Compose::keeps_together(const Boxes& boxes, const Three& refs) const {
  const bool group = strictness_ == Strictness::matter && path_.size() == 1 && !refs.ours.item;
  const bool item = strictness_ == Strictness::item && refs.ours.item && boxes.ours.list;
  if ((!group && !item) || !refs.base.present()) return false;
  return !same_meaning(refs.base, refs.ours) && !same_meaning(refs.base, refs.theirs) &&
         !same_meaning(refs.ours, refs.theirs);
}

void Compose::explain(MergeReason reason) {
  if (options_.explain && !prefer_) into_.decisions.push_back({reason, matter_, path_});
}

std::string Compose::marker_words(const MergeConflict& conflict) const {
  std::string text = options_.lang == Lang::zh ? chinese(conflict.path) : english(conflict.path);
  if (text.empty()) text = conflict.matter;
  const std::string_view kind = matter::words(conflict.kind).in(options_.lang);
  if (text.empty()) return std::string(kind);
  return text.append(options_.lang == Lang::zh ? "：" : ": ").append(kind);
}

void Compose::open_marker(MergeSide side, std::size_t conflict) {
  const auto label = [&] {
    out_.append(words(side, options_.lang)).append(" ").append(options_.labels[static_cast<std::size_t>(side)]);
  };
  if (side == MergeSide::ours) {
    out_.append("<<<<<<< ");
    label();
    out_.append(" | ").append(marker_words(into_.conflicts[conflict]));
  } else if (side == MergeSide::base) {
    out_.append("||||||| ");
    label();
  } else {
    out_.append("=======");
  }
  out_.push_back('\n');
}

void Compose::close_marker(std::size_t) {
  out_.append(">>>>>>> ").append(words(MergeSide::theirs, options_.lang)).append(" ");
  out_.append(options_.labels[static_cast<std::size_t>(MergeSide::theirs)]).push_back('\n');
}

}  // namespace matter::merge
