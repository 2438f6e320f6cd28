#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace matter::lsp {

/// A value of a message. One that is missing, or of another kind than is asked for, gives nothing, so that whatever a
/// client sends can be asked without looking first. Lives as long as the message.
class Json {
 public:
  Json() = default;
  Json(const Document& doc, NodeId node) : doc_(&doc), node_(node) {}

  /// The member of an object.
  [[nodiscard]] Json operator[](std::string_view key) const;
  [[nodiscard]] bool there() const { return doc_ != nullptr && node_ != no_node; }
  /// It is there, and not null.
  [[nodiscard]] bool given() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] std::optional<std::int64_t> number() const;
  [[nodiscard]] bool yes() const;  ///< true
  [[nodiscard]] std::vector<Json> items() const;
  /// On one line; `null` where it is missing.
  [[nodiscard]] std::string written() const;

 private:
  const Document* doc_ = nullptr;
  NodeId node_ = no_node;
};

}  // namespace matter::lsp
