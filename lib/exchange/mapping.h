#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "exchange/functions.h"
#include "exchange/medium.h"
#include "exchange/pattern.h"
#include "exchange/spec.h"
#include "media/guard.h"
#include "media/sql.h"
#include "model/named.h"
#include "model/path.h"
#include "model/values.h"
#include "text/source.h"

namespace matter {

/// Names and the codes a platform has for them. A name may have several codes: the first one is written.
struct CodeMap {
  struct Row {
    std::string_view name, code;
    bool first = true;  ///< the code that is written for this name
  };
  std::string_view id;
  Location at;  ///< in the mapping file
  std::vector<Row> rows;
  std::vector<std::string_view> without;  ///< names that the platform has no code for, said so: `[]`

  [[nodiscard]] std::optional<std::string_view> code_of(std::string_view name) const;
  [[nodiscard]] const Row* by_code(std::string_view code) const;
};

/// A text made of fixed characters and other columns (or fields of the matter).
struct TemplatePart {
  std::string_view literal;
  std::size_t column = 0;  ///< index into the table's columns, where `literal` is empty and `path` too
  FieldPath path;
};
using Template = std::vector<TemplatePart>;

struct MappedTable;

/// What a column repeats: characters of another column (through a code map), or several put together.
struct SameAs {
  std::size_t column = 0;
  std::uint32_t first = 0, last = 0;  ///< characters from 1; 0: all of it
  const CodeMap* through = nullptr;
  Template text;  ///< where not empty, this instead
};

struct When {
  enum class How : std::uint8_t { has, lacks, unless };
  FieldPath path;  ///< count 0: always
  std::string_view value;
  How how = How::has;
};

/// One thing that a platform asks of the matters it takes.
struct Takes {
  enum class Test : std::uint8_t { given, absent, one_of, none_of, passed, not_passed };
  FieldPath path;
  Test test = Test::given;
  std::vector<std::string_view> values;  ///< of `one_of`, `none_of`: names as the model says them
};

/// Whether an object that is read belongs to an item that is there already: the one of the same place, or of the same
/// code, else name.
enum class Joins : std::uint8_t { none, order, identity };

enum class ColumnType : std::uint8_t { text, whole_number, date_time };

/// How a column stands in a guide: as a line of its own, what an item is called, a tag beside that, or a tag that
/// spares people something (免交).
enum class Shown : std::uint8_t { fact, title, tag, relief };

struct Column {
  std::string_view name, label;
  std::string_view also_named;  ///< another name that an import knows it by; may be empty
  std::string_view type_text;   ///< as the mapping file says it: varchar(256)
  ColumnType type = ColumnType::text;
  std::uint32_t length = 0;  ///< in characters, 0: no limit
  std::uint8_t inside = 0;   ///< fields of `path` that lead to the item that the table has a row for
  std::uint8_t told = 0;     ///< bits by depth: that a record on the way is 无 stands in a column of its own
  bool required = false;
  FieldPath path, otherwise;  ///< count 0: none
  const Function* function = nullptr;
  const CodeMap* codes = nullptr;
  std::optional<std::string_view> join, none, absent, constant, fallback;
  Pattern pattern;
  std::vector<Pattern> also_read;
  When when;
  std::vector<SameAs> same_as;
  bool keep = false;
  bool lossy = false;
  std::vector<Template> text;       ///< the first one whose values are all given; parts are the table's pieces
  std::vector<MappedTable> object;  ///< none, or the object that the column is, with columns of its own
  bool repeats = false;             ///< an object for each item of `object.each`
  Shown shown = Shown::fact;        ///< in a guide
  bool empty_none = false;          ///< 无 is written, and read, as an empty list
  bool flat = false;                ///< its items' values stand in columns of the table around it, joined
  Joins joins = Joins::none;
  FieldPath read;                          ///< where a value goes that does not follow from others; count 0: nowhere
  FieldPath none_for;                      ///< what 无 is said of; count 0: of `path`
  std::optional<LimitUnit> unit;           ///< of a number that stands for a limit
  std::optional<std::size_t> unit_column;  ///< of the table: where the number's unit stands
  Location at;                             ///< in the mapping file
  const ColumnSpec* spec = nullptr;        ///< as it is written there

  [[nodiscard]] bool mapped() const { return path.count != 0; }
  [[nodiscard]] bool is(FunctionId id) const { return function != nullptr && function->id == id; }
  /// Whether there may be several values in a row.
  [[nodiscard]] bool several() const;
};

/// Of the media html and markdown: a table is a section of a page.
struct GuideSpot {
  enum class Layout : std::uint8_t { facts, tiles, items, steps, checklist };
  FieldPath of;          ///< the record it speaks of; count 0: `each`, or the whole matter
  FieldPath situations;  ///< by which its items are put into groups; count 0: they are not
  bool notice = false;   ///< on the 一次性告知单, else on the 办事指南
  Layout layout = Layout::facts;
  std::optional<std::string_view> none, absent;  ///< what is said instead; nothing: the section is left out
};

/// The type that a database has for the column.
[[nodiscard]] SqlType sql_type_of(const Column& column);

struct MappedTable {
  std::string_view name, label;
  FieldPath each;                        ///< a row for each item of this list; count 0: one row a matter
  bool standard = false;                 ///< holds entries of standard catalogs
  std::vector<const NamedValue*> types;  ///< empty: all
  std::vector<Column> columns;
  std::string_view kind;      ///< of an object: what it is
  std::vector<Template> ids;  ///< of an object: the first one whose values are all given; parts are pieces
  std::vector<Column> pieces;
  bool fixed = false;  ///< an object that says nothing of the matter: always written
  GuideSpot guide;

