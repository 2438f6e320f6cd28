#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/rule.h"
#include "edit/atomic.h"
#include "exchange/ids.h"
#include "exchange/platform_export.h"
#include "ops/export.h"
#include "ops/run.h"

namespace matter {

/// The folder of an export, or a stand-in for one that is only counted.
class ExportFolder {
 public:
  ExportFolder(std::string path, bool dry_run) : folder_(std::move(path)), dry_run_(dry_run) {}
  void write(const std::string& name, std::string_view bytes) {
    if (!dry_run_) folder_.write(name, bytes);
  }
  void append(const std::string& name, std::string_view bytes) {
    if (!dry_run_) folder_.append(name, bytes);
  }
  void commit(bool replace) {
    if (!dry_run_) folder_.commit(replace);
  }
  [[nodiscard]] const std::string& left_behind() const { return folder_.left_behind(); }

 private:
  NewFolder folder_;
  bool dry_run_;
};

/// A JSON list beside the files of a platform, written as its items come, each on a line.
class ExportList {
 public:
  ExportList(std::string name, ExportFolder& folder) : name_(std::move(name)), folder_(folder) {}
  void begin(std::string_view head) { pending_ += head; }
  void add(std::string_view item);
  /// Items that stand in `pending` already, with what separates them.
  [[nodiscard]] std::string& pending() { return pending_; }
  void flush(std::size_t from);
  /// `below`: of the platform in the folder; the name is told without it.
  [[nodiscard]] ExportCompanion end(std::string_view tail, std::string_view below);

 private:
  std::string name_;
  ExportFolder& folder_;
  std::string pending_;
  ContentHash hash_;
  std::uint64_t bytes_ = 0;
  bool any_ = false;
};

/// Whether values may be missing that nobody could read.
[[nodiscard]] bool is_incomplete(const MatterView& view, const LoadedFile& file);
[[nodiscard]] bool is_sample(const MatterView& view);
[[nodiscard]] std::string mapping_hash(const Mapping& mapping);
[[nodiscard]] StateHead state_head_of(const Mapping& mapping, const RunOptions& run);

struct ExportPiece;

/// One platform of an export: matters in, files out.
class ExportTarget {
 public:
  /// `below`: where its files stand in the folder, ending with a slash, or empty.
  /// With a sink the rows go there, and the folder has losses and manifest only.
  ExportTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, std::string below, ExportFolder& folder,
               ExportResult& result, RowTaker* sink = nullptr);

  /// From now on only what changed since the export in this folder is written. `all_losses`: those of what is the same
  /// count too.
  void follow(const std::string& folder, bool all_losses);
  /// Whether it is on the platform.
  bool add(const MatterView& view, std::string_view file, bool incomplete);
  /// What a share made of one matter, in the place of `add`; and the matters that it left out, by reason.
  void place(ExportPiece& piece);
  void place_left_out(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& left_out);
  /// What the export that it follows read, and one that read `now` did not: of that nothing is known to be gone.
  [[nodiscard]] std::vector<std::string> not_read(const std::vector<ReadCatalog>& now) const {
    return not_read_again(state_->earlier_catalogs(), now);
  }
  /// Ends all files but the manifest: the counts of the whole run have to be in the result by then.
  void finish(const std::vector<ReadCatalog>& catalogs);
  void write_manifest();

 private:
  /// A file on its way to the disk.
  struct Output {
    std::optional<ContentHash> hash;  ///< until it is whole
    std::string hash_text;
    std::uint64_t bytes = 0;
  };
  /// Counts what became of a matter; whether it is on the platform.
  bool count(Added added, std::string_view identity, bool sample, bool incomplete);
  void flush_some();
  void flush(ExportFile& file, std::size_t at, std::size_t from);
  void tell_gone();
  void tell_left_out();

  std::unique_ptr<Mapping> mapping_;
  const RunOptions& run_;
  std::string below_;
  bool has_files_;
  ExportFolder& folder_;
  ExportResult& result_;
  LossTaker losses_;
  std::optional<PlatformExport> platform_;
  std::vector<Output> outputs_;
  std::size_t done_ = 0;  // files that nothing will be added to
  std::optional<ExportState> state_;
  bool all_losses_ = false;
  ExportList loss_list_, state_list_;
};

}  // namespace matter
