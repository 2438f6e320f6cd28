#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/values.h"
#include "ops/export.h"

namespace matter {

/// One row of the summary: the same reason at the same place.
struct LossGroup {
  LossReason why = LossReason::no_place;
  std::string_view table, column, field;
  std::size_t values = 0;
  std::size_t matters = 0;
};
/// In order of reason, table, column and field.
[[nodiscard]] std::vector<LossGroup> group_losses(const Losses& losses);

/// losses.json, given out in pieces: `matter.losses/1`.
void write_losses(const ExportResult& result, const std::function<void(std::string_view)>& to);
/// manifest.json: `matter.manifest/1`.
[[nodiscard]] std::string manifest_json(const ExportResult& result, const DateValue& day);

}  // namespace matter
