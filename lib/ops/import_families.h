#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "media/postgresql.h"
#include "ops/import_matters.h"
#include "text/source.h"

namespace matter {

/// A table of matters, or of entries of standard catalogs, and those that hang on it by a column.
struct TableFamily {
  std::vector<const MappedTable*> tables;  ///< the first has a row for each matter
  std::vector<std::size_t> places;         ///< of them in the mapping
};
[[nodiscard]] std::vector<TableFamily> families_of(const Mapping& mapping);

/// The matters of several tables of matters, each with the tables that hang on it by a column (Mapping::families), and
/// the standard entries of their tables.
///
/// Of several rows of one id the last counts, by the column of the time that they were sent at; rows that say that
/// something is gone bring nothing. What is passed over is counted and told. Matters whose row names the 基本编码 of
/// one of the entries say which they can be bound to (IncomingMatter::binding).
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_families(const Mapping& mapping,
                                                                 const std::vector<TableTexts>& kinds,
                                                                 Collector& findings);

/// What such data is asked for by.
struct FamilySource {
  std::string file;    ///< a folder of CSV or with SQLite files, an SQLite file, or postgresql://…
  std::string medium;  ///< csv or sqlite; empty: what is there
  std::string schema;  ///< of a PostgreSQL database; empty: the first of the search path
};

/// Opens it, under the names of tables that the platform gives them or those that an export does. Null, with findings,
/// where there is no table of matters, or where one is not whole. `place` becomes that of a server, without a password;
/// `source` is one of the files. Tables are rows of CSV for the mapping then, wherever they came from. Throws
/// std::system_error and PostgresError.
[[nodiscard]] std::unique_ptr<IncomingMatters> open_families(const FamilySource& from, Mapping& mapping,
                                                             Sources& sources, Collector& findings, SourceId& source,
                                                             std::string& place);

/// Of open_families: the tables of a PostgreSQL database, as one moment saw them; those of an SQLite file.
bool read_postgresql_tables(const Mapping& mapping, const std::string& address, const std::string& schema,
                            Sources& sources, Collector& findings, std::string& place, TableTexts& into);
bool read_sqlite_tables(const Mapping& mapping, const std::string& file, Sources& sources, Collector& findings,
                        TableTexts& into);

/// What a server, or the way to it, said.
void tell_database_error(const PostgresError& error, Collector& findings);

/// The name of a table as the platform sends it: dn_task_general_basic.
[[nodiscard]] std::string sent_name(const Mapping& mapping, const MappedTable& table);

}  // namespace matter
