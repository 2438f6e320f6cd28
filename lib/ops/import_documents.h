#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "ops/import_matters.h"
#include "text/source.h"

namespace matter {

/// A mapping with a file for each matter (xml, json).
[[nodiscard]] bool has_documents(const Mapping& mapping);

/// The matters of a file, or of the files in a folder and those below it, in order of their names. Null, with a
/// finding, where a folder holds none. `source` is the first file. Throws std::system_error.
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_documents(const Mapping& mapping, const std::string& path,
                                                                  Sources& sources, Collector& findings,
                                                                  SourceId& source);
/// The same of sources.
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_documents(const Mapping& mapping, std::vector<SourceId> files,
                                                                  Sources& sources, Collector& findings);

/// Documents of text, one after another, that are no files.
class DocumentTexts {
 public:
  explicit DocumentTexts(const Mapping& mapping);
  ~DocumentTexts();
  /// As IncomingMatters has it.
  void read_only(const SaidColumns& columns);
  /// The matter of a document, until the next call; null where it holds none.
  const IncomingMatter* of(std::string text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace matter
