#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exchange/export_state.h"
#include "exchange/ids.h"
#include "exchange/losses.h"
#include "exchange/made_guide.h"

namespace matter {

/// Where a column that tells of the run stands in the bytes of a row.
struct RunPlace {
  std::uint32_t column = 0, begin = 0, end = 0;
};

/// One row in the form of its medium, as new, before it stands among others: whoever places it may say that it is
/// another than before.
struct MadeRow {
  std::uint32_t table = 0;
  std::string key;                 ///< empty: rows of the table are not told apart one by one
  ContentId content;               ///< where there is a key
  std::string bytes;               ///< of media that are text
  std::vector<RunPlace> places;    ///< in `bytes`, where there is a key
  std::vector<std::string> texts;  ///< by column, of media that are one file of all tables; without those of the run
};

/// A value of it that does not arrive as it is (`Loss`).
struct MadeLoss {
  LossReason why = LossReason::no_place;
  std::uint32_t count = 1, length = 0, limit = 0;
  std::string table, column, field;
};

/// Whether a matter went to the platform, and why not.
enum class Added : std::uint8_t {
  yes,
  withheld,  ///< unpublished, on its way to a public platform
  left_out,  ///< none of what the platform takes
  same,      ///< on the platform just so, and not written again
  twice,     ///< an earlier one has its identity, and the medium holds a row once
  no_table,  ///< of a type that no table takes
};

/// All that one matter brings to a platform. It depends on no other matter, and so can be made anywhere and placed
/// later, in the order of the matters.
struct MadeMatter {
  Added added = Added::yes;
  bool sample = false;
  std::string identity, file;         ///< as `ExportInput` has them
  ExportedMatter state;               ///< without rows; of those that went there
  std::string name;                   ///< that its file should have, of media with a file a matter
  std::vector<std::uint32_t> tables;  ///< that take it, with rows or without
  std::vector<MadeRow> rows;
  std::string catalog, config;  ///< of the whole model: the catalog's folder, and what it says of itself
  MadeGuide guide;
  std::vector<MadeLoss> losses;
};

}  // namespace matter
