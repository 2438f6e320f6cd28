#include "exchange/import_record.h"

#include <algorithm>
#include <array>

#include "exchange/tree.h"
#include "model/canonical.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter {

namespace {

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

/// Ids of rows and what tells of the run that sent them: nothing of the matter. The id of the matter itself is the
/// platform's, and joins the tables; its own table keeps it.
bool tells_of_row(const Column& column, const MappedTable& table) {
  if (column.is(FunctionId::operation) || column.is(FunctionId::batch) || column.is(FunctionId::export_time))
    return true;
  return column.is(FunctionId::row_id) ||
         (column.is(FunctionId::matter_id) && table.column_of(FunctionId::row_id) != nullptr);
}

}  // namespace

bool RecordImport::nothing_in(const Node& node) {
  return node.is(NodeKind::null) || (node.is(NodeKind::scalar) && node.length == 0);
}

RecordImport::RecordImport(const Mapping& mapping, const std::vector<const MappedTable*>& tables) : mapping_(mapping) {
  tables_ = mapping.families ? mapping.tables.size() : tables.size();  // that a column may be of
  for (const MappedTable* const table : tables) add_states(*table, no_state);
  for (std::size_t i = 0; i < states_.size(); ++i) {  // objects come to the end while this goes on
    const std::vector<Column>& columns = states_[i].table->columns;
    for (const Column& column : columns) {
      if (!column.object.empty()) add_states(column.object[0], i);
    }
  }
}

std::vector<ColumnCounts> RecordImport::counts() const {
  std::vector<ColumnCounts> all;
  for (const State& state : states_) {
    for (std::size_t i = 0; i < state.counts.size(); ++i) {
      const bool object = i < state.table->columns.size() && !state.table->columns[i].object.empty();
      if (!object || state.counts[i].kept != 0) all.push_back(state.counts[i]);
    }
  }
  return all;
}

SaidColumns RecordImport::filled() const {
  SaidColumns filled;
  for (const State& state : states_) {
    std::vector<bool>& columns = filled.emplace_back();
    for (std::size_t i = 0; i < state.values.size(); ++i) {
      const ColumnCounts& c = state.counts[i];
      columns.push_back(c.mapped + c.none + c.same + c.kept + c.nothing != 0);
    }
  }
  return filled;
}

/// Whether a column that came says yes or no of the list.
bool RecordImport::told_by_flag(const FieldPath& list) const {
  return std::any_of(states_.begin(), states_.end(), [&](const State& state) {
    for (std::size_t i = 0; i < state.table->columns.size(); ++i) {
      const Column& column = state.table->columns[i];
      const ColumnCounts& c = state.counts[i];
      if (column.is(FunctionId::offered) && column.path == list && c.mapped + c.none + c.same + c.kept != 0)
        return true;
    }
    return false;
  });
}

std::vector<FieldPath> RecordImport::filled_lists() const {
  std::vector<FieldPath> lists;
  const SaidColumns all = filled();
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const FieldPath& each = states_[i].table->each;
    if (states_[i].outer == no_state || each.count == 0 || told_by_flag(each)) continue;
    if (std::find(all[i].begin(), all[i].end(), true) != all[i].end()) lists.push_back(each);
  }
  return lists;
}

void RecordImport::read_only(const SaidColumns& columns) {
  for (std::size_t i = 0; i < std::min(columns.size(), states_.size()); ++i) states_[i].only = columns[i];
}

std::size_t RecordImport::find_column(const State& state, std::string_view key, std::size_t expected) {
  if (expected < state.values.size() && state.table->columns[expected].name == key) return expected;
  const auto found = state.by_name.find(key);
  return found == state.by_name.end() ? state.values.size() : found->second;
}

NodeId RecordImport::read(const Document& from, NodeId record, Document& to, std::vector<ImportNote>& notes) {
  begin(from, record, notes);
  return finish(to);
}

void RecordImport::begin(const Document& from, NodeId record, std::vector<ImportNote>& notes) {
  draft_.begin();
  later_.clear();
  split_.clear();
  identity_counts_ = nullptr;
  notes_ = &notes;
  Row first{from, states_[0], notes};
  row(first, record);
}

void RecordImport::add_item(std::size_t table, const Document& from, NodeId record, std::vector<ImportNote>& notes) {
  const std::vector<bool>& only = states_[table].only;
  if (!only.empty() && std::find(only.begin(), only.end(), true) == only.end()) return;
  Row item{from, states_[table], notes};
  const FieldPath& each = item.state.table->each;
  if (each.count == 0 || draft_.at_new_item(each)) {
    row(item, record);
  } else {  // another column says something else of the list
    notes.push_back({std::string(item.state.table->name), to_text(each), {}});
    draft_.keep(item.state.table->name, from, record);
  }
  draft_.at_matter();
}

NodeId RecordImport::finish(Document& to) {
  disagreements_ = draft_.settle();
  settle_later();
  identity_as_code();
  to.clear(no_source, {});
  TreeBuilder builder(to);
  return canonical_tree(draft_.document(), draft_.root(), *table_of<Matter>(), builder);
}

