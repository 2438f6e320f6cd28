#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/lang.h"
#include "model/content.h"
#include "model/field.h"
#include "text/source.h"

namespace matter {

/// One step of the way from the matter to what changed.
struct PathStep {
  const Field* field = nullptr;  ///< null for a key that no table knows, and inside `extra:`
  std::string key;               ///< where `field` is null: the key as written
  std::string item;              ///< of a list: the item's label; empty: the list itself
};
using ChangePath = std::vector<PathStep>;

/// English keys, as in findings: `materials[营业执照].form`.
[[nodiscard]] std::string english(const ChangePath& path);
/// Official labels: `申请材料[营业执照] › 材料形式`.
[[nodiscard]] std::string chinese(const ChangePath& path);

enum class ChangeKind : std::uint8_t {
  added,      ///< only the new side has it
  removed,    ///< only the old side has it
  changed,    ///< both have it, not the same
  reordered,  ///< an ordered list whose common items stand in another order; the contents are their labels
};
[[nodiscard]] std::string_view name(ChangeKind kind);  // "added" …

/// One side of a change. Of an absent value, `at` is where it would belong.
struct ChangeSide {
  Content value;
  Location at;
  bool inherited = false;  ///< comes from the standard entry, not from the matter's own file
};

/// What a change means for those who apply, and for systems that take the data: two judgements that do not depend
/// on each other.
enum class Burden : std::uint8_t { less, neutral, more };
enum class Systems : std::uint8_t {
  compatible,
  breaking,  ///< an identity, a named value that others refer to, or a field that they demand is gone
};
struct Judgement {
  Burden burden = Burden::neutral;
  Systems systems = Systems::compatible;
  friend bool operator==(const Judgement&, const Judgement&) = default;
};

struct ChangeType;  // change/change_type.h

/// One field, or one item of a list, that is not what it was.
struct Change {
  ChangePath path;
  ChangeKind kind = ChangeKind::changed;
  ChangeSide before, after;
  std::uint32_t position = 0;        ///< of an item added to an ordered list: its place there, from 1; else 0
  const ChangeType* type = nullptr;  ///< set by `matter::diff`; comparing alone leaves it empty
  Judgement judged = {};             ///< likewise: as the catalog grades it
};

}  // namespace matter
