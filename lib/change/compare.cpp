#include "change/compare.h"

#include <algorithm>
#include <map>

#include "change/match.h"
#include "change/same.h"
#include "change/tree.h"

namespace matter {

namespace {

/// A list that is being compared, with the labels of its items once a change needs them.
struct ListFrame {
  const AnyList* before;
  const AnyList* after;
  std::vector<std::string> before_labels, after_labels;
};

struct Frame {
  const Field* field;
  ListFrame* list = nullptr;
  ItemPair item;
};

class Comparison {
 public:
  Comparison(const CompareSide& before, const CompareSide& after) : before_(before), after_(after) {}

  void record(const Table& table, const void* a, const void* b) {
    for (const Field& field : table.fields) {
      frames_.push_back({&field, nullptr, {}});
      member_of(field, member(field, a), member(field, b));
      frames_.pop_back();
    }
    if (!before_.unknown.problems.empty() || !after_.unknown.problems.empty()) unknown(table, a, b);
  }

  [[nodiscard]] std::vector<Change> take() { return std::move(changes_); }

 private:
  void member_of(const Field& field, const void* a, const void* b);
  [[nodiscard]] bool written_alike(const AnyList& a, const AnyList& b) const;
  void list(const Field& field, const AnyList& a, const AnyList& b);
  void item(const Field& field, const AnyList& a, const AnyList& b, const ItemPair& pair);
  void order(const Field& field, const AnyList& a, const AnyList& b, const std::vector<ItemPair>& pairs);
  void wrong(const Field& field, const void* a, const void* b);
  void unknown(const Table& table, const void* a, const void* b);
  void tree(const ChangePath& path, const TreeSide& a, const TreeSide& b);

  [[nodiscard]] bool filler(const Field& field) const {
    return field.none == NoneMeaning::filler ||
           (field.none == NoneMeaning::outside_licence && before_.licence && after_.licence);
  }
  [[nodiscard]] Content content(const Field& field, const void* member, const CompareSide& side) const;
  [[nodiscard]] static Content item_content(const Field& list, const void* item, const CompareSide& side);
  [[nodiscard]] static ChangeSide side(Content value, Location at, const CompareSide& of);
  [[nodiscard]] static Content labels(const std::vector<std::string>& labels);
  [[nodiscard]] ChangePath path() const;
  Change& report(ChangeKind kind, ChangeSide before, ChangeSide after);
  void whole(const Field& field, const void* a, const void* b);

  const CompareSide& before_;
  const CompareSide& after_;
  std::vector<Frame> frames_;
  std::vector<Change> changes_;
};

ChangeKind kind_of_sides(const Content& before, const Content& after) {
  if (before.absent()) return ChangeKind::added;
  return after.absent() ? ChangeKind::removed : ChangeKind::changed;
}

const Mark& mark(const void* member) { return *static_cast<const Mark*>(member); }

TreeSide tree_side(const void* member) {
  const auto& extra = *static_cast<const Extra*>(member);
  return {extra.document, extra.node, extra.mark.at()};
}

/// The node of a value that the model could not take, found by its place.
const Problem* problem_at(std::span<const Problem> problems, Location at) {
  const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& p) {
    return p.at == at && p.kind != ProblemKind::unknown_field && p.kind != ProblemKind::twice;
  });
  return found == problems.end() ? nullptr : &*found;
}

Content written_content(const void* member, const CompareSide& side) {
  const Location at = mark(member).at();
  if (const Problem* p = problem_at(side.unknown.problems, at); p != nullptr && p->node != no_node) {
    return content_of_node(*side.unknown.document, p->node);
  }
  if (side.inherits != nullptr) {
    const Problem* p = problem_at(side.inherits->problems, at);
    if (p != nullptr && p->node != no_node) return content_of_node(*side.inherits->document, p->node);
  }
  return {};
}

Content Comparison::content(const Field& field, const void* member, const CompareSide& side) const {
  if (mark(member).state != State::wrong) return content_of(field, member, side.unknown);
  Content written = written_content(member, side);
  return written.absent() && is_scalar(field.kind) ? content_of(field, member, side.unknown) : written;
}

