#pragma once

#include <string_view>

#include "doc/builder.h"
#include "model/field.h"
#include "model/matter.h"

namespace matter {

/// The key under which a record's unknown fields stand in the json platform's form.
inline constexpr std::string_view unknown_key = "_unknown";

enum class TreeForm : std::uint8_t {
  yaml,  ///< for catalogs: items that are one main text are just that text
  json,  ///< for programs: items are always records, unknown fields stand under `_unknown`
};

/// An effective or written matter as a tree: English keys in canonical order, each value in its
/// canonical text, 无 as 无, what is not understood as it was written, `extra` and unknown fields
/// included; absent fields are left out. Made texts are kept in the builder's document.
[[nodiscard]] NodeId to_tree(const Matter& m, TreeForm form, TreeBuilder& to);

/// The same for a tree that already is a matter's (of an import, or read from JSON): keys in canonical
/// order, values in canonical form, items in the form for catalogs, `_unknown` moved back to where it stood, numbers
/// plain. Nothing is dropped. `table` is the matter's.
[[nodiscard]] NodeId canonical_tree(const Document& from, NodeId node, const Table& table, TreeBuilder& to);

/// Whether two trees say the same: kinds, texts, order of items and keys. Styles do not count, but
/// whether a scalar is a number (or true, false) does.
[[nodiscard]] bool same_tree(const Document& a, NodeId x, const Document& b, NodeId y);

}  // namespace matter
