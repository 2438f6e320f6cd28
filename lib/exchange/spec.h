#pragma once

#include "model/field.h"
#include "model/value.h"

// A mapping file as it is written (schemas/platforms/*.yaml, see its README): plain structs with
// field tables, read like everything else. `mapping.h` holds what is made of it.

namespace matter {

/// Where a column's text can be read off other columns; `through` turns a code into its name.
struct SameAsSpec {
  Mark mark;
  Text column, characters, through, text;
};

/// When a column is filled.
struct WhenSpec {
  Mark mark;
  Text path, has, lacks, unless;
};

/// Which matters the platform takes; exactly one of `given`, `passed`, `has`, `lacks`.
struct TakesSpec {
  Mark mark;
  Text path;
  Flag given, passed;
  List<Text> has, lacks;
};

struct ColumnSpec {
  Mark mark;
  Text column, label, also_named, path, otherwise, function, constant;
  Text type;
  Flag required;
  Text codes, join, pattern;
  List<Text> also_read;
  Text none, absent, fallback;
  WhenSpec when;
  List<SameAsSpec> same_as;
  Flag keep;
  Flag lossy;
  Text show;
  Text note;
  List<Text> text;  ///< put together; the first one whose values are all given
  // Of a column that is an object with columns of its own:
  Text each, kind;
  List<Text> id;
  Flag flat;
  Text joins;
  List<ColumnSpec> columns;
  // Of what is read back from documents:
  Text read, none_for, unit, empty;
};

struct TableSpec {
  Mark mark;
  Text table, label, each, holds;
  Text of, page, layout, none, absent;
  List<Text> types;
  Text like;
  List<Text> without;
  Text kind;
  List<Text> id;
  List<ColumnSpec> columns;
};

struct MappingSpec {
  Mark mark;
  Count format;
  Text platform, label, help;
  Count version;
  Text status;
  List<Text> sources;
  Text prefix, import_prefix;
  Text direction, medium, audience, content, formulas;
  List<Text> media;
  Flag spreadsheet;
  Text none, join, file_name;
  Extra catalog;
  List<Text> not_carried;
  Text base, root;
  Extra context;
  Extra codes;
  List<TakesSpec> takes;
  Text like;
  List<ColumnSpec> list_columns;
  List<TableSpec> tables;
};

template <>
const Table* table_of<SameAsSpec>();
template <>
const Table* table_of<WhenSpec>();
template <>
const Table* table_of<TakesSpec>();
template <>
const Table* table_of<ColumnSpec>();
template <>
const Table* table_of<TableSpec>();
template <>
const Table* table_of<MappingSpec>();

}  // namespace matter
