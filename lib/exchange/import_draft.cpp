#include "exchange/import_draft.h"

namespace matter {

namespace {

constexpr std::string_view none_text = "无";
constexpr std::string_view extra_key = "extra";

/// The collection under a key, made where it is not there yet.
NodeId child(TreeBuilder& tree, NodeId parent, std::string_view key, NodeKind kind) {
  NodeId found = tree.document().find(parent, key);
  if (found != no_node) return found;
  found = kind == NodeKind::mapping ? tree.mapping() : tree.sequence();
  tree.entry(parent, key, found);
  return found;
}

NodeId child_mapping(TreeBuilder& tree, NodeId parent, std::string_view key) {
  return child(tree, parent, key, NodeKind::mapping);
}

NodeId child_sequence(TreeBuilder& tree, NodeId parent, std::string_view key) {
  return child(tree, parent, key, NodeKind::sequence);
}

/// Item `n` of the sequence, made where it is not there yet.
NodeId child_item(TreeBuilder& tree, NodeId sequence, std::size_t n) {
  NodeId at = tree.document().node(sequence).child;
  for (std::size_t i = 0; at != no_node && i < n; ++i) at = tree.document().node(at).next;
  if (at != no_node) return at;
  at = tree.mapping();
  tree.item(sequence, at);
  return at;
}

}  // namespace

void MatterDraft::begin() {
  doc_.clear(no_source, {});
  tree_.emplace(doc_);
  root_ = tree_->mapping();
  presences_.clear();
  at_matter();
}

void MatterDraft::at_matter() {
  base_ = root_;
  depth_ = 0;
  table_.clear();
}

bool MatterDraft::at_new_item(const FieldPath& each) { return at_item(each, items(each)); }

bool MatterDraft::at_item(const FieldPath& each, std::size_t n) {
  const bool inside = depth_ != 0 && depth_ < each.count;
  NodeId at = inside ? base_ : root_;
  for (std::size_t i = inside ? depth_ : 0; i + 1U < each.count; ++i)
    at = child_mapping(*tree_, at, each.fields[i]->key);
  const NodeId list = child_sequence(*tree_, at, each.last().key);
  if (!doc_.node(list).is(NodeKind::sequence)) return false;
  while (doc_.node(list).count <= n) tree_->item(list, tree_->mapping());
  NodeId item = doc_.node(list).child;
  for (std::size_t i = 0; i < n; ++i) item = doc_.node(item).next;
  if (!doc_.node(item).is(NodeKind::mapping)) return false;
  table_ = (inside ? table_ : std::string()) + to_text(each) + '[' + std::to_string(n + 1) + "].";
  base_ = item;
  depth_ = each.count;
  item_ = n;
  return true;
}

std::size_t MatterDraft::items(const FieldPath& each) const {
  const NodeId list = at(each);
  return list != no_node && doc_.node(list).is(NodeKind::sequence) ? doc_.node(list).count : 0;
}

NodeId MatterDraft::at(const FieldPath& path) const {
  const bool inside = depth_ != 0 && depth_ < path.count;
  NodeId found = inside ? base_ : root_;
  for (std::size_t i = inside ? depth_ : 0; i < path.count && found != no_node; ++i)
    found = doc_.node(found).is(NodeKind::mapping) ? doc_.find(found, path.fields[i]->key) : no_node;
  return found;
}

void MatterDraft::go_to(const Place& place) {
  base_ = place.base;
  depth_ = place.depth;
  item_ = place.item;
  table_ = place.table;
}

void MatterDraft::put(const FieldPath& path, const std::vector<NodeId>& values) {
  NodeId at = base_;
  std::size_t depth = depth_;
  for (; depth + 1U < path.count && path.fields[depth]->kind == Kind::record; ++depth) {
    at = child_mapping(*tree_, at, path.fields[depth]->key);
  }
  const Field& field = *path.fields[depth];
  if (field.kind != Kind::list) {
    if (!values.empty()) tree_->entry(at, field.key, values[0]);
    return;
  }
  const NodeId list = child_sequence(*tree_, at, field.key);
  for (std::size_t n = 0; n < values.size(); ++n) {
    if (depth + 1U == path.count) {
      tree_->item(list, values[n]);
      continue;
    }
    NodeId record = child_item(*tree_, list, n);
    for (std::size_t inner = depth + 1; inner + 1U < path.count; ++inner) {
      record = child_mapping(*tree_, record, path.fields[inner]->key);
    }
    tree_->entry(record, path.last().key, values[n]);
  }
}

void MatterDraft::put_none(const FieldPath& path) {
  NodeId at = base_;
  for (std::size_t depth = depth_; depth < path.count; ++depth) {
    const Field* const field = path.fields[depth];
    if (field->kind == Kind::list || field == &path.last()) {
      if (doc_.find(at, field->key) != no_node) return;
      tree_->entry(at, field->key, tree_->text(none_text));
      return;
    }
    at = child_mapping(*tree_, at, field->key);
  }
}

void MatterDraft::tell_presence(const FieldPath& path, std::string_view said) {
  presences_.push_back({path, base_, depth_, said});
}

void MatterDraft::keep(std::string_view column, const Document& from, NodeId value) {
  const NodeId extra = child_mapping(*tree_, root_, extra_key);
  const NodeId kept = tree_->copy(from, value);
  std::string key = table_ + std::string(column);
  const std::size_t length = key.size();
  for (std::size_t n = 2; doc_.find(extra, key) != no_node; ++n)
    key.replace(length, std::string::npos, "#" + std::to_string(n));
  tree_->entry(extra, doc_.arena.keep(key), kept);
}

void MatterDraft::mark_sample() { tree_->entry(root_, "sample", tree_->text("是")); }

std::vector<MatterDraft::Disagreement> MatterDraft::settle() {
  std::vector<Disagreement> found;
  for (const Presence& told : presences_) {
    const std::size_t there = settle(told);
    const bool list = told.path.last().kind == Kind::list;
    const std::string_view wanted = told.said == none_text ? "0" : !list && told.said == "有" ? "1" : told.said;
    if (wanted != std::to_string(there)) found.push_back({told.path, told.said, there});
  }
  return found;
}

std::size_t MatterDraft::settle(const Presence& told) {
  const bool list = told.path.last().kind == Kind::list;
  const bool none = told.said == none_text;
  const bool makes = none || told.said == (list ? "0" : "有");
  NodeId at = told.base;
  for (std::size_t depth = told.depth; depth + 1U < told.path.count && at != no_node; ++depth) {
    const std::string_view key = told.path.fields[depth]->key;
    at = makes ? child_mapping(*tree_, at, key) : doc_.find(at, key);
    if (at != no_node && !doc_.node(at).is(NodeKind::mapping)) return 0;
  }
  const std::string_view key = told.path.last().key;
  const NodeId there = at != no_node ? doc_.find(at, key) : no_node;
  if (there != no_node) return list ? (doc_.node(there).is(NodeKind::sequence) ? doc_.node(there).count : 0) : 1;
  if (!makes) return 0;
  tree_->entry(at, key, none ? tree_->text(none_text) : list ? tree_->sequence() : tree_->mapping());
  return none || list ? 0 : 1;
}

}  // namespace matter
