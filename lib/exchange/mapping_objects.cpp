// Columns that are objects with columns of their own, and texts put together of several values.
#include <algorithm>

#include "exchange/mapping_compile.h"

namespace matter {

namespace {

bool begins_with(const FieldPath& path, const FieldPath& shorter) {
  return shorter.count != 0 && shorter.count <= path.count && std::equal(shorter.begin(), shorter.end(), path.begin());
}

/// Whether a list can be walked from where an object stands: it lies in no other list, or in the item that the
/// object is of.
bool within_reach(const FieldPath& list, const FieldPath& each) {
  for (std::size_t i = begins_with(list, each) ? each.count : 0; i + 1U < list.count; ++i) {
    if (list.fields[i]->kind == Kind::list) return false;
  }
  return true;
}

/// Whether it says something of the matter, not only what the mapping says of all.
bool tells(const MappedTable& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    const auto part_tells = [&](const TemplatePart& part) {
      return part.literal.empty() && table.pieces[part.column].mapped();
    };
    const auto tells_in_text = [&](const Template& text) { return std::any_of(text.begin(), text.end(), part_tells); };
    return column.mapped() || column.repeats || std::any_of(column.text.begin(), column.text.end(), tells_in_text) ||
           (!column.object.empty() && !column.object[0].fixed);
  });
}

/// The fields of which some column, however deep, can say that they are 无, or is there for just that.
void gather_none(const MappedTable& table, std::vector<FieldPath>& told) {
  for (const Column& column : table.columns) {
    if (column.none && column.mapped()) told.push_back(column.none_for.count != 0 ? column.none_for : column.path);
    if (column.is(FunctionId::offered)) told.push_back(column.path);
    if (column.repeats && ((column.flat && !column.spec->none.absent()) || column.empty_none))
      told.push_back(column.object[0].each);
    if (column.when.path.count != 0 && column.when.how == When::How::has && column.when.value == "无")
      told.push_back(column.when.path);
    for (const MappedTable& object : column.object) gather_none(object, told);
  }
}

/// Then no other column of them need say it.
void mark_none(MappedTable& table, const std::vector<FieldPath>& told) {
  for (Column& column : table.columns) {
    for (const FieldPath& path : told) {
      if (begins_with(column.repeats ? column.object[0].each : column.path, path))
        column.told = static_cast<std::uint8_t>(column.told | 1U << (path.count - 1U));
    }
    for (MappedTable& object : column.object) mark_none(object, told);
  }
}

}  // namespace

void add_beside_same_name(const ColumnSpec& column, std::vector<const ColumnSpec*>& to) {
  const auto last =
      std::find_if(to.rbegin(), to.rend(), [&](const ColumnSpec* other) { return name_of(*other) == name_of(column); });
  to.insert(last == to.rend() ? to.end() : last.base(), &column);
}

void ColumnCompiler::check_object(const ColumnSpec& spec, const Column& column) {
  if (spec.columns.absent()) {
    wrong(spec.column, {"“{}”没有列（columns），不是对象：不能写 each、class、id",
                        "'{}' has no columns, so it is no object: each, class and id mean nothing"});
  } else if (!mapping_.all_nest()) {
    wrong(spec.column, {"“{}”是对象，这个介质放不下", "'{}' is an object, which this medium cannot hold"});
  } else if (mapping_.imports() && !mapping_.documents()) {
    wrong(spec.column, {"“{}”是对象，只能导出：请写 direction: export",
                        "'{}' is an object, which is only exported: say direction: export"});
  } else if (column.mapped() || column.constant || column.function != nullptr || !spec.text.absent()) {
    wrong(spec.column, {"“{}”是对象，值写在它自己的列里", "'{}' is an object: values stand in its own columns"});
  }
}

/// `{name}` is a function, or the path of a field; each becomes a column that nobody sees.
Template ColumnCompiler::pieces(const Text& written, std::string_view of, MappedTable& table) {
  Template parts;
  for (const WrittenPart& one : parts_of_template(written.text)) {
    TemplatePart part;
    if (!one.name) {
      part.literal = one.text;
      parts.push_back(part);
      continue;
    }
    Column piece;
    piece.name = of;
    piece.function = find_function(one.text);
    if (piece.function == nullptr) piece.path = resolve_path(one.text).value_or(FieldPath{});
    if (begins_with(piece.path, table.each)) piece.inside = table.each.count;
    const bool known = piece.function != nullptr ? !piece.function->takes_path
                                                 : piece.mapped() && !piece.several() && !piece.path.last().table;
    if (!known) {
      wrong(written, {"“{}”中有不认得的名称", "'{}' has a name that is not known"}).hint = std::string(one.text);
      continue;
    }
    part.column = table.pieces.size();
    table.pieces.push_back(std::move(piece));
    parts.push_back(part);
  }
  return parts;
}

void ColumnCompiler::object(const ColumnSpec& spec, const MappedTable& outer, Column& column) {
  std::vector<const ColumnSpec*> specs;
  for (const ColumnSpec& inner : spec.columns) add_beside_same_name(inner, specs);
  MappedTable& object = column.object.emplace_back();
  object.name = column.flat ? outer.name : mapping_.arena.keep(std::string(outer.name).append(".").append(column.name));
  object.label = column.label;
  object.standard = outer.standard;
  object.each = spec.each.absent() ? outer.each : path(spec.each);
  column.repeats = !spec.each.absent() && object.each.count != 0;
  if (column.repeats && (object.each.last().kind != Kind::list || !within_reach(object.each, outer.each))) {
    wrong(spec.each, {"“{}”不是这里的一个列表", "'{}' is no list here"});
  }
  object.columns.resize(specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) compile(*specs[i], object.each, object.columns[i]);
  for (std::size_t i = 0; i < specs.size() && mapping_.documents(); ++i)
    compile_references(*specs[i], object, object.columns[i]);
  if (column.flat && (!column.repeats || !mapping_.has(Medium::xml)))
    wrong(spec.column, {"“{}”不能摊平：要有 each，介质是 xml", "'{}' cannot be flat: that needs each, and xml"});
  compile_objects(specs, spec.kind, spec.id, object);
}

void ColumnCompiler::compile_objects(const std::vector<const ColumnSpec*>& specs, const Text& kind,
                                     const List<Text>& id, MappedTable& table) {
  table.kind = kind.text;
  for (const Text& written : id) table.ids.push_back(pieces(written, "id", table));
  for (Column& piece : table.pieces) piece.none = "";  // an id is no place to tell what is not there
  for (std::size_t i = 0; i < specs.size(); ++i) {
    Column& column = table.columns[i];
    for (const Text& written : specs[i]->text) column.text.push_back(pieces(written, column.name, table));
    if (!specs[i]->columns.absent() && mapping_.all_nest()) object(*specs[i], table, column);
  }
  table.fixed = !tells(table);
}

void tell_none(MappedTable& table) {
  std::vector<FieldPath> told;
  gather_none(table, told);
  mark_none(table, told);
}

}  // namespace matter
