#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace matter::bench {

/// A made-up catalog of five levels in our own format, the same bytes for the same options everywhere.
struct GenerateOptions {
  std::size_t files = 1000;  ///< matters, one a file; the catalog.yaml files come on top
  std::uint64_t seed = 1;
  unsigned change = 0;  ///< percent of the files that are edited: the second tree of a comparison
};

struct Generated {
  std::size_t files = 0;
  std::size_t changed = 0;
  std::uint64_t bytes = 0;
};

/// Writes the folder `out`, which must not exist: the province's standard catalog (a fiftieth of the files, at most
/// 200) and implementing lists of a city, its districts, streets and communities (real codes below 3502), which
/// bind to it. Every matter is a sample; agency codes are well-formed and never given to anybody.
/// Throws std::system_error where files cannot be written.
Generated generate(const std::filesystem::path& out, const GenerateOptions& options);

}  // namespace matter::bench
