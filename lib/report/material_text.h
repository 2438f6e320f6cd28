#pragma once

#include "ops/material_names.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// Which of the two is told.
enum class MaterialQuestion : std::uint8_t { near, shareable };

/// What was found of materials, for people, most matters first.
void write_materials_text(const MaterialNames& names, MaterialQuestion question, const Sources& sources,
                          const TextStyle& style, const Sink& to);
/// `matter.materials/1`.
void write_materials_json(const MaterialNames& names, MaterialQuestion question, const Sources& sources,
                          const Sink& to);
/// A row for each name of a material, with a byte order mark and guarded cells.
void write_materials_csv(const MaterialNames& names, MaterialQuestion question, const Sources& sources, Lang lang,
                         const Sink& to);

}  // namespace matter
