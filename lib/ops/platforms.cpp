#include "ops/platforms.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "catalog/catalog.h"
#include "model/named.h"

namespace matter {

namespace {

bool is_file(std::string_view platform) { return platform.ends_with(".yaml"); }

/// Of what a catalog.yaml names: ids as they stand, files from its folder on.
std::string name_from(const Catalog& catalog, std::string_view written) {
  if (!is_file(written)) return std::string(written);
  return (std::filesystem::path(catalog.root) / written).lexically_normal().string();
}

void add_named(const Catalog& catalog, const Text& written, PlatformList& list, Sources& sources, Collector& findings) {
  const std::string name = name_from(catalog, written.text);
  const auto known =
      std::find_if(list.rows.begin(), list.rows.end(), [&](const PlatformRow& row) { return row.name == name; });
  if (known != list.rows.end()) {
    known->used = true;
    return;
  }
  PlatformRow row{name, nullptr, true};
  if (is_file(name) && !std::filesystem::exists(name)) {
    findings.add("field-value", Severity::error, written.at(), {"没有映射文件“{}”", "there is no mapping file '{}'"},
                 name);
  } else if (is_file(name)) {
    row.mapping = load_mapping(name, sources, findings);
  } else {
    no_such_platform(name, written.at(), findings);
    return;
  }
  list.rows.push_back(std::move(row));
}

/// The tables that take a matter of this type; null: matters of any type.
std::vector<bool> taking(const Mapping& mapping, bool standard, const NamedValue* type) {
  std::vector<bool> tables;
  for (const MappedTable& table : mapping.tables) {
    const auto& types = table.types;
    tables.push_back(table.standard == standard &&
                     (types.empty() || std::find(types.begin(), types.end(), type) != types.end()));
  }
  return tables;
}

bool any(const std::vector<bool>& tables) { return std::find(tables.begin(), tables.end(), true) != tables.end(); }

std::vector<CoveredField> covered(const Mapping& mapping, const std::vector<bool>& tables) {
  Cover cover;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i]) cover.add(mapping.tables[i]);
  }
  std::vector<CoveredField> fields = cover.fields();
  if (mapping.whole_model) {
    for (CoveredField& field : fields) field.carried = true;
  }
  return fields;
}

/// Types that the same tables take are told together.
void add_covers(const Mapping& mapping, bool standard, PlatformShown& shown) {
  const NamedList& types = *named_list("matter_type");
  std::vector<std::pair<std::vector<bool>, std::vector<const NamedValue*>>> groups;
  for (const NamedValue& type : types.values) {
    const std::vector<bool> tables = taking(mapping, standard, &type);
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == tables; });
    if (same == groups.end()) {
      groups.emplace_back(tables, std::vector{&type});
    } else {
      same->second.push_back(&type);
    }
  }
  std::vector<const NamedValue*> outside;
  for (const auto& [tables, of] : groups) {
    if (!any(tables) && !mapping.whole_model) {
      outside = of;
    } else {
      shown.covers.push_back({standard, of.size() == types.values.size() ? std::vector<const NamedValue*>{} : of,
                              covered(mapping, tables)});
    }
  }
  if (standard) shown.standard_without_table = outside.size() == types.values.size();
  if (!standard) shown.without_table = outside;
}

/// An import fills one kind of matters from all tables.
void add_import_cover(const Mapping& mapping, PlatformShown& shown) {
  shown.covers.push_back({false, {}, covered(mapping, std::vector<bool>(mapping.tables.size(), true))});
}

}  // namespace

std::size_t PlatformCover::carried() const {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [](const CoveredField& field) { return field.carried; }));
}

std::vector<std::string> catalog_platforms(const std::vector<std::string>& paths, Sources& sources,
                                           Collector& findings) {
  std::vector<std::string> names;
  std::string first;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    Collector unheard(findings.lang());  // told when the catalog is read
    const Catalog catalog = catalog_of_path(path == "-" ? "." : path, sources, unheard);
    if (!seen.insert(catalog.root).second) continue;
    std::vector<std::string> of_catalog;
    for (const Text& platform : catalog.config.platforms) of_catalog.push_back(name_from(catalog, platform.text));
    if (seen.size() == 1) {
      names = std::move(of_catalog);
      first = catalog.root;
    } else if (of_catalog != names) {
      findings.add("field-value", Severity::error, {},
                   {"“{}”和“{}”的 catalog.yaml 写的平台不同：请用 --to 指定",
                    "the catalog.yaml of '{}' and of '{}' name different platforms: say which with --to"},
                   first, catalog.root);
      return {};
    }
  }
  if (!names.empty()) return names;
  Diagnostic& d = findings.add("field-value", Severity::error, {}, {"没有指定导出到哪个平台", "no platform is named"});
  d.hint = first.empty()
               ? say(findings.lang(), {"请写 --to 平台，如 --to national-exchange，用 matter platforms 查看有哪些",
                                       "give --to PLATFORM, such as --to national-exchange; matter platforms "
                                       "lists them"})
               : say(findings.lang(),
                     {"请写 --to 平台，或在 {}/catalog.yaml 里写 platforms: [national-exchange]",
                      "give --to PLATFORM, or write platforms: [national-exchange] in {}/catalog.yaml"},
                     first);
  return names;
}

PlatformList list_platforms(const std::string& folder, Lang lang, Sources& sources) {
  PlatformList list;
  Collector findings(lang);
  for (const std::string_view id : known_platforms())
    list.rows.push_back({std::string(id), load_mapping(id, sources, findings), false});
  Collector unheard(lang);  // what is wrong with the catalog beyond its platforms is the business of `validate`
  const Catalog catalog = catalog_of_path(folder, sources, unheard);
  list.catalog = catalog.root;
  for (const Text& platform : catalog.config.platforms) add_named(catalog, platform, list, sources, findings);
  if (!catalog.config.imported_from.absent()) {
    for (PlatformRow& row : list.rows) row.used = row.used || row.name == catalog.config.imported_from.text;
  }
  list.findings = findings.take();
  return list;
}

PlatformShown show_platform(const std::string& platform, Lang lang, Sources& sources) {
  PlatformShown shown;
  Collector findings(lang);
  shown.mapping = load_mapping(platform, sources, findings);
  shown.findings = findings.take();
  if (shown.mapping == nullptr) return shown;
  if (!shown.mapping->exports()) {
    add_import_cover(*shown.mapping, shown);
    return shown;
  }
  add_covers(*shown.mapping, false, shown);
  add_covers(*shown.mapping, true, shown);
  return shown;
}

ValidateResult check_platforms(const std::vector<std::string>& platforms, Lang lang, Sources& sources) {
  ValidateResult result;
  Collector findings(lang);
  for (const std::string& platform : platforms) {
    ++result.files;
    static_cast<void>(load_mapping(platform, sources, findings));
  }
  result.findings = findings.take();
  std::stable_sort(result.findings.begin(), result.findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.at.source, a.at.span.begin) < std::tie(b.at.source, b.at.span.begin);
  });
  for (const Diagnostic& d : result.findings) {
    ++(d.severity == Severity::error     ? result.errors
       : d.severity == Severity::warning ? result.warnings
                                         : result.infos);
  }
  result.complete = true;
  return result;
}

}  // namespace matter
