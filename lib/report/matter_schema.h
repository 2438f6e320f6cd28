#pragma once

#include <cstdint>
#include <string>

namespace matter {

/// What a JSON Schema describes: a file of matters, of standard entries, catalog.yaml, or a task list.
enum class SchemaOf : std::uint8_t { matter, standard, catalog, tasks };
/// The names of fields that it knows. Programs take both; an editor that offers one kind is quieter.
enum class SchemaKeys : std::uint8_t { both, en, zh };

/// JSON Schema 2020-12 of what people write, made from the field tables, the named lists and, for catalog.yaml, the
/// options of the rules. It refuses what field-type, field-value and field-unknown speak of; besides, codes must be
/// quoted and shaped, and what an unbound matter's family cannot do without must be there. Where it departs from
/// `matter validate` stands in docs/editor.md.
[[nodiscard]] std::string json_schema(SchemaOf of, SchemaKeys keys);

}  // namespace matter
