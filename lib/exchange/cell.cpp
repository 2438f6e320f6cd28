#include "exchange/cell.h"

#include <algorithm>

#include "exchange/joined.h"
#include "media/guard.h"
#include "media/sql.h"
#include "media/xlsx.h"
#include "text/eight_bytes.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Control characters never leave; line breaks and tabs are none of them.
bool is_control(unsigned char c) { return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F; }

/// False where there is none for certain.
bool may_have_control(std::string_view text) {
  return any_marked(text, [](std::uint64_t bytes) { return bytes_below(bytes, ' ') | bytes_equal(bytes, 0x7F); });
}

/// Where U+FFFE or U+FFFF begins, which no XML can say.
bool is_no_character(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// A value among others in a text for people.
std::string in_words(Kind kind, const Scalar& value) {
  if (kind == Kind::limit && value.given()) {
    const auto& limit = static_cast<const Limit&>(value);
    return to_text(limit.amount, limit.unit);
  }
  if (kind == Kind::flag && value.given()) return static_cast<const Flag&>(value).value ? "是" : "否";
  if (kind == Kind::named && value.given() && static_cast<const Named&>(value).value != nullptr)
    return std::string(static_cast<const Named&>(value).name());
  return std::string(value.given() || value.mark.state == State::wrong ? value.text : std::string_view{});
}

std::string in_words(const Field& field, const AnyList& list) {
  std::string whole;
  if (!list.given()) return whole;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const std::string one = in_words(field.item, *static_cast<const Scalar*>(item_of(field, list, i)));
    whole.append(whole.empty() || one.empty() ? "" : "、").append(one);
  }
  return whole;
}

/// Texts that are no numbers, days or counts of ours: what a spreadsheet must not make one of.
bool is_free_text(const Column& column) {
  const FunctionId id = column.function != nullptr ? column.function->id : FunctionId::identity;
  if (!column.mapped()) return column.function != nullptr && id != FunctionId::order && id != FunctionId::export_time;
  if (column.codes != nullptr) return true;
  const Field& last = column.path.last();
  const bool made = column.function != nullptr &&
                    (id == FunctionId::presence || id == FunctionId::offered || id == FunctionId::total);
  return !made && (last.kind == Kind::list ? last.item : last.kind) == Kind::text;
}

}  // namespace

void CellMaker::at(const MappedTable& table, const Column& column, const RowContext& row) {
  table_ = &table;
  column_ = &column;
  row_ = &row;
  got_ = {};
  cell_.clear();
  ends_.clear();
  values_.clear();
  said_ = false;
}

std::string_view CellMaker::make(const MappedTable& table, const Column& column, const RowContext& row) {
  at(table, column, row);
  if (column.when.path.count != 0 && !holds(column.when)) {
    if (!column.constant || column.absent) empty_cell();
    return cell_;
  }
  if (column.constant) return *column.constant;
  column_value();
  join_gathered();
  said_ = said_ || (column.mapped() && (got_.values != 0 || got_.none));
  if (got_.values == 0 && got_.none && column.none && !column.is(FunctionId::presence)) {
    cell_ = *column.none;
  } else if (got_.values == 0) {
    if (got_.none && !got_.found && !got_.told) lose(LossReason::no_none);
    empty_cell();
  }
  finish();
  return cell_;
}

void CellMaker::column_value() {
  const Column& column = *column_;
  if (!column.text.empty()) return composed();
  if (column.function != nullptr && !column.function->takes_path) return derived();
  if (!column.mapped()) return;
  if (column.inside == column.path.count) {  // the item itself
    const Field& list = column.path.last();
    return value(list, list.item, row_->item);
  }
  if (column.is(FunctionId::total)) return total();
  if (column.is(FunctionId::presence)) return presence();
  std::size_t depth = 0;
  const void* record = start(column.path, depth);
  gather(column.path, depth, record);
  if (got_.values != 0 || got_.found || column.otherwise.count == 0) return;
  const bool none = got_.none;
  got_.by_otherwise = true;
  record = start(column.otherwise, depth);
  gather(column.otherwise, depth, record);
  got_.none = got_.none || none;
}

/// Paths into the list that the table has rows for begin at the row's item.
const void* CellMaker::start(const FieldPath& path, std::size_t& depth) const {
  const bool inside = table_->of_item(path);
  depth = inside ? table_->each.count : 0;
  return inside ? row_->item : row_->matter;
}

