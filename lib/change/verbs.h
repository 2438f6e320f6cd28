#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "change/change_type.h"
#include "model/field.h"

namespace matter {

/// A place of the field tables that changes can have: a field, or the items of a list.
struct ChangePlace {
  const Field* field = nullptr;
  const Table* owner = nullptr;  ///< the table that declares it
  bool item = false;
  std::string path;  ///< `materials[].name`
  const Scale* scale = nullptr;
  const Refinement* refinement = nullptr;
};

/// The verbs that changes of a place can have; each has a ChangeType.
[[nodiscard]] std::vector<Verb> verbs_of(const ChangePlace& place);
/// The verb of one change; always one of `verbs_of(place)`.
[[nodiscard]] Verb verb_of(const ChangePlace& place, const Change& change);

/// `shortened`; part of an id.
[[nodiscard]] std::string_view name(Verb verb);
/// A sentence of both languages with `{}` for what changed: `{}缩短`.
[[nodiscard]] Bilingual words(Verb verb);

}  // namespace matter
