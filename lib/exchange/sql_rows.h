#pragma once

#include <memory>
#include <vector>

#include "exchange/row_changes.h"
#include "exchange/row_taker.h"
#include "media/sql.h"

namespace matter {

/// The table as a database has it. Its texts are the mapping's.
[[nodiscard]] SqlTable sql_table(const MappedTable& table);
/// All tables of a mapping, in its order.
[[nodiscard]] std::vector<SqlTable> sql_tables(const Mapping& mapping);

/// All tables and rows as one script: one transaction, so that it runs whole or not at all. A row that may stand there
/// is taken away before it is written; one that is gone stays and says so, where its table has a column for that.
[[nodiscard]] std::unique_ptr<TableFile> make_sql_script(const Mapping& mapping, bool sample);
/// The same as an SQLite database. A table `matter_export` says what it is.
[[nodiscard]] std::unique_ptr<TableFile> make_sqlite_file(const Mapping& mapping, const DateValue& day, bool sample);

}  // namespace matter
