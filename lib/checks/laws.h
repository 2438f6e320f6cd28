#pragma once

#include <string_view>

#include "model/matter.h"

namespace matter {

/// Whether a text rests on a 法律 or 行政法规: it names one (《…法》, 《中华人民共和国…条例》, 国务院令), or it cites
/// one of the matter's own bases of that rank, by title or by an article alone (第七条).
[[nodiscard]] bool cites_act_or_regulation(std::string_view text, const Matter& m);

}  // namespace matter
