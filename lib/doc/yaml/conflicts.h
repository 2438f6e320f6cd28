#pragma once

#include <string>

#include "doc/yaml/faults.h"
#include "doc/yaml/scan.h"

namespace matter::yaml {

/// Whether a line of a merge conflict (<<<<<<< ||||||| ======= >>>>>>>) begins at `p`, the start of a line.
bool is_conflict_marker(const Scan& scan, Offset p);

/// Says where the conflicts are and gives the text with all but the first side of each made spaces.
std::string without_conflicts(const Scan& scan, Faults& faults);

}  // namespace matter::yaml
