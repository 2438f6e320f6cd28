#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "catalog/catalog.h"
#include "catalog/compact.h"
#include "model/codes.h"

namespace matter {

/// Versions of one code, the newest last.
using Versions = std::vector<std::pair<int, const Matter*>>;

struct Standards::Index {
  Arena arena;
  std::vector<const Matter*> entries;
  std::unordered_map<std::string_view, Versions> by_code;  // keys are kept in `arena`
  std::unordered_set<const Matter*> damaged;
  bool any_damaged = false;
};

Standards::Standards() : index_(std::make_unique<Index>()) {}
Standards::~Standards() = default;
Standards::Standards(Standards&&) noexcept = default;
Standards& Standards::operator=(Standards&&) noexcept = default;

int standard_version(const Matter& entry) { return entry.version.given() ? entry.version.value : 1; }

void Standards::add(const LoadedFile& file) {
  index_->any_damaged |= file.document.damaged;
  for (const Matter& written : file.matters) {
    const Matter* entry = keep_compactly(written, index_->arena);
    index_->entries.push_back(entry);
    if (file.document.damaged) index_->damaged.insert(entry);
    const std::string_view code = standard_code(*entry);
    if (code.empty()) continue;
    auto at = index_->by_code.find(code);
    if (at == index_->by_code.end()) at = index_->by_code.emplace(index_->arena.keep(code), Versions{}).first;
    const int version = standard_version(*entry);
    const auto place = std::lower_bound(at->second.begin(), at->second.end(), version,
                                        [](const auto& row, int v) { return row.first < v; });
    if (place != at->second.end() && place->first == version) continue;
    at->second.insert(place, {version, entry});
  }
}

const Matter* Standards::find(std::string_view reference) const {
  const auto wanted = parse_standard_reference(reference);
  if (!wanted) return nullptr;
  const auto at = index_->by_code.find(wanted->code);
  if (at == index_->by_code.end()) return nullptr;
  if (!wanted->version) return at->second.back().second;
  for (const auto& [version, entry] : at->second) {
    if (version == *wanted->version) return entry;
  }
  return nullptr;
}

bool Standards::has_code(std::string_view code) const { return index_->by_code.contains(code); }
bool Standards::is_damaged(const Matter& entry) const { return index_->damaged.contains(&entry); }
bool Standards::any_damaged() const { return index_->any_damaged; }
bool Standards::empty() const { return index_->entries.empty(); }
const std::vector<const Matter*>& Standards::entries() const { return index_->entries; }

}  // namespace matter
