#include "ops/export.h"

#include <numeric>

#include "ops/export_call.h"
#include "ops/export_join.h"
#include "ops/export_shard.h"

namespace matter {

namespace {

/// All matters, each read and checked once, and given to each platform on the way.
void export_all(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings) {
  ExportPlatforms platforms(call, std::move(mappings));
  if (!platforms.follow()) return;
  BesideCheck beside;
  beside.each = [&](const MatterView& view, const LoadedFile& file) {
    const bool incomplete = is_incomplete(view, file);
    bool taken = view.standard;  // whatever takes from an entry has its faults
    for (const auto& target : platforms.all())
      taken = target->add(view, call.sources.name(file.source), incomplete) || taken;
    call.met(view.identity, taken);
  };
  call.take(validate_beside(call.options.paths, beside, call.run, call.sources));
  platforms.publish();
}

/// What it finds is in the result when it returns.
void export_paths(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportBatch& result) {
  ExportCall call(options, run, sources, result);
  std::vector<std::unique_ptr<Mapping>> mappings = call.mappings();
  if (mappings.empty()) return;
  call.when_free(
      [&] { options.shards != 0 ? export_share(call, std::move(mappings)) : export_all(call, std::move(mappings)); });
}

}  // namespace

std::size_t ExportResult::left_out_matters() const {
  return std::accumulate(left_out.begin(), left_out.end(), std::size_t{0},
                         [](std::size_t sum, const ExportLeftOut& one) { return sum + one.matters; });
}

ExportBatch export_batch(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportBatch result;
  options.join.empty() ? export_paths(options, run, sources, result) : join_shares(options, run, sources, result);
  return result;
}

ExportResult export_catalog(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportBatch batch = export_batch(options, run, sources);
  ExportResult one;
  if (!batch.platforms.empty()) one = std::move(batch.platforms.front());
  one.findings = std::move(batch.findings);
  return one;
}

}  // namespace matter
