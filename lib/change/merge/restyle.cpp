#include "change/merge/restyle.h"

#include <algorithm>
#include <set>

#include "change/merge/compose.h"
#include "change/merge/rewrite.h"
#include "edit/draft.h"
#include "edit/style.h"

namespace matter::merge {

namespace {

constexpr MergeSide all_sides[] = {MergeSide::base, MergeSide::ours, MergeSide::theirs};

std::size_t number(MergeSide side) { return static_cast<std::size_t>(side); }

bool collection(const Ref& ref) { return ref.tree().is(NodeKind::mapping) || ref.tree().is(NodeKind::sequence); }
bool empty(const Ref& ref) { return ref.tree().count == 0; }
bool in_lines(const Ref& ref) { return is_block_collection(ref.in->doc, ref.node); }

std::multiset<std::string_view> comments_in(const Version& in, Span span) {
  std::multiset<std::string_view> found;
  for (const Comment& comment : in.doc.comments) {
    if (comment.span.begin >= span.begin && comment.span.begin < span.end) found.insert(in.at(comment.span));
  }
  return found;
}

/// A part that is written anew as a whole, and where.
struct Top {
  Part part;
  std::uint32_t column = 0;
};

class Search {
 public:
  Search(const Version& base, const Version& ours, const Version& theirs) : in_{&base, &ours, &theirs} {}

  void run() {
    for (const Triple& at : match_documents(*in_[0], *in_[1], *in_[2])) {
      const Three refs{root_of(*in_[0], at.base), root_of(*in_[1], at.ours), root_of(*in_[2], at.theirs)};
      if (!refs.ours.present() || !refs.theirs.present() || !in_lines(refs.ours) || !in_lines(refs.theirs)) continue;
      if (refs.base.present() && !in_lines(refs.base)) continue;
      Boxes boxes;
      open_root(refs.base, at.base, boxes.base);
      open_root(refs.ours, at.ours, boxes.ours);
      open_root(refs.theirs, at.theirs, boxes.theirs);
      parts(boxes, {});
    }
  }

  [[nodiscard]] bool any() const {
    return std::any_of(wants_.begin(), wants_.end(), [](const Wants& wants) { return !wants.empty(); });
  }

  /// One side's text as it is to be; the edits that led there.
  std::string write(MergeSide side, std::vector<Restyled::Edit>& edits) const {
    const Version& in = *in_[number(side)];
    std::vector<Top> tops = tops_[number(side)];
    std::sort(tops.begin(), tops.end(),
              [](const Top& a, const Top& b) { return a.part.head.begin < b.part.head.begin; });
    std::string text;
    std::uint32_t from = 0;
    for (const Top& top : tops) {
      text.append(in.at({from, top.part.head.begin}));
      const std::string part =
          rewritten_part(in, top.part, top.column, wants_[number(side)], learn_style(in.doc).padded);
      edits.push_back({top.part.body(), static_cast<std::uint32_t>(part.size())});
      text.append(part);
      from = top.part.tail.end;
    }
    return text.append(in.text.substr(from));
  }

  [[nodiscard]] bool anew(MergeSide side) const { return !tops_[number(side)].empty(); }

 private:
  using Anew = std::array<bool, merge_sides>;  ///< what is around is written anew

  void parts(const Boxes& boxes, const Anew& around) {
    for (const Triple& at : match_parts(boxes.base, boxes.ours, boxes.theirs)) {
      Three refs;
      if (at.base != nowhere) refs.base = boxes.base.value(at.base);
      if (at.ours != nowhere) refs.ours = boxes.ours.value(at.ours);
      if (at.theirs != nowhere) refs.theirs = boxes.theirs.value(at.theirs);
      value(refs, boxes, at, around);
    }
  }

  void value(const Three& refs, const Boxes& outer, const Triple& at, const Anew& around) {
    const Ref& b = refs.base;
    const Ref& o = refs.ours;
    const Ref& t = refs.theirs;
    const auto same = [](const Ref& one, const Ref& other) { return one.in->at(one.all) == other.in->at(other.all); };
    if (!o.present() || !t.present() || same(o, t)) return;
    if (b.present() && (same(b, o) || same(b, t))) return;
    const auto like_ours = [&](const Ref& ref) { return !ref.present() || ref.tree().kind == o.tree().kind; };
    if (!collection(o) || !like_ours(b) || !like_ours(t)) return;
    const auto style = style_of(refs);
    if (!style) return;
    Boxes inner;
    open(b, inner.base);
    open(o, inner.ours);
    open(t, inner.theirs);
    Anew inside = around;
    for (const MergeSide side : all_sides) {
      const Ref& ref = refs.on(side);
      if (!ref.present() || empty(ref) || in_lines(ref) == *style) continue;
      wants_[number(side)][ref.node] = {!*style, step(inner, outer)};
      if (!around[number(side)])
        tops_[number(side)].push_back({outer.on(side).layout.parts[place_on(at, side)], outer.on(side).layout.column});
      inside[number(side)] = true;
    }
    if (!*style) return;
    parts(inner, inside);
    additions(inner, inside);
  }

