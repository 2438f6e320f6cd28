#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "diag/lang.h"

namespace matter {

/// What a mapping may ask for beyond a plain field. Generic, named and documented; none knows a platform.
enum class FunctionId : std::uint8_t {
  // of the whole matter
  implementing_code,
  handling_code,
  basic_code,
  directory_code,
  standard_name,
  level,
  agency_code,
  channel_names,
  all_channel_names,
  // of the value at `path`
  presence,
  binding,
  offered,
  total,
  region_6,
  region_9,
  town_code,
  town_name,
  village_code,
  village_name,
  region_name,
  // of the row
  row_id,
  matter_id,
  order,
  identity,
  sample,
  // of the run
  operation,
  batch,
  export_time,
};

/// What a function brings into a cell that is no part of the matter: the content of an export depends on it.
enum class Outside : std::uint8_t {
  nothing,
  entry_name,  ///< of the standard entry that the matter is bound to
  regions,     ///< those that the catalog adds or retires
};

struct Function {
  FunctionId id;
  std::string_view name;
  Bilingual help;
  bool takes_path = false;
  bool reads = false;     ///< an import can undo it
  std::string_view uses;  ///< paths that it carries beyond `path`, separated by blanks
  Outside outside = Outside::nothing;
};

[[nodiscard]] std::span<const Function> functions();
[[nodiscard]] const Function* find_function(std::string_view name);

}  // namespace matter
