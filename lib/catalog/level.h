#pragma once

#include <string_view>

#include "catalog/config.h"
#include "model/matter.h"

namespace matter {

/// 行使层级 of a matter by its canonical name: as it is written, else as the 19th character of a well-formed 实施编码
/// says (GB/T 39554.1-2020). Empty where neither is given.
[[nodiscard]] std::string_view level_of(const Matter& m);
/// The same, else that of the catalog it stands in.
[[nodiscard]] std::string_view level_of(const Matter& m, const CatalogConfig& config);

}  // namespace matter