  /// Whether it is to stand on lines of its own; nothing where all are in brackets.
  static std::optional<bool> style_of(const Three& refs) {
    bool lines = false;
    bool brackets = false;
    for (const MergeSide side : all_sides) {
      const Ref& ref = refs.on(side);
      if (!ref.present() || empty(ref)) continue;
      (in_lines(ref) ? lines : brackets) = true;
    }
    if (!lines) return std::nullopt;
    if (!brackets) return true;
    const auto way = [&](const Ref& ref) { return !empty(ref) && in_lines(ref); };
    bool wanted = way(refs.ours);
    if (refs.base.present() && !empty(refs.base) && !empty(refs.ours) && !empty(refs.theirs))
      wanted = way(refs.ours) == way(refs.base) ? way(refs.theirs) : way(refs.ours);
    // Comments that a side wrote into its lines would have no place in brackets.
    for (const MergeSide side : {MergeSide::ours, MergeSide::theirs}) {
      const Ref& ref = refs.on(side);
      if (wanted || !in_lines(ref)) continue;
      const auto own = comments_in(*ref.in, ref.span);
      const auto old = refs.base.present() ? comments_in(*refs.base.in, refs.base.span) : decltype(own)();
      if (!std::includes(old.begin(), old.end(), own.begin(), own.end())) return true;
    }
    return wanted;
  }

  /// How much further in the lines of the side that has them stand.
  static std::uint32_t step(const Boxes& inner, const Boxes& outer) {
    for (const MergeSide side : {MergeSide::theirs, MergeSide::ours, MergeSide::base}) {
      const Box& box = inner.on(side);
      if (!box.present() || box.layout.flow || box.count() == 0 || outer.on(side).layout.flow) continue;
      return box.layout.column - std::min(box.layout.column, outer.on(side).layout.column);
    }
    return 2;
  }

  /// What one side added is written as the list has its like.
  void additions(const Boxes& inner, const Anew& inside) {
    for (const Triple& at : match_parts(inner.base, inner.ours, inner.theirs)) {
      for (const MergeSide side : {MergeSide::ours, MergeSide::theirs}) {
        const std::uint32_t own = place_on(at, side);
        const MergeSide other = side == MergeSide::ours ? MergeSide::theirs : MergeSide::ours;
        if (!inside[number(side)] || own == nowhere || at.base != nowhere || place_on(at, other) != nowhere) continue;
        const Ref added = inner.on(side).value(own);
        const Box& host = inner.on(other);
        if (!collection(added) || empty(added) || in_lines(added) || host.layout.flow) continue;
        for (std::uint32_t i = 0; i < host.count(); ++i) {
          const Ref like = host.value(i);
          if (like.tree().kind != added.tree().kind || !in_lines(like)) continue;
          Box open_like;
          open(like, open_like);
          wants_[number(side)][added.node] = {false, open_like.layout.column - host.layout.column};
          break;
        }
      }
    }
  }

  std::array<const Version*, merge_sides> in_;
  std::array<Wants, merge_sides> wants_;
  std::array<std::vector<Top>, merge_sides> tops_;
};

/// Whether the new text says what the old one said.
bool says_the_same(const Version& before, const std::string& text) {
  const Reading reading;
  reading->read(text, before.doc.vocabulary);
  const Version& after = *reading;
  if (!after.readable || !after.in_dialect || after.doc.roots.size() != before.doc.roots.size()) return false;
  for (std::size_t i = 0; i < after.doc.roots.size(); ++i) {
    if (!same_tree(draft_of(before.doc, before.doc.roots[i]), draft_of(after.doc, after.doc.roots[i]))) return false;
  }
  return true;
}

}  // namespace

bool Restyled::any() const {
  return std::any_of(text.begin(), text.end(), [](const auto& one) { return one.has_value(); });
}

std::uint32_t Restyled::original(MergeSide side, std::uint32_t offset) const {
  std::uint32_t longer = 0;   // what the edits before it added …
  std::uint32_t shorter = 0;  // … and took away
  for (const Edit& edit : edits[number(side)]) {
    const std::uint32_t begin = edit.before.begin + longer - shorter;
    if (offset < begin) break;
    if (offset < begin + edit.length) return edit.before.begin;
    longer += edit.length;
    shorter += edit.before.size();
  }
  return offset + shorter - longer;
}

Restyled in_one_style(const Version& base, const Version& ours, const Version& theirs) {
  Search search(base, ours, theirs);
  search.run();
  Restyled made;
  if (!search.any()) return made;
  const std::array<const Version*, merge_sides> in{&base, &ours, &theirs};
  for (const MergeSide side : all_sides) {
    if (!search.anew(side)) continue;
    const std::size_t i = number(side);
    made.text[i] = search.write(side, made.edits[i]);
    if (!says_the_same(*in[i], *made.text[i])) return {};
  }
  return made;
}

}  // namespace matter::merge
