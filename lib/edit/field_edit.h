#pragma once

#include <string>
#include <vector>

#include "edit/editor.h"
#include "model/content.h"
#include "model/matter.h"

namespace matter {

/// A step into a record: a field, and of a list one of its items.
struct FieldStep {
  static constexpr std::uint32_t whole = 0xFFFFFFFFU;     ///< the field itself
  static constexpr std::uint32_t appended = 0xFFFFFFFEU;  ///< `[+]`: a new item at the end
  const Field* field = nullptr;
  std::uint32_t item = whole;
};
using FieldTarget = std::vector<FieldStep>;

/// Why a path does not lead anywhere in a matter.
struct FieldProblem {
  enum class Kind : std::uint8_t { none, unknown_field, unknown_item, needs_item, no_list, nothing_inside };
  Kind kind = Kind::none;
  std::string written;           ///< the piece that is not known
  std::string nearest;           ///< "did you mean"; may be empty
  const Field* field = nullptr;  ///< the list or field that was being looked into
};

/// Reads `materials[营业执照].form` or `申请材料[营业执照].材料形式`: English keys and Chinese labels, items by what
/// reports call them (`name`, `name#2` of the second one) or by their whole name, `[+]` for a new one at the end.
[[nodiscard]] FieldTarget find_target(const Matter& m, std::string_view path, FieldProblem& problem);

/// In English keys, as reports show it.
[[nodiscard]] std::string to_text(const FieldTarget& target, const Matter& m);

/// Sets what a target leads to as edits of the file: records on the way are made where they are missing, at their
/// canonical place and in the key language around them; an item that is just a text becomes a mapping where needed.
/// An absent content removes. Nothing happens where there is nothing to remove.
void edit_field(Editor& editor, const Matter& m, const FieldTarget& target, const Content& value);

/// Sets a list that is written, item by item: `from` tells for each item of `value` which item as written it is,
/// or `FieldStep::appended` of a new one. Only what goes, comes, moves or is not the same is edited.
void edit_list(Editor& editor, const Matter& m, const FieldTarget& target, const Content& value,
               const std::vector<std::uint32_t>& from);

/// The same on contents: what the matter shall be, computed apart from its text.
void apply_field(Content& matter, const FieldTarget& target, const Content& value);

/// Whether two contents of a matter are the same; a record without any field says nothing and counts as absent.
[[nodiscard]] bool says_the_same(const Content& a, const Content& b);

/// The language that most of the known keys of a mapping are written in; of an undecided one, of the whole document.
[[nodiscard]] KeyLanguage key_language(const Document& doc, NodeId mapping, const Table& table);

/// The place among the entries of a mapping where a field belongs by the order of its table.
[[nodiscard]] std::uint32_t canonical_place(const Document& doc, NodeId mapping, const Table& table,
                                            const Field& field);

}  // namespace matter