Content Comparison::item_content(const Field& list, const void* item, const CompareSide& side) {
  if (item == nullptr) return {};
  if (mark(item).state != State::wrong) return content_of_item(list, item, side.unknown);
  Content written = written_content(item, side);
  return written.absent() ? content_of_item(list, item, side.unknown) : written;
}

ChangeSide Comparison::side(Content value, Location at, const CompareSide& of) {
  const bool inherited = !value.absent() && of.inherits != nullptr && at.source != of.source;
  return {std::move(value), at, inherited};
}

Content Comparison::labels(const std::vector<std::string>& labels) {
  Content content;
  content.kind = Content::Kind::list;
  for (const std::string& label : labels) content.parts.push_back(text_content(label));
  return content;
}

ChangePath Comparison::path() const {
  ChangePath path;
  for (const Frame& frame : frames_) {
    PathStep step;
    step.field = frame.field;
    if (ListFrame* list = frame.list; list != nullptr) {
      const bool old = frame.item.before != no_item;
      auto& labels = old ? list->before_labels : list->after_labels;
      if (labels.empty()) labels = item_labels(*frame.field, old ? *list->before : *list->after);
      step.item = labels[old ? frame.item.before : frame.item.after];
    }
    path.push_back(std::move(step));
  }
  return path;
}

Change& Comparison::report(ChangeKind kind, ChangeSide before, ChangeSide after) {
  return changes_.emplace_back(Change{path(), kind, std::move(before), std::move(after), 0});
}

void Comparison::whole(const Field& field, const void* a, const void* b) {
  ChangeSide before = side(content(field, a, before_), mark(a).at(), before_);
  ChangeSide after = side(content(field, b, after_), mark(b).at(), after_);
  const ChangeKind kind = kind_of_sides(before.value, after.value);
  report(kind, std::move(before), std::move(after));
}

void Comparison::member_of(const Field& field, const void* a, const void* b) {
  State left = mark(a).state;
  State right = mark(b).state;
  if (left == State::wrong || right == State::wrong) return wrong(field, a, b);
  if (filler(field)) {
    if (left == State::none) left = State::absent;
    if (right == State::none) right = State::absent;
  }
  const bool group = field.kind == Kind::record && left != State::none && right != State::none;
  if (group) return record(*field.table(), a, b);
  if (left != right) return whole(field, a, b);
  if (left != State::given) return;
  if (field.kind == Kind::list) {
    list(field, *static_cast<const AnyList*>(a), *static_cast<const AnyList*>(b));
  } else if (field.kind == Kind::extra) {
    tree(path(), tree_side(a), tree_side(b));
  } else if (!same_value(field.kind, field.format, *static_cast<const Scalar*>(a), *static_cast<const Scalar*>(b))) {
    whole(field, a, b);
  }
}

void Comparison::wrong(const Field& field, const void* a, const void* b) {
  if (!same_content(content(field, a, before_), content(field, b, after_))) whole(field, a, b);
}

/// What was written on one side for the key of a member, from the beginning of its line; empty where it is not the
/// matter's own, or where the same bytes may mean something else (anchors).
std::string_view written_line(const Mark& mark, const CompareSide& side) {
  const Document* const document = side.unknown.document;
  if (document == nullptr || document->damaged || document->reader != Reader::dialect) return {};
  if (mark.source != side.source || document->source != side.source || mark.key.empty()) return {};
  const std::size_t line = document->text.rfind('\n', mark.key.begin);
  const auto begin = static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
  return slice(document->text, {begin, mark.value.end});
}

/// Whether two lists were written alike, byte for byte and as deeply indented: then they are the same.
bool Comparison::written_alike(const AnyList& a, const AnyList& b) const {
  if (a.mark.value.size() != b.mark.value.size()) return false;
  const std::string_view before = written_line(a.mark, before_);
  return !before.empty() && before == written_line(b.mark, after_);
}

void Comparison::list(const Field& field, const AnyList& a, const AnyList& b) {
  if (written_alike(a, b)) return;
  ListFrame frame{&a, &b, {}, {}};
  const std::vector<ItemPair> pairs = match_items(field, a, b);
  frames_.back().list = &frame;
  for (const ItemPair& pair : pairs) {
    frames_.back().item = pair;
    item(field, a, b, pair);
  }
  frames_.back().list = nullptr;
  if (field.ordered) order(field, a, b, pairs);
}

