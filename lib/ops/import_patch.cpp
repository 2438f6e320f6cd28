#include "ops/import_patch.h"

#include <algorithm>

#include "change/match.h"

namespace matter {

namespace {

std::vector<std::string_view> texts_at(const Matter& m, const FieldPath& path) {
  std::vector<std::string_view> texts;
  visit_path(path, static_cast<const void*>(&m), [&](const Trail&, const Field&, const void* at) {
    if (static_cast<const Mark*>(at)->given()) texts.push_back(static_cast<const Scalar*>(at)->text);
  });
  return texts;
}

using Kind_ = PlannedChange::Kind;

/// Where a value stands, as reports say it.
struct Path {
  std::string field, label;

  [[nodiscard]] Path inside(const Field& of) const {
    Path path = *this;
    path.field.append(path.field.empty() ? "" : ".").append(of.key);
    path.label.append(path.label.empty() ? "" : ".").append(of.label);
    return path;
  }
  [[nodiscard]] Path item(std::string_view name) const {
    Path path = *this;
    path.field.append("[").append(name).append("]");
    path.label.append("[").append(name).append("]");
    return path;
  }
};

/// A member on the three sides.
struct Members {
  const void *catalog, *would_come, *came;

  [[nodiscard]] Members of(const Field& field) const {
    return {member(field, catalog), member(field, would_come), member(field, came)};
  }
};

const AnyList& list_at(const void* member) { return *static_cast<const AnyList*>(member); }

std::string shown(const Field& field, const Content& content) { return shown_value(content, {{&field}}); }
std::string shown_item(const Field& list, const Content& content) { return shown_value(content, {{&list, 0}}); }

/// Puts a field of a record at its place in the order of the table; an absent one is taken away.
void put(Content& record, const Table& table, const Field& field, Content value) {
  auto at = record.parts.begin();
  for (; at != record.parts.end() && at->key != field.key; ++at) {
    const Field* const there = find_field(table, at->key);
    if (there == nullptr || there > &field) break;
  }
  const bool there = at != record.parts.end() && at->key == field.key;
  if (value.absent()) {
    if (there) record.parts.erase(at);
    return;
  }
  value.key = field.key;
  if (there) {
    *at = std::move(value);
  } else {
    record.parts.insert(at, std::move(value));
  }
}

/// An item of the list as it shall be: of the catalog, of what came, or of both.
struct Slot {
  std::uint32_t catalog = no_item, came = no_item;
};

/// Which items stay, go and come, and in which order.
class Slots {
 public:
  Slots(const Field& list, const AnyList& catalog, const AnyList& would_come, const AnyList& came)
      : partner_(catalog.count, no_item), came_of_(would_come.count, no_item), of_came_(came.count, no_item) {
    if (catalog.count == would_come.count) {
      for (std::uint32_t i = 0; i < catalog.count; ++i) partner_[i] = i;
    } else {  // the platform cannot carry some of them
      for (const ItemPair& pair : match_items(list, catalog, would_come)) {
        if (pair.before != no_item) partner_[pair.before] = pair.after;
      }
    }
    for (const ItemPair& pair : match_items(list, would_come, came)) {
      if (pair.before == no_item || pair.after == no_item) continue;
      came_of_[pair.before] = pair.after;
      of_came_[pair.after] = pair.before;
    }
    moved_ = list.ordered && !in_order();
    keep();
    if (moved_) move();
    add();
  }

  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
  [[nodiscard]] const std::vector<std::uint32_t>& removed() const { return removed_; }
  [[nodiscard]] bool moved() const { return moved_; }
  /// Of a slot: the item that an export would give.
  [[nodiscard]] std::uint32_t would_come(const Slot& slot) const {
    return slot.catalog == no_item ? no_item : partner_[slot.catalog];
  }

 private:
  [[nodiscard]] bool in_order() const {
    std::uint32_t last = 0;
    for (const std::uint32_t one : of_came_) {
      if (one == no_item) continue;
      if (one < last) return false;
      last = one;
    }
    return true;
  }

  void keep() {
    for (std::uint32_t i = 0; i < partner_.size(); ++i) {
      const std::uint32_t came = partner_[i] == no_item ? no_item : came_of_[partner_[i]];
      if (partner_[i] != no_item && came == no_item) {
        removed_.push_back(i);
      } else {
        slots_.push_back({i, came});
      }
    }
  }

