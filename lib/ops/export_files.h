#pragma once

#include <string>
#include <string_view>

#include "exchange/export_state.h"
#include "model/values.h"
#include "ops/export.h"

namespace matter {

class JsonWriter;

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view losses_name = "losses.json";
inline constexpr std::string_view state_name = "state.json";  ///< what is on the platform (`matter.exported/1`)
inline constexpr std::string_view gone_name = "gone.json";    ///< what is there no more (`matter.gone/1`)

// losses.json, `matter.losses/1`: the head, the losses one by one (LossTaker), and the sums behind them.
[[nodiscard]] std::string losses_head(std::string_view platform);
[[nodiscard]] std::string losses_tail(const LossSums& losses);

/// gone.json without its items.
[[nodiscard]] std::string gone_head(std::string_view platform, const DateValue& day);
/// One item of it. Of what is withheld now, the name is not said again.
[[nodiscard]] std::string gone_line(const ExportedMatter& matter, Gone why);

[[nodiscard]] std::string_view name(ExportWhole why);
/// The members of an object that tells what an export brings.
void write_changes(JsonWriter& json, const ExportChanges& changes);

/// manifest.json: `matter.manifest/1`.
[[nodiscard]] std::string manifest_json(const ExportResult& result, const DateValue& day);
/// manifest.json above those of several platforms: `matter.exports/1`.
[[nodiscard]] std::string manifest_json(const ExportBatch& batch, const DateValue& day);

/// Whether a folder, or that of a file, is an export of only what changed since an earlier one: its manifest.json says
/// so. Throws std::system_error where that cannot be read.
[[nodiscard]] bool is_part_of_export(const std::string& path);

}  // namespace matter
