// What a value of a column becomes: numbers with their unit, names of codes, texts taken apart.
#include <algorithm>
#include <charconv>

#include "exchange/import_record.h"
#include "exchange/joined.h"
#include "exchange/tree.h"
#include "model/canonical.h"
#include "model/codes.h"
#include "model/region.h"
#include "model/values.h"

namespace matter {

namespace {

/// Whether the model will understand the text in this field (what it will not is kept as it came, and said).
bool model_understands(const Field& field, std::string_view text) {
  return canonical_form(field, field.kind == Kind::list ? field.item : field.kind, text).understood;
}

/// `code@version`: what a matter can be bound by.
bool is_binding(std::string_view text) {
  const auto reference = parse_standard_reference(text);
  return reference && reference->version;
}

/// A day with its midnight.
std::string_view day_of(std::string_view text) {
  constexpr std::string_view midnight = " 00:00:00";
  return text.ends_with(midnight) ? text.substr(0, text.size() - midnight.size()) : text;
}

}  // namespace

std::optional<std::uint64_t> RecordImport::number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void RecordImport::assign(Row& row, std::size_t i) {
  const Column& column = row.state.table->columns[i];
  ColumnCounts& counts = row.state.counts[i];
  const NodeId value = row.state.values[i];
  const Node& node = row.from.node(value);
  const bool empty_list = column.empty_none && node.is(NodeKind::sequence) && node.count == 0;
  if ((node.is(NodeKind::scalar) && column.none == node.text()) || empty_list) {
    ++counts.none;
    return draft_.put_none(column.none_for.count != 0 ? column.none_for : column.path);
  }
  if (column.is(FunctionId::binding) && !is_binding(node.text())) {
    ++counts.kept;
    row.notes.push_back(
        {column_name(row.state, column.name), to_text(column.path), std::string(node.text()), row.place_of(value)});
    return draft_.keep(kept_name(row.state, column.name), row.from, value);
  }
  bool fits = true;
  bool all_understood = true;
  made_.clear();
  values_of(row, i, fits, all_understood);
  if (!fits) {  // a shape that the field cannot hold
    ++counts.kept;
    row.notes.push_back({std::string(column.name), to_text(column.path), {}, row.place_of(value)});
    return draft_.keep(kept_name(row.state, column.name), row.from, value);
  }
  if (row.joined && there_already(row, i)) return;
  if (mapping_.families && !lines_up(column) && !whole(row, i, all_understood)) {
    ++counts.kept;
    row.notes.push_back({column_name(row.state, column.name), to_text(column.path), {}, row.place_of(value)});
    return draft_.keep(kept_name(row.state, column.name), row.from, value);
  }
  ++counts.mapped;
  if (!all_understood) ++counts.not_understood;
  draft_.put(column.path, made_);
}

/// Several values beside those of another column: of the same items where there are as many.
bool RecordImport::lines_up(const Column& column) const {
  for (std::uint8_t n = 1; n < column.path.count; ++n) {
    if (column.path.fields[n - 1U]->kind != Kind::list || n <= column.inside) continue;
    FieldPath list = column.path;
    list.count = n;
    const NodeId there = draft_.at(list);
    return there == no_node ||
           (draft_.document().node(there).is(NodeKind::sequence) && draft_.items(list) == made_.size());
  }
  return true;
}

/// Of a list with one item, a text with separators is one value.
bool RecordImport::whole(Row& row, std::size_t i, bool& understood) {
  const Column& column = row.state.table->columns[i];
  const Node& node = row.from.node(row.state.values[i]);
  FieldPath list = column.path;
  --list.count;
  if (list.count == 0 || column.codes != nullptr || !node.is(NodeKind::scalar) || draft_.items(list) != 1) return false;
  made_.clear();
  understood = true;
  this->value(row, i, node.text(), understood);
  return true;
}

void RecordImport::values_of(Row& row, std::size_t i, bool& fits, bool& understood) {
  const Column& column = row.state.table->columns[i];
  const bool many = column.several();
  const NodeId at = row.state.values[i];
  const Node& node = row.from.node(at);
  if (node.is(NodeKind::sequence)) {
    for (const NodeId child : children(row.from, at)) {
      fits = fits && many && row.from.node(child).is(NodeKind::scalar);
    }
    if (!fits) return;
    for (const NodeId child : children(row.from, at)) value(row, i, row.from.node(child).text(), understood);
    return;
  }
  fits = node.is(NodeKind::scalar);
  if (!fits) return;
  std::string_view rest = node.text();
  if (many && column.join && mapping_.two_way) {
    for (const std::string& one : split_joined(rest, *column.join)) {
      value(row, i, draft_.tree().document().arena.keep(one), understood);
    }
    return;
  }
  while (many && column.join && !column.join->empty()) {
    const std::size_t end = rest.find(*column.join);
    if (end == std::string_view::npos) break;
    value(row, i, rest.substr(0, end), understood);
    rest.remove_prefix(end + column.join->size());
  }
  value(row, i, rest, understood);
}

void RecordImport::value(Row& row, std::size_t i, std::string_view written, bool& understood) {
  bool good = true;
  const std::string_view text = convert(row, i, written, good);
  made_.push_back(draft_.tree().text(text));
  if (good) return;
  understood = false;
  const Column& column = row.state.table->columns[i];
  row.notes.push_back(
      {std::string(column.name), to_text(column.path), std::string(written), row.place_of(row.state.values[i])});
}

std::string_view RecordImport::convert(Row& row, std::size_t i, std::string_view written, bool& understood) {
  const Column& column = row.state.table->columns[i];
  const Field& field = column.path.last();
  Arena& arena = draft_.tree().document().arena;
  if (column.unit || column.unit_column) return limit_text(row, i, written, understood);
  if (column.codes != nullptr) {
    const CodeMap::Row* const code = column.codes->by_code(written);
    understood = code != nullptr;
    if (!understood) return written;
    if (!code->first) row.state.counts[i].replace(written, code->name);
    return code->name;
  }
  if (column.function != nullptr && !column.is(FunctionId::binding)) {
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
  if (column.type == ColumnType::date_time) text = day_of(text);
  understood = model_understands(field, text);
  return understood ? text : written;
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
