#include "edit/layout.h"

#include <algorithm>

namespace matter {

namespace {

using Offset = std::uint32_t;

class LayOut {
 public:
  LayOut(const Document& doc, NodeId node, Span region, Layout& into)
      : doc_(doc), text_(doc.text), node_(node), region_(region), into_(into) {}

  void block() {
    collect();
    if (into_.parts.empty()) {
      into_.close = {into_.open.end, region_.end};
      return;
    }
    const Offset first = begin_of(into_.parts.front());
    into_.column = column_of(first);
    const Offset line_start = line_begin(first) + (marked(line_begin(first)) ? 3 : 0);
    into_.compact = line_start < into_.open.end && !blank(line_start, first);
    Offset at = into_.open.end;
    for (std::size_t i = 0; i < into_.parts.size(); ++i) {
      Part& part = into_.parts[i];
      const Offset begin = begin_of(part);
      const Offset line = i == 0 && into_.compact ? begin : std::max(at, line_begin(begin));
      part.lead = {at, line};
      at = i + 1 < into_.parts.size() ? split(part, begin_of(into_.parts[i + 1])) : last_end(part);
      divide(part, line, at);
    }
    into_.close = {at, region_.end};
  }

  void flow() {
    collect();
    const char first = text_[region_.begin];  // a single pair in a sequence, `[a: b]`, has no brackets of its own
    into_.open = {region_.begin, region_.begin + (first == '[' || first == '{' ? 1U : 0U)};
    Offset at = into_.open.end;
    for (Part& part : into_.parts) {
      const Offset begin = begin_of(part);
      const Span value = doc_.node(part.node).span;
      part.lead = {at, begin};
      part.head = {begin, value.empty() && part.key != no_node ? value.begin : std::max(begin, value.begin)};
      part.value = {part.head.end, std::max(part.head.end, value.end)};
      const bool last = &part == &into_.parts.back();
      const Offset comma = find_comma(part.value.end, last);
      part.tail = {part.value.end, last ? part.value.end : comma};
      at = last ? part.tail.end : comma + 1;
    }
    into_.close = {at, region_.end};
  }

 private:
  void collect() {
    into_.parts.clear();
    into_.parts.reserve(doc_.node(node_).count);
    if (doc_.node(node_).is(NodeKind::mapping)) {
      for (const Entry entry : entries(doc_, node_)) into_.parts.push_back({entry.key, entry.value, {}, {}, {}, {}});
    } else {
      for (const NodeId item : children(doc_, node_)) into_.parts.push_back({no_node, item, {}, {}, {}, {}});
    }
  }

  /// Where a part is first seen: its key, or its dash in a block sequence, or its value.
  [[nodiscard]] Offset begin_of(const Part& part) const {
    if (part.key != no_node) return doc_.node(part.key).span.begin;
    const Offset value = doc_.node(part.node).span.begin;
    if (into_.flow) return value;
    return &part == into_.parts.data() ? doc_.node(node_).span.begin : dash_before(value);
  }

  /// The dash of the item at `at`: the nearest line above with nothing before a dash in the sequence's column.
  [[nodiscard]] Offset dash_before(Offset at) const {
    for (Offset line = line_begin(at); line > 0; line = line_begin(line - 1)) {
      const Offset dash = line + into_.column;
      if (dash < text_.size() && text_[dash] == '-' && blank(line, dash)) return dash;
    }
    return at;
  }

