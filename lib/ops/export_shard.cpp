#include "ops/export_shard.h"

#include <optional>

#include "ops/export_files.h"
#include "ops/export_piece.h"
#include "ops/shard_manifest.h"
#include "ops/version.h"

namespace matter {

namespace {

constexpr std::size_t flush_bytes = 1U << 20U;

/// One platform of a share.
class ShardTarget {
 public:
  ShardTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, ExportFolder& folder)
      : mapping_(std::move(mapping)), folder_(folder) {
    platform_.emplace(*mapping_, ExportRun{run.today}, losses_.losses());
    state_.emplace(*mapping_, state_head_of(*mapping_, run), run.today);
    platform_->remember(*state_);
  }

  [[nodiscard]] const Mapping& mapping() const { return *mapping_; }

  /// Whether it went to the platform.
  bool add(const MatterView& view, std::string_view file, bool incomplete, std::uint64_t number) {
    ExportPiece piece;
    piece.number = number;
    piece.incomplete = incomplete;
    piece.made = platform_->make({view.matter, view.context, view.identity, file, view.standard, incomplete});
    for (const Loss& loss : losses_.losses().list)
      piece.made.losses.push_back({loss.why, loss.count, loss.length, loss.limit, std::string(loss.table),
                                   std::string(loss.column), std::string(loss.field)});
    losses_.forget();
    append_piece(pending_, piece);
    ++pieces_;
    flush(flush_bytes);
    return piece.made.added == Added::yes;
  }

  [[nodiscard]] ExportShard::Platform finish() {
    flush(0);
    ExportShard::Platform told{std::string(mapping_->platform),
                               std::string(kind_of(mapping_->medium).name),
                               mapping_hash(*mapping_),
                               hash_.text(),
                               pieces_,
                               bytes_,
                               {}};
    for (const LeftOut& one : platform_->left_out()) told.left_out.emplace_back(one.matters, one.never_said);
    return told;
  }

 private:
  void flush(std::size_t from) {
    if (pending_.size() < from) return;
    hash_.add(pending_);
    bytes_ += pending_.size();
    folder_.append(std::string(mapping_->platform) + "/" + std::string(pieces_name), pending_);
    pending_.clear();
  }

  std::unique_ptr<Mapping> mapping_;
  ExportFolder& folder_;
  LossTaker losses_;
  std::optional<PlatformExport> platform_;
  std::optional<ExportState> state_;
  std::string pending_;
  std::uint64_t pieces_ = 0, bytes_ = 0;
  ContentHash hash_;
};

ExportShard described(const ExportCall& call, const CheckedBeside& checked) {
  ExportShard shard;
  shard.program = program_version();
  shard.number = call.options.shard;
  shard.of = call.options.shards;
  shard.date = to_text(call.run.today);
  shard.paths = call.options.paths;
  shard.to = call.names();
  shard.medium = call.options.medium;
  shard.since = call.options.since;
  shard.content = checked.content;
  shard.files = checked.read.files;
  shard.all = checked.read.matters;
  shard.complete = checked.complete;
  shard.facts = checked.facts;
  return shard;
}

}  // namespace

unsigned shard_of(std::string_view identity, unsigned shards) {
  return static_cast<unsigned>(content_id({"shard", identity}).low % shards);
}

void export_share(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings) {
  ExportBatch& result = call.result;
  result.shard = call.options.shard;
  result.shards = call.options.shards;
  std::vector<std::unique_ptr<ShardTarget>> targets;
  for (std::size_t i = 0; i < mappings.size(); ++i) {
    result.platforms[i].platform = mappings[i]->platform;
    result.platforms[i].label = mappings[i]->label;
    targets.push_back(std::make_unique<ShardTarget>(std::move(mappings[i]), call.run, call.folder));
  }
  BesideCheck beside;
  std::uint64_t number = 0;
  beside.part = true;
  beside.mine = [&](std::string_view identity) { return shard_of(identity, result.shards) == result.shard - 1; };
  beside.other = [&] { ++number; };
  beside.each = [&](const MatterView& view, const LoadedFile& file) {
    bool taken = view.standard;  // whatever takes from an entry has its faults
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (!targets[i]->add(view, call.sources.name(file.source), is_incomplete(view, file), number)) continue;
      taken = true;
      ++result.platforms[i].exported;
    }
    call.met(view.identity, taken);
    ++number;
    ++result.in_shard;
  };
  CheckedBeside checked = validate_beside(call.options.paths, beside, call.run, call.sources);
  ExportShard shard = described(call, checked);
  call.take(std::move(checked));
  if (result.damaged != 0)
    call.refuse({"有读不懂的文件，不能分份导出", "what cannot be read whole cannot be exported in shares"});
  if (result.matters == 0 || call.findings.any(Severity::error)) return;
  for (const auto& target : targets) shard.platforms.push_back(target->finish());
  result.complete = true;
  result.refused = call.refusal();
  if (result.refused != ExportRefusal::none) return;
  shard.mine = result.in_shard;
  shard.passed_over = call.passed_over();
  for (const Diagnostic& d : result.blocking)
    shard.blocking.emplace_back(d, d.at.known() ? std::string(call.sources.name(d.at.source)) : std::string());
  call.folder.write(std::string(facts_name), shard.facts);
  call.folder.write(std::string(manifest_name), shard_manifest(shard));
  call.folder.commit(call.options.replace);
  tell_left_behind(call.folder.left_behind(), call.findings);
  result.written = !call.options.dry_run;
}

}  // namespace matter