  /// What came is in another order: it is the new one. What did not come stays behind what it followed.
  void move() {
    std::vector<Slot> moved;
    for (const Slot& slot : slots_) {
      if (slot.came != no_item) moved.push_back(slot);
    }
    std::sort(moved.begin(), moved.end(), [](const Slot& a, const Slot& b) { return a.came < b.came; });
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (slots_[i].came != no_item) continue;
      auto at = moved.begin();
      if (i != 0) {
        at = std::find_if(moved.begin(), moved.end(),
                          [&](const Slot& slot) { return slot.catalog == slots_[i - 1].catalog; });
        ++at;
      }
      moved.insert(at, slots_[i]);
    }
    slots_ = std::move(moved);
  }

  /// What is new stands behind what it follows where it came from.
  void add() {
    for (std::uint32_t i = 0; i < of_came_.size(); ++i) {
      if (of_came_[i] != no_item && has(i)) continue;
      auto at = slots_.begin();
      for (std::uint32_t before = i; before-- > 0;) {
        const auto found =
            std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.came == before; });
        if (found == slots_.end()) continue;
        at = found + 1;
        break;
      }
      slots_.insert(at, {no_item, i});
    }
  }

  [[nodiscard]] bool has(std::uint32_t came) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.came == came; });
  }

  std::vector<std::uint32_t> partner_;  // of the catalog's items: what an export would give
  std::vector<std::uint32_t> came_of_;  // of these: what came
  std::vector<std::uint32_t> of_came_;  // the other way round
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> removed_;
  bool moved_ = false;
};

class Patcher {
 public:
  explicit Patcher(const PatchSides& sides) : sides_(sides) {}

  Patch run() {
    record(*table_of<Matter>(), {&sides_.catalog, &sides_.would_come, &sides_.came}, {}, {});
    return std::move(patch_);
  }

 private:
  struct NewList {
    Content content;
    std::vector<std::uint32_t> from;
    bool changed = false;
  };
  enum class Verdict : std::uint8_t { same, inside, whole };

  /// What a field is on the three sides, and what is to be done with it.
  struct Judged {
    Content now, shall;
    Verdict verdict = Verdict::same;
  };

  [[nodiscard]] Judged judge(const Field& field, const Members& at, const Path& path) const {
    Judged judged;
    judged.shall = content_of(field, at.came);
    const bool rows = field.kind == Kind::list && sides_.absence_speaks && sides_.rows.contains(path.field);
    const Content would = content_of(field, at.would_come);
    if (judged.shall.absent() && (!sides_.absence_speaks || would.absent())) return judged;
    if (says_the_same(would, judged.shall)) return judged;
    judged.now = content_of(field, at.catalog);
    if (rows && judged.shall.absent()) judged.shall.kind = Content::Kind::list;  // it lost its last row
    if (says_the_same(judged.now, judged.shall)) return judged;
    const bool no_none = judged.shall.kind != Content::Kind::none && judged.now.kind != Content::Kind::none;
    const bool lists =
        judged.shall.kind == Content::Kind::list && (judged.now.kind == Content::Kind::list || judged.now.absent());
    const bool deep = field.kind == Kind::record ? no_none : field.kind == Kind::list ? lists : false;
    judged.verdict = deep ? Verdict::inside : Verdict::whole;
    return judged;
  }

  [[nodiscard]] bool inherited(const void* member) const {
    const Mark& mark = *static_cast<const Mark*>(member);
    return !mark.absent() && mark.source != sides_.source;
  }

  void record(const Table& table, const Members& records, const FieldTarget& at, const Path& path) {
    for (const Field& field : table.fields) {
      const Members members = records.of(field);
      const Path here = path.inside(field);
      if (&table == table_of<Matter>() && stays_apart(field, members, here)) continue;
      Judged judged = judge(field, members, here);
      if (judged.verdict == Verdict::same) continue;
      FieldTarget target = at;
      target.push_back({&field});
      inherited_ = inherited(members.catalog);
      if (field.kind == Kind::extra) {
        extra(field, members, std::move(target), here);
      } else if (judged.verdict == Verdict::whole) {
        value(field, std::move(judged), std::move(target), here);
      } else if (field.kind == Kind::record) {
        record(*field.table(), members, target, here);
      } else {
        NewList list = merged_list(field, members, here);
        if (inherited_ || judged.now.absent()) list.from.clear();
        if (list.changed) patch_.edits.push_back({0, std::move(target), std::move(list.content), std::move(list.from)});
      }
    }
  }

