#pragma once

#include <string>

#include "model/matter.h"

namespace matter {

/// Appends what tells the content of a matter from that of every other, for hashes: the fields by the field tables,
/// each with its key, its state (absent ones leave nothing) and its value, lengths before texts, so that no two
/// contents give the same bytes. The same on every machine; how a value was written does not matter, what was not
/// understood does.
void append_content(const Matter& m, std::string& to);

}  // namespace matter
