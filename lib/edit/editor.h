#pragma once

#include <string>
#include <vector>

#include "diag/words.h"
#include "edit/plan.h"
#include "text/edit.h"

namespace matter {

/// The new text of one document source and how it came about.
struct EditResult {
  std::string text;
  std::vector<TextEdit> edits;  ///< in order, apart from each other; together they lead to `text`
  std::vector<Draft> intended;  ///< what each root shall be read as; made of the tree, not of the text
  std::vector<Span> released;   ///< what went away with its comments
};

/// Why a document must not be edited, in both languages; empty texts where it may. Only what the dialect reader
/// understood fully can be edited: of anything else the places are not known exactly.
[[nodiscard]] Bilingual refusal(const Document& doc);

/// The same of what nobody but the general reader or the JSON reader could read, damaged or not.
[[nodiscard]] Bilingual outside_dialect(const Document& doc);

/// Collects changes of the trees of one document and writes them as edits of its text.
///
/// Nodes and positions are those of the document as it was read, whatever was asked for before. Comments go with what
/// they speak of: those right above a part, behind it, and inside it. Comments above the first part of a document
/// stay at its top. A list that loses its last item is written `[]` (it is still written, and replaces an inherited
/// one); a mapping that loses its last entry goes with its key (it says nothing any more), `{}` where it has none.
class Editor {
 public:
  /// `doc` must not be refused, and must outlive the editor.
  explicit Editor(const Document& doc);

  /// Gives a node another value. A quoted text stays quoted, a block scalar stays one where the new text allows,
  /// a number without quotes stays without, flow stays flow.
  void set(NodeId value, Draft to);
  /// A new entry (with its key) or item before the part that is number `before` as written; the number of parts: last.
  void insert(NodeId collection, std::uint32_t before, Draft part);
  /// Takes an entry (by its value) or item away.
  void remove(NodeId value);
  /// The parts of a collection in another order: numbers as written, each that shall stay.
  void reorder(NodeId collection, const std::vector<std::uint32_t>& order);
  /// The parts of a collection that stay so far, in their order so far.
  [[nodiscard]] std::vector<std::uint32_t> order(NodeId collection) const;
  void rename(NodeId key, std::string to);

  [[nodiscard]] const Document& document() const { return doc_; }
  [[nodiscard]] NodeId parent(NodeId node) const { return parents_[node]; }
  /// The number of an entry (by its value) or item among the parts of its collection.
  [[nodiscard]] std::uint32_t number(NodeId value) const { return numbers_[value]; }
  [[nodiscard]] bool any() const { return !plan_.slots.empty() || !plan_.values.empty() || !plan_.keys.empty(); }

  [[nodiscard]] EditResult finish();

 private:
  void touch(NodeId node);
  std::vector<Slot>& slots(NodeId collection);
  void leave_out_empty_mappings();
  [[nodiscard]] Draft intended(NodeId id) const;

  const Document& doc_;
  std::vector<NodeId> parents_;
  std::vector<std::uint32_t> numbers_;
  Plan plan_;
};

}  // namespace matter
