#pragma once

#include <cstdint>

#include "ops/diff.h"
#include "report/findings_text.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// How much is told of each matter.
enum class DiffDetail : std::uint8_t {
  stat,   ///< one line: how many changes, what they mean, the reductions
  usual,  ///< each change with both values; of long texts the words that changed
  all,    ///< with ids, both names of fields, both judgements, and texts in full
};

/// A comparison for people: one line with the matters, one with the four reductions, then each matter with its
/// changes: what it is called, `-` the old and `+` the new value, each with its place.
/// Where the two could not be compared, the findings that say why.
void write_diff_text(const DiffResult& result, const Sources& sources, const TextStyle& style, const Sink& to,
                     DiffDetail detail = DiffDetail::usual);

}  // namespace matter
