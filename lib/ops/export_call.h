#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "ops/export.h"
#include "ops/export_target.h"
#include "ops/validate.h"

namespace matter {

/// One call of an export, whether of all matters, of a share, or a join: what was asked, where it goes, and what stands
/// in its way. What it finds goes to the result when it is destroyed.
class ExportCall {
 public:
  ExportCall(const ExportOptions& asked, const RunOptions& how, Sources& files, ExportBatch& to);
  ~ExportCall();
  ExportCall(const ExportCall&) = delete;
  ExportCall& operator=(const ExportCall&) = delete;

  /// The platforms, in the order of the call; the result has a place for each. Empty, with findings, where one of them
  /// cannot be exported to.
  [[nodiscard]] std::vector<std::unique_ptr<Mapping>> mappings();
  /// Their names as they were asked for, with commas between.
  [[nodiscard]] const std::string& names() const { return names_; }
  /// Does it where the folder may be written; a call that only looks does it first, and then asks. A finding says why
  /// not.
  void when_free(const std::function<void()>& work);

  /// A matter that was met, and whether some platform took it: those that none takes may have errors.
  void met(std::string_view identity, bool taken) { (taken ? taken_ : passed_over_).insert(hash_of(identity)); }
  /// Those that none took, as hashes, in order; and the same from another call.
  [[nodiscard]] std::vector<std::uint64_t> passed_over() const;
  void passed_over(const std::vector<std::uint64_t>& hashes) { passed_over_.insert(hashes.begin(), hashes.end()); }

  /// What the reading and checking of everything says; the result has its counts.
  void take(CheckedBeside&& checked);
  /// Whether all could be read, as far as it has to be.
  [[nodiscard]] bool readable() const;
  [[nodiscard]] ExportRefusal refusal() const;
  [[nodiscard]] const std::vector<ReadCatalog>& catalogs() const { return catalogs_; }

  template <class... Args>
  Diagnostic& refuse(const WordsFor<Args...>& words, Args&&... args) {
    return findings.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  const ExportOptions& options;
  const RunOptions& run;
  Sources& sources;
  ExportBatch& result;
  Collector findings;
  ExportFolder folder;

 private:
  static std::uint64_t hash_of(std::string_view identity) { return content_id({identity}).low; }
  bool usable(const Mapping& mapping);
  bool out_is_free();
  void leave_out_known();

  std::string names_;
  std::vector<ReadCatalog> catalogs_;
  std::unordered_set<std::uint64_t> taken_, passed_over_;  // hashes of identities
};

/// The platforms of an export that is written: one folder each, where they are several.
class ExportPlatforms {
 public:
  ExportPlatforms(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings);

  /// Whether the earlier export that was asked for, if any, is there to be followed.
  [[nodiscard]] bool follow();
  [[nodiscard]] std::vector<std::unique_ptr<ExportTarget>>& all() { return targets_; }
  /// When all matters are there and everything was checked: the rest of the files, and the folder in its place, unless
  /// something stands in the way.
  void publish();

 private:
  bool all_read_again();

  ExportCall& call_;
  std::vector<std::unique_ptr<ExportTarget>> targets_;
};

}  // namespace matter
