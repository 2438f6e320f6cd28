#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ops/export_target.h"
#include "ops/validate.h"

namespace matter {

inline constexpr std::string_view facts_name = "facts.bin";
inline constexpr std::string_view pieces_name = "pieces";

/// What one matter brings to a platform, as a share of an export keeps it until all shares are joined.
struct ExportPiece {
  struct Rows {
    std::uint64_t table = 0, sample = 0, count = 0;
    std::string bytes;
  };
  std::uint64_t number = 0;  ///< of the matter among all of the catalogs
  Added added = Added::yes;
  bool sample = false, incomplete = false;
  std::string state, losses;
  std::string catalog, config;  ///< of the json platform: the catalog's folder, and what it says of itself
  std::vector<Rows> rows;

  void write(std::string& to) const;
  /// False at the end. Throws std::runtime_error where the file is damaged.
  bool read(std::istream& from);
};

class JsonWriter;

/// One platform of a share.
class ShardTarget {
 public:
  ShardTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, ExportFolder& folder);

  [[nodiscard]] const Mapping& mapping() const { return *mapping_; }
  /// Whether it went to the platform.
  bool add(const MatterView& view, std::string_view file, bool incomplete, std::uint64_t number);
  void finish();
  /// The members of its object in the manifest.
  void describe(JsonWriter& json) const;

 private:
  void flush(std::size_t from);

  std::unique_ptr<Mapping> mapping_;
  ExportFolder& folder_;
  LossTaker losses_;
  std::optional<PlatformExport> platform_;
  std::optional<ExportState> state_;
  std::vector<std::uint64_t> rows_;  // by file, so far
  std::string pending_;
  std::uint64_t pieces_ = 0, bytes_ = 0;
  ContentHash hash_;
};

/// Which share of an export a matter belongs to, from 0: by its identity, so that shares stay when files move.
[[nodiscard]] unsigned shard_of(std::string_view identity, unsigned shards);

/// A share of an export, as its manifest tells.
struct ExportShard {
  std::string folder;
  std::string program, date, content, to, medium;
  std::vector<std::string> paths;
  unsigned number = 0, of = 0;
  std::uint64_t all = 0;  ///< matters of all shares
  std::uint64_t files = 0;
  bool complete = false;
  struct Platform {
    std::string name, medium, mapping, hash;
    std::uint64_t bytes = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> left_out;
    LossSums losses;
  };
  std::vector<Platform> platforms;
  std::vector<std::pair<Diagnostic, std::string>> blocking;  ///< with their files
  std::vector<std::uint64_t> passed_over;                    ///< hashes of identities that no platform took
  std::string facts;
};

/// Nothing, and a finding, where the folder is no share.
[[nodiscard]] std::optional<ExportShard> read_shard(const std::string& folder, Collector& findings);

/// All shares of one export in order; nothing, and findings, where they do not belong together.
[[nodiscard]] std::vector<ExportShard> read_shards(const std::vector<std::string>& folders, Collector& findings);

}  // namespace matter
