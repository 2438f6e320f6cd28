#include "exchange/medium.h"

#include <algorithm>
#include <array>

namespace matter {

namespace {

constexpr std::array<MediumKind, 5> media = {{
    {Medium::csv, "csv", ".csv"},
    {Medium::jsonl, "jsonl", ".jsonl"},
    {Medium::xlsx, "xlsx", ".xlsx"},
    {Medium::json, "json", ".json"},
    {Medium::jsonld, "jsonld", ".jsonld"},
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

bool nests(Medium medium) { return medium == Medium::jsonl || medium == Medium::jsonld; }

}  // namespace matter
