#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "change/grading.h"
#include "doc/document.h"
#include "ops/diff.h"
#include "ops/run.h"

namespace matter {

/// One side of a comparison of trees: its files by relative path, its catalogs, its standard entries.
class DiffTree {
 public:
  struct File {
    std::string_view relative;  ///< below what was named; empty for a file that was named itself
    SourceId source = no_source;
    bool standard = false;  ///< of a standard catalog
    std::uint32_t catalog = 0;
  };
  struct Config {
    std::string relative;  ///< of the catalog.yaml; `../catalog.yaml` for the one above
    const Catalog* catalog = nullptr;
  };

  /// Throws std::system_error for a path that does not exist.
  DiffTree(const DiffInput& input, Sources& sources, Lang lang);

  [[nodiscard]] const Discovery& discovery() const { return discovery_; }
  [[nodiscard]] const std::vector<File>& files() const { return files_; }  ///< in order of relative path
  [[nodiscard]] const std::vector<Config>& configs() const { return configs_; }
  /// Files of standard catalogs outside of what was named.
  [[nodiscard]] const std::vector<CatalogFile>& outer_standards() const { return discovery_.standards; }
  /// The catalogs that are named as standard and could not be found, where they are named.
  [[nodiscard]] const std::vector<Diagnostic>& missing_standards() const { return missing_standards_; }
  /// Whether there are such, or refused ones.
  [[nodiscard]] bool standards_incomplete() const { return discovery_.standards_incomplete; }

  /// Reads how the catalogs judge changes (`changes:`); what is wrong with it is in `trouble` where that is told.
  void read_gradings(bool tell);
  /// Whether a file's catalog is a sample as a whole.
  [[nodiscard]] bool sample(const File& file) const { return discovery_.catalogs[file.catalog]->config.sample.yes(); }
  [[nodiscard]] const CatalogConfig& config(const File& file) const {
    return discovery_.catalogs[file.catalog]->config;
  }
  [[nodiscard]] const Grading& grading(const File& file) const { return gradings_[file.catalog]; }

  /// The standard entry that a matter is bound to; null for standard entries themselves and where there is none.
  /// Reads the standard catalogs when it is first called. Thread-safe.
  [[nodiscard]] const Matter* entry_of(const Matter& m, const File& file);

  /// Reads a file's matters, as written. False where that is no YAML, or not one of matters: `findings` says why.
  bool load(const File& file, LoadedFile& into, Collector& findings) const;
  /// The same for a text that stands in `into.text` already.
  bool load_read(const File& file, LoadedFile& into, Collector& findings) const;
  /// The same for a text whose matters nobody needs: how many there are. Nothing where `load` would be false.
  std::optional<std::size_t> count(const File& file, std::string_view text, Document& into, Collector& findings) const;

  /// What made the tree itself, its catalogs or standard entries unreadable.
  [[nodiscard]] const std::vector<Diagnostic>& trouble() const { return trouble_; }

 private:
  void find_files(const std::string& base);
  void find_configs(const std::string& base);
  void read_standards();
  void keep_trouble(const std::vector<Diagnostic>& findings, bool all);

  Sources& sources_;
  Lang lang_;
  Discovery discovery_;
  std::vector<File> files_;
  std::vector<Config> configs_;
  std::vector<Grading> gradings_;  // one for each catalog
  Standards standards_;
  std::once_flag standards_read_;
  std::vector<Diagnostic> trouble_;
  std::vector<Diagnostic> missing_standards_;
};

}  // namespace matter
