#pragma once

#include <filesystem>
#include <string>

namespace matter::bench {

/// `export` of `tree` to tables, against `validate` of the same, against a script on Node, and how its memory grows
/// to `larger`, a catalog of `more` matters more.
void bench_export(const std::filesystem::path& tree, const std::filesystem::path& larger, std::size_t more,
                  const std::string& program);

}  // namespace matter::bench
