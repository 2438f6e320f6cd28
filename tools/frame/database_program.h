#pragma once

#include "frame/invocation.h"

namespace matter::cli {

/// Where this program is one file and cannot hold libpq, `matter-postgresql` beside it, which is the same program with
/// it, takes over, and this does not return. Otherwise the exit code of a program that has none, having said so and
/// `instead`: what can be done without it.
[[nodiscard]] int hand_over_to_database_program(const Invocation& in, const Words<>& instead);

}  // namespace matter::cli
