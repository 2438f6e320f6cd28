#pragma once

#include <memory>
#include <string>

#include "catalog/catalog.h"

namespace matter::test {

/// A text that was read as matters, kept with everything they point into.
struct ReadText {
  Sources sources;
  LoadedFile file;
  Collector findings{Lang::en};

  [[nodiscard]] const Matter& matter(std::size_t i = 0) const { return file.matters.at(i); }
};

/// Reads `yaml` from memory, as a file called `name`.
[[nodiscard]] std::unique_ptr<ReadText> read_text(std::string yaml, std::string name = "test.yaml");

}  // namespace matter::test
