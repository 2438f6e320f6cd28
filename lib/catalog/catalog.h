#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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
  std::vector<NodeId> nodes;  ///< of the matters, in the same order
  YamlOutcome outcome = YamlOutcome::read;
};

/// Reads and models one source. What is wrong is in `findings`. Throws std::system_error when it cannot be read.
void load_file(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings);
/// The same for a text that stands in `into.text` already.
void load_text(const Sources& sources, SourceId source, LoadedFile& into, Collector& findings);

struct CatalogData;   // catalog_data.h
struct Registers;     // registers.h
struct CatalogTasks;  // catalog/task_match.h

/// A catalog: the folder that holds catalog.yaml (or, without one, what was named on the command line).
struct Catalog {
  std::string root;  ///< folder as the user shall see it, "." for the working one; empty without catalog.yaml
  std::shared_ptr<LoadedFile> config_file;     ///< null without catalog.yaml
  CatalogConfig config;                        ///< all absent without catalog.yaml
  std::shared_ptr<const CatalogData> data;     ///< null: the program's own named values, regions and calendar alone
  std::shared_ptr<const Registers> registers;  ///< null where it names none, or nobody has read them
  bool standard = false;                       ///< role 标准化目录, or named under `standards` by another catalog
  bool refused = false;  ///< written in a newer format: a finding says so, and its files are left out
  bool whole = false;    ///< its folder was walked, so that what is not among its files is nowhere in it
  std::vector<std::shared_ptr<const CatalogTasks>> tasks;  ///< the lists of `config.tasks`, where a check read them
};

struct CatalogFile {
  SourceId source = no_source;
  std::uint32_t catalog = 0;  ///< index into Discovery::catalogs
};

/// What was named on the command line and is read therefore, although a .matterignore leaves it out.
struct NamedAnyway {
  std::string path;
  Location pattern;  ///< that leaves it out
};

/// What a run works on, found once, in a fixed order (paths sorted bytewise, folders walked depth first).
struct Discovery {
  std::vector<std::unique_ptr<Catalog>> catalogs;
  std::vector<CatalogFile> files;      ///< named by the user: to be checked
  std::vector<CatalogFile> standards;  ///< files of standard catalogs that `files` bind to and that are not in `files`
  /// Files and folders passed over, and said: no YAML, hidden, node_modules. What cannot be taken for matters
  /// (.md, README, attachments such as .docx and .pdf, .gitignore) is not counted.
  std::size_t ignored = 0;
  std::string first_ignored;   ///< one of them, to name
  std::size_t left_out = 0;    ///< files that a .matterignore leaves out, counted as if they were not
  std::string first_left_out;  ///< one of them, to name
  std::size_t links = 0;       ///< symbolic links inside folders: not followed (name one to follow it)
  std::size_t refused = 0;     ///< files of catalogs of a newer format: left out
  std::vector<NamedAnyway> named_anyway;
  bool standards_incomplete = false;  ///< a standard catalog that is named was not found or refused
};

/// Finds catalogs and files. A path is a file (of any name), a folder (its .yaml and .yml files), or `-`
/// (standard input, in the catalog of the working folder); catalog.yaml stands for its folder. catalog.yaml is
/// looked for in the folder and upwards, as git does; nested catalogs have their own. What a .matterignore leaves out
/// (ignore.h) is read only where it was named itself. A file that is reached twice is taken once. No path at all means
/// the working folder. Mistakes in catalog.yaml and .matterignore are findings.
/// Throws std::system_error for a path that does not exist.
[[nodiscard]] Discovery discover(const std::vector<std::string>& paths, Sources& sources, Collector& findings);

/// The catalog that a file or folder stands in: catalog.yaml in the folder or the nearest one above. No root where
/// there is none. Nothing else is looked at.
[[nodiscard]] Catalog catalog_of_path(const std::string& path, Sources& sources, Collector& findings);

/// Standard entries of a run, by code and version; all versions that a catalog keeps. Entries are kept
/// compactly (values and places, no text, tree or `extra`), so the file they came from may be reused.
class Standards {
 public:
  Standards();
  ~Standards();
  Standards(Standards&&) noexcept;
  Standards& operator=(Standards&&) noexcept;

  /// Copies the file's matters; they become entries. An entry without a version is version 1.
  void add(const LoadedFile& file);
  /// The entry of `code@version`; without a version the newest. Null when there is none.
  /// Of two entries with the same code and version the first (code-duplicate speaks of the other).
  [[nodiscard]] const Matter* find(std::string_view reference) const;
  /// Whether the code exists in any version.
  [[nodiscard]] bool has_code(std::string_view code) const;
  /// Whether the entry's file was damaged: what it lacks may only be unreadable.
  [[nodiscard]] bool is_damaged(const Matter& entry) const;
  /// Whether any file was.
  [[nodiscard]] bool any_damaged() const;
  [[nodiscard]] bool empty() const;
  /// All entries, in the order of addition.
  [[nodiscard]] const std::vector<const Matter*>& entries() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

/// Version of a standard entry: as written, else 1.
[[nodiscard]] int standard_version(const Matter& entry);

/// Makes a matter as written effective: what it leaves absent is taken from the standard entry, key by
/// key through records; a list that is written replaces the whole list; a written 无 is written. Marks of
/// inherited values keep pointing into the standard's source. What belongs to the office itself is never
/// inherited (Traits::local). `entry` may be null; it must outlive the matter.
void make_effective(Matter& m, const Matter* entry);

struct Profile;        // checks/profile.h
class Calendar;        // model/calendar.h
struct Region;         // model/region.h
struct RetiredRegion;  // model/region.h

/// What rules and exports may know of the catalog that a matter stands in.
struct CatalogContext {
  const Catalog* catalog = nullptr;
  const Standards* standards = nullptr;
  DateValue today;
  const Profile* profile = nullptr;  ///< which elements are compared between levels; null: none
  /// Whether the catalog's source never carries the field at this English path (`fees.amount`) or what
  /// contains it (`fees`), as catalog.yaml declares.
  [[nodiscard]] bool not_carried(std::string_view path) const { return !not_carried_by(path).empty(); }
  /// The path that catalog.yaml declares so and that covers this one; empty where it is carried.
  [[nodiscard]] std::string_view not_carried_by(std::string_view path) const;

  /// The working days of the catalog: the program's, and what it adds.
  [[nodiscard]] const Calendar& calendar() const;
  /// `find_region` and `find_retired_region` with what the catalog adds and retires on the day of the check.
  [[nodiscard]] std::optional<Region> region(std::string_view code12) const;
  [[nodiscard]] std::optional<RetiredRegion> retired_region(std::string_view code12) const;
};

}  // namespace matter
