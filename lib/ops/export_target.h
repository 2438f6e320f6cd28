#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

 private:
  NewFolder folder_;
  bool dry_run_;
};

/// One platform of an export: matters in, files out.
class ExportTarget {
 public:
  /// `below`: where its files stand in the folder, ending with a slash, or empty.
  ExportTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, std::string below, ExportFolder& folder,
               ExportResult& result);

  /// Whether it went to the platform.
  bool add(const MatterView& view, std::string_view file, bool incomplete);
  /// Ends all files but the manifest: the counts of the whole run have to be in the result by then.
  void finish();
  void write_manifest();

 private:
  /// A file on its way to the disk.
  struct Output {
    std::optional<ContentHash> hash;  ///< until it is whole
    std::string hash_text;
    std::uint64_t bytes = 0;
  };
  void flush_some();
  void flush(ExportFile& file, std::size_t at, std::size_t from);
  void append_losses(bool last);
  void tell_left_out();

  std::unique_ptr<Mapping> mapping_;
  const RunOptions& run_;
  std::string below_;
  ExportFolder& folder_;
  ExportResult& result_;
  LossTaker losses_;
  std::optional<PlatformExport> platform_;
  std::vector<Output> outputs_;
  std::size_t done_ = 0;  // files that nothing will be added to
  std::string loss_lines_;
};

}  // namespace matter
