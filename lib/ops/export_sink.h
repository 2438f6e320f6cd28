#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/sink.h"
#include "ops/export.h"

namespace matter {

struct SinkOptions {
  ExportOptions what;   ///< `out` may be empty: then no losses are written down
  std::string address;  ///< postgresql://…
  std::string schema;   ///< empty: the first of the search path
  std::string scope;    ///< empty: the name of each catalog
  std::size_t batch_matters = 1000;
};

/// What became of an export into a database.
struct SinkResult {
  ExportBatch checked;    ///< the reading and checking that came first; where it says no, nothing else was done
  ExportResult platform;  ///< matters and losses of what was sent
  std::string place;      ///< the database, without a password
  std::string schema;
  std::vector<SinkScope> scopes;
  std::vector<std::string> tables;  ///< as of `progress.tables`
  SinkProgress progress;            ///< what was committed
  std::size_t samples_left_out = 0;
  std::size_t incomplete_left_out = 0;  ///< could not be read whole: what stands there of them stays
  bool gone_looked_for = false;         ///< in all scopes
  bool dry_run = false;
  bool complete = false;             ///< everything is there
  std::vector<Diagnostic> findings;  ///< what stopped it
};

/// Sends effective matters into a PostgreSQL database, in the tables of the platform's mapping. First everything is
/// read and checked as export_batch does; then rows that are new, changed or gone go there in batches, a transaction
/// each, with what is known of them. What was committed before something went wrong stays, and the next run goes on
/// from there. Samples never go. A run that changes nothing writes nothing. Throws std::system_error for files.
[[nodiscard]] SinkResult export_to_sink(const SinkOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
