#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace matter::general {

/// What the general reader says of a node beside the node itself.
struct Extra {
  std::uint32_t mark = 0;  ///< byte where yaml-cpp says it begins: its first property, if it has any
  bool anchored = false;
  bool tagged = false;
  NodeId target = no_node;  ///< of an alias: the node it stands for
  std::string alias;        ///< of an alias: the name of the anchor it was resolved to
};

/// Makes a tree of events. An alias becomes a null node with `target` set.
class TreeBuilder {
 public:
  TreeBuilder(Document& into, std::uint32_t base) : into_(into), base_(base) {}

  struct Event {
    int mark = 0;
    std::size_t anchor = 0;  ///< 0: none
    bool tagged = false;
  };

  void begin_document();
  void name_anchor(std::string name) { pending_name_ = std::move(name); }
  void null(const Event& event);
  void scalar(const Event& event, std::string_view value);
  void open(const Event& event, NodeKind kind, bool flow);
  void close();
  /// False when the alias stands for a node that is not yet complete.
  [[nodiscard]] bool alias(const Event& event);

  [[nodiscard]] const std::vector<Extra>& extras() const { return extras_; }
  [[nodiscard]] std::vector<Extra>& extras() { return extras_; }

 private:
  struct Anchor {
    std::string name;
    NodeId node;
    bool complete;
  };
  struct Open {
    NodeId node;
    NodeId last_child;
    std::size_t anchor;
  };
  NodeId add(const Event& event, NodeKind kind);

  Document& into_;
  std::uint32_t base_;
  std::vector<Extra> extras_;
  std::vector<Open> open_;
  std::map<std::size_t, Anchor> anchors_;
  std::string pending_name_;
};

}  // namespace matter::general
