#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ops/diff.h"

namespace matter {

/// With what the matters of a catalog are compared.
struct Against {
  enum class Kind : std::uint8_t {
    level,     ///< the same matter of another level of government
    agency,    ///< the same matter of another agency
    standard,  ///< the standard entry that a matter is bound to
  };
  Kind kind = Kind::standard;
  std::string what;  ///< the level's canonical name; name or code of the agency; empty for the standard
  std::string code;  ///< identity of the one matter that is compared; empty: all
};

/// A level by its name or alias, `standard` (标准, 标准化目录), else the agency of this name or code.
[[nodiscard]] Against against_of(std::string_view text);

/// Compares each matter below `path` with its counterparts below `path`, from the counterpart to the matter: those with
/// the same 基本编码 and 办理项 (by name, where there is none by number) on the level or of the agency named; of
/// several those whose region contains the matter's or lies in it, where there are such. Values are effective. What
/// belongs to each office itself (codes, agency, contacts, windows; Traits::local) is not compared. Matters without a
/// counterpart are counted in `not_compared`.
/// The level is the matter's own, else its catalog's. Throws std::system_error for what does not exist or cannot be
/// read.
[[nodiscard]] DiffResult diff_against(const std::string& path, const Against& against, const RunOptions& options,
                                      Sources& sources);

}  // namespace matter
