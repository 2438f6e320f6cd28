#pragma once

#include <string>

#include "exchange/mapping.h"

namespace matter {

/// XML Schema 1.0 of the messages that an export to the platform writes, made from the mapping alone: elements in their
/// order, how often, what must be there, numbers, codes with their meaning, lengths. It is derived, and says so. What
/// an export has to write as it stands, since nobody understood it, it refuses. The mapping's medium is xml.
[[nodiscard]] std::string message_schema(const Mapping& mapping);

}  // namespace matter
