#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checks/rule.h"

namespace matter {

/// Values of a rule's options, in the order of its record.
using Settings = std::vector<std::int32_t>;

/// What catalog.yaml sets under `rules:`; the usual values where it says nothing or something wrong. The i-th are
/// of `rules[i]`. A rule or option that does not exist, or a value that is not allowed, is a finding.
[[nodiscard]] std::vector<Settings> read_settings(const Catalog* catalog, std::span<const Rule* const> rules,
                                                  Collector& findings);

}  // namespace matter
