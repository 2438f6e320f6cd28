#pragma once

#include <string_view>

#include "diag/collector.h"
#include "model/matter.h"
#include "ops/import_matters.h"

namespace matter {

/// A matter that came, and what it would have come as without a change.
struct CameAs {
  const Matter& came;
  const Matter& unchanged;
  const IncomingMatter& record;
  std::string_view identity;
  Location at;  ///< of the record
};

/// Whether everything that came is what its field wants; what is not is a finding at its place. What an export would
/// say likewise is no fault of it.
bool tell_not_understood(const CameAs& one, Collector& findings);

}  // namespace matter
