#include "ops/find.h"

#include <algorithm>

#include "catalog/catalog.h"
#include "catalog/level.h"
#include "checks/same_matters.h"
#include "diag/collector.h"
#include "ops/find_basis.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string text_of(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

void sort(std::vector<FoundMatter>& found, FoundOrder order) {
  const auto by = [&](auto&& key) {
    std::stable_sort(found.begin(), found.end(),
                     [&](const FoundMatter& a, const FoundMatter& b) { return key(a) < key(b); });
  };
  switch (order) {
    case FoundOrder::place: break;
    case FoundOrder::name: by([](const FoundMatter& one) -> std::string_view { return one.name; }); break;
    case FoundOrder::code: by([](const FoundMatter& one) -> std::string_view { return one.identity; }); break;
    case FoundOrder::agency: by([](const FoundMatter& one) -> std::string_view { return one.agency; }); break;
    case FoundOrder::level: by([](const FoundMatter& one) { return level_rank(one.level); }); break;
  }
}

class Finding {
 public:
  explicit Finding(const FindQuery& query) : query_(query), of_(query.of), basis_(query), material_(query.material) {}

  void meet(const MatterView& view) {
    const Matter& m = view.matter;
    std::vector<FoundPlace> places;
    if (!of_.holds(view)) return;
    if (!material_.empty() && !of_material(m, places)) return;
    if (!query_.basis.empty()) {
      std::vector<FoundPlace> cited = basis_.places(m);
      if (found_.empty() && cited.empty()) basis_.meet(m);
      if (cited.empty()) return;
      places.insert(places.end(), std::make_move_iterator(cited.begin()), std::make_move_iterator(cited.end()));
    }
    found_.push_back(described(view));
    found_.back().places = std::move(places);
  }

  FindResult take(const LoadSummary& loaded) {
    FindResult result;
    result.asked = query_;
    result.matters = loaded.matters;
    result.files = loaded.files;
    result.damaged = loaded.damaged;
    if (found_.empty() && !query_.basis.empty()) result.nearest = basis_.nearest();
    sort(found_, query_.order);
    result.found = std::move(found_);
    return result;
  }

 private:
  static FoundMatter described(const MatterView& view) {
    const Matter& m = view.matter;
    const CatalogConfig& config = view.context.catalog->config;
    FoundMatter one;
    one.identity = view.identity;
    one.name = display_name(m);
    one.level = level_of(m, config);
    one.agency = text_of(m.agency.name);
    one.catalog = text_of(config.name);
    one.type = m.type.name();
    one.status = m.status.name();
    one.family = family_of(m);
    for (const std::string_view mode : modes_of(m)) one.modes.emplace_back(mode);
    one.at = m.mark.at();
    one.standard = view.standard;
    one.sample = m.sample.yes() || config.sample.yes();
    if (m.standard_entry != nullptr) one.entry = report_identity(*m.standard_entry, true, {}, 1);
    return one;
  }

  [[nodiscard]] bool of_material(const Matter& m, std::vector<FoundPlace>& places) const {
    const Field& list = *find_field(*table_of<Matter>(), "materials");
    for (std::uint32_t i = 0; i < m.materials.count; ++i) {
      const Material& material = m.materials[i];
      if (!material.name.given() || !material_.in(material.name.text)) continue;
      const std::string item = '[' + item_label(list, &material, i) + ']';
      places.push_back({std::string(list.key) + item, std::string(list.label) + item, text_of(material.name),
                        Certainty::named, material.name.at(), material.name.mark.source != m.mark.source});
    }
    return !places.empty();
  }

  const FindQuery& query_;
  MatterFilter of_;
  BasisSearch basis_;
  NamePattern material_;
  std::vector<FoundMatter> found_;
};

}  // namespace

FindResult find(const FindQuery& query, const std::vector<std::string>& paths, const RunOptions& options,
                Sources& sources) {
  Collector unheard(options.lang);
  Finding finding(query);
  const LoadSummary loaded = for_each_matter(paths, options, sources, unheard,
                                             [&](const MatterView& view, const LoadedFile&) { finding.meet(view); });
  return finding.take(loaded);
}

}  // namespace matter