void CellMaker::gather(const FieldPath& path, std::size_t depth, const void* record) {
  const Field& field = *path.fields[depth];
  const void* const at = member(field, record);
  const Mark& mark = *static_cast<const Mark*>(at);
  const bool last = depth + 1U == path.count;
  if (last && column_->function != nullptr && column_->function->id == FunctionId::offered) return offered(field, at);
  const bool way_back = mapping_.two_way && !last && field.kind == Kind::record;
  const FieldPath& none_for = column_->none_for;
  if (mark.none() && way_back && none_for.count == depth + 1U) {
    got_.none = true;
  } else if (mark.none() && way_back) {  // 无 of the record, not of this field
    got_.found = true;
    if ((column_->told >> depth & 1U) == 0) lose(LossReason::no_none);
  } else if (mark.none()) {
    got_.none = true;
    got_.told = got_.told || (column_->told >> depth & 1U) != 0;
  } else if (!mark.absent() && last && field.kind == Kind::list) {
    list_values(field, *static_cast<const AnyList*>(at));
  } else if (!mark.absent() && last) {
    value(field, field.kind, at);
  } else if (mark.given() && field.kind == Kind::record) {
    gather(path, depth + 1, at);
  } else if (mark.given() && field.kind == Kind::list) {
    const auto& list = *static_cast<const AnyList*>(at);
    for (std::uint32_t i = 0; i < list.count; ++i) gather(path, depth + 1, item_of(field, list, i));
  } else if (mark.state == State::wrong) {
    lose(LossReason::not_understood);
  }
}

void CellMaker::list_values(const Field& field, const AnyList& list) {
  if (list.mark.state == State::wrong) {
    lose(LossReason::not_understood);
    return;
  }
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const void* const item = item_of(field, list, i);
    const Mark& mark = *static_cast<const Mark*>(item);
    if (mark.absent() || mark.none()) {
      got_.none = got_.none || mark.none();
    } else if (is_scalar(field.item)) {
      value(field, field.item, item);
    } else if (mark.given()) {
      record_text(item, list.count > 1 ? i + 1 : 0);
    }
  }
}

void CellMaker::value(const Field& field, Kind kind, const void* value) {
  const auto& scalar = *static_cast<const Scalar*>(value);
  got_.found = true;
  const bool right = scalar.given();
  if (!right) {
    lose(LossReason::not_understood);
    if (column_->codes == nullptr && column_->type == ColumnType::text && column_->function == nullptr) {
      piece(scalar.text);
    }
    return;
  }
  if (column_->function != nullptr) {
    switch (column_->function->id) {
      case FunctionId::region_6:
      case FunctionId::region_9: {
        const std::size_t digits = column_->function->id == FunctionId::region_6 ? 6 : 9;
        const bool fits =
            scalar.text.size() == 12 && scalar.text.find_first_not_of('0', digits) == std::string_view::npos;
        if (fits) return piece(scalar.text.substr(0, digits));
        lose(LossReason::no_form);
        return;
      }
      case FunctionId::town_code: return region(4, false);
      case FunctionId::town_name: return region(4, true);
      case FunctionId::village_code: return region(5, false);
      case FunctionId::village_name: return region(5, true);
      case FunctionId::region_name: return region_name(scalar.text);
      default: break;
    }
  }
  switch (kind) {
    case Kind::named: {
      const auto& name = *static_cast<const Named*>(value);
      return named(name.value != nullptr ? name.name() : name.text);
    }
    case Kind::flag: return named(static_cast<const Flag*>(value)->value ? "是" : "否");
    case Kind::count: return count(static_cast<const Count*>(value)->value);
    case Kind::limit: return limit_parts(*static_cast<const Limit*>(value));
    case Kind::date: {
      const auto& date = *static_cast<const Date*>(value);
      const DateValue day{date.year, date.month, date.day};
      return piece(column_->type == ColumnType::date_time ? date_time_text(day) : to_text(day));
    }
    default: break;
  }
  static_cast<void>(field);
  if (column_->type != ColumnType::text) {
    lose(LossReason::no_form);
    return;
  }
  if (column_->pattern.empty()) return piece(scalar.text);
  std::string whole;
  for (const PatternPart& part : column_->pattern) {
    whole += part.kind == PatternPart::Kind::literal ? part.literal : scalar.text;
  }
  piece(whole);
}

