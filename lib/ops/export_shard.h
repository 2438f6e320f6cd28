#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "ops/export_call.h"

namespace matter {

/// Which share of an export a matter belongs to, from 0: by its identity, so that shares stay when files move, and
/// those of one identity are together.
[[nodiscard]] unsigned shard_of(std::string_view identity, unsigned shards);

/// Makes what the matters of one share bring (`export_piece`), and the facts that rules across matters need: a folder
/// for `join_shares`.
void export_share(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings);

}  // namespace matter
