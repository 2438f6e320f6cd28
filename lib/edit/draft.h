#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "model/content.h"

namespace matter {

/// A value as it is to be written: the tree that a reader shall find, detached from any file.
struct Draft {
  NodeKind kind = NodeKind::null;
  /// What is asked for: of a collection `block` or `flow`, of a text any style of scalars; `plain` asks for nothing:
  /// then it is written as its neighbours are, quoted where it needs to be.
  NodeStyle style = NodeStyle::plain;
  bool number = false;       ///< text that stands without quotes although it looks like a number
  std::string key;           ///< of an entry
  std::string text;          ///< of a scalar
  std::vector<Draft> parts;  ///< entries or items

  [[nodiscard]] bool collection() const { return kind == NodeKind::mapping || kind == NodeKind::sequence; }
};

[[nodiscard]] Draft text_draft(std::string text);
/// What stands in a document now, with its styles.
[[nodiscard]] Draft draft_of(const Document& doc, NodeId id);
/// Whether both are read as the same tree: kinds, keys in order, texts.
[[nodiscard]] bool same_tree(const Draft& a, const Draft& b);
[[nodiscard]] bool same_tree(const Document& doc, NodeId id, const Draft& draft);

enum class KeyLanguage : std::uint8_t { english, chinese };

/// The name that a field has in a file.
[[nodiscard]] std::string_view name_in(const Field& field, KeyLanguage keys);

/// What a field holds, as it is written: keys in one language, an item that has nothing but its main text as that
/// text, 无 of none. Of an absent content null.
[[nodiscard]] Draft draft_of(const Content& content, const Field& field, KeyLanguage keys);
/// The same for an item of a list.
[[nodiscard]] Draft draft_of_item(const Content& content, const Field& list, KeyLanguage keys);

}  // namespace matter