/// A number has a code only where the map names it: 0 as 不用到现场, all others by the pattern.
void CellMaker::count(std::int32_t value) {
  const std::string number = std::to_string(value);
  const auto code = column_->codes != nullptr ? column_->codes->code_of(number) : std::nullopt;
  if (code) return piece(*code);
  if (column_->pattern.empty()) return piece(number);
  std::string whole;
  for (const PatternPart& part : column_->pattern)
    whole += part.kind == PatternPart::Kind::literal ? part.literal : std::string_view(number);
  piece(whole);
}

void CellMaker::limit_parts(const Limit& limit) {
  if (column_->unit && limit.unit != *column_->unit && limit.unit != LimitUnit::instant) {
    lose(LossReason::no_form);  // a number would say another unit
    return;
  }
  if (column_->pattern.empty()) return piece(to_text(limit.amount, limit.unit));
  std::string whole;
  for (const PatternPart& part : column_->pattern) {
    switch (part.kind) {
      case PatternPart::Kind::amount: whole += std::to_string(limit.amount); break;
      case PatternPart::Kind::unit: whole += unit_name(limit.unit); break;
      case PatternPart::Kind::text: whole += to_text(limit.amount, limit.unit); break;
      case PatternPart::Kind::duration: whole += duration_text(limit.amount, limit.unit); break;
      default: whole += part.literal;
    }
  }
  named(whole);
}

/// A name becomes the platform's code where the column has a code map.
void CellMaker::named(std::string_view name) {
  if (column_->codes == nullptr) return piece(name);
  const auto code = column_->codes->code_of(name);
  if (code) return piece(*code);
  got_.found = true;
  lose(LossReason::no_code);
}

void CellMaker::piece(std::string_view text) {
  if (nests_ && column_->several() && !joins(*column_)) {
    ++got_.values;
    got_.found = true;
    cell_ += text;
    ends_.push_back(cell_.size());
    return;
  }
  const bool read_whole = column_->lossy && mapping_.documents();  // and not taken apart
  if (column_->join && mapping_.two_way && column_->several() && !read_whole) {
    values_.emplace_back(text);
  } else if (got_.values == 0 || column_->join) {
    if (column_->join && mapping_.families && may_separate(text, *column_->join)) ++got_.dividing;
    cell_.append(got_.values != 0 ? *column_->join : std::string_view{}).append(text);
  } else {
    if (got_.values++ == 1) lose(LossReason::several);
    return;
  }
  ++got_.values;
  got_.found = true;
}

/// One item of a list of records, by the pattern's fields. `number` is 0 where it is the only one.
void CellMaker::record_text(const void* record, std::uint32_t number) {
  std::string whole;
  bool none = false;
  const auto text = [&](const PatternPart& part) -> std::string {
    if (part.kind == PatternPart::Kind::literal) return std::string(part.literal);
    if (part.kind == PatternPart::Kind::number) return number == 0 ? std::string() : std::to_string(number);
    const Field& field = *part.field;
    none = none || static_cast<const Mark*>(member(field, record))->none();
    return field.kind == Kind::list ? in_words(field, list_of(field, record))
                                    : in_words(field.kind, scalar_of(field, record));
  };
  const Pattern& pattern = column_->pattern;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::uint8_t group = pattern[i].group;
    std::string part;
    bool all = true;
    for (; i < pattern.size() && pattern[i].group == group; ++i) {
      const std::string piece = text(pattern[i]);
      all = all && !piece.empty();
      part += piece;
    }
    if (group == 0 || all) whole += part;
  }
  if (!whole.empty()) return piece(whole);
  got_.none = got_.none || none;  // 无 is all that it says
}

bool CellMaker::holds(const When& when) const {
  bool given = false;
  bool has = false;
  std::size_t depth = 0;
  const void* const record = start(when.path, depth);
  FieldPath path;
  for (; depth < when.path.count; ++depth) path.fields[path.count++] = when.path.fields[depth];
  visit_path(path, record, [&](const Trail&, const Field& field, const void* at) {
    const Mark& mark = *static_cast<const Mark*>(at);
    if (mark.none() && when.value == "无") given = has = true;
    const auto look = [&](Kind kind, const void* value) {
      const auto& scalar = *static_cast<const Scalar*>(value);
      if (!scalar.given()) return;
      given = true;
      const auto* const name = kind == Kind::named ? static_cast<const Named*>(value)->value : nullptr;
      has = has || (name != nullptr ? name->name : scalar.text) == when.value;
    };
    if (is_scalar(field.kind)) return look(field.kind, at);
    if (field.kind != Kind::list || !is_scalar(field.item)) return;
    const auto& list = *static_cast<const AnyList*>(at);
    for (std::uint32_t i = 0; i < list.count; ++i) look(field.item, item_of(field, list, i));
  });
  if (when.how == When::How::unless) return !has;
  return given && has == (when.how == When::How::has);
}

