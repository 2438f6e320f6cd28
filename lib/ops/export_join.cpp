#include "ops/export_join.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "ops/export_call.h"
#include "ops/export_piece.h"
#include "ops/shard_manifest.h"
#include "ops/version.h"

namespace matter {

namespace {

bool is_what_it_was(const std::string& file, const ExportShard::Platform& platform) {
  std::ifstream in(file, std::ios::binary);
  ContentHash hash;
  std::string buffer(1U << 20U, '\0');
  std::uint64_t bytes = 0;
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
    bytes += static_cast<std::uint64_t>(in.gcount());
  }
  return bytes == platform.bytes && (bytes == 0 || hash.text() == platform.hash);
}

/// What the shares found of single matters, and what was found of all; a fault of a standard entry is found by several.
void add_blocking(std::vector<ExportShard>& shards, const Sources& sources, CheckedBeside& checked) {
  using Key = std::tuple<SourceId, std::uint32_t, std::string_view, std::string_view, std::string>;
  std::vector<Diagnostic> all = std::move(checked.blocking);
  std::map<std::string_view, SourceId> known;
  for (SourceId id = 0; id < sources.size(); ++id) known.try_emplace(sources.name(id), id);
  for (ExportShard& shard : shards) {
    for (auto& [d, file] : shard.blocking) {
      const auto at = known.find(file);
      if (at != known.end()) d.at.source = at->second;
      all.push_back(std::move(d));
    }
  }
  std::set<Key> seen;
  checked.blocking.clear();
  for (Diagnostic& d : all) {
    if (seen.insert({d.at.source, d.at.span.begin, d.rule, d.matter, d.message}).second) checked.blocking.push_back(d);
  }
  std::stable_sort(checked.blocking.begin(), checked.blocking.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.at.source, a.at.span.begin, a.rule) < std::tie(b.at.source, b.at.span.begin, b.rule);
  });
}

/// The pieces of one platform, from all shares, in the order of the matters.
class Joining {
 public:
  Joining(ExportCall& call, const std::vector<ExportShard>& shards, std::size_t platform)
      : call_(call), shards_(shards), platform_(platform), readings_(shards.size()) {}

  bool operator()(ExportTarget& target) {
    for (std::size_t i = 0; i < shards_.size(); ++i) {
      if (!open(i)) return false;
      target.place_left_out(shards_[i].platforms[platform_].left_out);
    }
    for (std::uint64_t next = 0; next < shards_.front().all; ++next) {
      const auto at = std::find_if(readings_.begin(), readings_.end(),
                                   [&](const Reading& one) { return one.more && one.piece.number == next; });
      if (at == readings_.end()) {
        call_.refuse({"各份中没有第 {} 个事项", "no share has matter number {}"}, next + 1);
        return false;
      }
      target.place(at->piece);
      at->more = read_piece(at->in, at->piece);
    }
    return true;
  }

 private:
  struct Reading {
    std::ifstream in;
    ExportPiece piece;
    bool more = false;
  };

  bool open(std::size_t share) {
    const ExportShard::Platform& platform = shards_[share].platforms[platform_];
    const std::string file = shards_[share].folder + "/" + platform.name + "/" + std::string(pieces_name);
    if (!is_what_it_was(file, platform)) {
      call_.refuse({"“{}”不是这一份写下的内容", "'{}' is not what the share wrote"}, file);
      return false;
    }
    Reading& reading = readings_[share];
    reading.in.open(file, std::ios::binary);
    reading.more = read_piece(reading.in, reading.piece);
    return true;
  }

  ExportCall& call_;
  const std::vector<ExportShard>& shards_;
  std::size_t platform_;
  std::vector<Reading> readings_;
};

/// Whether this program and these mappings are what the shares were made with: rows of others stand in other columns.
bool fits(ExportCall& call, const std::vector<std::unique_ptr<Mapping>>& mappings, const ExportShard& share) {
  const auto another = [&](Bilingual what) {
    call.refuse(
        {"各份导出以后，{}不同了，请重新导出各份", "the {} is not what the shares were made with: export them again"},
        what.in(call.run.lang));
    return false;
  };
  if (share.program != program_version()) return another({"程序版本", "version of the program"});
  const bool same =
      std::equal(mappings.begin(), mappings.end(), share.platforms.begin(), share.platforms.end(),
                 [](const auto& mapping, const auto& platform) { return mapping_hash(*mapping) == platform.mapping; });
  return same || another({"映射", "mapping"});
}

void join(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings, std::vector<ExportShard>& shards) {
  ExportPlatforms platforms(call, std::move(mappings));
  if (!platforms.follow()) return;
  std::vector<std::string> facts;
  bool whole = true;
  for (ExportShard& shard : shards) {
    facts.push_back(std::move(shard.facts));
    whole = whole && shard.complete;
    call.passed_over(shard.passed_over);
  }
  std::optional<CheckedBeside> checked = judge_parts(call.options.paths, facts, whole, call.run, call.sources);
  if (!checked) {
    call.refuse({"有一份的 {} 不能读", "the {} of a share cannot be read"}, facts_name);
    return;
  }
  if (checked->content != shards.front().content) {
    call.refuse({"目录与分份导出时不同了，请重新导出各份",
                 "the catalogs are not what the shares were made of: export the shares again"});
    return;
  }
  for (std::size_t i = 0; i < platforms.all().size(); ++i) {
    if (!Joining(call, shards, i)(*platforms.all()[i])) return;
  }
  add_blocking(shards, call.sources, *checked);
  checked->read = {static_cast<std::size_t>(shards.front().files), static_cast<std::size_t>(shards.front().all), 0};
  call.take(std::move(*checked));
  platforms.publish();
}

}  // namespace

void join_shares(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportBatch& result) {
  Collector findings(run.lang);
  std::vector<ExportShard> shards = read_shards(options.join, findings);
  result.findings = findings.take();
  result.out = options.out;
  if (shards.empty()) return;
  const ExportShard& first = shards.front();
  ExportOptions joined = options;
  joined.paths = first.paths;
  joined.to = first.to;
  joined.medium = first.medium;
  if (joined.since.empty()) joined.since = first.since;
  RunOptions then = run;
  then.today = *parse_date(first.date);
  ExportCall call(joined, then, sources, result);
  std::vector<std::unique_ptr<Mapping>> mappings = call.mappings();
  if (mappings.empty() || !fits(call, mappings, first)) return;
  call.when_free([&] { join(call, std::move(mappings), shards); });
}

}  // namespace matter