void Comparison::item(const Field& field, const AnyList& a, const AnyList& b, const ItemPair& pair) {
  const void* left = pair.before == no_item ? nullptr : item_of(field, a, pair.before);
  const void* right = pair.after == no_item ? nullptr : item_of(field, b, pair.after);
  if (left != nullptr && right != nullptr && mark(left).given() && mark(right).given()) {
    if (field.item == Kind::record) return record(*field.table(), left, right);
    if (same_value(field.item, field.format, *static_cast<const Scalar*>(left), *static_cast<const Scalar*>(right)))
      return;
  }
  const Location old_at = left != nullptr ? mark(left).at() : a.at();
  const Location new_at = right != nullptr ? mark(right).at() : b.at();
  ChangeSide before = side(item_content(field, left, before_), old_at, before_);
  ChangeSide after = side(item_content(field, right, after_), new_at, after_);
  if (left != nullptr && right != nullptr && same_content(before.value, after.value)) return;
  const ChangeKind kind = left == nullptr    ? ChangeKind::added
                          : right == nullptr ? ChangeKind::removed
                                             : ChangeKind::changed;
  Change& change = report(kind, std::move(before), std::move(after));
  if (kind == ChangeKind::added && field.ordered) change.position = pair.after + 1;
}

void Comparison::order(const Field& field, const AnyList& a, const AnyList& b, const std::vector<ItemPair>& pairs) {
  std::vector<std::uint32_t> new_places;  // of the common items, in the old order
  for (const ItemPair& pair : pairs) {
    if (pair.before != no_item && pair.after != no_item) new_places.push_back(pair.after);
  }
  if (std::is_sorted(new_places.begin(), new_places.end())) return;
  // Common items are called as in the old list on both sides, so that the two lists can be set side by side.
  const std::vector<std::string> old_labels = item_labels(field, a);
  std::vector<std::string> before;
  std::map<std::uint32_t, std::string> after;
  for (const ItemPair& pair : pairs) {
    if (pair.before == no_item || pair.after == no_item) continue;
    before.push_back(old_labels[pair.before]);
    after[pair.after] = old_labels[pair.before];
  }
  std::vector<std::string> sorted;
  sorted.reserve(after.size());
  for (auto& [place, label] : after) sorted.push_back(std::move(label));
  report(ChangeKind::reordered, side(labels(before), a.at(), before_), side(labels(sorted), b.at(), after_));
}

void Comparison::tree(const ChangePath& path, const TreeSide& a, const TreeSide& b) {
  for (TreeChange& change : compare_trees(a, b)) {
    ChangePath longer = path;
    for (std::string& key : change.keys) longer.push_back({nullptr, std::move(key), {}});
    const ChangeKind kind = kind_of_sides(change.before, change.after);
    changes_.push_back({std::move(longer), kind, side(std::move(change.before), change.before_at, before_),
                        side(std::move(change.after), change.after_at, after_), 0});
  }
}

void Comparison::unknown(const Table& table, const void* a, const void* b) {
  const auto left = before_.unknown.of(table, a);
  const auto right = after_.unknown.of(table, b);
  const ChangePath here = path();
  auto one = left.begin();
  auto other = right.begin();
  while (one != left.end() || other != right.end()) {
    const bool old = other == right.end() || (one != left.end() && one->key <= other->key);
    const bool fresh = one == left.end() || (other != right.end() && other->key <= one->key);
    ChangePath longer = here;
    longer.push_back(PathStep{nullptr, old ? one->key : other->key, {}});
    tree(longer, {before_.unknown.document, old ? one->value : no_node, mark(a).at()},
         {after_.unknown.document, fresh ? other->value : no_node, mark(b).at()});
    if (old) ++one;
    if (fresh) ++other;
  }
}

}  // namespace

std::vector<Change> compare_records(const Table& table, const CompareSide& before, const CompareSide& after) {
  Comparison comparison(before, after);
  comparison.record(table, before.record, after.record);
  return comparison.take();
}

std::vector<Change> compare(const Matter& before, const Matter& after) {
  const auto side = [](const Matter& m) {
    return CompareSide{&m, {m.problems, m.document}, m.standard_entry, m.mark.source, family_of(m) == Family::licence};
  };
  return compare_records(*table_of<Matter>(), side(before), side(after));
}

}  // namespace matter