  /// A text that came for what the catalog says in several values is told, not written. That there is none is.
  bool stays_apart(const Field& field, const Members& members, const Path& path) {
    const auto read = std::find_if(sides_.whole_texts.begin(), sides_.whole_texts.end(),
                                   [&](const FieldPath& one) { return one.fields[0] == &field; });
    if (read == sides_.whole_texts.end()) return false;
    const Content would = content_of(field, members.would_come);
    const Content came = content_of(field, members.came);
    const bool now = !content_of(field, members.catalog).absent();
    if (would.absent() || says_the_same(would, came)) return false;
    if (came.kind == Content::Kind::none || (came.absent() && now)) return false;
    if (texts_at(sides_.catalog, *read) == texts_at(sides_.would_come, *read)) return false;
    patch_.kept.push_back({Kind_::changed, path.field, path.label, shown(field, would), shown(field, came)});
    return true;
  }

  void value(const Field& field, Judged judged, FieldTarget target, const Path& path) {
    if (judged.shall.absent() && inherited_) {
      patch_.kept.push_back({Kind_::removed, path.field, path.label, shown(field, judged.now), {}, true});
      return;
    }
    tell(field, path, judged);
    patch_.edits.push_back({0, std::move(target), std::move(judged.shall)});
  }

  void tell(const Field& field, const Path& path, const Judged& judged) {
    const Kind_ kind = judged.shall.absent() ? Kind_::removed : judged.now.absent() ? Kind_::added : Kind_::changed;
    patch_.changes.push_back(
        {kind, path.field, path.label, shown(field, judged.now), shown(field, judged.shall), inherited_});
  }

  /// Keys that no table knows, each for itself.
  void extra(const Field& field, const Members& members, FieldTarget target, const Path& path) {
    const Content would = content_of(field, members.would_come);
    const Content came = content_of(field, members.came);
    Content all = content_of(field, members.catalog);
    const std::size_t before = patch_.changes.size();
    all.kind = Content::Kind::record;
    const auto set = [&](const std::string& key, const Content* is) {
      const Content* const was = would.part(key);
      const auto now = std::find_if(all.parts.begin(), all.parts.end(), [&](const Content& p) { return p.key == key; });
      const bool there = now != all.parts.end();
      if (is == nullptr ? !there || !sides_.absence_speaks : (was != nullptr && *was == *is) || (there && *now == *is))
        return;
      if (was != nullptr && !there) {  // a column that nothing can be made of again
        patch_.kept.push_back({Kind_::changed, path.field + "." + key, path.label + "." + key, shown(field, *was),
                               is != nullptr ? shown(field, *is) : std::string{}});
        return;
      }
      PlannedChange change{is == nullptr ? Kind_::removed
                           : there       ? Kind_::changed
                                         : Kind_::added,
                           path.field + "." + key, path.label + "." + key};
      if (there) change.before = shown(field, *now);
      if (is != nullptr) change.after = shown(field, *is);
      patch_.changes.push_back(std::move(change));
      if (is == nullptr) {
        all.parts.erase(now);
      } else if (there) {
        *now = *is;
      } else {
        all.parts.push_back(*is);
      }
    };
    for (const Content& part : came.parts) set(part.key, &part);
    for (const Content& part : would.parts) {
      if (came.part(part.key) == nullptr) set(part.key, nullptr);
    }
    if (patch_.changes.size() == before) return;
    patch_.edits.push_back({0, std::move(target), all.parts.empty() ? Content{} : std::move(all)});
  }

