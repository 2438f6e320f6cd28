#include <algorithm>
#include <array>
#include <charconv>

#include "exchange/mapping_compile.h"
#include "exchange/record_text.h"

namespace matter {

namespace {

std::optional<std::string_view> text_of(const Scalar& value) {
  if (value.absent()) return std::nullopt;
  return value.text;
}

std::uint32_t number_in(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

/// The field that may have been meant where a path stops being one; empty where nothing is near.
std::string nearest_path(std::string_view written) {
  const Table* table = table_of<Matter>();
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(written.find('.', begin), written.size());
    std::string_view step = written.substr(begin, end - begin);
    if (step.ends_with("[]")) step.remove_suffix(2);
    const Field* const field = find_field(*table, step);
    if (field == nullptr) {
      const std::string_view near = nearest_field(*table, step);
      return near.empty() ? std::string{} : std::string(written.substr(0, begin)).append(near);
    }
    if (end == written.size() || field->table == nullptr) return {};
    table = field->table();
    begin = end + 1;
  }
}

}  // namespace

Diagnostic& ColumnCompiler::wrong(const Scalar& at, const Words<std::string_view>& words) {
  return findings_.add("field-value", Severity::error, at.at(), words, std::string_view(at.text));
}

FieldPath ColumnCompiler::path(const Text& written) {
  if (written.absent()) return {};
  const auto found = resolve_path(written.text);
  if (found) return *found;
  Diagnostic& d = wrong(written, {"事项没有“{}”这个字段", "a matter has no field '{}'"});
  const std::string near = nearest_path(written.text);
  if (!near.empty()) d.hint = say(findings_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  return {};
}

Takes ColumnCompiler::takes(const TakesSpec& spec) {
  Takes made;
  made.path = path(spec.path);
  const std::array<bool, 4> kinds = {!spec.given.absent(), !spec.passed.absent(), !spec.has.absent(),
                                     !spec.lacks.absent()};
  const auto said = std::count(kinds.begin(), kinds.end(), true);
  if (said != 1 || spec.path.absent()) {
    findings_.add("field-missing", Severity::error, spec.mark.at(),
                  {"“只收”的一条要有 path，以及 given、passed、has、not 中的一个",
                   "a line of 'takes' needs a path and one of: given, passed, has, not"});
    return made;
  }
  const bool one_of = !spec.has.absent();
  made.test = !spec.given.absent()    ? (spec.given.yes() ? Takes::Test::given : Takes::Test::absent)
              : !spec.passed.absent() ? (spec.passed.yes() ? Takes::Test::passed : Takes::Test::not_passed)
              : one_of                ? Takes::Test::one_of
                                      : Takes::Test::none_of;
  if (!spec.passed.absent() && made.path.count != 0 && made.path.last().kind != Kind::date)
    wrong(spec.path, {"“{}”不是日期", "'{}' is no date"});
  const NamedList* const names = made.path.count != 0 ? named_list(made.path.last().values) : nullptr;
  for (const Text& value : one_of ? spec.has : spec.lacks) {
    const NamedValue* const named = names != nullptr ? find_named(*names, value.text) : nullptr;
    if (names != nullptr && named == nullptr && !names->open)
      wrong(value, {"该字段没有“{}”这个值", "the field has no value '{}'"});
    made.values.push_back(named != nullptr ? named->name : std::string_view(value.text));
  }
  return made;
}

const CodeMap* ColumnCompiler::code_map(const Text& written) {
  if (written.absent()) return nullptr;
  for (const Mapping* from = &mapping_; from != nullptr; from = from->base.get()) {
    for (const auto& map : from->codes) {
      if (map->id == written.text) return map.get();
    }
  }
  wrong(written, {"没有名为“{}”的代码表", "there is no code map '{}'"});
  return nullptr;
}

std::string_view name_of(const ColumnSpec& spec) {
  if (!spec.column.absent() || spec.path.absent()) return spec.column.text;
  const auto path = resolve_path(spec.path.text);
  return path ? path->last().label : std::string_view{};
}

void ColumnCompiler::compile(const ColumnSpec& spec, const FieldPath& each, Column& column) {
  column.name = name_of(spec);
  column.label = spec.label.absent() ? column.name : spec.label.text;
  column.also_named = spec.also_named.text;
  column.required = spec.required.yes();
  column.keep = spec.keep.yes();
  column.lossy = spec.lossy.yes();
  column.at = spec.mark.at();
  column.spec = &spec;
  const MappingSpec& head = mapping_.spec;
  const Mapping* const base = mapping_.base.get();
  const MappingSpec& layout = base != nullptr ? base->spec : head;
  column.join = text_of(!spec.join.absent() ? spec.join : !head.join.absent() ? head.join : layout.join);
  column.none = text_of(!spec.none.absent() ? spec.none : !head.none.absent() ? head.none : layout.none);
  column.absent = text_of(spec.absent);
  column.constant = text_of(spec.constant);
  column.fallback = text_of(spec.fallback);
  column.path = path(spec.path);
  column.otherwise = path(spec.otherwise);
  const bool of_item =
      each.count != 0 && each.count <= column.path.count && std::equal(each.begin(), each.end(), column.path.begin());
  if (of_item && (each.count != column.path.count || is_scalar(each.last().item))) column.inside = each.count;
  if (!spec.function.absent()) {
    column.function = find_function(spec.function.text);
    if (column.function == nullptr) wrong(spec.function, {"没有名为“{}”的算法", "there is no function '{}'"});
  }
  type(spec, column);
  column.codes = code_map(spec.codes);
  patterns(spec, column);
  shown(spec, column);
  destination(spec, column);
  column.when.path = path(spec.when.path);
  column.when.how = !spec.when.lacks.absent()    ? When::How::lacks
                    : !spec.when.unless.absent() ? When::How::unless
                                                 : When::How::has;
  for (const Text* written : {&spec.when.has, &spec.when.lacks, &spec.when.unless}) {
    if (!written->absent()) column.when.value = written->text;
  }
  way_in(spec, column);
  if (!spec.columns.absent() || !spec.each.absent() || !spec.kind.absent() || !spec.id.absent())
    check_object(spec, column);
}

/// How documents are read back.
void ColumnCompiler::way_in(const ColumnSpec& spec, Column& column) {
  column.flat = spec.flat.yes();
  column.empty_none = !spec.empty.absent();
  if (column.empty_none && !spec.empty.none()) wrong(spec.empty, {"不能写“{}”：写 无", "'{}' is not 无"});
  column.read = path(spec.read);
  column.none_for = path(spec.none_for);
  if (!spec.joins.absent()) {
    column.joins = spec.joins.text == "标识" ? Joins::identity : Joins::order;
    if (column.joins == Joins::order && spec.joins.text != "次序")
      wrong(spec.joins, {"不能写“{}”：写 次序 或 标识", "'{}' is neither 次序 nor 标识"});
  }
  for (const Text* const written : {&spec.read, &spec.none_for, &spec.unit, &spec.joins, &spec.empty}) {
    if (!written->absent() && !mapping_.compared())
      wrong(*written,
            {"“{}”只用于一事项一个文件的介质（xml、json），或几类事项的表",
             "'{}' is for media with a file for each matter (xml, json), or tables of several sorts of matters, only"});
  }
  const bool list =
      column.read.count != 0 && column.read.last().kind == Kind::list && column.read.last().item == Kind::record;
  if (list && !reads_records(column))
    wrong(spec.read, {"“{}”是列表：要与 path 相同，并有 pattern 说明怎样拆开",
                      "'{}' is a list: it must be the path too, with a pattern that says how to take it apart"});
  const bool within = column.none_for.count < column.path.count &&
                      std::equal(column.none_for.begin(), column.none_for.end(), column.path.begin());
  if (column.none_for.count != 0 && !within)
    wrong(spec.none_for, {"“{}”应当是这一列的字段所在的一组", "'{}' is no record that the column's field is in"});
}

void ColumnCompiler::type(const ColumnSpec& spec, Column& column) {
  if (spec.type.absent()) return;
  column.type_text = spec.type.text;
  const std::size_t open = column.type_text.find('(');
  const std::string_view name = column.type_text.substr(0, open);
  std::uint32_t length = 0;
  if (open != std::string_view::npos && column.type_text.ends_with(')')) {
    length = number_in(column.type_text.substr(open + 1, column.type_text.size() - open - 2));
  }
  if (name == "varchar" || name == "char" || name == "text") {
    column.length = length;
  } else if (name == "int" || name == "bigint") {
    column.type = ColumnType::whole_number;
  } else if (name == "datetime" || name == "date") {
    column.type = ColumnType::date_time;
  } else {
    wrong(spec.type, {"不认得类型“{}”", "unknown type '{}'"}).hint =
        say(findings_.lang(), {"可以写 varchar(n)、text、int、datetime", "one of: varchar(n), text, int, datetime"});
  }
}

void ColumnCompiler::patterns(const ColumnSpec& spec, Column& column) {
  if (spec.pattern.absent() || column.path.count == 0) {
    if (!spec.pattern.absent()) wrong(spec.pattern, {"写法“{}”没有字段（path）", "pattern '{}' has no field (path)"});
    return;
  }
  const auto parse = [&](const Text& written) {
    std::string_view place;
    const auto pattern = parse_pattern(written.text, column.path.last(), place);
    if (!pattern) {
      wrong(written, {"写法“{}”中有不认得的占位", "pattern '{}' has a placeholder that the field does not know"}).hint =
          std::string(place);
    }
    return pattern.value_or(Pattern{});
  };
  column.pattern = parse(spec.pattern);
  for (const Text& also : spec.also_read) column.also_read.push_back(parse(also));
  if (mapping_.direction == Direction::both && spec.unit.absent() && !reversible(column.pattern) && !column.lossy) {
    wrong(spec.pattern,
          {"由“{}”不能还原字段：请写 lossy: 是", "the field cannot be made of '{}' again: say lossy: 是"});
  }
}

/// A column says where its value comes from or goes to, exactly once.
void ColumnCompiler::destination(const ColumnSpec& spec, const Column& column) {
  const bool derived = column.function != nullptr && !column.function->takes_path;
  const bool any = column.mapped() || derived || column.constant || column.keep || !spec.same_as.absent() ||
                   !spec.text.absent() || !spec.columns.absent();
  const bool failed = !spec.path.absent() || !spec.function.absent();  // has its own finding
  if (!any && !failed && mapping_.direction == Direction::import_only) {
    wrong(spec.column,
          {"列“{}”没有去处：写 path、same_as 或 keep: 是", "column '{}' goes nowhere: give path, same_as or keep: 是"});
  }
  if (column.function != nullptr && column.function->takes_path && !column.mapped() && spec.path.absent()) {
    wrong(spec.function, {"算法“{}”要有字段（path）", "function '{}' needs a field (path)"});
  }
  if ((derived || column.constant) && column.mapped()) {
    wrong(spec.path, {"“{}”不能与固定值或这个算法同时写", "'{}' cannot stand beside a constant or this function"});
  }
  if (mapping_.exports() && !mapping_.all_nest() && column.path.through_list() && column.several() && !column.join &&
      spec.function.absent() && !column.path.fields[0]->item_size) {
    wrong(spec.path, {"“{}”可能有多个值：请写 join", "'{}' may have several values: give join"});
  }
}

std::vector<WrittenPart> parts_of_template(std::string_view text) {
  std::vector<WrittenPart> parts;
  while (!text.empty()) {
    const bool name = text.front() == '{';
    if (name) text.remove_prefix(1);
    const std::size_t end = std::min(text.find(name ? '}' : '{'), text.size());
    parts.push_back({text.substr(0, end), name});
    text.remove_prefix(name ? std::min(end + 1, text.size()) : end);
  }
  return parts;
}

Template ColumnCompiler::text_template(const Text& written, const MappedTable* table) {
  Template parts;
  for (const WrittenPart& one : parts_of_template(written.text)) {
    TemplatePart part;
    if (!one.name) {
      part.literal = one.text;
      parts.push_back(part);
      continue;
    }
    bool known = false;
    if (table == nullptr) {
      const auto found = resolve_path(one.text);
      known = found && is_scalar(found->last().kind) && !found->through_list();
      if (known) part.path = *found;
    } else {
      const auto at = std::find_if(table->columns.begin(), table->columns.end(),
                                   [&](const Column& column) { return column.name == one.text; });
      known = at != table->columns.end();
      part.column = static_cast<std::size_t>(at - table->columns.begin());
    }
    if (!known)
      wrong(written, {"“{}”中有不认得的名称", "'{}' has a name that is not known"}).hint = std::string(one.text);
    if (known) parts.push_back(part);
  }
  return parts;
}

/// The unit of a number, or the column that says it.
void ColumnCompiler::unit(const ColumnSpec& spec, const MappedTable& table, Column& column) {
  if (spec.unit.absent()) return;
  for (int i = 0; i <= static_cast<int>(LimitUnit::year); ++i) {
    if (unit_name(static_cast<LimitUnit>(i)) == spec.unit.text) column.unit = static_cast<LimitUnit>(i);
  }
  for (std::size_t i = 0; i < table.columns.size() && !column.unit; ++i) {
    if (table.columns[i].name == spec.unit.text && table.columns[i].path == column.path) column.unit_column = i;
  }
  const bool number = column.mapped() && column.path.last().kind == Kind::limit && column.pattern.size() == 1 &&
                      column.pattern[0].kind == PatternPart::Kind::amount;
  if (number && (column.unit || column.unit_column)) return;
  wrong(spec.unit, {"“{}”不是时限的单位，也不是写同一时限单位的列；写法应当是 {{amount}}",
                    "'{}' is no unit, nor a column of the same limit; the pattern is to be {{amount}}"});
}

void ColumnCompiler::compile_references(const ColumnSpec& spec, const MappedTable& table, Column& column) {
  unit(spec, table, column);
  for (const SameAsSpec& written : spec.same_as) {
    SameAs same;
    if (!written.text.absent()) {
      same.text = text_template(written.text, &table);
      column.same_as.push_back(std::move(same));
      continue;
    }
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const Column& other) { return other.name == written.column.text; });
    if (at == table.columns.end() || &*at == &column) {
      wrong(written.column, {"没有“{}”这一列", "there is no other column '{}'"});
      continue;
    }
    same.column = static_cast<std::size_t>(at - table.columns.begin());
    same.through = code_map(written.through);
    if (!written.characters.absent()) {
      const std::string_view range = written.characters.text;
      const std::size_t dash = range.find('-');
      same.first = number_in(range.substr(0, dash));
      same.last = dash == std::string_view::npos ? same.first : number_in(range.substr(dash + 1));
      if (same.first == 0 || same.last < same.first) {
        wrong(written.characters, {"“{}”应当像 20-31", "'{}' should be like 20-31"});
      }
    }
    column.same_as.push_back(std::move(same));
  }
}

}  // namespace matter
