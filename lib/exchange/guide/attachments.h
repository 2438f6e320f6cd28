#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "exchange/file_names.h"
#include "exchange/platform_export.h"

namespace matter {

/// The file that the matter of `file` names `written`, links resolved; empty where there is none to give. It is looked
/// for beside the matter's file, in its catalog's folder, then in those of the standard catalogs that this one names.
/// Only documents and pictures that lie in one of these folders and are not huge leave.
[[nodiscard]] std::string find_attachment(std::string_view written, std::string_view file,
                                          const CatalogContext& context);
inline constexpr std::uintmax_t most_attachment_bytes = 32U << 20U;

/// Files of a catalog that its matters name (forms, samples), on their way into a site: each once, below `files/`.
class Attachments {
 public:
  explicit Attachments(std::vector<ExportFile>& files) : files_(files) {}

  /// The path in the site of what `find_attachment` found.
  [[nodiscard]] std::string place(const std::string& found, bool sample);

 private:
  std::vector<ExportFile>& files_;
  std::map<std::pair<std::string, bool>, std::string> given_;  // by the file itself and whether it is a sample's
  FileNames names_;
};

}  // namespace matter
