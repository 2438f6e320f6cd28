#include "lsp/json.h"

#include <charconv>

#include "doc/json_tree.h"

namespace matter::lsp {

namespace {

bool is_scalar_of(const Document* doc, NodeId node, bool quoted) {
  if (doc == nullptr || node == no_node || !doc->node(node).is(NodeKind::scalar)) return false;
  return (doc->node(node).style == NodeStyle::double_quoted) == quoted;
}

}  // namespace

Json Json::operator[](std::string_view key) const {
  if (!is_object()) return {};
  return {*doc_, doc_->find(node_, key)};
}

bool Json::given() const { return doc_ != nullptr && node_ != no_node && !doc_->node(node_).is(NodeKind::null); }
bool Json::is_object() const { return given() && doc_->node(node_).is(NodeKind::mapping); }
bool Json::is_text() const { return is_scalar_of(doc_, node_, true); }
std::string_view Json::text() const { return is_text() ? doc_->node(node_).text() : std::string_view{}; }
bool Json::yes() const { return is_scalar_of(doc_, node_, false) && doc_->node(node_).text() == "true"; }

std::optional<std::int64_t> Json::number() const {
  if (!is_scalar_of(doc_, node_, false)) return std::nullopt;
  const std::string_view text = doc_->node(node_).text();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<Json> Json::items() const {
  std::vector<Json> all;
  if (!given() || !doc_->node(node_).is(NodeKind::sequence)) return all;
  for (const NodeId item : children(*doc_, node_)) all.emplace_back(*doc_, item);
  return all;
}

std::string Json::written() const {
  std::string text;
  if (doc_ == nullptr || node_ == no_node) return "null";
  write_json(*doc_, node_, text);
  return text;
}

}  // namespace matter::lsp
