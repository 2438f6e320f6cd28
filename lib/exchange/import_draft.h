#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/builder.h"
#include "model/path.h"

namespace matter {

/// A matter in the making: a raw tree, its keys in the order in which columns came.
class MatterDraft {
 public:
  void begin();
  [[nodiscard]] TreeBuilder& tree() { return *tree_; }
  /// Rows that follow speak of the matter, or of a new item at the end of a list of it. False where something else
  /// than a list stands there.
  void at_matter();
  [[nodiscard]] bool at_new_item(const FieldPath& each);
  [[nodiscard]] bool in_item() const { return depth_ != 0; }
  /// Item `n` (from 0) of a list of what rows speak of now; those that are not there yet are made.
  [[nodiscard]] bool at_item(const FieldPath& each, std::size_t n);
  /// How many items a list has of which rows speak now; 0 where there is none.
  [[nodiscard]] std::size_t items(const FieldPath& each) const;
  /// What stands at a path of the matter or of an item, below what rows speak of now; no_node where nothing does.
  [[nodiscard]] NodeId at(const FieldPath& path) const;

  /// What rows speak of, to come back to.
  struct Place {
    NodeId base;
    std::size_t depth, item;
    std::string table;
  };
  [[nodiscard]] Place place() const { return {base_, depth_, item_, table_}; }
  void go_to(const Place& place);

  /// One value, or one for each item of the list that the path leads through.
  void put(const FieldPath& path, const std::vector<NodeId>& values);
  /// 无 of a value inside a list is 无 of the whole list.
  void put_none(const FieldPath& path);
  /// What stands in a column that says whether there is such a thing (functions.h, `presence`). It counts when all
  /// rows are in, and says nothing of what they gave.
  void tell_presence(const FieldPath& path, std::string_view said);
  void keep(std::string_view column, const Document& from, NodeId value);
  void mark_sample();

  /// What was said of a list or record, and how many items or records there are in fact.
  struct Disagreement {
    FieldPath path;
    std::string_view said;
    std::size_t there = 0;
  };
  /// Ends the matter: a 无 is written where nothing else came. The values win over what was said of them.
  [[nodiscard]] std::vector<Disagreement> settle();
  [[nodiscard]] NodeId root() const { return root_; }
  [[nodiscard]] const Document& document() const { return doc_; }

 private:
  struct Presence {
    FieldPath path;
    NodeId base;
    std::size_t depth;
    std::string_view said;
  };
  /// How many there are, made where it is said and nothing came.
  std::size_t settle(const Presence& told);

  Document doc_;
  std::optional<TreeBuilder> tree_;
  NodeId root_ = no_node, base_ = no_node;
  std::size_t depth_ = 0;  // fields of paths that lead to the base
  std::size_t item_ = 0;   // of the list that the base is in
  std::string table_;      // of the item: `materials[3].`
  std::vector<Presence> presences_;
};

}  // namespace matter
