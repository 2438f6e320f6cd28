#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/collector.h"

namespace matter {

inline constexpr std::string_view facts_name = "facts.bin";
inline constexpr std::string_view pieces_name = "pieces";

/// A share of an export, as its manifest tells (`matter.shard/2`).
struct ExportShard {
  std::string folder;  ///< where it was read
  std::string program, date, content, to, medium;
  std::string since;  ///< folder of the earlier export that the join is to follow; empty: none
  std::vector<std::string> paths;
  unsigned number = 0, of = 0;
  std::uint64_t all = 0;  ///< matters of all shares
  std::uint64_t mine = 0;
  std::uint64_t files = 0;
  bool complete = false;
  struct Platform {
    std::string name, medium, mapping, hash;
    std::uint64_t pieces = 0, bytes = 0;
    /// By reason: matters, and those of a source that never says it.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> left_out;
  };
  std::vector<Platform> platforms;
  std::vector<std::pair<Diagnostic, std::string>> blocking;  ///< with their files
  std::vector<std::uint64_t> passed_over;                    ///< hashes of identities that no platform took
  std::string facts;
};

/// manifest.json of a share.
[[nodiscard]] std::string shard_manifest(const ExportShard& shard);

/// All shares of one export in order; nothing, and findings, where they do not belong together.
[[nodiscard]] std::vector<ExportShard> read_shards(const std::vector<std::string>& folders, Collector& findings);

}  // namespace matter
