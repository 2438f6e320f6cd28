#include "exchange/read_catalogs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "doc/json_write.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

/// Where `path` stands below `root`, with `/`; empty where it is elsewhere.
std::string below(const fs::path& root, const std::string& path) {
  std::error_code nowhere;
  const fs::path real = fs::canonical(path, nowhere);
  if (nowhere) return {};
  const fs::path part = real.lexically_relative(root);
  return part.empty() || *part.begin() == ".." ? std::string() : part.generic_string();
}

bool holds(std::string_view folder, std::string_view part) {
  return folder == "." || folder == part ||
         (part.starts_with(folder) && part.size() > folder.size() && part[folder.size()] == '/');
}

std::string name_of(const Catalog& catalog) {
  for (const Text* const says : {&catalog.config.name, &catalog.config.region}) {
    if (says->given()) return std::string(says->text);
  }
  return fs::canonical(catalog.root).filename().string();
}

std::set<std::string> parts_of(const Catalog& catalog, const std::vector<std::string>& paths) {
  if (catalog.whole) return {"."};
  std::set<std::string> parts;
  const fs::path root = fs::canonical(catalog.root);
  for (const std::string& path : paths) parts.insert(below(root, path));
  parts.erase("");
  return parts;
}

std::size_t times_whole(const ReadCatalog& catalog) {
  return static_cast<std::size_t>(std::count(catalog.parts.begin(), catalog.parts.end(), "."));
}

}  // namespace

std::vector<ReadCatalog> read_catalogs(const Discovery& found, const std::vector<std::string>& paths) {
  std::set<std::uint32_t> named;
  for (const CatalogFile& file : found.files) named.insert(file.catalog);
  std::map<std::string, ReadCatalog> by_name;
  for (std::uint32_t i = 0; i < found.catalogs.size(); ++i) {
    const Catalog& catalog = *found.catalogs[i];
    // One that was walked for its standard entries alone is none of the export.
    const bool empty_now = catalog.whole && !catalog.standard;
    if (catalog.root.empty() || !(named.contains(i) || empty_now)) continue;
    const std::string name = name_of(catalog);
    ReadCatalog& one = by_name.try_emplace(name, ReadCatalog{name, catalog.root, {}}).first->second;
    for (const std::string& part : parts_of(catalog, paths)) one.parts.push_back(part);
  }
  std::vector<ReadCatalog> all;
  for (auto& [name, one] : by_name) {
    std::sort(one.parts.begin(), one.parts.end());
    all.push_back(std::move(one));
  }
  return all;
}

std::string to_json(const std::vector<ReadCatalog>& catalogs) {
  JsonWriter out(JsonWriter::Layout::one_line);
  out.begin_array();
  for (const ReadCatalog& one : catalogs) {
    out.begin_object();
    out.member("name", one.name);
    out.key("parts");
    out.begin_array();
    for (const std::string& part : one.parts) out.string(part);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  std::string text = out.take();
  text.pop_back();
  return text;
}

std::vector<ReadCatalog> read_catalogs(const Document& doc, NodeId list) {
  std::vector<ReadCatalog> all;
  if (list == no_node || doc.node(list).kind != NodeKind::sequence) return all;
  for (const NodeId item : Children(doc, list)) {
    if (doc.node(item).kind != NodeKind::mapping) continue;
    ReadCatalog& one = all.emplace_back();
    one.name = doc.text_of(item, "name");
    const NodeId parts = doc.find(item, "parts");
    if (parts == no_node || doc.node(parts).kind != NodeKind::sequence) continue;
    for (const NodeId part : Children(doc, parts)) one.parts.emplace_back(doc.node(part).text());
  }
  return all;
}

std::vector<std::string> not_read_again(const std::vector<ReadCatalog>& earlier, const std::vector<ReadCatalog>& now) {
  std::vector<std::string> missing;
  for (const ReadCatalog& then : earlier) {
    const auto at = std::find_if(now.begin(), now.end(), [&](const ReadCatalog& one) { return one.name == then.name; });
    if (at == now.end() || times_whole(then) > times_whole(*at)) {
      missing.push_back(then.name);
      continue;
    }
    for (const std::string& part : then.parts) {
      const bool read = std::any_of(at->parts.begin(), at->parts.end(),
                                    [&](const std::string& folder) { return holds(folder, part); });
      std::error_code unknown;
      if (!read && fs::exists(fs::path(at->root) / part, unknown)) missing.push_back(then.name + "/" + part);
    }
  }
  std::sort(missing.begin(), missing.end());
  return missing;
}

}  // namespace matter
