#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/arena.h"
#include "text/source.h"

namespace matter {

enum class NodeKind : std::uint8_t { null, scalar, mapping, sequence };

/// How a scalar or collection was written.
enum class NodeStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, block, flow };

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFFU;

/// A node of the immutable tree. The children of a mapping stand key, value, key, value …
/// in the order written; `count` is the number of children (so twice the entries of a mapping).
struct Node {
  Span span;  ///< all that was written: quotes, brackets and block indicators included
  const char* data = nullptr;
  std::uint32_t length = 0;  ///< the scalar's value (unescaped, folded) is [data, data + length)
  NodeId child = no_node;    ///< first child
  NodeId next = no_node;     ///< next sibling
  std::uint32_t count = 0;
  std::uint32_t tag = 0;  ///< 0: none written; else 1 + index into Document::tags
  NodeKind kind = NodeKind::null;
  NodeStyle style = NodeStyle::plain;

  [[nodiscard]] std::string_view text() const { return {data, length}; }
  [[nodiscard]] bool is(NodeKind k) const { return kind == k; }
};

/// From the `#` to the end of its line, without the line break.
struct Comment {
  Span span;
  bool own_line = false;  ///< nothing but white space stands before it
};

/// Who read the document.
enum class Reader : std::uint8_t { dialect, yaml_cpp, json };

/// One source as trees with exact spans. Reused from file to file: `clear` keeps the memory.
/// Scalars are views into the text given to the reader or into `arena`; both must outlive use.
class Document {
 public:
  SourceId source = no_source;
  std::string_view text;  ///< what was read (without a byte order mark taken off: spans count from its start)
  std::vector<Node> nodes;
  std::vector<NodeId> roots;      ///< one for each YAML document in the source
  std::vector<Span> root_spans;   ///< extent of each of them, markers excluded
  std::vector<Comment> comments;  ///< in order
  std::vector<std::string> tags;
  Arena arena;
  Reader reader = Reader::dialect;
  const Vocabulary* vocabulary = nullptr;  ///< of the source; for whoever makes values of the texts
  bool damaged = false;  ///< something was wrong and left out of the tree: do not edit, do not trust absences

  void clear(SourceId new_source, std::string_view new_text);

  [[nodiscard]] const Node& node(NodeId id) const { return nodes[id]; }
  /// Value of a key in a mapping by its exact text; no_node where there is none.
  [[nodiscard]] NodeId find(NodeId mapping, std::string_view key) const;
  /// Its text; empty where there is none.
  [[nodiscard]] std::string_view text_of(NodeId mapping, std::string_view key) const;
};

/// Children of a node, in order: `for (NodeId id : children(doc, n))`.
class Children {
 public:
  class Iterator {
   public:
    Iterator(const Document& doc, NodeId at) : doc_(&doc), at_(at) {}
    NodeId operator*() const { return at_; }
    Iterator& operator++() {
      at_ = doc_->nodes[at_].next;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const Document* doc_;
    NodeId at_;
  };
  Children(const Document& doc, NodeId parent) : doc_(&doc), first_(doc.nodes[parent].child) {}
  [[nodiscard]] Iterator begin() const { return {*doc_, first_}; }
  [[nodiscard]] Iterator end() const { return {*doc_, no_node}; }

 private:
  const Document* doc_;
  NodeId first_;
};

struct Entry {
  NodeId key;
  NodeId value;
};

/// Entries of a mapping, in order: `for (Entry e : entries(doc, n))`.
class Entries {
 public:
  class Iterator {
   public:
    Iterator(const Document& doc, NodeId at) : doc_(&doc), at_(at) {}
    Entry operator*() const { return {at_, doc_->nodes[at_].next}; }
    Iterator& operator++() {
      at_ = doc_->nodes[doc_->nodes[at_].next].next;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const Document* doc_;
    NodeId at_;
  };
  Entries(const Document& doc, NodeId mapping) : doc_(&doc), first_(doc.nodes[mapping].child) {}
  [[nodiscard]] Iterator begin() const { return {*doc_, first_}; }
  [[nodiscard]] Iterator end() const { return {*doc_, no_node}; }

 private:
  const Document* doc_;
  NodeId first_;
};

[[nodiscard]] inline Children children(const Document& doc, NodeId parent) { return {doc, parent}; }
[[nodiscard]] inline Entries entries(const Document& doc, NodeId mapping) { return {doc, mapping}; }

}  // namespace matter
