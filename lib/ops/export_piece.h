#pragma once

#include <cstdint>
#include <istream>
#include <string>

#include "exchange/made_matter.h"

namespace matter {

/// What one matter brings to a platform, as a share of an export keeps it until all shares are joined.
struct ExportPiece {
  std::uint64_t number = 0;  ///< of the matter among all of the catalogs
  bool incomplete = false;
  MadeMatter made;
};

void append_piece(std::string& to, const ExportPiece& piece);
/// False at the end. Throws std::runtime_error where the bytes are damaged.
bool read_piece(std::istream& from, ExportPiece& into);

}  // namespace matter