  NewList merged_list(const Field& field, const Members& members, const Path& path) {
    const AnyList& catalog = list_at(members.catalog);
    const AnyList& came = list_at(members.came);
    const Slots slots(field, catalog, list_at(members.would_come), came);
    NewList made;
    made.content.kind = Content::Kind::list;
    const bool records = field.item == Kind::record;
    const std::size_t told = patch_.changes.size();
    const std::vector<std::string> old_labels = item_labels(field, catalog);
    const std::vector<std::string> new_labels = item_labels(field, came);
    for (const std::uint32_t gone : slots.removed()) {
      const Content item = content_of_item(field, item_of(field, catalog, gone));
      tell_item(Kind_::removed, field, path.item(old_labels[gone]), item, records);
    }
    for (const Slot& slot : slots.slots()) {
      made.from.push_back(slot.catalog == no_item ? FieldStep::appended : slot.catalog);
      if (slot.catalog == no_item) {
        made.content.parts.push_back(content_of_item(field, item_of(field, came, slot.came)));
        tell_item(Kind_::added, field, path.item(new_labels[slot.came]), made.content.parts.back(), records);
      } else {
        const Content before = item_content(field, members, slot);
        made.content.parts.push_back(
            item(field, members, slot, slots.would_come(slot), path.item(old_labels[slot.catalog]), before));
        made.changed = made.changed || !says_the_same(before, made.content.parts.back());
      }
    }
    const Content now = content_of(field, members.catalog);
    const auto fresh = [](const Slot& slot) { return slot.catalog == no_item; };
    made.changed = made.changed || now.absent() || slots.moved() || !slots.removed().empty() ||
                   std::any_of(slots.slots().begin(), slots.slots().end(), fresh);
    if (!records && made.changed) {
      patch_.changes.resize(told);
      patch_.changes.push_back({now.absent() ? Kind_::added : Kind_::changed, path.field, path.label, shown(field, now),
                                shown(field, made.content), inherited_});
    } else if (slots.moved()) {
      tell_order(slots, path, old_labels, new_labels);
    } else if (made.changed && patch_.changes.size() == told) {  // an empty list
      patch_.changes.push_back({Kind_::added, path.field, path.label, {}, shown(field, made.content), inherited_});
    }
    return made;
  }

  void tell_item(Kind_ kind, const Field& list, const Path& path, const Content& item, bool records) {
    if (!records) return;
    PlannedChange change{kind, path.field, path.label};
    change.inherited = inherited_ && kind == Kind_::removed;
    (kind == Kind_::added ? change.after : change.before) = shown_item(list, item);
    patch_.changes.push_back(std::move(change));
  }

  void tell_order(const Slots& slots, const Path& path, const std::vector<std::string>& before,
                  const std::vector<std::string>& after) {
    PlannedChange change{Kind_::reordered, path.field, path.label};
    change.inherited = inherited_;
    const auto add = [](std::string& to, const std::string& label) { to.append(to.empty() ? "" : "、").append(label); };
    for (const std::string& label : before) add(change.before, label);
    for (const Slot& slot : slots.slots())
      add(change.after, slot.catalog != no_item ? before[slot.catalog] : after[slot.came]);
    patch_.changes.push_back(std::move(change));
  }

  /// An item of the catalog with all that it holds, keys that no table knows too.
  [[nodiscard]] Content item_content(const Field& list, const Members& members, const Slot& slot) const {
    const void* const item = item_of(list, list_at(members.catalog), slot.catalog);
    const UnknownFields unknown{sides_.catalog.problems, sides_.catalog.document};
    return content_of_item(list, item, inherited(item) ? UnknownFields{} : unknown);
  }

  /// An item that stays, with what changed in it.
  Content item(const Field& list, const Members& members, const Slot& slot, std::uint32_t would_come, const Path& path,
               Content content) {
    if (slot.came == no_item) return content;
    const void* const catalog = item_of(list, list_at(members.catalog), slot.catalog);
    const void* const came = item_of(list, list_at(members.came), slot.came);
    const void* const would = item_of(list, list_at(members.would_come), would_come);
    const Content is = content_of_item(list, came);
    if (list.item == Kind::record && content.kind == Content::Kind::record && is.kind == Content::Kind::record) {
      in_record(content, *list.table(), {catalog, would, came}, path);
      return content;
    }
    return says_the_same(content_of_item(list, would), is) ? content : is;
  }

  void in_record(Content& content, const Table& table, const Members& records, const Path& path) {
    for (const Field& field : table.fields) {
      const Members members = records.of(field);
      const Path here = path.inside(field);
      Judged judged = judge(field, members, here);
      if (judged.verdict == Verdict::same) continue;
      if (judged.verdict == Verdict::whole) {
        tell(field, here, judged);
        put(content, table, field, std::move(judged.shall));
      } else if (field.kind == Kind::record) {
        const Content* const now = content.part(field.key);
        Content inner = now != nullptr ? *now : Content{};
        inner.kind = Content::Kind::record;
        in_record(inner, *field.table(), members, here);
        put(content, table, field, std::move(inner));
      } else {
        put(content, table, field, merged_list(field, members, here).content);
      }
    }
  }

  const PatchSides& sides_;
  Patch patch_;
  bool inherited_ = false;  // the value that is looked at
};

}  // namespace

Patch patch_of(const PatchSides& sides) { return Patcher(sides).run(); }

}  // namespace matter
