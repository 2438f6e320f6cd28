#include "doc/yaml/tree.h"

#include <algorithm>

namespace matter::yaml {

namespace {

template <class Word>
Word load(const char* p) {
  Word word = 0;
  std::memcpy(&word, p, sizeof word);
  return word;
}

bool same_key(const Node& a, const Node& b) { return a.kind == b.kind && a.text() == b.text(); }

}  // namespace

Tree::Tree(Document& doc, Scan scan, Faults& faults, std::uint32_t depth) : doc_(doc), scan_(scan), faults_(faults) {
  frames_.resize(depth + 1U);
  top_ = frames_.data();
  limit_ = frames_.data() + frames_.size() - 1;
  keys_.reserve(256);
}

void Tree::begin_document() {
  top_ = frames_.data();
  *top_ = Frame{};
  keys_.clear();
}

void Tree::make_null(NodeId id) {
  Node& node = doc_.nodes[id];
  const std::string_view text = node.text();
  if (text == "~" || text == "null" || text == "Null" || text == "NULL") {
    node.kind = NodeKind::null;
    node.length = 0;
  }
}

NodeId Tree::absent(Offset at) {
  const std::string_view nothing = scan_.view(at, at);
  const NodeId id = scalar(at, at, NodeStyle::plain, nothing);
  doc_.nodes[id].kind = NodeKind::null;
  return id;
}

NodeId Tree::collection(bool mapping, NodeStyle style, Offset begin) {
  Node& made = doc_.nodes.emplace_back();
  made.span = {begin, begin};
  made.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
  made.style = style;
  return static_cast<NodeId>(doc_.nodes.size() - 1);
}

bool Tree::push(NodeId id, bool mapping, std::int32_t column) {
  if (top_ == limit_) {
    doc_.damaged = true;
    faults_.too_deep(doc_.nodes[id].span.begin, static_cast<std::size_t>(limit_ - frames_.data()));
    return false;
  }
  ++top_;
  top_->column = column;
  top_->node = id;
  top_->last = no_node;
  top_->key = no_node;
  top_->count = 0;
  top_->keys = static_cast<std::uint32_t>(keys_.size());
  top_->mapping = mapping;
  top_->seen = 0;
  return true;
}

bool Tree::open_flow(bool mapping, Offset begin) {
  return push(collection(mapping, NodeStyle::flow, begin), mapping, -2);
}

bool Tree::open_block(bool mapping, std::int32_t column, Offset begin) {
  const NodeId id = collection(mapping, NodeStyle::block, begin);
  attach(id);
  return push(id, mapping, column);
}

bool Tree::reopen(NodeId scalar, std::int32_t column, Offset begin) {
  Node& node = doc_.nodes[scalar];
  node.span = {begin, begin};
  node.data = nullptr;
  node.length = 0;
  node.kind = NodeKind::mapping;
  node.style = NodeStyle::block;
  return push(scalar, true, column);
}

NodeId Tree::close(Offset end) {
  const NodeId id = top_->node;
  // A fault may leave a key alone; entries are pairs all the same.
  if (top_->mapping && top_->count % 2 != 0) attach(absent(doc_.nodes[top_->last].span.end));
  Node& node = doc_.nodes[id];
  node.count = top_->count;
  if (end != nowhere)
    node.span.end = end;
  else if (top_->last != no_node)
    node.span.end = doc_.nodes[top_->last].span.end;
  if (top_->count > 2 * few && top_->mapping) compare_many();
  keys_.resize(top_->keys);
  --top_;
  return id;
}

std::uint32_t Tree::fingerprint(const char* data, std::uint32_t length) {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  if (length >= 8) {
    a = load<std::uint64_t>(data);
    b = load<std::uint64_t>(data + length - 8);
  } else if (length >= 4) {
    a = load<std::uint32_t>(data);
    b = load<std::uint32_t>(data + length - 4);
  } else if (length > 0) {
    a = static_cast<unsigned char>(data[0]);
    b = static_cast<std::uint64_t>(static_cast<unsigned char>(data[length / 2])) << 8U |
        static_cast<unsigned char>(data[length - 1]);
  }
  const std::uint64_t mixed = (a ^ std::rotl(b, 23) ^ (std::uint64_t{length} << 56U)) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::uint32_t>(mixed >> 32U);
}

/// The key shares its bit with another: compare the fingerprints, and the keys where they are the same.
void Tree::compare_keys(NodeId id, std::uint32_t print) {
  const Node& key = doc_.nodes[id];
  NodeId other = doc_.nodes[top_->node].child;
  std::size_t walked = 0;
  for (std::size_t i = 0; top_->keys + i < keys_.size(); ++i) {
    if (keys_[top_->keys + i] != print) continue;
    for (; walked < i; ++walked) other = doc_.nodes[doc_.nodes[other].next].next;
    if (same_key(doc_.nodes[other], key)) return duplicate(id, other);
  }
}

/// Linear would be quadratic here: sort, then look at neighbours. Keys among the first few were compared before.
void Tree::compare_many() {
  std::vector<NodeId> ids;
  ids.reserve(top_->count / 2);
  for (const Entry entry : entries(doc_, top_->node)) ids.push_back(entry.key);
  const auto at_few = static_cast<std::ptrdiff_t>(few);
  const NodeId first_late = *(ids.begin() + at_few);
  std::sort(ids.begin(), ids.end(), [&](NodeId a, NodeId b) {
    const Node& x = doc_.nodes[a];
    const Node& y = doc_.nodes[b];
    if (x.kind != y.kind) return x.kind < y.kind;
    const int order = x.text().compare(y.text());
    return order != 0 ? order < 0 : x.span.begin < y.span.begin;
  });
  const Offset early = doc_.nodes[first_late].span.begin;
  for (std::size_t i = 1, first = 0; i < ids.size(); ++i) {
    if (!same_key(doc_.nodes[ids[first]], doc_.nodes[ids[i]])) {
      first = i;
    } else if (doc_.nodes[ids[i]].span.begin >= early) {
      duplicate(ids[i], ids[first]);
    }
  }
}

void Tree::duplicate(NodeId id, NodeId first) {
  faults_.duplicate_key(doc_.nodes[id].span, doc_.nodes[first].span, doc_.nodes[id].text());
  drops_.push_back({top_->node, id});
}

void Tree::drop_last() {
  if (top_->last == no_node) return;
  doc_.damaged = true;
  if (top_->node == no_node) {
    // A root cannot be left out: what is wrong there becomes null.
    Node& root = doc_.nodes[top_->last];
    const Offset begin = root.span.begin;
    root = Node{};
    root.span = {begin, begin};
    root.data = scan_.text;
    return;
  }
  drops_.push_back({top_->node, top_->mapping ? top_->key : top_->last});
}

void Tree::finish() {
  if (drops_.empty()) return;
  doc_.damaged = true;
  std::sort(drops_.begin(), drops_.end());
  for (std::size_t from = 0; from < drops_.size();) {
    std::size_t to = from + 1;
    while (to < drops_.size() && drops_[to].parent == drops_[from].parent) ++to;
    unlink(drops_[from].parent, from, to);
    from = to;
  }
}

/// Children of one parent come in the order they were made, and so do its sorted drops.
void Tree::unlink(NodeId parent, std::size_t from, std::size_t to) {
  Node& owner = doc_.nodes[parent];
  const bool mapping = owner.kind == NodeKind::mapping;
  NodeId kept = no_node;
  NodeId child = owner.child;
  while (child != no_node) {
    const NodeId last = mapping ? doc_.nodes[child].next : child;
    const NodeId next = doc_.nodes[last].next;
    while (from < to && drops_[from].child < child) ++from;
    if (from < to && drops_[from].child == child) {
      (kept == no_node ? owner.child : doc_.nodes[kept].next) = next;
      owner.count -= mapping ? 2 : 1;
    } else {
      kept = last;
    }
    child = next;
  }
}

}  // namespace matter::yaml
