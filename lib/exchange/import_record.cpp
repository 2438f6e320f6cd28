#include "exchange/import_record.h"

#include "exchange/tree.h"
#include "model/canonical.h"
#include "model/region.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view none_text = "无";
constexpr std::string_view extra_key = "extra";

bool empty(const Node& node) { return node.is(NodeKind::null) || (node.is(NodeKind::scalar) && node.length == 0); }

/// Characters `first` to `last` (from 1) of a text; empty when it has not so many.
std::string_view characters(std::string_view text, std::uint32_t first, std::uint32_t last) {
  std::size_t at = 0;
  std::size_t begin = 0;
  for (std::uint32_t n = 1; n <= last; ++n) {
    if (at >= text.size()) return {};
    if (n == first) begin = at;
    static_cast<void>(next_code_point(text, at));
  }
  return text.substr(begin, at - begin);
}

/// Whether the model will understand the text in this field (what it will not is kept as it came, and said).
bool model_understands(const Field& field, std::string_view text) {
  return canonical_form(field, field.kind == Kind::list ? field.item : field.kind, text).understood;
}

}  // namespace

struct RecordImport::Draft {
  const Document& from;
  TreeBuilder tree;  // raw, in the order of columns
  NodeId root;
  std::vector<ImportNote>& notes;
  std::vector<NodeId> made;  // reused
};

RecordImport::RecordImport(const Mapping& mapping, const MappedTable& table) : mapping_(mapping), table_(table) {
  for (const Column& column : table.columns) {
    by_name_.emplace(column.name, counts_.size());
    ColumnCounts& counts = counts_.emplace_back();
    counts.column = column.name;
    if (column.mapped()) counts.path = to_text(column.path);
  }
  values_.resize(table.columns.size());
}

std::size_t RecordImport::find_column(std::string_view key, std::size_t expected) const {
  if (expected < table_.columns.size() && table_.columns[expected].name == key) return expected;
  const auto found = by_name_.find(key);
  return found == by_name_.end() ? table_.columns.size() : found->second;
}

NodeId RecordImport::read(const Document& from, NodeId record, Document& to, std::vector<ImportNote>& notes) {
  scratch_.clear(no_source, {});
  Draft draft{from, TreeBuilder(scratch_), no_node, notes, {}};
  draft.root = draft.tree.mapping();
  std::fill(values_.begin(), values_.end(), no_node);
  std::size_t expected = 0;
  std::vector<Entry> unknown;
  for (const Entry entry : entries(from, record)) {
    const std::size_t i = find_column(from.node(entry.key).text(), expected);
    expected = i + 1;
    if (i < values_.size() && values_[i] == no_node) {
      values_[i] = entry.value;
    } else {
      unknown.push_back(entry);
    }
  }
  for (std::size_t i = 0; i < values_.size(); ++i) place(draft, i);
  for (const Entry entry : unknown) {
    const std::string_view key = from.node(entry.key).text();
    const auto [at, fresh] = unknown_.try_emplace(std::string(key), counts_.size());
    if (fresh) {
      ColumnCounts& counts = counts_.emplace_back();
      counts.column = key;
      counts.declared = false;
    }
    ++counts_[at->second].kept;
    keep(draft, key, entry.value);
  }
  to.clear(no_source, {});
  TreeBuilder builder(to);
  const NodeId made = canonical_tree(scratch_, draft.root, *table_of<Matter>(), builder);
  return made;
}

void RecordImport::place(Draft& draft, std::size_t i) {
  const Column& column = table_.columns[i];
  ColumnCounts& counts = counts_[i];
  const NodeId value = values_[i];
  if (value == no_node) {
    ++counts.missing;
    return;
  }
  const Node& node = draft.from.node(value);
  if (empty(node) || (node.is(NodeKind::scalar) && column.absent == node.text())) {
    ++counts.nothing;
    return;
  }
  if (node.is(NodeKind::scalar) && repeats(draft, column, node.text())) {
    ++counts.same;
    return;
  }
  if (column.mapped()) return assign(draft, i);
  ++counts.kept;
  keep(draft, column.name, value);
}

