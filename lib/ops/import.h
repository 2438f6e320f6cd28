#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "exchange/import_record.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct ImportOptions {
  std::string file;         ///< `-` for standard input; or postgresql://…, tables that a platform sends
  std::string from;         ///< platform id, or the path of a mapping file
  std::string out;          ///< folder of the new catalog
  std::string medium;       ///< one of the platform's media; empty: the one that the file or the folder is in
  bool replace = false;     ///< an existing catalog there may be replaced (a folder without catalog.yaml never is)
  bool keep_going = false;  ///< records that cannot be read are left out instead of stopping everything
  std::string schema;       ///< of the database; empty: the first of the search path
};

/// A value that was not understood, and the record it came from.
struct ImportRemark {
  std::uint32_t line = 0;  ///< in the source, from 1; of json the number of the matter, of documents that of the value
  std::string matter;      ///< identity code; may be empty
  ImportNote note;
};

struct ImportResult {
  bool written = false;  ///< the folder stands at `out`
  std::string platform;  ///< as loaded; empty when there is none
  std::int32_t mapping_version = 0;
  std::string source, out;
  Encoding encoding = Encoding::utf8;  ///< of the source's bytes
  bool documents = false;              ///< files of one matter: what is said of a value has its place
  std::size_t records = 0;             ///< read
  std::size_t refused = 0;             ///< could not be read: findings say why
  std::size_t files = 0;               ///< matters written, one a file
  std::vector<ColumnCounts> columns;
  std::vector<ImportRemark> remarks;
  std::vector<Diagnostic> findings;

  /// There was no record, and no fault that would explain it.
  [[nodiscard]] bool nothing() const { return records == 0 && findings.empty() && !platform.empty(); }
};

/// Makes a catalog of a platform's records: one YAML file a matter and catalog.yaml. The folder appears
/// whole or not at all; every file is read again and compared with what was meant before that.
/// With findings (and without keep_going) nothing is written.
/// Throws std::system_error for files that cannot be read or written.
[[nodiscard]] ImportResult import_catalog(const ImportOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
