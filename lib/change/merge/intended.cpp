#include "change/merge/intended.h"

#include <algorithm>
#include <map>
#include <optional>

#include "change/merge/compose.h"
#include "change/same.h"

namespace matter::merge {

namespace {

/// The same content; keys of a record in any order, an empty record or list as a missing one.
bool agrees(const Content& a, const Content& b);

bool nothing(const Content& content) {
  const bool empty = content.kind == Content::Kind::record || content.kind == Content::Kind::list;
  return content.absent() || (empty && std::all_of(content.parts.begin(), content.parts.end(), nothing));
}

bool keys_agree(const Content& a, const Content& b) {
  return std::all_of(a.parts.begin(), a.parts.end(), [&](const Content& part) {
    const Content* const other = b.part(part.key);
    return other == nullptr ? nothing(part) : agrees(part, *other);
  });
}

bool agrees(const Content& a, const Content& b) {
  if (nothing(a) || nothing(b)) return nothing(a) && nothing(b);
  if (a.kind != b.kind) return false;
  if (a.kind == Content::Kind::record) return keys_agree(a, b) && keys_agree(b, a);
  if (a.parts.size() != b.parts.size()) return false;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (!agrees(a.parts[i], b.parts[i])) return false;
  }
  return a.text == b.text || same_words(a.text, b.text);
}

/// One text of one field, which then says the same; of texts whose indentation may be told apart by a number nothing is
/// claimed.
bool written_alike(const Ref& a, const Ref& b) {
  if (!a.present() || !b.present() || a.field != b.field || a.item != b.item || a.tree().kind != b.tree().kind)
    return false;
  const std::string_view text = a.text();
  return text == b.text() && text.find_first_of("|>") == std::string_view::npos;
}

/// Merges three models.
class Intention {
 public:
  Intention(const Merged& known, const MergeOptions& options) {
    for (const MergeConflict& conflict : known.conflicts) {
      auto& decided = conflict.kind == ConflictKind::order ? orders_ : decided_;
      decided[{conflict.matter, english(conflict.path)}] = MergeSide::ours;
    }
    for (const std::size_t i : known.used_choices) {
      const MergeChoice& choice = options.choices[i];
      decided_[{choice.matter, choice.path}] = choice.side;
      orders_[{choice.matter, choice.path}] = choice.side;
    }
  }

  Content document(const Three& refs) {
    const Ref& any = refs.ours.present() ? refs.ours : refs.theirs.present() ? refs.theirs : refs.base;
    matter_ = matter_label(any.matter);
    path_.clear();
    return value(refs);
  }

 private:
  using Key = std::pair<std::string, std::string>;

  /// Whether anything was decided: only then it matters what entries are called.
  [[nodiscard]] bool asked() const { return !decided_.empty() || !orders_.empty(); }

  [[nodiscard]] std::optional<MergeSide> decided() const {
    if (decided_.empty()) return std::nullopt;
    const auto found = decided_.find(Key{matter_, english(path_)});
    return found == decided_.end() ? std::nullopt : std::optional(found->second);
  }

  Content value(const Three& refs) {
    if (const auto side = decided()) return content(refs.on(*side));
    const auto collection = [&](const Ref& ref) {
      return ref.present() && !ref.tree().is(NodeKind::scalar) && ref.tree().kind == refs.ours.tree().kind;
    };
    const bool apart = refs.ours.present() && collection(refs.ours) && collection(refs.theirs) &&
                       (!refs.base.present() || collection(refs.base));
    // What was decided may lie inside of what says the same on two sides: a comment can be a change. Records are gone
    // through key by key, which comes to the same and does not work out all that is in them again and again.
    const bool inside_first = apart && (!decided_.empty() || refs.ours.tree().is(NodeKind::mapping));
    const auto same = [&](const Ref& a, const Ref& b) {
      return inside_first ? decided_.empty() && written_alike(a, b) : written_alike(a, b) || same_meaning(a, b);
    };
    if (same(refs.base, refs.ours)) return content(refs.theirs);
    if (same(refs.base, refs.theirs) || same(refs.ours, refs.theirs)) return content(refs.ours);
    if (!apart) return wrong();
    Boxes boxes;
    open(refs.base, boxes.base);
    open(refs.ours, boxes.ours);
    open(refs.theirs, boxes.theirs);
    return parts(boxes);
  }

