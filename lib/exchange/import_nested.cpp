// Records that hold records: columns that are objects.
#include <algorithm>
#include <numeric>

#include "exchange/flat.h"
#include "exchange/import_record.h"

namespace matter {

void RecordImport::add_states(const MappedTable& table, std::size_t outer) {
  const std::size_t at = states_.size();
  state_of_.emplace(&table, at);
  State& state = states_.emplace_back();
  state.table = &table;
  state.outer = outer;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (!column.flat) state.by_name.emplace(column.name, i);
    ColumnCounts& counts = state.counts.emplace_back();
    counts.column = column_name(state, column.name);
    if (column.mapped()) counts.path = to_text(column.path);
  }
  state.values.resize(table.columns.size());
  if (outer == no_state) return;
  for (const Column& column : states_[outer].table->columns) {
    if (!column.flat || column.object.data() != &table) continue;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      states_[outer].flat.emplace(table.columns[i].name, std::pair{at, i});
  }
}

void RecordImport::mark_sample() {
  draft_.at_matter();
  draft_.mark_sample();
}

/// As reports name it: with its table where there are several, with what it stands in where that is an object.
std::string RecordImport::column_name(const State& state, std::string_view column) const {
  if (tables_ == 1 && state.outer == no_state) return std::string(column);
  std::string_view table = state.table->name;
  if (tables_ == 1) {
    const std::size_t dot = table.find('.');
    table = dot == std::string_view::npos ? std::string_view{} : table.substr(dot + 1);
  }
  return std::string(table).append(table.empty() ? "" : ".").append(column);
}

/// As `extra` names it; an item says itself where it stands.
std::string RecordImport::kept_name(const State& state, std::string_view column) const {
  return draft_.in_item() || !mapping_.documents() ? std::string(column) : column_name(state, column);
}

void RecordImport::keep_whole(Row& row, const Column& column, NodeId value) {
  const auto i = static_cast<std::size_t>(&column - row.state.table->columns.data());
  ++row.state.counts[i].kept;
  row.notes.push_back({column_name(row.state, column.name), {}, {}, row.place_of(value)});
  draft_.keep(kept_name(row.state, column.name), row.from, value);
}

/// Whether any column of an object, or of one in it, is looked at.
bool RecordImport::looked_at(const State& state) const {
  if (state.only.empty() || std::find(state.only.begin(), state.only.end(), true) != state.only.end()) return true;
  return std::any_of(state.table->columns.begin(), state.table->columns.end(), [&](const Column& column) {
    return !column.object.empty() && looked_at(states_[state_of_.at(column.object.data())]);
  });
}

void RecordImport::object(Row& row, std::size_t i) {
  const Column& column = row.state.table->columns[i];
  State& inner = states_[state_of_.at(column.object.data())];
  if (!looked_at(inner)) return;
  if (column.flat) return flat(row, column, inner);
  const NodeId value = row.state.values[i];
  if (value == no_node) return;
  const Node& node = row.from.node(value);
  if (column.repeats) return objects(row, column, inner, value);
  if (nothing_in(node)) {
    for (const Column& list : inner.table->columns) {
      if (list.empty_none && list.repeats) draft_.put_none(list.object[0].each);
    }
  } else if (node.is(NodeKind::mapping)) {
    Row within{row.from, inner, row.notes, row.joined};
    this->row(within, value);
  } else {  // a text, or several of what there is one of
    keep_whole(row, column, value);
  }
}

/// One record or several: an item for each.
void RecordImport::objects(Row& row, const Column& column, State& inner, NodeId value) {
  const Node& node = row.from.node(value);
  if (node.is(NodeKind::sequence) && node.count == 0) {
    if (column.empty_none) draft_.put_none(column.object[0].each);
    return;
  }
  const MatterDraft::Place before = draft_.place();
  std::size_t order = 0;
  for (const NodeId record : in_order(row, column, value)) {
    const Node& one = row.from.node(record);
    const bool fits = one.is(NodeKind::mapping) || nothing_in(one);
    if (fits && join(row, column, order, record)) {
      Row within{row.from, inner, row.notes, column.joins != Joins::none};
      if (one.is(NodeKind::mapping)) this->row(within, record);
    } else {
      keep_whole(row, column, record);
    }
    draft_.go_to(before);
    ++order;
  }
}

