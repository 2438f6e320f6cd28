#pragma once

#include <memory>
#include <string>
#include <vector>

#include "exchange/platform_export.h"
#include "ops/import_documents.h"
#include "ops/import_matters.h"

namespace matter {

/// What matters of a catalog would be if an export of them came back unchanged.
class WayBack {
 public:
  /// `said`: the columns that the data at hand says something of, of what is real and of samples. `fitting`: it came
  /// out of a database, into which nothing went that its columns cannot hold.
  WayBack(const Mapping& mapping, const DateValue& today, SaidColumns real, SaidColumns sample, bool fitting);

  /// The next matter of the catalog. What it would come back as, until the next call; null where it does not go to the
  /// platform.
  const IncomingMatter* of(const ExportInput& input);
  /// The name that an export would give the document of that matter; empty where matters have no files of their own.
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  const IncomingMatter* document();
  const IncomingMatter* whole(const ExportInput& input);

  const Mapping& mapping_;
  Losses losses_;
  PlatformExport platform_;
  SaidColumns real_, sample_;
  std::vector<std::string> headings_;  // by table
  std::vector<bool> opened_;           // by file of the export: its heading went by
  Collector unheard_;
  std::unique_ptr<IncomingMatters> rows_;
  std::unique_ptr<DocumentTexts> documents_;
  std::string file_;
  IncomingMatter made_;
  Document tree_;
};

}  // namespace matter
