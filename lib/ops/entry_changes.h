#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/elements.h"

namespace matter {

/// An element that differs between two standard entries, mostly versions of one.
struct ElementChange {
  const Element* element = nullptr;
  std::vector<Difference> values;  ///< the newer entry (own) against the older one (other); never empty
};

/// What differs between two entries, by a profile.
struct EntryChanges {
  std::shared_ptr<const Profile> profile;  ///< which the elements are of
  std::vector<ElementChange> elements;
  std::vector<const Field*> others;  ///< fields of a matter that differ too and are of none of these elements
};

[[nodiscard]] EntryChanges changes_between(const Matter& older, const Matter& newer,
                                           std::shared_ptr<const Profile> profile);

/// What a changed element is for a matter that is bound.
struct OwnElement {
  bool applies = true;   ///< the profile compares it at the matter's level
  bool written = false;  ///< the matter writes some of it itself, which stays. Else it follows the entry
  std::string reason;    ///< why it is kept (`binding.kept`)
  ElementResult result;  ///< of what is written: the matter bound to the newer entry, against that entry
};

/// For each changed element; `written` is the matter without anything inherited.
[[nodiscard]] std::vector<OwnElement> own_elements(const EntryChanges& changes, const Matter& written,
                                                   const Matter& newer, std::string_view level);

/// Whether the value at a path is written in the matter itself.
[[nodiscard]] bool writes(const Matter& m, const FieldPath& path);

}  // namespace matter
