#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "model/field.h"

namespace matter {

/// A matter, and what names it.
struct IndexedMatter {
  std::string identity, name;
  std::string agency, agency_code;
  Location at;           ///< its name, else the entry
  std::string standard;  ///< what it is bound to, as written; empty: nothing
  Location standard_at;  ///< of that
  bool is_standard = false;
};

/// A text that is a code, as it is written somewhere.
struct CodePlace {
  std::string text;
  Location at;  ///< quotes included
  const Field* field = nullptr;
};

/// What stands where in the catalogs of a run: names to offer, codes to follow.
struct LiveIndex {
  std::vector<IndexedMatter> matters;
  std::vector<CodePlace> codes;
  std::map<std::string, std::size_t, std::less<>> materials;  ///< name → how many matters ask for it
  std::map<std::string, std::string, std::less<>> agencies;   ///< name → code; empty: none is known

  void append(LiveIndex&& more);
};

/// Whether a field holds the code of something that other fields may name.
[[nodiscard]] bool is_code(const Field& field);

/// Adds a matter: what it says itself, not what it takes over.
void add_to_index(const Matter& m, bool standard, std::string_view identity, LiveIndex& into);

}  // namespace matter
