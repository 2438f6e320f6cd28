#include "ops/stats.h"

#include <set>

#include "catalog/level.h"
#include "diag/collector.h"
#include "ops/load.h"

namespace matter {

namespace {

void count(Share& share, bool part) {
  ++share.of;
  if (part) ++share.part;
}

struct Groups {
  Standing all;
  std::map<std::string, Standing> by_agency, by_level;
  Spread spread;
  std::set<std::string, std::less<>> catalogs;

  void add(const MatterView& view) {
    const Matter& m = view.matter;
    const Carried carried{!view.context.not_carried("channels.online.depth"),
                          !view.context.not_carried("materials.waiver")};
    all.add(m, carried);
    const CatalogConfig& config = view.context.catalog->config;
    spread.add(m, carried.waivers, m.sample.yes() || config.sample.yes());
    if (!catalogs.contains(config.name.text)) catalogs.emplace(config.name.text);
    if (m.agency.name.given()) by_agency[std::string(m.agency.name.text)].add(m, carried);
    const std::string_view level = level_of(m, config);
    if (!level.empty()) by_level[std::string(level)].add(m, carried);
  }
};

}  // namespace

void Standing::add(const Matter& m, Carried carried) {
  ++matters;
  const auto legal = days_of(m.limits.legal);
  const auto promised = days_of(m.limits.promised);
  if (legal && promised && legal->unit && (!promised->unit || *promised->unit == *legal->unit)) {
    const auto unit = static_cast<std::size_t>(*legal->unit);
    compression[unit].part += legal->amount - promised->amount;
    compression[unit].of += legal->amount;
    ++compressed_matters[unit];
  } else if (legal && promised && (legal->unit || promised->unit)) {
    ++limits_apart;
  }
  if (m.kind.given()) count(instant, m.kind.is("即办件"));
  if (const auto whole = carried.depth ? wholly_online(m) : std::nullopt) count(online, *whole);
  if (const auto visits = visits_of(m)) {
    count(no_visit, *visits == 0);
    count(one_visit, *visits <= 1);
  }
  if (const auto materials = carried.waivers ? materials_of(m) : std::nullopt) {
    const auto of = [&](MaterialClass which) { return (*materials)[static_cast<std::size_t>(which)]; };
    const std::int64_t free = of(MaterialClass::waived) + of(MaterialClass::shared) + of(MaterialClass::promised);
    waived.part += free;
    waived.of += free + of(MaterialClass::demanded);
  }
}

StatsResult stats(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources) {
  StatsResult result;
  Collector findings(options.lang);
  Groups matters;
  Groups entries;
  const LoadSummary loaded = for_each_matter(
      paths, options, sources, findings,
      [&](const MatterView& view, const LoadedFile&) { (view.standard ? entries : matters).add(view); });
  const bool only_entries = matters.all.matters == 0;
  Groups& counted = only_entries ? entries : matters;
  result.all = counted.all;
  result.spread = std::move(counted.spread);
  if (counted.catalogs.size() == 1) result.catalog = *counted.catalogs.begin();
  if (counted.by_agency.size() > 1) result.by_agency = std::move(counted.by_agency);
  if (counted.by_level.size() > 1) result.by_level = std::move(counted.by_level);
  result.standard_entries = only_entries ? 0 : entries.all.matters;
  result.files = loaded.files;
  result.damaged = loaded.damaged;
  for (Diagnostic& d : findings.take()) {
    if (d.severity == Severity::error) result.findings.push_back(std::move(d));
  }
  return result;
}

}  // namespace matter
