#include "ops/version.h"

namespace matter {

std::string_view program_version() { return MATTER_VERSION; }

}  // namespace matter
