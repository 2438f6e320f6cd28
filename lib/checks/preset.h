#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/data_file.h"
#include "catalog/facts.h"
#include "checks/rule.h"

namespace matter {

/// A preset as it is written.
struct PresetSpec {
  Mark mark;
  Count format;
  Text id, label, description;
  Text others;  ///< of rules that it does not list: off, or as usual where it is absent
  Extra rules;  ///< a grade for each
};

template <>
const Table* table_of<PresetSpec>();

/// A group of rules with their grades (schemas/presets, or a catalog's own file): what a catalog begins with.
struct Preset {
  std::string_view id, label, description;
  bool others_off = false;
  std::vector<std::pair<std::string_view, Grade>> rules;

  PresetSpec spec;
  DataFile file;

  /// What it makes of a rule.
  [[nodiscard]] Grade grade(const Rule& rule) const;
};

/// Where a catalog says nothing.
inline constexpr std::string_view usual_preset = "recommended";

/// Ids of the presets that are compiled in, in order.
[[nodiscard]] std::vector<std::string_view> known_presets();
/// Reads a preset. Null, and findings at their places, when it is no good; `rules` are those that there are. Throws
/// std::system_error when the source cannot be read.
[[nodiscard]] std::shared_ptr<const Preset> read_preset(SourceId source, const Sources& sources,
                                                        std::span<const Rule* const> rules, Collector& findings);
/// The preset that a catalog names: an id, or a file relative to catalog.yaml; the usual one where it names none. Null
/// when it names one that is no good, which is a finding.
[[nodiscard]] std::shared_ptr<const Preset> preset_of(const Catalog* catalog, Sources& sources,
                                                      std::span<const Rule* const> rules, Collector& findings);

}  // namespace matter
