#include "catalog/registers.h"

#include <algorithm>
#include <utility>

#include "text/nearest.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t main_item_length = 9;

}  // namespace

bool AgencyRecord::holds(const DateValue& day) const { return !(from && day < *from) && !(until && *until < day); }

void Registers::add(AgencyRecord record) {
  rows_of_code[record.code].push_back(agencies.size());
  rows_of_name[normalised(record.name)].push_back(agencies.size());
  agencies.push_back(std::move(record));
}

const AgencyRecord* Registers::agency(std::string_view code, const DateValue& day) const {
  const auto rows = rows_of_code.find(std::string(code));
  if (rows == rows_of_code.end()) return nullptr;
  const AgencyRecord* best = nullptr;
  for (const std::size_t row : rows->second) {
    const AgencyRecord& one = agencies[row];
    if (one.holds(day)) return &one;
    if (best == nullptr || (one.from && (!best->from || *best->from < *one.from))) best = &one;
  }
  return best;
}

const AgencyRecord* Registers::agency_named(std::string_view name, const DateValue& day) const {
  const auto rows = rows_of_name.find(normalised(name));
  if (rows == rows_of_name.end()) return nullptr;
  for (const std::size_t row : rows->second) {
    if (agencies[row].holds(day)) return &agencies[row];
  }
  return nullptr;
}

bool Registers::lists_code(std::string_view basic_code) const {
  return basic_code.size() >= main_item_length &&
         std::binary_search(licence_codes.begin(), licence_codes.end(), basic_code.substr(0, main_item_length));
}

bool Registers::lists_name(std::string_view name) const {
  return !name.empty() && licence_names.contains(normalised(name));
}

std::string_view Registers::nearest_licence(std::string_view name) const {
  std::vector<std::string_view> names;
  names.reserve(licence_names.size());
  for (const auto& [key, written] : licence_names) names.push_back(written);
  std::sort(names.begin(), names.end());
  return nearest(name, names);
}

}  // namespace matter
