#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/config.h"
#include "diag/collector.h"
#include "doc/yaml.h"
#include "model/matter.h"
#include "text/source.h"

namespace matter {

/// One file in memory: its text, tree and matters as written. Reused from file to file by a worker;
/// kept by whoever needs the matters longer (they point into it).
struct LoadedFile {
  SourceId source = no_source;
  std::string text;
  Document document;
  Arena arena;
  std::vector<Matter> matters;
  YamlOutcome outcome = YamlOutcome::read;
};

/// Reads and models one source. What is wrong is in `findings`. Throws std::system_error when it cannot be read.
void load_file(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings);

/// A catalog: the folder that holds catalog.yaml (or, without one, what was named on the command line).
struct Catalog {
  std::string root;                       ///< folder as the user shall see it; empty without catalog.yaml
  std::unique_ptr<LoadedFile> config_file;  ///< null without catalog.yaml
  CatalogConfig config;                   ///< all absent without catalog.yaml
  bool standard = false;                  ///< role 标准化目录
};

struct CatalogFile {
  SourceId source = no_source;
  std::uint32_t catalog = 0;  ///< index into Discovery::catalogs
};

/// What a run works on, found once, in a fixed order (paths sorted bytewise, folders walked depth first).
struct Discovery {
  std::vector<std::unique_ptr<Catalog>> catalogs;
  std::vector<CatalogFile> files;      ///< named by the user: to be checked
  std::vector<CatalogFile> standards;  ///< files of standard catalogs that `files` bind to and that are not in `files`
  std::size_t ignored = 0;             ///< files that are no YAML, hidden ones: passed over, and said
};

/// Finds catalogs and files. A path is a file, a folder, or `-` (standard input). catalog.yaml is looked for
/// in the folder and upwards, as git does; nested catalogs have their own. Mistakes in catalog.yaml are findings.
/// Throws std::system_error for a path that does not exist.
[[nodiscard]] Discovery discover(const std::vector<std::string>& paths, Sources& sources, Collector& findings);

/// Standard entries of a run, by code and version; all versions that a catalog keeps.
class Standards {
 public:
  Standards();
  ~Standards();
  Standards(Standards&&) noexcept;
  Standards& operator=(Standards&&) noexcept;

  /// Takes a file over; its matters become entries.
  void add(std::unique_ptr<LoadedFile> file);
  /// The entry of `code@version`; without a version the newest. Null when there is none.
  [[nodiscard]] const Matter* find(std::string_view reference) const;
  /// Whether the code exists in any version.
  [[nodiscard]] bool has_code(std::string_view code) const;
  [[nodiscard]] bool empty() const;
  [[nodiscard]] const std::vector<std::unique_ptr<LoadedFile>>& files() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

/// Makes a matter as written effective: what it leaves absent is taken from the standard entry, key by
/// key through records; a list that is written replaces the whole list. Marks of inherited values keep
/// pointing into the standard's source. Identity, codes, agency, binding, status and version are never inherited.
/// `entry` may be null; it and its file must outlive the matter.
void make_effective(Matter& m, const Matter* entry);

/// What rules and exports may know of the catalog that a matter stands in.
struct CatalogContext {
  const Catalog* catalog = nullptr;
  const Standards* standards = nullptr;
  DateValue today;
  /// Whether the catalog's source never carries the field at this English path or what contains it.
  [[nodiscard]] bool not_carried(std::string_view path) const;
};

}  // namespace matter
