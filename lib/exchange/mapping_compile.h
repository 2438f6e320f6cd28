#pragma once

#include "exchange/mapping.h"

namespace matter {

/// What a column is called: its name, else the label of the field that it carries.
[[nodiscard]] std::string_view name_of(const ColumnSpec& spec);

/// Adds a column behind the last one of its name, else at the end: values of one name stand together.
void add_beside_same_name(const ColumnSpec& column, std::vector<const ColumnSpec*>& to);

/// `a{b}c`: what stands outside braces, and names inside; a brace that is not closed names all behind it.
struct WrittenPart {
  std::string_view text;
  bool name = false;
};
[[nodiscard]] std::vector<WrittenPart> parts_of_template(std::string_view text);

/// In a table whose columns may be objects: what one column says of 无, the others need not.
void tell_none(MappedTable& table);

/// Turns `mapping.spec` into what the engine runs. What is wrong is in `findings`.
void compile_mapping(Mapping& mapping, Collector& findings);

/// What only shows when all is compiled: values without a code, fields that two tables fill, columns that cannot be
/// read back although the mapping goes both ways. `layout`: the spec that says the tables.
void check_mapping(const Mapping& mapping, const MappingSpec& layout, Collector& findings);

/// The columns of one table: paths, functions, patterns, code maps (used by compile_mapping).
class ColumnCompiler {
 public:
  ColumnCompiler(Mapping& mapping, Collector& findings) : mapping_(mapping), findings_(findings) {}

  /// `each`: what the column's table has rows for.
  void compile(const ColumnSpec& spec, const FieldPath& each, Column& column);
  /// After all columns of the table are known: what refers to other columns.
  void compile_references(const ColumnSpec& spec, const MappedTable& table, Column& column);
  /// Class, id and nested objects of a table whose own columns are compiled.
  void compile_objects(const std::vector<const ColumnSpec*>& specs, const Text& kind, const List<Text>& id,
                       MappedTable& table);
  /// Where a table stands in a guide, and what is said where there is nothing to tell.
  void guide_spot(const TableSpec& spec, GuideSpot& into);
  [[nodiscard]] FieldPath path(const Text& written);
  [[nodiscard]] Template text_template(const Text& written, const MappedTable* table);
  [[nodiscard]] Takes takes(const TakesSpec& spec);
  Diagnostic& wrong(const Scalar& at, const Words<std::string_view>& words);

 private:
  void type(const ColumnSpec& spec, Column& column);
  void way_in(const ColumnSpec& spec, Column& column);
  void unit(const ColumnSpec& spec, const MappedTable& table, Column& column);
  void destination(const ColumnSpec& spec, const Column& column);
  void patterns(const ColumnSpec& spec, Column& column);
  void object(const ColumnSpec& spec, const MappedTable& outer, Column& column);
  void check_object(const ColumnSpec& spec, const Column& column);
  [[nodiscard]] Template pieces(const Text& written, std::string_view of, MappedTable& table);
  void shown(const ColumnSpec& spec, Column& column);
  [[nodiscard]] const CodeMap* code_map(const Text& written);

  Mapping& mapping_;
  Collector& findings_;
};

}  // namespace matter
