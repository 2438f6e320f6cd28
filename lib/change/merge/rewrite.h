#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "change/merge/version.h"

namespace matter::merge {

/// How a collection is to be written: in brackets, or on lines of its own, `step` columns further in than what it is
/// in.
struct Want {
  bool flow = false;
  std::uint32_t step = 2;
};
using Wants = std::map<NodeId, Want>;

/// A part of a block collection (all of it but the comments above) with its value written as `wants` says, and what is
/// in it likewise. Comments inside of what is put into brackets are left out; all others are kept.
[[nodiscard]] std::string rewritten_part(const Version& in, const Part& part, std::uint32_t column, const Wants& wants,
                                         bool padded);

}  // namespace matter::merge