  Content parts(const Boxes& boxes) {
    Content made;
    const bool mapping = boxes.ours.ref.tree().is(NodeKind::mapping);
    made.kind = mapping ? Content::Kind::record : Content::Kind::list;
    const std::vector<Triple> triples = match_parts(boxes.base, boxes.ours, boxes.theirs);
    std::vector<std::string> labels;
    if (asked()) labels = labels_of(boxes.base, boxes.ours, boxes.theirs, triples);
    for (const std::uint32_t i : order(triples)) {
      const Triple& at = triples[i];
      Three refs;
      if (at.base != nowhere) refs.base = boxes.base.value(at.base);
      if (at.ours != nowhere) refs.ours = boxes.ours.value(at.ours);
      if (at.theirs != nowhere) refs.theirs = boxes.theirs.value(at.theirs);
      const std::size_t outer = mapping || path_.empty() ? 0 : path_.back().item.size();
      enter(boxes, at, mapping, labels.empty() ? std::string_view{} : labels[i]);
      Content part = value(refs);
      if (mapping) {
        const PathStep& step = path_.back();
        part.key = step.field != nullptr ? std::string(step.field->key) : step.key;
        path_.pop_back();
      } else if (!path_.empty()) {
        path_.back().item.resize(outer);
      }
      if (!part.absent()) made.parts.push_back(std::move(part));
    }
    return made;
  }

  [[nodiscard]] std::vector<std::uint32_t> order(const std::vector<Triple>& triples) const {
    const auto found = orders_.empty() ? orders_.end() : orders_.find(Key{matter_, english(path_)});
    // Ours' order is that of the merge as it is, with what theirs added behind what it followed there.
    if (found == orders_.end() || found->second == MergeSide::ours) return merge_order(triples).sequence;
    return merge_order(in_order_of(found->second, triples)).sequence;
  }

  void enter(const Boxes& boxes, const Triple& at, bool mapping, std::string_view label) {
    const MergeSide side = at.ours != nowhere     ? MergeSide::ours
                           : at.theirs != nowhere ? MergeSide::theirs
                                                  : MergeSide::base;
    const Box& box = boxes.on(side);
    const std::uint32_t part = place_on(at, side);
    const Ref ref = box.value(part);
    if (mapping) {
      path_.push_back({ref.field, ref.field == nullptr ? std::string(box.key(part)) : std::string{}, {}});
    } else if (!label.empty() && !path_.empty()) {
      add_item(path_.back().item, label);
    } else if (ref.matter != nullptr && path_.empty()) {
      matter_ = matter_label(ref.matter);
    }
  }

  /// A conflict that the merge did not see: agrees with nothing.
  static Content wrong() {
    Content never;
    never.kind = Content::Kind::text;
    never.text = std::string("\0not merged", 11);
    return never;
  }

  std::map<Key, MergeSide> decided_;
  std::map<Key, MergeSide> orders_;
  ChangePath path_;
  std::string matter_;
};

}  // namespace

bool as_intended(const Version& base, const Version& ours, const Version& theirs, const Version& merged,
                 const Merged& known, const MergeOptions& options) {
  if (!merged.readable || !merged.in_dialect) return false;
  Intention intention(known, options);
  const std::vector<Triple> triples = match_documents(base, ours, theirs);
  std::uint32_t next = 0;
  for (const std::uint32_t i : merge_order(triples).sequence) {
    const Triple& at = triples[i];
    const Three refs{root_of(base, at.base), root_of(ours, at.ours), root_of(theirs, at.theirs)};
    const Content wanted = intention.document(refs);
    if (wanted.absent()) continue;
    if (next >= merged.doc.roots.size() || !agrees(wanted, content(root_of(merged, next)))) return false;
    ++next;
  }
  return next == merged.doc.roots.size() ||
         std::all_of(merged.doc.roots.begin() + next, merged.doc.roots.end(),
                     [&](NodeId root) { return merged.doc.node(root).is(NodeKind::null); });
}

}  // namespace matter::merge