  /// Whether a path leads into the item that a row is of.
  [[nodiscard]] bool of_item(const FieldPath& path) const;
  /// The column that this function fills; null when there is none.
  [[nodiscard]] const Column* column_of(FunctionId id) const;
};

/// Every column, those of objects in columns too.
template <class F>
void for_each_column(const std::vector<MappedTable>& tables, F&& visit) {
  for (const MappedTable& table : tables) {
    for (const Column& column : table.columns) {
      visit(column);
      for_each_column(column.object, visit);
    }
  }
}

/// Whether a function of some column, or of a piece of a text, brings this into cells.
[[nodiscard]] bool brings(const std::vector<MappedTable>& tables, Outside what);

enum class Direction : std::uint8_t { import_only, export_only, both };

/// A mapping file, read, checked and compiled: paths are chains of fields, names of code maps are
/// pointers. Views point into the file, which it keeps.
struct Mapping {
  std::string_view platform, label, help, status;
  std::int32_t version = 0;
  Direction direction = Direction::both;
  Medium medium = Medium::csv;  ///< the one that is written or read, see choose_medium
  std::vector<Medium> media;    ///< that there are of it; the first is the usual one
  bool for_public = true;       ///< unpublished and secret matters must not go there
  bool whole_model = false;     ///< `content: model`: everything, by the field tables
  bool two_way = true;          ///< what is written can be taken apart again, if not in this medium
  bool keep_formulas = false;   ///< texts that a spreadsheet would run are written as they are
  bool spreadsheet = false;     ///< a spreadsheet opens the CSV: byte order mark, guard of what looks like a number
  Template file_name;
  std::vector<Takes> takes;            ///< matters that do not meet each of them are none of the platform's
  std::string_view id_base;            ///< what stands before every id
  std::vector<std::string_view> root;  ///< of xml: the elements around what is in the table's columns
  const Extra* context = nullptr;      ///< of jsonld
  std::string_view prefix,
      import_prefix;  ///< of the names of tables: exported, and sent by the platform; empty: the same
  /// Several tables of matters, each with tables that hang on it by a column: an import reads what belongs together.
  bool families = false;
  std::vector<std::string_view> not_carried;
  std::vector<std::unique_ptr<CodeMap>> codes;
  std::vector<MappedTable> tables;

  SourceId source = no_source;
  MappingSpec spec;
  std::unique_ptr<Mapping> base;  ///< of `like`: where the tables and code maps stand
  std::string text;
  Document document;
  Arena arena;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  /// Whether a column may be an object or a list: in the medium, in every one that there is.
  [[nodiscard]] bool nests() const { return matter::nests(medium); }
  [[nodiscard]] bool all_nest() const { return std::all_of(media.begin(), media.end(), matter::nests); }
  [[nodiscard]] bool has(Medium one) const { return std::find(media.begin(), media.end(), one) != media.end(); }
  /// A file for each matter.
  [[nodiscard]] bool documents() const { return !whole_model && (medium == Medium::xml || medium == Medium::json); }
  /// What is read is compared with what an export would write: what follows from other columns is not read twice.
  [[nodiscard]] bool compared() const { return documents() || families; }
  [[nodiscard]] bool imports() const { return direction != Direction::export_only; }
  [[nodiscard]] bool exports() const { return direction != Direction::import_only; }
  /// Texts in CSV that a spreadsheet would run: in tables for people an apostrophe stands before them, and before what
  /// it would make a number of; where a machine reads (`formulas: keep`) the bytes are those of the value.
  [[nodiscard]] std::optional<Guard> csv_guard() const {
    if (spreadsheet) return Guard::numbers_too;
    return keep_formulas ? std::nullopt : std::optional(Guard::runnable);
  }
  /// Whether it writes pages for people.
  [[nodiscard]] bool is_guide() const { return has_pages(medium); }
};

/// Whether rows of two tables may be of one matter: always, but where there are families of tables.
[[nodiscard]] bool same_family(const Mapping& mapping, const MappedTable& a, const MappedTable& b);
/// The column that says of which matter a row is; null where there is none.
[[nodiscard]] const Column* key_column(const Mapping& mapping, const MappedTable& table);

/// Ids of the platforms that are compiled in, in order.
[[nodiscard]] std::vector<std::string_view> known_platforms();

/// Reads and checks the mapping of a platform: a compiled-in id, or the path of a mapping file (`*.yaml`).
/// Mistakes are findings at their place in the file; null when there are any, or when there is no such
/// platform (no_such_platform, without a place). Throws std::system_error for a file that cannot be read.
[[nodiscard]] std::unique_ptr<Mapping> load_mapping(std::string_view platform, Sources& sources, Collector& findings);

/// A finding that asks whether the nearest was meant, and names all that are compiled in.
void no_such_platform(std::string_view written, const Location& at, Collector& findings);

/// Another medium than the usual one, by its name; empty: the usual one. False, with a finding, where the platform has
/// no such medium; `for_several`: it says that the medium was asked for of every platform of a call.
bool choose_medium(Mapping& mapping, std::string_view name, Collector& findings, bool for_several = false);

}  // namespace matter
