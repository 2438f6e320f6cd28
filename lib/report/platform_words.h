#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diag/lang.h"
#include "ops/platforms.h"

namespace matter {

// What a mapping says, in words that an official reads: shared by text and Markdown.

[[nodiscard]] std::string_view direction_words(Direction direction, Lang lang);
[[nodiscard]] std::string_view audience_words(const Mapping& mapping, Lang lang);
[[nodiscard]] std::string_view status_words(const Mapping& mapping, Lang lang);
/// csv, jsonl
[[nodiscard]] std::string media_words(const Mapping& mapping);
[[nodiscard]] std::string names_of(const std::vector<const NamedValue*>& values, Lang lang);

/// A field by label and path: 办结时限.法定办结时限（limits.legal）.
[[nodiscard]] std::string field_words(const FieldPath& path, Lang lang);

/// Which way a value goes: ← into the column, → out of it, ↔ both; empty where nothing goes.
[[nodiscard]] std::string_view arrow(const Mapping& mapping, const Column& column);
/// What stands in the column: a field of the matter, a function of it, a constant, or nothing.
[[nodiscard]] std::string content_words(const Mapping& mapping, const Column& column, Lang lang);
/// How it is written: code map, pattern, condition, what stands for nothing.
[[nodiscard]] std::vector<std::string> manner_words(const Mapping& mapping, const Column& column, Lang lang);
/// The columns of a table and, behind each that is an object, those of the object, under dotted names.
struct ShownColumn {
  std::string name;
  const Column* column = nullptr;
};
[[nodiscard]] std::vector<ShownColumn> shown_columns(const MappedTable& table);
/// What a table has a row for, and of which matters.
[[nodiscard]] std::string table_words(const Mapping& mapping, const MappedTable& table, Lang lang);

/// Which matters a platform takes; empty: all.
[[nodiscard]] std::string takes_words(const Mapping& mapping, Lang lang);

/// The code maps of a mapping, those that it takes over too.
[[nodiscard]] std::vector<const CodeMap*> code_maps(const Mapping& mapping);
/// 行政许可 01、公共服务 20；没有代码：…
[[nodiscard]] std::string code_words(const CodeMap& map, Lang lang);

/// Fields below the same record in one line each: the record, then its fields; records that are in it as a whole are
/// named by themselves with the number of their fields.
struct FieldGroup {
  std::string record;  ///< empty: the matter itself
  std::vector<std::string> fields;
};
[[nodiscard]] std::vector<FieldGroup> grouped_fields(const std::vector<CoveredField>& fields, bool carried, Lang lang);

/// Of which matters a cover speaks.
[[nodiscard]] std::string cover_words(const Mapping& mapping, const PlatformCover& cover, Lang lang);
/// How many fields there are, are carried, and are lost.
[[nodiscard]] std::string count_words(const Mapping& mapping, const PlatformCover& cover, Lang lang);
/// What heads the list of lost fields, or of those that are carried.
[[nodiscard]] std::string list_words(const Mapping& mapping, bool carried, Lang lang);
/// Matters that no table takes, a sentence each.
[[nodiscard]] std::vector<std::string> outside_words(const PlatformShown& shown, Lang lang);

[[nodiscard]] std::string listed(const std::vector<std::string>& parts, Lang lang);

}  // namespace matter
