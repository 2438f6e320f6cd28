#pragma once

#include <map>
#include <string>

#include "catalog/catalog.h"
#include "diag/collector.h"
#include "exchange/file_names.h"
#include "ops/import_matters.h"
#include "ops/import_patch.h"
#include "ops/import_plan.h"

namespace matter {

/// Makes of planned changes the files as they shall be, and writes them, all or none.
class ImportWriter {
 public:
  ImportWriter(std::string folder, Lang lang, const Sources& sources, ImportPlan& plan);

  /// A file of the catalog, whose name no new one may have.
  void exists(std::string_view path);
  /// A matter of the catalog, the `number`-th of its file, and what is to be edited; may be nothing.
  void change(PlannedMatter told, Patch patch, const LoadedFile& file, std::size_t number, Location at,
              Collector& findings);
  /// One that is not among what came.
  void gone(PlannedMatter told, const LoadedFile& file, std::size_t number, Location at, bool remove,
            Collector& findings);
  void add(PlannedMatter told, const IncomingMatter& matter, std::string_view wish, Collector& findings);

  /// Makes all texts; with `write`, and without findings of severity error among them, writes the files.
  void finish(bool write, Collector& findings);

 private:
  struct Edit {
    std::size_t told;  ///< index into the plan's matters
    std::size_t number;
    std::vector<FieldEdit> edits;
  };
  struct File {
    std::size_t print = 0;
    std::vector<Edit> edits;
  };
  bool edit(SourceId source, const File& file, FieldEdits& edits, Collector& findings);

  std::string folder_;
  Lang lang_;
  const Sources& sources_;
  ImportPlan& plan_;
  FileNames names_;
  std::map<SourceId, File> files_;
  std::vector<SetFile> fresh_;
  std::map<std::string, std::size_t> deleted_;  // by path: text_print
};

}  // namespace matter
