#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace matter {

enum class Medium : std::uint8_t { jsonl, json, csv, xlsx, xml, jsonld, sql, sqlite, html, markdown };

/// A form that the tables of a platform are written in.
struct MediumKind {
  Medium medium;
  std::string_view name, suffix;  ///< as mappings and --medium name it; of its files
  bool one_file = false;          ///< of all tables
  bool keyed = false;             ///< a row of one key stands there once
};

/// All that a mapping can name, in the order in which they are told.
[[nodiscard]] std::span<const MediumKind> all_media();
[[nodiscard]] const MediumKind& kind_of(Medium medium);
[[nodiscard]] std::optional<Medium> medium_named(std::string_view name);

/// Whether a cell may be an object or a list.
[[nodiscard]] bool nests(Medium medium);
/// Whether it is pages for people, not tables for programs.
[[nodiscard]] bool has_pages(Medium medium);

}  // namespace matter
