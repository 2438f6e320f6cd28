#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "exchange/import_record.h"
#include "exchange/mapping.h"
#include "text/source.h"

namespace matter {

class WorkbookTables;  // ops/import_workbook.h

/// One matter of a platform's data, in canonical form. Its texts last until the next one is read.
struct IncomingMatter {
  Document doc;
  NodeId root = no_node;
  std::string key;           ///< what the rows of tables are joined by; empty where the platform has no such column
  bool sample = false;       ///< of the samples' files
  bool standard = false;     ///< a standard entry
  std::string binding;       ///< `code@version` of an entry of the same data that it can be bound to; mostly empty
  std::size_t family = 0;    ///< of several tables of matters: which
  Location at;               ///< of its record
  std::uint32_t number = 0;  ///< its line, row, or number
  std::vector<ImportNote> notes;
  std::vector<MatterDraft::Disagreement> disagreements;  ///< what is said of a list whose items are others
};

/// What the texts of a bound matter stand in.
struct BoundTexts {
  Document came, with;
};
/// Writes the binding that a matter names into it, where it names one. Its texts last until `kept` is used again.
void bind_incoming(IncomingMatter& one, BoundTexts& kept);

/// A finding for what is said of a list and is not so.
void tell_disagreement(const IncomingMatter& one, const MatterDraft::Disagreement& what, Collector& findings);

/// The matters of a platform's file or folder, in its order, and each of them again.
class IncomingMatters {
 public:
  enum class Outcome : std::uint8_t { matter, refused, end };

  IncomingMatters() = default;
  IncomingMatters(const IncomingMatters&) = delete;
  IncomingMatters& operator=(const IncomingMatters&) = delete;
  virtual ~IncomingMatters() = default;

  /// What is refused has a finding.
  virtual Outcome next(IncomingMatter& into) = 0;
  /// The `n`-th matter that `next` gave; nothing is counted or told anew.
  virtual void again(std::size_t n, IncomingMatter& into) = 0;
  /// After the last one: what belongs to no matter is told. How many rows that were.
  virtual std::size_t finish() { return 0; }

  /// Whether rows of lists could not be read or told apart: lists that they belong to would come out shorter.
  [[nodiscard]] virtual bool lacks_rows() const { return false; }

  [[nodiscard]] virtual std::vector<ColumnCounts> counts() const = 0;
  /// The file name of a matter (without suffix) as the mapping makes it.
  [[nodiscard]] virtual std::string file_name(const IncomingMatter& one) const = 0;
  /// Which columns are there, of the samples' files or of the others; after the last matter was read.
  [[nodiscard]] virtual SaidColumns said(bool sample) const = 0;
  /// Lists whose items are objects or elements, that any matter had: one that lost its last item is empty.
  [[nodiscard]] virtual std::vector<FieldPath> item_lists() const { return {}; }
  /// From now on other columns are not looked at.
  virtual void read_only(const SaidColumns& columns) = 0;
  /// Whether there are files of samples, or others; of a file that may hold both, whether it held any.
  [[nodiscard]] virtual bool holds(bool sample) const = 0;
  /// Whether this matter, read by the same mapping, would be here if the platform had it.
  [[nodiscard]] virtual bool may_hold(const IncomingMatter& other) const { return holds(other.sample); }
  /// The table of standard entries, where there are any beside or instead of matters.
  [[nodiscard]] virtual const MappedTable* entries() const { return nullptr; }
  /// Bytes that were read, of how many.
  [[nodiscard]] virtual std::pair<std::size_t, std::size_t> progress() const { return {0, 0}; }
  /// Of a whole model: the configuration of the catalog that it came from; no node where there is none.
  [[nodiscard]] virtual std::pair<const Document*, NodeId> config() const { return {nullptr, no_node}; }
  /// A place in what was read as people find it: of a workbook the cell.
  [[nodiscard]] virtual Location place(Location at) { return at; }
  /// Of how many catalogs the matters are.
  [[nodiscard]] virtual std::size_t catalogs() const { return 1; }
};

/// The file of a table; without text: there is none.
struct TableText {
  SourceId source = no_source;
  SharedText text;
  std::shared_ptr<const std::vector<std::uint32_t>> numbers = nullptr;  ///< of its rows, where they are not counted
};
/// The files of all tables of a mapping, in its order.
struct TableTexts {
  std::vector<TableText> tables;
  bool sample = false;
  bool by_row = false;  ///< whether a matter is a sample stands in its row
};

/// Opens a file, a folder as an export makes it (what is real, then the samples), or `-`. Null, with findings, where it
/// is not what the platform's files are. `source` is the file of matters that was opened last. Throws
/// std::system_error.
[[nodiscard]] std::unique_ptr<IncomingMatters> open_incoming(const Mapping& mapping, const std::string& path,
                                                             Sources& sources, Collector& findings, SourceId& source);

/// The same of rows that stand in texts. A single file of matters, without any of its lists, is `alone`.
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_rows(const Mapping& mapping, std::vector<TableTexts> kinds,
                                                             bool alone, Collector& findings);
/// The same of the tables of a workbook; places are cells.
[[nodiscard]] std::unique_ptr<IncomingMatters> incoming_workbook(const Mapping& mapping, TableTexts texts,
                                                                 std::unique_ptr<WorkbookTables> tables,
                                                                 Collector& findings);
/// Places of findings as people find them.
void place_findings(IncomingMatters& matters, std::vector<Diagnostic>& findings);

/// A mapping whose matters are rows of its first table, each with rows of the others.
[[nodiscard]] bool has_rows(const Mapping& mapping);

}  // namespace matter