  [[nodiscard]] Offset line_begin(Offset at) const {
    while (at > 0 && text_[at - 1] != '\n' && text_[at - 1] != '\r') --at;
    return at;
  }
  /// Behind the break of the line that `at` stands in.
  [[nodiscard]] Offset next_line(Offset at) const {
    while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') ++at;
    if (at < text_.size() && text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') ++at;
    return at < text_.size() ? at + 1 : at;
  }
  [[nodiscard]] bool blank(Offset from, Offset to) const {
    return std::all_of(text_.begin() + from, text_.begin() + to, [](char c) { return c == ' ' || c == '\t'; });
  }
  /// Whether the line begins with a byte order mark.
  [[nodiscard]] bool marked(Offset line) const { return line == 0 && text_.substr(0, 3) == "\xEF\xBB\xBF"; }
  [[nodiscard]] Offset column_of(Offset at) const {
    const Offset line = line_begin(at);
    return at - line - (marked(line) ? 3 : 0);
  }

  /// Behind the line that the content of a part ends on; never past the region.
  [[nodiscard]] Offset content_line_end(const Part& part) const {
    const Node& node = doc_.node(part.node);
    Offset end = std::max(begin_of(part) + 1, node.span.end);
    if (part.key != no_node) end = std::max(end, doc_.node(part.key).span.end);
    return std::min(next_line(end), region_.end);
  }

  struct Line {
    bool blank;
    Offset indent;
  };
  [[nodiscard]] Line look(Offset line) const {
    Offset p = line;
    while (p < text_.size() && text_[p] == ' ') ++p;
    const Offset indent = p - line;
    while (p < text_.size() && (text_[p] == ' ' || text_[p] == '\t')) ++p;
    return {p >= text_.size() || text_[p] == '\n' || text_[p] == '\r', indent};
  }

  /// Where the lines between a part and the one that begins at `next` are divided.
  [[nodiscard]] Offset split(const Part& part, Offset next) const {
    const Offset begin = content_line_end(part);
    const Offset end = line_begin(next);
    if (begin >= end) return std::min(begin, end);
    // From the last deeper comment on, lines are the next part's.
    Offset at = begin;
    for (Offset line = begin; line < end; line = next_line(line)) {
      const Line seen = look(line);
      if (!seen.blank && seen.indent > into_.column) at = next_line(line);
    }
    // Comments right below this part, with a blank line behind them, are its own.
    Offset line = at;
    while (line < end && !look(line).blank) line = next_line(line);
    return line < end ? line : at;
  }

  /// Where the last part ends: comments that are indented as far as the collection are its own; of a document,
  /// those right below it.
  [[nodiscard]] Offset last_end(const Part& part) const {
    const Offset begin = content_line_end(part);
    Offset at = begin;
    for (Offset line = begin; line < region_.end; line = next_line(line)) {
      const Line seen = look(line);
      const bool near = into_.column > 0 || at == line;
      if (!seen.blank && (seen.indent > into_.column || (seen.indent == into_.column && near))) at = next_line(line);
    }
    return at;
  }

  void divide(Part& part, Offset begin, Offset end) const {
    const Node& node = doc_.node(part.node);
    Offset value = std::max(node.span.begin, begin);
    Offset value_end = std::max(node.span.end, value);
    if (is_block_collection(doc_, part.node)) {
      if (part.key != no_node || line_begin(value) > begin_of(part)) {
        // On lines of its own: the region begins behind the line of the key or dash.
        value = next_line(part.key != no_node ? doc_.node(part.key).span.end : begin_of(part));
      }
      value_end = end;
    }
    part.head = {begin, value};
    part.value = {value, std::min(value_end, end)};
    part.tail = {part.value.end, end};
  }

  /// The comma behind a part, past white space and comments; the end of the region where there is none.
  [[nodiscard]] Offset find_comma(Offset from, bool last) const {
    if (last) return region_.end;
    for (Offset at = from; at < region_.end; ++at) {
      if (text_[at] == ',') return at;
      if (text_[at] == '#') at = next_line(at) - 1;
    }
    return region_.end;
  }

  const Document& doc_;
  std::string_view text_;
  NodeId node_;
  Span region_;
  Layout& into_;
};

/// The rest of the line of `---`, where something stands before the first line of content.
Span marker_line(const Document& doc, Span region) {
  if (region.begin < 3 || doc.text.substr(region.begin - 3, 3) != "---") return {region.begin, region.begin};
  std::uint32_t at = region.begin;
  while (at < region.end && (doc.text[at] == ' ' || doc.text[at] == '\t')) ++at;
  if (at < region.end && doc.text[at] == '#') at = static_cast<std::uint32_t>(doc.text.find_first_of("\r\n", at));
  if (at >= region.end) return {region.begin, region.end};
  if (doc.text[at] != '\n' && doc.text[at] != '\r') return {region.begin, region.begin};
  if (doc.text[at] == '\r' && at + 1 < region.end && doc.text[at + 1] == '\n') ++at;
  return {region.begin, at + 1};
}

}  // namespace

bool is_block_collection(const Document& doc, NodeId node) {
  const Node& n = doc.node(node);
  return (n.is(NodeKind::mapping) || n.is(NodeKind::sequence)) && n.style == NodeStyle::block;
}

void lay_out(const Document& doc, NodeId node, Span region, Layout& into) {
  into.region = region;
  into.open = {region.begin, region.begin};
  into.close = {region.end, region.end};
  into.column = 0;
  into.flow = into.compact = false;
  LayOut work(doc, node, region, into);
  if (doc.node(node).style == NodeStyle::flow) {
    into.flow = true;
    work.flow();
  } else {
    work.block();
  }
}

void lay_out_root(const Document& doc, std::size_t n, Layout& into) {
  const NodeId root = doc.roots[n];
  const Span region = doc.root_spans[n];
  into.region = region;
  into.open = marker_line(doc, region);
  into.close = {region.end, region.end};
  into.parts.clear();
  into.column = 0;
  into.flow = into.compact = false;
  if (is_block_collection(doc, root)) {
    LayOut(doc, root, region, into).block();
  } else {
    into.close = {into.open.end, region.end};
  }
}

}  // namespace matter
