#pragma once

#include <optional>
#include <span>

#include "diag/diagnostic.h"
#include "frame/command.h"

namespace matter::cli {

// Options of every command; understood before and after the command's name.
extern const Option help_option;
extern const Option version_option;
extern const Option lang_option;
extern const Option color_option;
extern const Option quiet_option;
extern const Option jobs_option;
extern const Option date_option;

[[nodiscard]] std::span<const Option* const> common_options();

// Options that several commands share.
extern const Option format_option;  ///< text or json
extern const Option output_option;  ///< a file instead of standard output

}  // namespace matter::cli
