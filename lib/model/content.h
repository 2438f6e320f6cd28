#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "model/field.h"
#include "model/matter.h"

namespace matter {

/// What a field holds, detached from file and arena: canonical value texts in the shape of the model.
/// A change carries two of these; applying the new ones to the old matter gives the new matter.
struct Content {
  enum class Kind : std::uint8_t { absent, none, text, record, list };

  Kind kind = Kind::absent;
  std::string key;             ///< of a part of a record: the field's English key, or an unknown key as written
  std::string text;            ///< of `text`: 20 工作日, 是, 行政许可 …; of `none`: 无
  std::vector<Content> parts;  ///< fields of a record (absent ones left out), items of a list

  [[nodiscard]] bool absent() const { return kind == Kind::absent; }
  /// The part of a record with this key; null when there is none.
  [[nodiscard]] const Content* part(std::string_view name) const;
  friend bool operator==(const Content&, const Content&) = default;
};

/// Keys that no table knows, and fields that stand a second time: what reading left in the document.
struct UnknownFields {
  struct Entry {
    std::string key;  ///< as written; `#2` behind that of a field that stands twice
    NodeId value = no_node;
    Location at;  ///< of the key
  };

  std::span<const Problem> problems;
  const Document* document = nullptr;

  /// Those that stand directly in a record, in order of their keys.
  [[nodiscard]] std::vector<Entry> of(const Table& table, const void* record) const;
};

[[nodiscard]] Content text_content(std::string text);
/// The canonical text of a scalar that is given; what was written, of a wrong one; 无 of none.
[[nodiscard]] std::string scalar_text(Kind kind, const Scalar& scalar);
/// A member with all that it holds, unknown keys behind the known ones.
[[nodiscard]] Content content_of(const Field& field, const void* member, const UnknownFields& unknown = {});
[[nodiscard]] Content content_of_record(const Table& table, const void* record, const UnknownFields& unknown = {});
/// An item of a list member.
[[nodiscard]] Content content_of_item(const Field& list, const void* item, const UnknownFields& unknown = {});
/// A part of the tree that the model does not know: texts as written, null as absent.
[[nodiscard]] Content content_of_node(const Document& document, NodeId node);

}  // namespace matter