/// As their column of order numbers them, where all of them say a number.
std::vector<NodeId> RecordImport::in_order(const Row& row, const Column& column, NodeId value) const {
  std::vector<NodeId> records;
  if (!row.from.node(value).is(NodeKind::sequence)) return {value};
  for (const NodeId record : children(row.from, value)) records.push_back(record);
  const Column* const order = column.object[0].column_of(FunctionId::order);
  if (order == nullptr) return records;
  std::vector<std::pair<std::uint64_t, NodeId>> numbered;
  for (const NodeId record : records) {
    const bool group = row.from.node(record).is(NodeKind::mapping);
    const NodeId said = group ? row.from.find(record, order->name) : no_node;
    const auto number = said == no_node ? std::nullopt : number_in(row.from.node(said).text());
    if (!number) return records;
    numbered.emplace_back(*number, record);
  }
  std::stable_sort(numbered.begin(), numbered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < records.size(); ++i) records[i] = numbered[i].second;
  return records;
}

/// Goes to the item that a record is of: a new one, or one that is there already.
bool RecordImport::join(const Row& row, const Column& column, std::size_t order, NodeId record) {
  const MappedTable& object = column.object[0];
  if (column.joins == Joins::none) return draft_.at_new_item(object.each);
  if (column.joins == Joins::order) return draft_.at_item(object.each, order);
  const MatterDraft::Place before = draft_.place();
  const std::size_t items = draft_.items(object.each);
  for (const bool by_key : {true, false}) {
    for (const Column& inner : object.columns) {
      const bool identifies = inner.mapped() && (by_key ? inner.path.last().list_key : inner.path.last().list_name);
      const bool group = row.from.node(record).is(NodeKind::mapping);
      const NodeId said = identifies && group ? row.from.find(record, inner.name) : no_node;
      if (said == no_node || nothing_in(row.from.node(said))) continue;
      for (std::size_t n = 0; n < items; ++n) {
        if (!draft_.at_item(object.each, n)) break;
        const NodeId there = draft_.at(inner.path);
        if (there != no_node && draft_.document().node(there).text() == row.from.node(said).text()) return true;
        draft_.go_to(before);
      }
    }
  }
  return false;
}

/// What an item that is there already says itself is not said twice; what it says otherwise is kept beside it.
bool RecordImport::there_already(Row& row, std::size_t i) {
  const Column& column = row.state.table->columns[i];
  const NodeId there = draft_.at(column.path);
  if (there == no_node) return false;
  const Document& draft = draft_.document();
  const bool same = draft.node(there).is(NodeKind::scalar) && made_.size() == 1 &&
                    draft.node(there).text() == draft.node(made_[0]).text();
  if (same) {
    ++row.state.counts[i].same;
  } else {
    ++row.state.counts[i].kept;
    draft_.keep(kept_name(row.state, column.name), row.from, row.state.values[i]);
  }
  return true;
}

/// Values of several items beside each other in columns of what is around them.
void RecordImport::flat(Row& row, const Column& column, State& inner) {
  const MappedTable& object = column.object[0];
  std::vector<std::optional<std::string_view>> texts(object.columns.size());
  std::size_t said = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const NodeId value = inner.only.empty() || inner.only[i] ? inner.values[i] : no_node;
    if (value == no_node) {
      ++inner.counts[i].missing;
    } else if (nothing_in(row.from.node(value))) {
      ++inner.counts[i].nothing;
    } else if (!row.from.node(value).is(NodeKind::scalar)) {
      ++inner.counts[i].kept;
      draft_.keep(kept_name(inner, object.columns[i].name), row.from, value);
    } else {
      texts[i] = row.from.node(value).text();
      ++said;
    }
  }
  if (said == 1 && texts[0] && !column.spec->none.absent() && texts[0] == *column.none) {
    ++inner.counts[0].none;
    return draft_.put_none(object.each);
  }
  const auto values = read_flat(column, texts);
  const std::size_t items =
      std::accumulate(values.begin(), values.end(), std::size_t{0},
                      [](std::size_t most, const auto& one) { return std::max(most, one.size()); });
  Arena& arena = draft_.tree().document().arena;
  Document& split = split_.emplace_back();
  TreeBuilder tree(split);
  const MatterDraft::Place before = draft_.place();
  const bool chosen = column.when.path.count != 0 && column.when.how == When::How::has;
  for (std::size_t n = 0; n < items; ++n) {
    const NodeId record = tree.mapping();
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (n < values[i].size() && !values[i][n].empty())
        tree.entry(record, object.columns[i].name, tree.text(arena.keep(values[i][n])));
    }
    if (!draft_.at_item(object.each, n)) break;
    if (chosen) draft_.put(column.when.path, {draft_.tree().text(column.when.value)});
    Row within{split, inner, row.notes, true};
    this->row(within, record);
    draft_.go_to(before);
  }
}

}  // namespace matter
