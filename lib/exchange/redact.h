#pragma once

#include <functional>
#include <string_view>

#include "model/matter.h"
#include "text/arena.h"

namespace matter {

/// What of a matter may go to a public platform: a copy in which the fields that their tables call internal, and those
/// that the matter itself withholds, are absent; `left_out` is told the path of each that said something. Items are
/// copied into `arena`; all else still points to where `m` does. False where the matter withholds a field that there is
/// none of: nobody knows what was meant then, so nothing of it may go out.
[[nodiscard]] bool redact(const Matter& m, Arena& arena, Matter& into,
                          const std::function<void(std::string_view path)>& left_out);

}  // namespace matter
