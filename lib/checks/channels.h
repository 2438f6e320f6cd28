#pragma once

#include <cstddef>

#include "diag/lang.h"
#include "model/matter.h"

namespace matter {

/// What claims that all is done online: a mode of 通办, or depth Ⅳ; null where nothing does.
[[nodiscard]] const Named* claims_all_online(const Matter& m);

/// Whether one can apply online: written and not denied, with an address, or a depth that goes that far.
[[nodiscard]] bool works_online(const Online& online);
/// Whether there is a way without coming: online, post, telephone, 上门, kiosk, agents.
[[nodiscard]] bool works_without_coming(const Channels& channels);

/// The ways to apply that are written and not denied.
struct OfferedChannels {
  std::size_t count = 0;
  const Mark* first = nullptr;
  Bilingual label;  ///< of the first
};
[[nodiscard]] OfferedChannels offered_channels(const Channels& channels);

}  // namespace matter