bool RecordImport::repeats(const Draft& draft, const Column& column, std::string_view text) const {
  std::string buffer;
  for (const SameAs& same : column.same_as) {
    const std::string_view other = expected(draft, same, buffer);
    if (!other.empty() && other == text) return true;
  }
  return false;
}

/// The text that the other columns give, or nothing where one of them has none.
std::string_view RecordImport::expected(const Draft& draft, const SameAs& same, std::string& buffer) const {
  const auto text_in = [&](std::size_t column) -> std::string_view {
    const NodeId value = values_[column];
    return value != no_node && draft.from.node(value).is(NodeKind::scalar) ? draft.from.node(value).text()
                                                                           : std::string_view{};
  };
  if (!same.text.empty()) {
    buffer.clear();
    for (const TemplatePart& part : same.text) {
      const std::string_view piece = part.literal.empty() ? text_in(part.column) : part.literal;
      if (piece.empty()) return {};
      buffer += piece;
    }
    return buffer;
  }
  std::string_view text = text_in(same.column);
  if (same.first != 0) text = characters(text, same.first, same.last);
  if (same.through == nullptr) return text;
  const CodeMap::Row* const row = same.through->by_code(text);
  return row != nullptr ? row->name : std::string_view{};
}

void RecordImport::assign(Draft& draft, std::size_t i) {
  const Column& column = table_.columns[i];
  ColumnCounts& counts = counts_[i];
  const Node& node = draft.from.node(values_[i]);
  if (node.is(NodeKind::scalar) && column.none == node.text()) {
    ++counts.none;
    return put_none(draft, column.path);
  }
  const Field& last = column.path.last();
  const bool many = column.path.through_list() || last.kind == Kind::list;
  std::vector<NodeId>& made = draft.made;
  made.clear();
  bool all_understood = true;
  const auto add = [&](std::string_view written) {
    bool understood = true;
    const std::string_view text = convert(draft, i, written, understood);
    made.push_back(draft.tree.text(text));
    if (understood) return;
    all_understood = false;
    draft.notes.push_back({std::string(column.name), to_text(column.path), std::string(written)});
  };
  bool fits = true;
  if (node.is(NodeKind::sequence)) {
    for (const NodeId child : children(draft.from, values_[i])) {
      fits = fits && many && draft.from.node(child).is(NodeKind::scalar);
    }
    if (fits) {
      for (const NodeId child : children(draft.from, values_[i])) add(draft.from.node(child).text());
    }
  } else if (node.is(NodeKind::scalar)) {
    std::string_view rest = node.text();
    while (many && column.join && !column.join->empty()) {
      const std::size_t end = rest.find(*column.join);
      if (end == std::string_view::npos) break;
      add(rest.substr(0, end));
      rest.remove_prefix(end + column.join->size());
    }
    add(rest);
  } else {
    fits = false;
  }
  if (!fits) {  // a shape that the field cannot hold
    ++counts.kept;
    draft.notes.push_back({std::string(column.name), to_text(column.path), {}});
    return keep(draft, column.name, values_[i]);
  }
  ++counts.mapped;
  if (!all_understood) ++counts.not_understood;
  put(draft, column.path, made);
}

void ColumnCounts::replace(std::string_view from, std::string_view to) {
  for (Replaced& one : replaced) {
    if (one.from != from) continue;
    ++one.count;
    return;
  }
  replaced.push_back({std::string(from), std::string(to), 1});
}

