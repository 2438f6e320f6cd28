#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/yaml/faults.h"
#include "doc/yaml/scan.h"

namespace matter::yaml {

/// A collection that is still open. The one at the bottom stands for the document itself.
struct Frame {
  std::int32_t column = -1;  ///< where its keys or dashes stand; -1 for the document, -2 in flow
  NodeId node = no_node;
  NodeId last = no_node;    ///< the child linked last
  NodeId key = no_node;     ///< the key linked last
  std::uint32_t count = 0;  ///< children
  std::uint32_t keys = 0;   ///< where its fingerprints begin
  bool mapping = false;
  std::uint64_t seen = 0;  ///< a bit for each fingerprint, to find most keys new at once
};

/// Builds a Document's nodes and keeps the keys of a mapping apart.
class Tree {
 public:
  Tree(Document& doc, Scan scan, Faults& faults, std::uint32_t depth);

  [[nodiscard]] Frame& top() { return *top_; }
  [[nodiscard]] const Frame& below() const { return *(top_ - 1); }
  [[nodiscard]] bool at_root() const { return top_ == frames_.data(); }
  [[nodiscard]] std::uint32_t open_frames() const { return static_cast<std::uint32_t>(top_ - frames_.data()); }
  [[nodiscard]] Node& node(NodeId id) { return doc_.nodes[id]; }

  /// A plain scalar of one line, or null where the core schema says so.
  NodeId plain(Offset begin, Offset end) {
    const NodeId id = scalar(begin, end, NodeStyle::plain, {scan_.text + begin, end - begin});
    const char c = scan_.text[begin];
    if (c == '~' || c == 'n' || c == 'N') make_null(id);
    return id;
  }
  NodeId scalar(Offset begin, Offset end, NodeStyle style, std::string_view value) {
    Node& made = doc_.nodes.emplace_back();
    made.span = {begin, end};
    made.data = value.data();
    made.length = static_cast<std::uint32_t>(value.size());
    made.kind = NodeKind::scalar;
    made.style = style;
    return static_cast<NodeId>(doc_.nodes.size() - 1);
  }
  NodeId absent(Offset at);

  /// Opens a flow collection; it is attached by the caller when it is closed.
  /// False when the depth limit is reached (said).
  [[nodiscard]] bool open_flow(bool mapping, Offset begin);
  /// Opens a block collection and attaches it at once.
  [[nodiscard]] bool open_block(bool mapping, std::int32_t column, Offset begin);
  /// Makes an attached scalar an open block mapping in its place.
  [[nodiscard]] bool reopen(NodeId scalar, std::int32_t column, Offset begin);
  /// Closes the innermost collection at `end` (block: at the end of its last child) and gives its node.
  NodeId close(Offset end = nowhere);

  /// Attaches a node to the innermost collection, or makes it the root.
  void attach(NodeId id) {
    Frame& frame = *top_;
    if (frame.last != no_node) {
      doc_.nodes[frame.last].next = id;
    } else if (frame.node != no_node) {
      doc_.nodes[frame.node].child = id;
    } else {
      doc_.roots.push_back(id);
    }
    frame.last = id;
    ++frame.count;
  }
  /// Attaches a key to the innermost mapping and says when it stood there before.
  void attach_key(NodeId id) {
    attach(id);
    top_->key = id;
    if (keys_.size() - top_->keys >= few) return;  // compared when the mapping is closed
    const Node& key = doc_.nodes[id];
    const std::uint32_t print = fingerprint(key.data, key.length);
    const std::uint64_t bit = 1ULL << (print & 63U);
    if ((top_->seen & bit) != 0) compare_keys(id, print);
    top_->seen |= bit;
    keys_.push_back(print);
  }

  /// Leaves the entry or item attached last out of the finished tree.
  void drop_last();
  void begin_document();
  /// Takes out what was dropped.
  void finish();

 private:
  /// Mappings with more keys are sorted when they are closed instead of compared key by key.
  static constexpr std::size_t few = 64;

  struct Drop {
    NodeId parent;
    NodeId child;
    friend auto operator<=>(const Drop&, const Drop&) = default;
  };

  NodeId collection(bool mapping, NodeStyle style, Offset begin);
  bool push(NodeId id, bool mapping, std::int32_t column);
  static std::uint32_t fingerprint(const char* data, std::uint32_t length);
  void make_null(NodeId id);
  void compare_keys(NodeId id, std::uint32_t print);
  void compare_many();
  void duplicate(NodeId id, NodeId first);
  void unlink(NodeId parent, std::size_t from, std::size_t to);

  Document& doc_;
  Scan scan_;
  Faults& faults_;
  std::vector<Frame> frames_;
  Frame* top_;
  Frame* limit_;
  std::vector<std::uint32_t> keys_;
  std::vector<Drop> drops_;
};

}  // namespace matter::yaml
