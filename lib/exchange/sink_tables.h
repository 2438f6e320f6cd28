#pragma once

#include <string>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "media/postgresql.h"
#include "media/sql.h"

namespace matter {

/// A column of a table that stands in a database, as far as rows must heed it.
struct SinkColumn {
  std::string cast;       ///< what a text becomes on its way: integer, numeric, timestamp, text
  bool not_null = false;  ///< and an empty text stays an empty text
};
/// A table of the mapping in the database, column by column.
struct SinkTable {
  std::string name;  ///< with its schema, quoted
  std::vector<SinkColumn> columns;
};

/// The schema that rows go to: the one that is named, else the first of the search path. Empty, with a finding, where
/// there is none.
[[nodiscard]] std::string sink_schema(PostgresConnection& database, const std::string& named, Collector& findings);

/// Whether the tables that are there can take the mapping's rows: each column is there, long enough and of a type that
/// holds it, and nothing else must be filled. What does not fit is a finding. The lengths of columns become those of
/// the database. Tables that are not there come after the call of `create_sink_tables`.
bool check_sink_tables(PostgresConnection& database, const std::string& schema, Mapping& mapping,
                       std::vector<SinkTable>& into, Collector& findings);
/// Makes the tables of the mapping, and the two that the bookkeeping is in, where they are not.
void create_sink_tables(PostgresConnection& database, const std::string& schema, const Mapping& mapping);

}  // namespace matter