std::string_view RecordImport::convert(Draft& draft, std::size_t i, std::string_view written, bool& understood) {
  const Column& column = table_.columns[i];
  const Field& field = column.path.last();
  Arena& arena = draft.tree.document().arena;
  if (column.codes != nullptr) {
    const CodeMap::Row* const row = column.codes->by_code(written);
    understood = row != nullptr;
    if (!understood) return written;
    if (!row->first) counts_[i].replace(written, row->name);
    return row->name;
  }
  if (column.function != nullptr) {
    const bool six = column.function->id == FunctionId::region_6;
    const auto full = written.size() == (six ? 6U : 9U) ? full_region_code(written) : std::nullopt;
    understood = full.has_value();
    return understood ? arena.keep(*full) : written;
  }
  std::string_view text = written;
  const auto apply = [&](const Pattern& pattern) {
    if (field.kind == Kind::limit) {
      const auto limit = read_limit(pattern, written);
      if (limit) text = arena.keep(*limit);
      return limit.has_value();
    }
    Captures captures;
    if (!match(pattern, written, captures)) return false;
    text = captures[0];
    return true;
  };
  if (!column.pattern.empty()) {
    understood = apply(column.pattern);
    for (std::size_t k = 0; !understood && k < column.also_read.size(); ++k) understood = apply(column.also_read[k]);
    // What the platform says in our own words needs no pattern.
    const bool typed = (field.kind == Kind::list ? field.item : field.kind) != Kind::text;
    if (!understood && typed) understood = model_understands(field, written);
    return text;
  }
  understood = model_understands(field, written);
  return text;
}

namespace {

NodeId child_mapping(TreeBuilder& tree, NodeId parent, std::string_view key) {
  NodeId found = tree.document().find(parent, key);
  if (found != no_node) return found;
  found = tree.mapping();
  tree.entry(parent, key, found);
  return found;
}

/// Item `n` of the sequence, made where it is not there yet.
NodeId child_item(TreeBuilder& tree, NodeId sequence, std::size_t n) {
  NodeId at = tree.document().node(sequence).child;
  for (std::size_t i = 0; at != no_node && i < n; ++i) at = tree.document().node(at).next;
  if (at != no_node) return at;
  at = tree.mapping();
  tree.item(sequence, at);
  return at;
}

}  // namespace

void RecordImport::put(Draft& draft, const FieldPath& path, const std::vector<NodeId>& values) {
  TreeBuilder& tree = draft.tree;
  NodeId at = draft.root;
  std::size_t depth = 0;
  for (; depth + 1U < path.count && path.fields[depth]->kind == Kind::record; ++depth) {
    at = child_mapping(tree, at, path.fields[depth]->key);
  }
  const Field& field = *path.fields[depth];
  if (field.kind != Kind::list) {
    if (!values.empty()) tree.entry(at, field.key, values[0]);
    return;
  }
  NodeId list = tree.document().find(at, field.key);
  if (list == no_node) {
    list = tree.sequence();
    tree.entry(at, field.key, list);
  }
  for (std::size_t n = 0; n < values.size(); ++n) {
    if (depth + 1U == path.count) {
      tree.item(list, values[n]);
      continue;
    }
    NodeId record = child_item(tree, list, n);
    for (std::size_t inner = depth + 1; inner + 1U < path.count; ++inner) {
      record = child_mapping(tree, record, path.fields[inner]->key);
    }
    tree.entry(record, path.last().key, values[n]);
  }
}

/// 无 of a value inside a list is 无 of the whole list.
void RecordImport::put_none(Draft& draft, const FieldPath& path) {
  NodeId at = draft.root;
  for (const Field* const field : path) {
    if (field->kind == Kind::list || field == &path.last()) {
      draft.tree.entry(at, field->key, draft.tree.text(none_text));
      return;
    }
    at = child_mapping(draft.tree, at, field->key);
  }
}

void RecordImport::keep(Draft& draft, std::string_view column, NodeId value) {
  const NodeId extra = child_mapping(draft.tree, draft.root, extra_key);
  const NodeId kept = draft.tree.copy(draft.from, value);
  draft.tree.entry(extra, column, kept);
}

std::string RecordImport::file_name(const Document& doc, NodeId matter) const {
  std::string name;
  for (const TemplatePart& part : mapping_.file_name) {
    if (part.path.count == 0) {
      name += part.literal;
      continue;
    }
    NodeId at = matter;
    for (const Field* const field : part.path) {
      at = at != no_node ? doc.find(at, field->key) : no_node;
    }
    if (at == no_node || !doc.node(at).is(NodeKind::scalar)) continue;
    for (const char c : doc.node(at).text()) name += c == '/' ? '_' : c;
  }
  return name;
}

}  // namespace matter
