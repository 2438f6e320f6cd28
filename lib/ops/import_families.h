#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "ops/import_matters.h"
#include "text/source.h"

namespace matter {

/// The matters of several tables of matters, each with the tables that hang on it by a column (Mapping::families).
///
/// Of several rows of one id the last counts, by the column of the time that they were sent at; rows that say that
/// something is gone bring nothing. Tables of standard entries are left out. What is passed over is counted and told.
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_families(const Mapping& mapping,
                                                                 const std::vector<TableTexts>& kinds, Sources& sources,
                                                                 Collector& findings);

/// The CSV files of such tables in a folder, under the names that an export gives them or those that the platform does.
/// Null, with a finding, where there is no table of matters. `source` is one of the files. Throws std::system_error.
[[nodiscard]] std::unique_ptr<IncomingMatters> open_family_folder(const Mapping& mapping, const std::string& folder,
                                                                  Sources& sources, Collector& findings,
                                                                  SourceId& source);

/// The same tables of a PostgreSQL database, under the names that the platform gives them, as one moment saw them.
/// `place` becomes the server's, without a password. Throws PostgresError.
[[nodiscard]] std::unique_ptr<IncomingMatters> open_family_database(const Mapping& mapping, const std::string& address,
                                                                    const std::string& schema, Sources& sources,
                                                                    Collector& findings, std::string& place);

/// The name of a table as the platform sends it: dn_task_general_basic.
[[nodiscard]] std::string sent_name(const Mapping& mapping, const MappedTable& table);

}  // namespace matter
