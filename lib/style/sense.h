#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "doc/document.h"
#include "edit/draft.h"
#include "model/field.h"

namespace matter {

/// What the model knows of a node of a file: which field it is the value of. Of what it does not know (below `extra`,
/// behind an unknown key, a value of another kind than its field wants) nothing is claimed.
struct Sense {
  const Field* field = nullptr;
  const Table* table = nullptr;  ///< of a record, or a list of records
  Kind kind = Kind::extra;       ///< of the value; `extra`: nothing is known
};

[[nodiscard]] Sense sense_of_record(const Table& table);
/// Of a document: a record, or a list of them.
[[nodiscard]] Sense sense_of_root(const Table& table, const Node& root);
/// Of an item of a list; an item that is just a text is its main field.
[[nodiscard]] Sense sense_of_item(const Sense& list, const Node& item);

/// An entry of a mapping, or an item of a sequence, at its place in canonical order.
struct Arranged {
  std::uint32_t part = 0;  ///< number among the parts as written
  NodeId key = no_node;    ///< of a mapping
  NodeId value = no_node;
  const Field* named = nullptr;  ///< the field that the key names
  Sense sense;                   ///< of the value
  std::int32_t rank = -1;        ///< by the table; of an unknown key that of the one before it
};

/// The parts of a collection in canonical order: that of the field table; unknown keys stay behind the known one that
/// they were written behind. A field that stands a second time stays behind its first place, and is not known: it is
/// the first that counts. Items keep their order. Gives whether the order is another one than written.
bool arrange(const Document& doc, NodeId collection, const Sense& sense, std::vector<Arranged>& into);

/// What a key is called: as written, or in the language asked for where its field is known.
[[nodiscard]] std::string_view key_name(const Document& doc, const Arranged& part, std::optional<KeyLanguage> keys);

/// A scalar as it shall be read: its text, canonical where its field is known.
struct Wording {
  std::string_view text;
  std::string made;         ///< holds the text where it is another one than written
  bool known = false;       ///< the value of a field, and understood
  bool number = false;      ///< stands without quotes
  bool block_kept = false;  ///< may stay a block scalar
};
void word(const Document& doc, NodeId scalar, const Sense& sense, Wording& into);

}  // namespace matter
