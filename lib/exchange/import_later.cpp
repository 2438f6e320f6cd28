// Values that may follow from others: told apart from what is new when all is there.
#include <algorithm>
#include <memory>

#include "exchange/cell.h"
#include "exchange/import_record.h"
#include "exchange/joined.h"
#include "exchange/record_text.h"
#include "exchange/tree.h"
#include "model/codes.h"
#include "model/read.h"

namespace matter {

namespace {

constexpr std::string_view yes = "是", no = "否";

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

}  // namespace matter
