#include <algorithm>

#include "doc/yaml_writer.h"
#include "style/writer.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Whether a text that was written plain may stay so on one line: it has none of the characters that the reader
/// takes from people though YAML forbids them.
bool may_stay_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7F;
  });
}

}  // namespace

std::size_t Writer::line_begin() const {
  const std::size_t line = to_->rfind('\n') + 1;
  return line == 0 && to_->starts_with("\xEF\xBB\xBF") ? 3 : line;
}

std::size_t Writer::line_width() const { return display_width(std::string_view(*to_).substr(line_begin())); }

void Writer::key(const Arranged& part, bool in_flow) {
  const Node& written = doc_->node(part.key);
  const std::string_view name = key_name(*doc_, part, keys_);
  if (part.named != nullptr || (written.style == NodeStyle::plain && may_stay_plain(name))) {
    *to_ += name;
  } else {
    write_yaml_text(name, true, *to_);
  }
  if (in_flow) *to_ += ": ";
}

void Writer::scalar(NodeId id, const Sense& sense, bool in_flow) {
  const Node& node = doc_->node(id);
  word(*doc_, id, sense, word_);
  const bool as_written = !word_.known && node.style == NodeStyle::plain && may_stay_plain(word_.text);
  if (word_.number || as_written) {
    *to_ += word_.text;
  } else {
    write_yaml_text(word_.text, in_flow, *to_);
  }
}

void Writer::flow(NodeId id, const Sense& sense) {
  const Node& node = doc_->node(id);
  if (node.is(NodeKind::null)) {
    *to_ += "null";
    return;
  }
  if (node.is(NodeKind::scalar)) return scalar(id, sense, true);
  const bool mapping = node.is(NodeKind::mapping);
  Frame& frame = push();
  static_cast<void>(arrange(*doc_, id, sense, frame.order));
  *to_ += mapping ? '{' : '[';
  for (const Arranged& part : frame.order) {
    if (&part != frame.order.data()) *to_ += ", ";
    if (mapping) key(part, true);
    flow(part.value, part.sense);
  }
  *to_ += mapping ? '}' : ']';
  pop();
}

bool Writer::flow_fits(NodeId node, const Sense& sense) {
  const std::size_t before = to_->size();
  *to_ += ' ';
  flow(node, sense);
  // No character is wider than it has bytes.
  const std::size_t line = line_begin();
  if (to_->size() - line <= flow_width || line_width() <= flow_width) return true;
  to_->resize(before);
  return false;
}

}  // namespace matter
