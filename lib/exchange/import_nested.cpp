// Records that hold records: columns that are objects, and values that may follow from others.
#include <algorithm>
#include <charconv>
#include <numeric>

#include "exchange/cell.h"
#include "exchange/flat.h"
#include "exchange/import_record.h"
#include "exchange/joined.h"
#include "exchange/record_text.h"
#include "exchange/tree.h"
#include "model/canonical.h"
#include "model/codes.h"
#include "model/read.h"
#include "model/values.h"

namespace matter {

namespace {

constexpr std::string_view yes = "是", no = "否";

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool nothing_in(const Node& node) { return node.is(NodeKind::null) || (node.is(NodeKind::scalar) && node.length == 0); }

/// The field of a record that alone says whether the thing is offered.
const Field* flag_of(const Field& record) {
  if (record.kind != Kind::record) return nullptr;
  for (const Field& field : record.table()->fields) {
    if (field.kind == Kind::flag) return &field;
  }
  return nullptr;
}

/// The item of a list of the matter that a place is in; null where it is in none.
const void* item_at(const MappedTable& table, const Matter& m, const MatterDraft::Place& place) {
  if (place.depth == 0 || table.each.count == 0) return nullptr;
  const void* record = &m;
  for (std::size_t i = 0; i + 1U < table.each.count; ++i) record = member(*table.each.fields[i], record);
  const Field& field = table.each.last();
  const AnyList& list = list_of(field, record);
  return place.item < list.count ? item_of(field, list, static_cast<std::uint32_t>(place.item)) : nullptr;
}

}  // namespace

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

/// Columns that an export makes of other fields: whether they say anything new shows when all is there.
bool RecordImport::is_later(const Column& column) const {
  if (!mapping_.compared()) return false;
  if (column.is(FunctionId::offered) || column.lossy || column.constant || !column.text.empty()) return true;
  return column.function != nullptr && !column.function->takes_path && !column.function->reads;
}

void RecordImport::settle_later() {
  if (later_.empty()) return;
  const auto offers = [](const Later& one) { return one.state->table->columns[one.column].is(FunctionId::offered); };
  std::stable_partition(later_.begin(), later_.end(), offers);
  if (mapping_.families) in_order_of_sources();
  Losses unused;
  LossRecorder losses(unused);
  const ExportRun run{};
  CellMaker cells(mapping_, run, losses);
  auto tree = std::make_unique<Document>();
  auto m = std::make_unique<Matter>();
  Arena arena;
  bool changed = true;
  std::string known;            // what an export calls it
  std::vector<Later> unplaced;  // may follow from what others are read into
  for (const bool last : {false, true}) {
    for (const Later& one : last ? unplaced : later_) {
      if (changed) {
        tree = std::make_unique<Document>();
        m = std::make_unique<Matter>();
        TreeBuilder builder(*tree);
        const NodeId root = canonical_tree(draft_.document(), draft_.root(), *table_of<Matter>(), builder);
        read_matter(*tree, root, arena, *m);
        changed = false;
        known = identity(*m);
        if (one.state->table->standard)
          known = std::string(standard_code(*m)) + "@" + std::to_string(standard_version(*m));
      }
      const MappedTable& table = *one.state->table;
      const Column& column = table.columns[one.column];
      ColumnCounts& counts = one.state->counts[one.column];
      RowContext row;
      row.matter = m.get();
      row.identity = known;
      row.item = item_at(table, *m, one.place);
      const bool whole = table.each.count == 0 || row.item != nullptr;
      draft_.go_to(one.place);
      if (whole && cells.make(table, column, row) == one.text) {
        ++counts.same;
      } else if (settle(one)) {
        ++counts.mapped;
        changed = true;
      } else if (!last) {
        unplaced.push_back(one);
      } else {
        ++counts.kept;
        draft_.keep(kept_name(*one.state, column.name), *one.from, one.value);
      }
    }
  }
  draft_.at_matter();
}

/// What others follow from comes first: codes, and the smallest place.
void RecordImport::in_order_of_sources() {
  const auto rank = [](const Later& one) {
    const Column& column = one.state->table->columns[one.column];
    if (column.is(FunctionId::implementing_code)) return 0;
    return column.is(FunctionId::handling_code) || column.is(FunctionId::village_code) ? 1 : 2;
  };
  std::stable_sort(later_.begin(), later_.end(), [&](const Later& a, const Later& b) { return rank(a) < rank(b); });
}

bool RecordImport::settle(const Later& one) {
  const Column& column = one.state->table->columns[one.column];
  if (mapping_.families && column.lossy) return read_into(one, column.read);
  if (column.is(FunctionId::offered)) return offer(one);
  return column.is(FunctionId::directory_code) ? read_code(one) : read_into(one, column.read);
}

/// No of a record that says other things: its flag says so.
bool RecordImport::deny(const FieldPath& record) {
  const NodeId there = draft_.at(record);
  const Field* const flag = flag_of(record.last());
  if (there == no_node || flag == nullptr || !draft_.document().node(there).is(NodeKind::mapping)) return false;
  if (record.count == FieldPath::most || draft_.document().find(there, flag->key) != no_node) return false;
  FieldPath path = record;
  path.fields[path.count++] = flag;
  draft_.put(path, {draft_.tree().text(no)});
  return true;
}

/// Yes and no of a thing of which nothing else is said.
bool RecordImport::offer(const Later& one) {
  const Column& column = one.state->table->columns[one.column];
  const CodeMap::Row* const code = column.codes != nullptr ? column.codes->by_code(one.text) : nullptr;
  const std::string_view said = code != nullptr ? code->name : one.text;
  if (mapping_.families && said == no && deny(column.path)) return true;
  if (draft_.at(column.path) != no_node || (said != yes && said != no)) return false;
  if (said == no) {
    draft_.put_none(column.path);
    return true;
  }
  const Field* const flag = flag_of(column.path.last());
  if (flag == nullptr || column.path.count == FieldPath::most) return false;
  FieldPath path = column.path;
  path.fields[path.count++] = flag;
  draft_.put(path, {draft_.tree().text(yes)});
  return true;
}

/// The code of a standard entry: of a 业务项, 基本编码 with two digits behind it, or 基本编码 itself.
bool RecordImport::read_code(const Later& one) {
  constexpr std::size_t basic = 12, with_item = 14;
  const FieldPath directory = *resolve_path("directory_code");
  const FieldPath code = *resolve_path("basic_code");
  if (one.text.size() == basic) return read_into(one, code);
  if (!read_into(one, directory)) return false;
  const bool base = one.text.size() == with_item && draft_.at(code) == no_node;
  if (base) draft_.put(code, {draft_.tree().text(one.text.substr(0, basic))});
  return true;
}

/// Whether a list has as many items as there are values, and none of them says this field.
bool RecordImport::beside(const FieldPath& path, std::size_t values) {
  FieldPath list = path;
  --list.count;
  const MatterDraft::Place before = draft_.place();
  bool free = list.count != 0 && draft_.items(list) == values;
  for (std::size_t n = 0; n < values && free; ++n) {
    free = draft_.at_item(list, n) && draft_.at(path) == no_node;
    draft_.go_to(before);
  }
  return free;
}

bool RecordImport::read_into(const Later& one, const FieldPath& path) {
  if (path.count == 0) return false;
  const Column& column = one.state->table->columns[one.column];
  const CodeMap::Row* const code = column.codes != nullptr ? column.codes->by_code(one.text) : nullptr;
  if (column.codes != nullptr && code == nullptr) return false;
  const bool in_item = one.place.depth != 0 && one.place.depth < path.count;
  bool list = false;  // of the matter, that has items already
  for (std::size_t n = in_item ? one.place.depth + 1 : 1; n <= path.count; ++n) {
    FieldPath shorter = path;
    shorter.count = static_cast<std::uint8_t>(n);
    const NodeId there = draft_.at(shorter);
    if (there == no_node) continue;
    const Node& node = draft_.document().node(there);
    list = mapping_.families && n != path.count && node.is(NodeKind::sequence);
    if (list) break;
    if (n == path.count || !node.is(NodeKind::mapping)) return false;
  }
  if (column.none == one.text && code != nullptr) return false;  // 无 or this code: nobody knows
  if (column.none == one.text) {
    if (list) return false;
    draft_.put_none(path);
    return true;
  }
  if (reads_records(column)) {
    if (list || draft_.at(path) != no_node) return false;
    draft_.put(path, records_of(column, one.text));
    return true;
  }
  std::vector<NodeId> values;
  std::string_view rest = code != nullptr ? code->name : one.text;
  const bool apart = mapping_.families && column.join && !column.join->empty() && path.through_list();
  for (std::size_t end = apart ? rest.find(*column.join) : std::string_view::npos; end != std::string_view::npos;
       end = rest.find(*column.join)) {
    values.push_back(draft_.tree().text(rest.substr(0, end)));
    rest.remove_prefix(end + column.join->size());
  }
  values.push_back(draft_.tree().text(rest));
  if (list && !beside(path, values.size())) return false;
  draft_.put(path, values);
  return true;
}

/// The items of a list that an export made one text of.
std::vector<NodeId> RecordImport::records_of(const Column& column, std::string_view text) {
  TreeBuilder& tree = draft_.tree();
  std::vector<NodeId> items;
  for (const FoundRecord& found : read_records_text(column, text)) {
    const NodeId item = tree.mapping();
    for (const FoundText& one : found) {
      if (one.field->kind != Kind::list) {
        tree.entry(item, one.field->key, tree.text(one.text));
        continue;
      }
      const NodeId values = tree.sequence();
      for (const std::string& value : split_joined(one.text, "、"))
        tree.item(values, tree.text(tree.document().arena.keep(value)));
      tree.entry(item, one.field->key, values);
    }
    items.push_back(item);
  }
  return items;
}

/// A number as a limit, its unit by the mapping or by the column beside it; what is no number as it stands.
std::string_view RecordImport::limit_text(Row& row, std::size_t i, std::string_view written, bool& understood) {
  const Column& column = row.state.table->columns[i];
  const auto number = number_in(written);
  std::string_view unit = column.unit ? unit_name(*column.unit) : unit_name(LimitUnit::working_day);
  if (column.unit_column) {
    const NodeId said = row.state.values[*column.unit_column];
    const bool given = said != no_node && row.from.node(said).is(NodeKind::scalar) && row.from.node(said).length != 0;
    if (given) unit = row.from.node(said).text();
    if (const CodeMap* const codes = row.state.table->columns[*column.unit_column].codes; codes != nullptr) {
      const CodeMap::Row* const known = given ? codes->by_code(unit) : nullptr;
      unit = known != nullptr ? known->name : std::string_view{};  // none is no working day
    }
  }
  Arena& arena = draft_.tree().document().arena;
  understood = number.has_value();
  if (!number) return written;
  if (*number == 0 || unit == unit_name(LimitUnit::instant)) return unit_name(LimitUnit::instant);
  const std::string_view text = arena.keep(std::to_string(*number).append(" ").append(unit));
  understood = canonical_form(column.path.last(), Kind::limit, text).understood;
  return understood ? text : written;
}

}  // namespace matter