/// A matter of which no other column says a code is known by its identity, where that is none that an export made of
/// the place of its file (`path#1`), or numbered to tell equal ones apart.
void RecordImport::identity_as_code() {
  static const std::array<FieldPath, 4> codes = {*resolve_path("handling_code"), *resolve_path("code"),
                                                 *resolve_path("bundle.code"), *resolve_path("local_code")};
  const auto given = [&](const FieldPath& path) { return draft_.at(path) != no_node; };
  if (identity_counts_ == nullptr || std::any_of(codes.begin(), codes.end(), given)) return;
  const std::size_t mark = identity_.rfind('#');
  if (mark != std::string_view::npos && identity_.find_first_not_of("0123456789", mark + 1) == std::string_view::npos)
    return;
  const bool national = parse_implementing_code(identity_).has_value();
  draft_.put(*resolve_path(national ? "code" : "local_code"), {draft_.tree().text(identity_)});
  --identity_counts_->same;
  ++identity_counts_->mapped;
}

void RecordImport::row(Row& row, NodeId record) {
  State& state = row.state;
  std::fill(state.values.begin(), state.values.end(), no_node);
  for (const auto& [name, at] : state.flat) states_[at.first].values[at.second] = no_node;
  std::size_t expected = 0;
  std::vector<Entry> rest;
  for (const Entry entry : entries(row.from, record)) {
    const std::string_view name = row.from.node(entry.key).text();
    const std::size_t i = find_column(state, name, expected);
    expected = i + 1;
    const auto beside = i == state.values.size() ? state.flat.find(name) : state.flat.end();
    NodeId* const flat =
        beside == state.flat.end() ? nullptr : &states_[beside->second.first].values[beside->second.second];
    if (flat != nullptr && *flat == no_node) {
      *flat = entry.value;
    } else if (i < state.values.size() && state.values[i] == no_node) {
      state.values[i] = entry.value;
    } else {
      rest.push_back(entry);
    }
  }
  for (std::size_t i = 0; i < state.values.size(); ++i) place(row, i);
  for (const Entry entry : rest) unknown(row, row.from.node(entry.key).text(), entry.value);
}

void RecordImport::unknown(Row& row, std::string_view key, NodeId value) {
  const auto [at, fresh] = row.state.unknown.try_emplace(std::string(key), row.state.counts.size());
  if (fresh) {
    ColumnCounts& counts = row.state.counts.emplace_back();
    counts.column = column_name(row.state, key);
    counts.declared = false;
  }
  ++row.state.counts[at->second].kept;
  draft_.keep(kept_name(row.state, key), row.from, value);
}

void RecordImport::place(Row& row, std::size_t i) {
  const Column& column = row.state.table->columns[i];
  if (!column.object.empty()) return object(row, i);
  ColumnCounts& counts = row.state.counts[i];
  const NodeId value = row.state.values[i];
  const bool looked_at = row.state.only.empty() || row.state.only[i];
  if (value == no_node || !looked_at) {
    ++counts.missing;
    return;
  }
  const Node& node = row.from.node(value);
  if (nothing_in(node) || (node.is(NodeKind::scalar) && column.absent == node.text())) {
    ++counts.nothing;
    return;
  }
  if (node.is(NodeKind::scalar) && (repeats(row, column, node.text()) || told_elsewhere(row, i, node.text()))) {
    ++counts.same;
    return;
  }
  if (is_later(column) && node.is(NodeKind::scalar)) {
    later_.push_back({&row.state, i, node.text(), &row.from, value, draft_.place()});
    return;
  }
  if (column.mapped() && !column.lossy) return assign(row, i);
  ++counts.kept;
  draft_.keep(kept_name(row.state, column.name), row.from, value);
}

/// Columns that join the tables, number the rows, or stand beside an item for people.
bool RecordImport::told_elsewhere(Row& row, std::size_t i, std::string_view text) {
  const Column& column = row.state.table->columns[i];
  if (column.is(FunctionId::identity) && !draft_.in_item()) {
    identity_ = text;
    identity_counts_ = &row.state.counts[i];
  }
  if (column.is(FunctionId::identity) || column.is(FunctionId::order)) return true;
  if (mapping_.families && tells_of_row(column, *row.state.table)) return true;
  if (column.is(FunctionId::presence)) {
    draft_.tell_presence(column.path, text);
    return true;
  }
  if (column.is(FunctionId::sample)) {
    if (!draft_.in_item() && text == "是") draft_.mark_sample();
    return true;
  }
  return !mapping_.documents() && draft_.in_item() && column.mapped() && column.inside == 0;
}

bool RecordImport::repeats(const Row& row, const Column& column, std::string_view text) const {
  std::string buffer;
  for (const SameAs& same : column.same_as) {
    const std::string_view other = expected(row, same, buffer);
    if (!other.empty() && other == text) return true;
  }
  return false;
}

/// The text that the other columns give, or nothing where one of them has none.
std::string_view RecordImport::expected(const Row& row, const SameAs& same, std::string& buffer) const {
  const auto text_in = [&](std::size_t column) -> std::string_view {
    const NodeId value = row.state.values[column];
    return value != no_node && row.from.node(value).is(NodeKind::scalar) ? row.from.node(value).text()
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
  const CodeMap::Row* const code = same.through->by_code(text);
  return code != nullptr ? code->name : std::string_view{};
}

void ColumnCounts::replace(std::string_view from, std::string_view to) {
  for (Replaced& one : replaced) {
    if (one.from != from) continue;
    ++one.count;
    return;
  }
  replaced.push_back({std::string(from), std::string(to), 1});
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
