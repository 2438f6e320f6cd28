#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "checks/rule.h"
#include "ops/run.h"

namespace matter {

/// Catalogs, files and standard entries of a run: what has to be known before matters stream.
/// Does not move once it is made (contexts point into it).
struct Workspace {
  Discovery discovery;
  Standards standards;
  std::vector<CatalogContext> contexts;  ///< one for each catalog, in the order of discovery.catalogs
  /// Of discovery.standards: files with values that could not be read as what their fields want. Nobody named them,
  /// but what is bound to them takes from them.
  std::vector<CatalogFile> faulty_standards;
  std::vector<CatalogFile> commented_standards;  ///< of discovery.standards: files with suppressions

  Workspace() = default;
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  [[nodiscard]] const CatalogContext& context(const CatalogFile& file) const { return contexts[file.catalog]; }
  [[nodiscard]] bool is_standard(const CatalogFile& file) const { return discovery.catalogs[file.catalog]->standard; }
};

/// Finds the files of a run; what is wrong with catalogs goes to the collector.
using FindFiles = std::function<Discovery(Collector& findings)>;

/// Which standard entries are read: all, or only those that the files are bound to. Of a catalog with thousands of
/// entries the latter reads few; what other entries would change (a code that exists, a parent) is not known then.
enum class StandardsRead : std::uint8_t { all, needed };

/// Finds everything and loads the standard entries. Findings: those of catalog.yaml files and of
/// standard files that are not among the files named.
void open_workspace(const FindFiles& find, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings, StandardsRead standards = StandardsRead::all);
void open_workspace(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings);

/// What a matter is called in reports: its identity; of a standard entry `code@version`; without a code
/// `path#number` (the number of its document in the file).
[[nodiscard]] std::string report_identity(const Matter& m, bool standard, std::string_view source_name,
                                          std::size_t number);

struct LoadSummary {
  std::size_t files = 0;
  std::size_t matters = 0;
  std::size_t damaged = 0;  ///< files that could not be understood fully; their matters are passed on too
};

/// One matter of a file, effective, and the file as it was read.
using MatterCallback = std::function<void(const MatterView&, const LoadedFile&)>;

/// Reads a whole tree as effective matters, in the order of files whatever `jobs` says. `each` is called by one
/// thread at a time; the file is reused afterwards, so what is to last must be copied. A mapping that is
/// no matter is passed on as well (see Matter::problems). Findings: the readers', in file order.
LoadSummary for_each_matter(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources,
                            Collector& findings, const MatterCallback& each);
/// The same of a workspace that is open.
LoadSummary for_each_matter(const Workspace& work, const RunOptions& options, Sources& sources, Collector& findings,
                            const MatterCallback& each);

}  // namespace matter
