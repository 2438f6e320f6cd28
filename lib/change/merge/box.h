#pragma once

#include <array>
#include <vector>

#include "change/merge/lines.h"
#include "change/merge/version.h"
#include "model/content.h"
#include "model/field.h"

namespace matter::merge {

/// A value on one side: where it was written, and what the model makes of it where a table knows it.
struct Ref {
  const Version* in = nullptr;  ///< null: this side has none
  NodeId node = no_node;
  Span span;                     ///< what was written; of a nested block collection the region of its layout
  Span body;                     ///< with key and comment behind; of a document as `span`
  Span all;                      ///< with key, comments above and behind; of a document as `span`
  const Field* field = nullptr;  ///< of a list item: the list
  const void* member = nullptr;  ///< of a list item: the item
  bool item = false;
  const Matter* matter = nullptr;  ///< that it belongs to; null in files that hold none

  [[nodiscard]] bool present() const { return in != nullptr; }
  [[nodiscard]] const Node& tree() const { return in->doc.node(node); }
  [[nodiscard]] std::string_view text() const { return in->at(span); }
};

/// What a value says, apart from how it is written.
[[nodiscard]] Content content(const Ref& ref);
/// Whether two values say the same; width and white space of texts do not count. Two missing ones do.
[[nodiscard]] bool same_meaning(const Ref& a, const Ref& b);

/// A collection on one side with its parts.
struct Box {
  Ref ref;
  Layout layout;
  const Table* table = nullptr;  ///< of a mapping that the model knows
  const void* record = nullptr;
  std::vector<const Field*> fields;  ///< by part, of a mapping with a table; null where it does not know the key
  bool list = false;                 ///< a sequence whose items the model knows: ref.field and ref.member

  [[nodiscard]] bool present() const { return ref.present(); }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(layout.parts.size()); }
  /// The value of a part.
  [[nodiscard]] Ref value(std::uint32_t part) const;
  /// The field of a part of a mapping; null where no table knows the key.
  [[nodiscard]] const Field* field(std::uint32_t part) const { return fields.empty() ? nullptr : fields[part]; }
  [[nodiscard]] std::string_view key(std::uint32_t part) const;
};

/// The collection of a value; an empty box for a value that is none.
void open(const Ref& ref, Box& into);
/// The same for the value of the `n`-th document.
void open_root(const Ref& ref, std::uint32_t n, Box& into);

using Sides = std::array<const Box*, 3>;  ///< base, ours, theirs; base may be an empty box

/// Which parts of the three are one: keys by field or text, items by what identifies them, never by place.
[[nodiscard]] std::vector<Triple> match_parts(const Box& base, const Box& ours, const Box& theirs);

/// What the items of a list are called in paths, by triple, each once; empty for what is no list of the model.
[[nodiscard]] std::vector<std::string> labels_of(const Box& base, const Box& ours, const Box& theirs,
                                                 const std::vector<Triple>& triples);

/// Which documents of three files are one.
[[nodiscard]] std::vector<Triple> match_documents(const Version& base, const Version& ours, const Version& theirs);

/// How a matter is called in conflicts: its identity, else its name; empty for what is no matter.
[[nodiscard]] std::string matter_label(const Matter* matter);

}  // namespace matter::merge
