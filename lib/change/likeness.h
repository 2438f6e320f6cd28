#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/matter.h"

namespace matter {

/// How much of two texts is the same, 0 to 1: pairs of neighbouring characters that both have (Dice), width and white
/// space left out.
[[nodiscard]] double text_likeness(std::string_view a, std::string_view b);

/// What a matter is recognised by when its identity is another one: small, so that those of many matters fit.
struct MatterSketch {
  bool standard = false;    ///< of a standard catalog
  std::string name;         ///< normalised, with the 办理项
  std::string agency;       ///< normalised
  std::string agency_code;  ///< of the code, else as written
  std::string region;       ///< as written, without the zeros behind
  std::string seat;         ///< the region that the agency's code names
  std::string code;         ///< identity; may be empty
  std::string item;  ///< 基本编码 and 办理项 of a well-formed one: what the code says that it is, whoever does it
  std::vector<std::uint64_t> content;  ///< a print of each value but names, codes and agency; sorted, each once
};
[[nodiscard]] MatterSketch sketch_of(const Matter& m, bool standard);

/// Two matters that are most likely one.
struct LikePair {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  double likeness = 0;  ///< above 0, at most 1
};

/// Pairs what is left without a partner: matters that were renamed, got another code (their agency changed, the code
/// has a new version) or, without a code, stand in another file. In order of `after`; not all pairs are compared.
///
/// It is careful rather than complete, for a wrong pair says of one matter what is true of another:
/// - regions that are known and differ are two matters;
/// - another agency is one that followed only where contents are alike by 0.8; by 0.65 where the codes say the same
///   thing; by 0.5 where the agencies' names are alike by 0.4: two agencies of one seat do have the same matter;
/// - two codes are believed where they say different things (another 基本编码 or 办理项): then only equal names are one
///   matter. Siblings are named nearly alike and have nearly one content;
/// - codes that say the same thing need names alike by 0.6;
/// - where a side has no code: equal names as above, or one agency, names alike by 0.6 and contents by 0.8;
/// - where two candidates are equally like (within `too_close`) none is taken.
/// The numbers are measured: see the README.
[[nodiscard]] std::vector<LikePair> pair_alike(const std::vector<MatterSketch>& before,
                                               const std::vector<MatterSketch>& after);

inline constexpr double half_alike = 0.5;
inline constexpr double agencies_alike = 0.4;
inline constexpr double names_alike = 0.6;
inline constexpr double item_alike = 0.65;
inline constexpr double contents_alike = 0.8;
inline constexpr double too_close = 0.02;

}  // namespace matter
