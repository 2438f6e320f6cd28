#pragma once

#include <string>
#include <string_view>

#include "checks/places.h"
#include "model/codes.h"

namespace matter {

/// 实施主体编码 as the matter gives it: `agency.code`, else the first 18 characters of its 实施编码
/// (or 业务办理项编码) where that has the standard's length. `text` is empty where there is none.
struct AgencyCode {
  std::string_view text;
  const Scalar* value = nullptr;
  std::string_view path;

  [[nodiscard]] Location at(std::size_t begin, std::size_t length) const { return part_of(*value, begin, length); }
  [[nodiscard]] Location at() const { return at(0, text.size()); }
};

[[nodiscard]] AgencyCode agency_code(const Matter& m);

}  // namespace matter
