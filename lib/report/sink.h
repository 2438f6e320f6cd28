#pragma once

#include <functional>
#include <string_view>

namespace matter {

/// Where a renderer writes: a file, a string, standard output. Called with pieces of some size, in order.
using Sink = std::function<void(std::string_view)>;

}  // namespace matter
