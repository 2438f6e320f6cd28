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
#include "exchange/mapping.h"
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
  std::size_t head = 0;    ///< of the first of them: they stand before all rows
  std::size_t number = 0;  ///< of the table in the mapping
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

/// Whether a matter went to the platform, and why not.
enum class Added : std::uint8_t {
  yes,
  withheld,  ///< unpublished, on its way to a public platform
  left_out,  ///< none of what the platform takes
  same,      ///< on the platform just so, and not written again
  twice,     ///< an earlier one has its identity, and the medium holds a row once
};

/// Matters that a platform does not take, for one reason.
struct LeftOut {
  const Takes* why = nullptr;  ///< null: entries of standard catalogs, of which the platform has no table
  std::size_t matters = 0;
  std::size_t never_said = 0;  ///< of these: the catalog's source never carries the field
};

class GuideExport;

/// Matters one after another into the files of a platform, driven by the mapping alone.
class PlatformExport {
 public:
  /// Without a sink, rows go into files.
  PlatformExport(const Mapping& mapping, ExportRun run, Losses& losses, RowTaker* sink = nullptr);
  ~PlatformExport();

  /// From now on, is asked of each matter whether it is written, and told of its rows.
  void remember(ExportState& state) { state_ = &state; }
  Added add(const ExportInput& input);
  /// Tells the platform to delete rows that were there, where its tables have a column for that.
  void remove(const ExportedMatter& gone);
  /// Whether what one matter brings can be put between what others brought (`paste`): not where files are made of all
  /// matters at once.
  [[nodiscard]] static bool comes_in_pieces(const Mapping& mapping);
  /// Rows that another PlatformExport of the same mapping made of one matter, as they stood in its pending bytes.
  void paste(std::size_t table, bool sample, std::string_view bytes, std::uint64_t rows);
  void paste_catalog(std::string_view json) { catalogs_.emplace_back(json); }
  void paste_left_out(std::size_t reason, std::size_t matters, std::size_t never_said);
  /// Of the json platform, so far: what the catalogs say of themselves.
  [[nodiscard]] const std::vector<std::string>& catalogs() const { return catalogs_; }
  /// Ends all files. `full` is called with a file that holds many bytes to be written.
  void finish(const std::function<void(std::size_t)>& full = {});
  [[nodiscard]] std::vector<ExportFile>& files() { return files_; }
  /// In the order of the mapping; reasons that kept nothing away are among them.
  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  bool wants(const ExportInput& input);
  Added add_all(const ExportInput& input);
  void add_guide(const ExportInput& input);
  void add_json(const ExportInput& input, bool sample);
  Added add_rows(const ExportInput& input, bool sample);
  void write_rows(const MappedTable& table, ExportFile& file, RowContext row);
  void write_row(const MappedTable& table, ExportFile& file, RowContext row);
  std::size_t open(std::size_t table, bool sample);
  void open_files(const ExportInput& input);
  [[nodiscard]] std::unique_ptr<RowTaker> make_taker(bool sample) const;
  [[nodiscard]] std::string document_name(const ExportInput& input, bool sample);
  std::size_t open_document(const ExportInput& input, const MappedTable& table, bool sample);
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
  std::vector<std::uint32_t> rows_;                 // by table
  RowTaker* sink_;                                  // of all rows, instead of files
  std::array<std::unique_ptr<RowTaker>, 2> whole_;  // of media that are one file: of what is real, of samples
  bool keys_ = false;                               // some column asks for the identity
  std::unordered_set<std::string> identities_;
  std::unique_ptr<GuideExport> guide_;  // of pages for people
  FileNames names_;                     // of documents
  Document tree_;
  ExportState* state_ = nullptr;
  std::vector<std::string> catalogs_;  // of the json platform: their configuration as JSON
  std::unordered_set<const Catalog*> catalogs_seen_;
};

}  // namespace matter
