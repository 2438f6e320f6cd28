#pragma once

#include <string>
#include <string_view>

#include "model/values.h"
#include "ops/export.h"

namespace matter {

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view losses_name = "losses.json";

// losses.json, `matter.losses/1`: the head, the losses one by one (LossTaker), and the sums behind them.
[[nodiscard]] std::string losses_head(std::string_view platform);
[[nodiscard]] std::string losses_tail(const LossSums& losses);

/// manifest.json: `matter.manifest/1`.
[[nodiscard]] std::string manifest_json(const ExportResult& result, const DateValue& day);
/// manifest.json above those of several platforms: `matter.exports/1`.
[[nodiscard]] std::string manifest_json(const ExportBatch& batch, const DateValue& day);

}  // namespace matter