Loss& CellMaker::lose(LossReason why) {
  path_text_ = got_.by_otherwise   ? to_text(column_->otherwise)
               : column_->mapped() ? to_text(column_->path)
               : column_->repeats  ? to_text(column_->object[0].each)
                                   : std::string{};
  return losses_.add(why, table_->name, column_->name, path_text_);
}

/// Nothing to write: what the mapping says for that, or an empty cell that may be a loss.
void CellMaker::empty_cell() {
  const Column& column = *column_;
  if (column.fallback) cell_ = *column.fallback;
  if (cell_.empty() && column.absent) cell_ = *column.absent;
  if (!cell_.empty() || !column.required || got_.found || got_.none) return;
  const bool from_matter =
      column.mapped() || column.function != nullptr || !column.text.empty() || !column.object.empty();
  if (!from_matter) return;  // said once for the whole column
  path_text_ = column.mapped() ? to_text(column.path) : std::string{};
  const bool carried = path_text_.empty() || row_->catalog == nullptr || !row_->catalog->not_carried(path_text_);
  lose(carried ? LossReason::required_empty : LossReason::not_carried);
}

void CellMaker::control_characters() {
  const bool xml = mapping_.medium == Medium::xml;
  if (!may_have_control(cell_) && (!xml || cell_.find("\xEF\xBF") == std::string::npos)) return;
  const std::string_view all = cell_;
  const auto length_at = [&](std::size_t at) -> std::size_t {
    if (is_control(static_cast<unsigned char>(all[at]))) return 1;
    return xml && is_no_character(all.substr(at)) ? 3 : 0;
  };
  std::size_t first = 0;
  while (first < all.size() && length_at(first) == 0) ++first;
  if (first == all.size()) return;
  lose(LossReason::control_character);
  std::size_t gone = 0;
  std::size_t value = 0;
  std::string left;
  for (std::size_t at = 0; at < all.size(); ++at) {
    for (; value < ends_.size() && ends_[value] == at; ++value) ends_[value] -= gone;
    if (const std::size_t length = length_at(at); length != 0) {
      gone += length;
      at += length - 1;
    } else {
      left += all[at];
    }
  }
  for (; value < ends_.size(); ++value) ends_[value] -= gone;
  cell_ = std::move(left);
}

/// In CSV a spreadsheet guesses what a text is; a workbook and JSON say it. What an import takes off must have been put
/// on: behind apostrophes too.
void CellMaker::guard() {
  if (mapping_.medium != Medium::csv || column_->type != ColumnType::text) return;
  const auto against = mapping_.csv_guard();
  const bool runs = runs_as_formula(cell_);
  if (against == Guard::numbers_too) {
    if (runs || is_free_text(*column_) || cell_.front() == '\'') cell_ = guarded(cell_, *against);
    return;
  }
  if (runs) lose(LossReason::formula_like);
  if (against && (runs || cell_.front() == '\'')) cell_ = guarded(cell_, *against);
}

void CellMaker::finish() {
  if (cell_.empty()) return;
  control_characters();
  guard();
  measure();
}

void CellMaker::measure() {
  if (mapping_.medium == Medium::xlsx && cell_.size() > most_cell_units) {
    const std::size_t units = utf16_length(cell_);
    if (units > most_cell_units) {
      Loss& loss = lose(LossReason::no_form);
      loss.length = static_cast<std::uint32_t>(units);
      loss.limit = most_cell_units;
      cell_.clear();
      return;
    }
  }
  const bool database = fitting_ || mapping_.medium == Medium::sql;
  if (database && !cell_.empty() && column_->type != ColumnType::text && !sql_fits(sql_type_of(*column_), cell_)) {
    lose(LossReason::does_not_fit);
    cell_.clear();
  }
  if (column_->length == 0 || cell_.size() <= column_->length) return;
  const std::size_t length = count_characters(cell_);
  if (length <= column_->length) return;
  Loss& loss = lose(database ? LossReason::does_not_fit : LossReason::too_long);
  loss.length = static_cast<std::uint32_t>(length);
  loss.limit = column_->length;
  if (database) cell_.clear();  // never cut, and a row that the database refuses would take all others with it
}

}  // namespace matter
