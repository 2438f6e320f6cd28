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
  // Two searches for one byte each take a fraction of the time of one for either.
  return text == b.text() && text.find('|') == std::string_view::npos && text.find('>') == std::string_view::npos;
}

std::size_t column_of(const Ref& ref) {
  const std::string_view before = ref.in->text.substr(0, ref.span.begin);
  return before.size() - (before.rfind('\n') + 1);  // npos + 1 is 0
}

/// Whether what was merged is what a side wrote, byte for byte and read as the same: lines further down mean the same
/// only where the first one stands in the same column.
bool copied(const Ref& from, const Ref& to) {
  if (!written_alike(from, to) || (from.matter == nullptr) != (to.matter == nullptr)) return false;
  return from.text().find('\n') == std::string_view::npos || column_of(from) == column_of(to);
}

bool says(const Ref& wanted, const Ref& made) { return copied(wanted, made) || agrees(content(wanted), content(made)); }

/// Whether the parts of a mapping are what the model holds of it, each once.
bool each_once(const Box& box) {
  for (std::uint32_t i = 0; i < box.count(); ++i) {
    const Ref value = box.value(i);
    if (value.field == nullptr && box.field(i) != nullptr) return false;
  }
  return true;
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
      const auto& of_order = known.order_choices;
      const bool order = std::find(of_order.begin(), of_order.end(), i) != of_order.end();
      (order ? orders_ : decided_)[{choice.matter, choice.path}] = choice.side;
    }
  }

  Content document(const Three& refs) {
    begin(refs);
    return value(refs);
  }

  /// Whether `made` says what is called for; the same as to work that out and compare, but what stands there as a side
  /// wrote it is not worked out.
  bool holds(const Three& refs, const Ref& made) {
    begin(refs);
    return merged_into(refs, made);
  }

 private:
  using Key = std::pair<std::string, std::string>;
  /// What three values call for: a side's, or the parts of a collection that are merged apart.
  enum class Wanted : std::uint8_t { ours, base, theirs, parts, nothing };

  void begin(const Three& refs) {
    const Ref& any = refs.ours.present() ? refs.ours : refs.theirs.present() ? refs.theirs : refs.base;
    matter_ = matter_label(any.matter);
    path_.clear();
  }

  /// Whether anything was decided: only then it matters what entries are called.
  [[nodiscard]] bool asked() const { return !decided_.empty() || !orders_.empty(); }

  [[nodiscard]] std::optional<MergeSide> decided() const {
    if (decided_.empty()) return std::nullopt;
    const auto found = decided_.find(Key{matter_, english(path_)});
    return found == decided_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] Wanted wanted(const Three& refs) const {
    if (const auto side = decided())
      return *side == MergeSide::base ? Wanted::base : *side == MergeSide::ours ? Wanted::ours : Wanted::theirs;
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
    if (same(refs.base, refs.ours)) return Wanted::theirs;
    if (same(refs.base, refs.theirs) || same(refs.ours, refs.theirs)) return Wanted::ours;
    return apart ? Wanted::parts : Wanted::nothing;
  }

  static Boxes opened(const Three& refs) {
    Boxes boxes;
    open(refs.base, boxes.base);
    open(refs.ours, boxes.ours);
    open(refs.theirs, boxes.theirs);
    return boxes;
  }

  static Three refs_of(const Boxes& boxes, const Triple& at) {
    Three refs;
    if (at.base != nowhere) refs.base = boxes.base.value(at.base);
    if (at.ours != nowhere) refs.ours = boxes.ours.value(at.ours);
    if (at.theirs != nowhere) refs.theirs = boxes.theirs.value(at.theirs);
    return refs;
  }

  Content value(const Three& refs) {
    switch (wanted(refs)) {
      case Wanted::ours: return content(refs.ours);
      case Wanted::base: return content(refs.base);
      case Wanted::theirs: return content(refs.theirs);
      case Wanted::parts: return parts(opened(refs));
      case Wanted::nothing: break;
    }
    return wrong();
  }

  bool merged_into(const Three& refs, const Ref& made) {
    switch (wanted(refs)) {
      case Wanted::ours: return says(refs.ours, made);
      case Wanted::base: return says(refs.base, made);
      case Wanted::theirs: return says(refs.theirs, made);
      case Wanted::parts: break;
      case Wanted::nothing: return false;
    }
    const Boxes boxes = opened(refs);
    Box into;
    if (refs.ours.tree().is(NodeKind::mapping) && made.present() && made.tree().is(NodeKind::mapping)) open(made, into);
    if (into.present() && (into.table == nullptr) == (boxes.ours.table == nullptr) && each_once(into))
      return keys_merged_into(boxes, into);
    return agrees(parts(boxes), content(made));
  }

  bool keys_merged_into(const Boxes& boxes, const Box& into) {
    std::vector<bool> called_for(into.count());
    for (const Triple& at : match_parts(boxes.base, boxes.ours, boxes.theirs)) {
      const Three refs = refs_of(boxes, at);
      enter(boxes, at, true, {});
      const PathStep& step = path_.back();
      Ref made;
      for (std::uint32_t i = 0; i < into.count(); ++i) {
        const bool same_key =
            step.field != nullptr ? into.field(i) == step.field : into.field(i) == nullptr && into.key(i) == step.key;
        if (!same_key) continue;
        made = into.value(i);
        called_for[i] = true;
        break;
      }
      const bool right = merged_into(refs, made);
      path_.pop_back();
      if (!right) return false;
    }
    for (std::uint32_t i = 0; i < into.count(); ++i) {
      if (!called_for[i] && !nothing(content(into.value(i)))) return false;
    }
    return true;
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
      const Three refs = refs_of(boxes, at);
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

bool is_mapping(const Ref& ref) { return ref.present() && ref.tree().is(NodeKind::mapping); }

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
    // A record on all sides is never absent.
    const bool records = is_mapping(refs.base) && is_mapping(refs.ours) && is_mapping(refs.theirs);
    if (records && next < merged.doc.roots.size()) {
      if (!intention.holds(refs, root_of(merged, next++))) return false;
      continue;
    }
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
