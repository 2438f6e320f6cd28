#pragma once

#include <filesystem>
#include <string>

namespace matter::bench {

/// `validate`, `compare`, `progress` and `show --origin` on catalogs of 3,700, 37,000 and 370,000 matters: how time and
/// memory grow with their number. The catalogs (3 GB) are made below `folder` and left there.
void bench_scale(const std::filesystem::path& folder, const std::string& program);

}  // namespace matter::bench
