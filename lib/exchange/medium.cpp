#include "exchange/medium.h"

#include <algorithm>
#include <array>

namespace matter {

namespace {

constexpr std::array<MediumKind, 10> media = {{
    {Medium::csv, "csv", ".csv"},
    {Medium::jsonl, "jsonl", ".jsonl"},
    {Medium::xlsx, "xlsx", ".xlsx", true},
    {Medium::sql, "sql", ".sql", true, true},
    {Medium::sqlite, "sqlite", ".sqlite", true, true},
    {Medium::json, "json", ".json"},
    {Medium::xml, "xml", ".xml"},
    {Medium::jsonld, "jsonld", ".jsonld"},
    {Medium::html, "html", ".html"},
    {Medium::markdown, "markdown", ".md"},
}};

}  // namespace

std::span<const MediumKind> all_media() { return media; }

const MediumKind& kind_of(Medium medium) {
  return *std::find_if(media.begin(), media.end(), [&](const MediumKind& kind) { return kind.medium == medium; });
}

std::optional<Medium> medium_named(std::string_view name) {
  for (const MediumKind& kind : media) {
    if (kind.name == name) return kind.medium;
  }
  return std::nullopt;
}

bool nests(Medium medium) {
  return medium != Medium::csv && medium != Medium::xlsx && medium != Medium::sql && medium != Medium::sqlite &&
         !has_pages(medium);
}
bool has_pages(Medium medium) { return medium == Medium::html || medium == Medium::markdown; }

}  // namespace matter
