#pragma once

#include "exchange/mapping.h"

namespace matter {

/// What a column is called: its name, else the label of the field that it carries.
[[nodiscard]] std::string_view name_of(const ColumnSpec& spec);

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
  [[nodiscard]] FieldPath path(const Text& written);
  [[nodiscard]] Template text_template(const Text& written, const MappedTable* table);
  [[nodiscard]] Takes takes(const TakesSpec& spec);
  Diagnostic& wrong(const Scalar& at, const Words<std::string_view>& words);

 private:
  void type(const ColumnSpec& spec, Column& column);
  void destination(const ColumnSpec& spec, const Column& column);
  void patterns(const ColumnSpec& spec, Column& column);
  [[nodiscard]] const CodeMap* code_map(const Text& written);

  Mapping& mapping_;
  Collector& findings_;
};

}  // namespace matter
