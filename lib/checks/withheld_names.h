#pragma once

#include <string>
#include <string_view>

#include "model/field.h"
#include "model/matter.h"
#include "model/path.h"

namespace matter {

/// Where a name goes out though what it names does not.
struct NamedElsewhere {
  const Text* name = nullptr;  ///< null: nowhere
  std::string path;            ///< materials[营业执照].for
};

/// Whether withholding `path` hides situations, or their names, and the first material or condition that names one all
/// the same.
[[nodiscard]] NamedElsewhere withheld_situation_named(const Matter& m, const FieldPath& path);

}  // namespace matter
