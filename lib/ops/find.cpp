#include "ops/find.h"

#include <algorithm>

#include "catalog/catalog.h"
#include "catalog/level.h"
#include "diag/collector.h"
#include "ops/find_basis.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string text_of(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

class Finding {
 public:
  Finding(const FindQuery& query)
      : query_(query),
        basis_(query),
        name_(normalised(query.name)),
        material_(normalised(query.material)),
        agency_(normalised(query.agency)) {}

  void meet(const MatterView& view) {
    const Matter& m = view.matter;
    std::vector<FoundPlace> places;
    if (!of_name(m) || !of_agency(m)) return;
    if (!material_.empty() && !of_material(m, places)) return;
    if (!query_.basis.empty()) {
      std::vector<FoundPlace> cited = basis_.places(m);
      if (found_.empty() && cited.empty()) basis_.meet(m);
      if (cited.empty()) return;
      places.insert(places.end(), std::make_move_iterator(cited.begin()), std::make_move_iterator(cited.end()));
    }
    const CatalogConfig& config = view.context.catalog->config;
    const Matter* const entry = m.standard_entry;
    found_.push_back({std::string(view.identity), display_name(m), std::string(level_of(m, config)),
                      text_of(m.agency.name), text_of(config.name), m.mark.at(), view.standard,
                      m.sample.yes() || config.sample.yes(),
                      entry != nullptr ? report_identity(*entry, true, {}, 1) : std::string{}, std::move(places)});
  }

  FindResult take(const LoadSummary& loaded) {
    FindResult result;
    result.asked = query_;
    result.matters = loaded.matters;
    result.files = loaded.files;
    result.damaged = loaded.damaged;
    if (found_.empty() && !query_.basis.empty()) result.nearest = basis_.nearest();
    result.found = std::move(found_);
    return result;
  }

 private:
  static bool contains(const Text& text, const std::string& part) {
    return text.given() && normalised(text.text).find(part) != std::string::npos;
  }

  [[nodiscard]] bool of_name(const Matter& m) const {
    if (name_.empty() || normalised(display_name(m)).find(name_) != std::string::npos) return true;
    const auto names = {&m.name, &m.main, &m.sub, &m.short_name, &m.common_name};
    return std::any_of(names.begin(), names.end(), [&](const Text* name) { return contains(*name, name_); });
  }

  [[nodiscard]] bool of_agency(const Matter& m) const {
    if (agency_.empty() || contains(m.agency.name, agency_)) return true;
    if (m.agency.code.given() && normalised(m.agency.code.text) == agency_) return true;
    constexpr std::size_t code_length = 18;
    const std::string_view code = implementing_code(m);
    return code.size() > code_length && normalised(code.substr(0, code_length)) == agency_;
  }

  [[nodiscard]] bool of_material(const Matter& m, std::vector<FoundPlace>& places) const {
    const Field& list = *find_field(*table_of<Matter>(), "materials");
    for (std::uint32_t i = 0; i < m.materials.count; ++i) {
      const Material& material = m.materials[i];
      if (!contains(material.name, material_)) continue;
      const std::string item = '[' + item_label(list, &material, i) + ']';
      places.push_back({std::string(list.key) + item, std::string(list.label) + item, text_of(material.name),
                        Certainty::named, material.name.at(), material.name.mark.source != m.mark.source});
    }
    return !places.empty();
  }

  const FindQuery& query_;
  BasisSearch basis_;
  std::string name_, material_, agency_;
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
