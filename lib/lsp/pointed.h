#pragma once

#include <optional>
#include <string>

#include "catalog/catalog.h"
#include "model/matter.h"
#include "model/path.h"

namespace matter::lsp {

/// The innermost value of a matter that stands at a place, as it is written there.
struct Pointed {
  const Matter* matter = nullptr;
  const Field* field = nullptr;
  std::string path;  ///< `materials[营业执照].form`
  Mark mark;
  std::string text;   ///< of a scalar as written; else empty
  bool item = false;  ///< an item of the list that the field is
};

[[nodiscard]] std::optional<Pointed> pointed_at(const LoadedFile& file, std::uint32_t offset);

/// The matter that a place stands in; null where none does.
[[nodiscard]] const Matter* matter_at(const LoadedFile& file, std::uint32_t offset);

}  // namespace matter::lsp
