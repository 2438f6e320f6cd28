#include <algorithm>
#include <map>

#include "exchange/guide/pages.h"

namespace matter {

GuideEntry entry_of(const Guide& guide) {
  GuideEntry entry;
  entry.name = guide.name;
  for (const std::string* const other : {&guide.common_name, &guide.short_name}) {
    const bool says = !other->empty() && *other != guide.name && *other != entry.other_names;
    if (says) entry.other_names.append(entry.other_names.empty() ? "" : "、").append(*other);
  }
  entry.code = guide.code;
  entry.agency = guide.agency;
  entry.region = guide.region;
  entry.clients = guide.clients;
  entry.channels = guide.channels;
  return entry;
}

std::vector<GuideAgency> by_agency(const std::vector<GuideEntry>& entries) {
  std::vector<GuideAgency> agencies;
  std::vector<std::string_view> regions;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
  for (const GuideEntry& entry : entries) {
    const auto [at, first] =
        places.emplace(std::pair<std::string_view, std::string_view>(entry.region, entry.agency), agencies.size());
    if (first) {
      agencies.push_back({entry.agency.empty() ? no_agency : std::string_view(entry.agency), {}});
      regions.push_back(entry.region);
    }
    agencies[at->second].matters.push_back(&entry);
  }
  std::vector<std::size_t> order(agencies.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return regions[a] < regions[b]; });
  std::vector<GuideAgency> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) sorted.push_back(std::move(agencies[i]));
  return sorted;
}

}  // namespace matter
