#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "exchange/cell.h"
#include "exchange/cover.h"
#include "exchange/export_state.h"
#include "exchange/file_names.h"
#include "exchange/losses.h"
#include "exchange/made_matter.h"
#include "exchange/mapping.h"
#include "exchange/row_changes.h"
#include "exchange/row_writer.h"

namespace matter {

/// One file of an export, as far as it was made and not yet taken by the caller.
struct ExportFile {
  std::string name;  ///< up_task_general_basic.csv; of samples up_task_general_basic.sample.csv; of all tables as one
                     ///< workbook catalog.xlsx
  std::string_view table;  ///< in the mapping
  bool sample = false;     ///< holds samples only; other files hold none
  bool shared = false;     ///< belongs to samples and to what is real alike: a style
  bool whole = false;      ///< no more bytes will come
  std::string pending;     ///< bytes to be written next
  std::uint64_t rows = 0;
};

struct ExportInput {
  const Matter& matter;  ///< effective
  const CatalogContext& context;
  std::string_view identity;
  std::string_view file;  ///< it was read from
  bool standard = false;
  bool incomplete = false;  ///< it may have had more values than could be read
};

/// Matters that a platform does not take, for one reason.
struct LeftOut {
  const Takes* why = nullptr;  ///< null: entries of standard catalogs, or all others, of which it has no table
  std::size_t matters = 0;
  std::size_t never_said = 0;  ///< of these: the catalog's source never carries the field
};

class GuideExport;

/// Matters one after another into the files of a platform, driven by the mapping alone. Each is made, whatever the
/// others are (`make`), and then placed among them (`place`); `add` does both, a row at a time.
class PlatformExport {
 public:
  /// Without a sink, rows go into files.
  PlatformExport(const Mapping& mapping, ExportRun run, Losses& losses, RowTaker* sink = nullptr);
  ~PlatformExport();

  /// From now on, is asked of each matter and each row whether it is written. Before the first matter.
  void remember(ExportState& state);
  Added add(const ExportInput& input);
  /// From now on the losses of matters and rows that are the same, and so not written, are told too.
  void tell_all_losses() { all_losses_ = true; }
  /// What a matter brings, and no more than that: nothing is written, and all of it is new.
  [[nodiscard]] MadeMatter make(const ExportInput& input);
  /// What another PlatformExport of the same mapping made.
  Added place(MadeMatter& made);
  /// Matters that another one left out, for a reason of the mapping.
  void place_left_out(std::size_t reason, std::size_t matters, std::size_t never_said);
  /// Tells the platform to delete rows that were there, where its tables have a column for that.
  void remove(const ExportedMatter& gone);
  /// Ends all files. `full` is called with a file that holds many bytes to be written.
  void finish(const std::function<void(std::size_t)>& full = {});
  [[nodiscard]] std::vector<ExportFile>& files() { return files_; }
  /// In the order of the mapping; reasons that kept nothing away are among them.
  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  bool wants(const ExportInput& input);
  Added take(const ExportInput& input, MadeMatter& made);
  Added withhold(std::string_view because_of);
  Added take_shown(const ExportInput& input, MadeMatter& made);
  Added begin_placing(MadeMatter& made);
  void only_losses(const ExportInput& input, MadeMatter& made);
  void make_shown(const ExportInput& input, MadeMatter& made);
  Matter understood(const Matter& shown);
  void make_json(const ExportInput& input, MadeMatter& made);
  void make_rows(const ExportInput& input, MadeMatter& made);
  void write_rows(const MappedTable& table, MadeMatter& made, RowContext row);
  void write_row(const MappedTable& table, MadeMatter& made, RowContext row);
  void make_row(const MappedTable& table, RowContext row, MadeRow& made);
  void remove_rows(const ExportedMatter& gone, std::string_view identity);
  void remove_shared();
  void begin_table(const MadeMatter& made, std::size_t table);
  void place_row(MadeRow& made, bool sample);
  /// For losses of whole columns.
  void count_same(const MadeRow& row) { rows_[row.table] += all_losses_ && !mapping_.whole_model ? 1 : 0; }
  void place_json(const MadeMatter& made, const MadeRow& row);
  std::size_t open(std::size_t table, bool sample);
  void open_files(const MadeMatter& made);
  [[nodiscard]] std::unique_ptr<TableFile> make_file(bool sample) const;
  [[nodiscard]] std::string wished_name(const ExportInput& input) const;
  [[nodiscard]] std::string document_name(const MadeMatter& made);
  std::size_t open_document(const MadeMatter& made, const MappedTable& table);
  [[nodiscard]] std::string unique(std::string_view identity);
  Cover& cover_of(const std::vector<bool>& tables);

  const Mapping& mapping_;
  ExportRun run_;
  LossRecorder losses_;
  CellMaker cells_;
  std::vector<ExportFile> files_;
  std::vector<LeftOut> left_out_;
  std::vector<std::size_t> opened_;  // by table and sample: 1 + index into files_
  std::map<std::vector<bool>, std::unique_ptr<Cover>> covers_;
  std::vector<bool> takers_;
  std::vector<std::uint32_t> rows_;                  // by table
  RowTaker* sink_;                                   // of all rows, instead of files
  std::array<std::unique_ptr<TableFile>, 2> whole_;  // of media that are one file: of what is real, of samples
  bool placing_ = true;                              // rows are placed as they are made
  bool all_losses_ = false;                          // of what is not written again too
  bool keys_ = false;                                // some column asks for the identity
  std::unordered_set<std::string> identities_;
  std::unique_ptr<GuideExport> guide_;  // of pages for people
  FileNames names_;                     // of documents
  Document tree_;
  ExportState* state_ = nullptr;
  std::vector<bool> told_;  // by table: rows of it are told to the state
  MadeRow row_;             // that is made and placed at once
  RowCells row_cells_;
  std::string key_;                                   // of the matter at hand: its identity, unique
  std::size_t document_ = 0;                          // the file of the matter at hand
  std::vector<ExportedMatter> shared_;                // what is gone of matters that may share rows with others
  std::unordered_set<const Catalog*> catalogs_made_;  // of the json platform: whose configuration was made
  std::map<std::string, std::string, std::less<>> configurations_;  // as JSON, by folder, until they are placed
  std::unordered_set<std::string> catalogs_placed_;                 // by folder
  std::vector<std::string> catalogs_;                               // their configurations in order
};

}  // namespace matter
