#pragma once

#include <string>
#include <vector>

#include "diag/collector.h"
#include "edit/atomic.h"
#include "exchange/file_names.h"
#include "exchange/mapping.h"

namespace matter {

/// Writes matters as files of a new catalog, each read again and compared before the next.
class CatalogWriter {
 public:
  CatalogWriter(const Mapping& mapping, std::string out, Collector& findings);

  /// One matter; `wish` is the file name without suffix. False (and a finding) when what was written does not
  /// read back as what was meant.
  bool add(const Document& doc, NodeId matter, std::string_view wish);
  /// The same of a standard entry, which goes into a standard catalog in the new one.
  bool add_entry(const Document& doc, NodeId entry);
  /// catalog.yaml: what the mapping says, and `config` (a tree of such fields; may be none).
  bool add_config(const Document* config_doc, NodeId config);
  /// Before it: there are standard entries too, of this table, and so a standard catalog.
  bool add_standard_config(const MappedTable& entries);
  void commit(bool replace) {
    folder_.commit(replace);
    tell_left_behind(folder_.left_behind(), findings_);
  }
  [[nodiscard]] std::size_t files() const { return files_; }

 private:
  bool write(const std::string& name, const Document& doc, NodeId root);
  bool write_config(const std::string& name, const Document& doc, NodeId root);

  const Mapping& mapping_;
  Collector& findings_;
  NewFolder folder_;
  FileNames names_;
  std::string text_, again_;
  Document read_back_;
  std::size_t files_ = 0;
  bool standard_ = false;  // there is a standard catalog in it
};

/// The folder of a standard catalog in an imported one.
inline constexpr std::string_view standard_folder = "standard";
/// The file name of a standard entry, without suffix: its code, by which a search finds it.
[[nodiscard]] std::string entry_file_name(const Document& doc, NodeId entry);

}  // namespace matter
