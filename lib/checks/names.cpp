#include "checks/names.h"

#include <optional>
#include <string>

#include "checks/agency_code.h"
#include "checks/wording.h"
#include "model/region.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t region_size = 12;
constexpr std::size_t one = 3;  // bytes of an ideograph

/// 厦门市 → 厦门; 省, 市, 区 and 县 behind at least two ideographs.
std::string_view without_rank(std::string_view place) {
  for (const std::string_view rank : {"省", "市", "区", "县"})
    if (place.ends_with(rank) && place.size() >= 3 * one) return place.substr(0, place.size() - one);
  return place;
}

/// Whether the place is the front of a proper name: 广东美术馆, 广东省科学技术奖. Such a name is the same everywhere.
bool begins_a_proper_name(std::string_view after_place) {
  constexpr std::size_t front = 12 * one;
  constexpr std::string_view ends[] = {"馆",     "体育场", "中心", "研究所", "研究院", "学院", "学校",
                                       "大学",   "医院",   "公园", "剧院",   "舞团",   "协会", "联赛",
                                       "服务网", "条例",   "公报", "奖",     "卡",     "基金"};
  return contains_any(after_place.substr(0, front), ends);
}

}  // namespace

std::string_view bare_name(std::string_view name) {
  for (const std::string_view bracket : {"（", "("}) name = name.substr(0, name.find(bracket));
  return trimmed(name);
}

bool is_nobodys(std::string_view code) {
  constexpr std::size_t organisation_at = 8;
  constexpr std::string_view nobody = "000000000";
  return code.size() >= organisation_at + nobody.size() && code.substr(organisation_at, nobody.size()) == nobody;
}

std::string_view agency_of(const Matter& m) {
  const std::string_view code = agency_code(m).text;
  const bool by_code = !code.empty() && !is_nobodys(code);
  return by_code || !m.agency.name.given() ? code : m.agency.name.text;
}

std::string_view own_place_in(std::string_view name, const Matter& m, const CatalogContext& context) {
  if (!m.agency.region.given()) return {};
  std::optional<std::string> code = full_region_code(m.agency.region.text);
  if (!code) return {};
  // The region itself and those above it: county, city, province.
  for (const std::size_t digits : {std::size_t{6}, std::size_t{4}, std::size_t{2}}) {
    std::string above = code->substr(0, digits);
    above.resize(region_size, '0');
    const auto region = context.region(above);
    if (!region) continue;
    for (const std::string_view place : {region->name, without_rank(region->name)})
      if (place.size() >= 2 * one && name.starts_with(place))
        return begins_a_proper_name(name.substr(place.size())) ? std::string_view{} : name.substr(0, place.size());
  }
  return {};
}

std::string_view document_number_in(std::string_view name) {
  const std::size_t open = name.find("〔");
  if (open != std::string_view::npos) {
    const std::size_t end = name.find("号", open);
    if (end != std::string_view::npos) return name.substr(open, end + one - open);
  }
  std::size_t digits = 0;
  while (digits < name.size() && is_digit(name[digits])) ++digits;
  for (const std::string_view mark : {"、", ".", "．"})
    if (digits > 0 && name.substr(digits).starts_with(mark)) return name.substr(0, digits + mark.size());
  return {};
}

}  // namespace matter
