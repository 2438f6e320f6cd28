#pragma once

#include <optional>

#include "ops/diff.h"
#include "ops/diff_tree.h"

namespace matter {

/// Whether two catalog.yaml of one place have the same bytes. Null: there is none.
[[nodiscard]] bool same_config(const DiffTree::Config* before, const DiffTree::Config* after);

/// What two catalog.yaml of one place (null: there is none) say differently, keys that no field takes included.
/// Nothing for one above what was compared: it is no part of it and only decides what matters inherit.
[[nodiscard]] std::optional<CatalogDiff> compare_config(const DiffTree::Config* before, const DiffTree::Config* after);

}  // namespace matter
