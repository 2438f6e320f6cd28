#include "media/xlsx_package.h"

#include "media/xml_events.h"

namespace matter {

namespace {

/// A part of the archive that another one names.
std::string part_of(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(from.substr(0, from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1));
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool up = target.starts_with("..");
    target.remove_prefix(up ? 3 : 2);
    if (!up || folder.empty()) continue;
    folder.pop_back();
    folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  }
  return folder.append(target);
}

}  // namespace

std::string relations_part(const std::string& part) {
  if (part.empty()) return "_rels/.rels";
  const std::size_t name = part.rfind('/') == std::string::npos ? 0 : part.rfind('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

std::map<std::string, PartRelation> part_relations(ZipReader& zip, const std::string& of) {
  std::map<std::string, PartRelation> found;
  const auto text = zip.read(relations_part(of));
  if (!text) return found;
  const auto begin = [&](std::string_view element, const XmlAttributes& with) {
    if (element != "Relationship" || attribute(with, "TargetMode") == "External") return;
    const std::string_view type = attribute(with, "Type");
    found[std::string(attribute(with, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                 part_of(of, attribute(with, "Target"))};
  };
  static_cast<void>(read_xml_events(*text, {begin, {}, {}}));
  return found;
}

std::optional<Package> read_package(ZipReader& zip) {
  std::string main;
  for (const auto& [id, relation] : part_relations(zip, {})) {
    if (relation.type == "officeDocument") main = relation.target;
  }
  if (main.empty() || !zip.has(main)) return std::nullopt;
  Package package;
  const auto text = zip.read(main);
  std::vector<std::string> ids;
  std::vector<PackagedSheet> named;
  const auto begin = [&](std::string_view name, const XmlAttributes& with) {
    if (name == "workbookPr") package.since_1904 = is_yes(attribute(with, "date1904"));
    if (name != "sheet") return;
    const std::string_view state = attribute(with, "state");
    named.push_back({std::string(attribute(with, "name")), {}, state == "hidden" || state == "veryHidden"});
    ids.emplace_back(attribute(with, "id"));
  };
  if (!text || !read_xml_events(*text, {begin, {}, {}})) return std::nullopt;
  const auto links = part_relations(zip, main);
  for (const auto& [id, relation] : links) {
    if (relation.type == "sharedStrings") package.strings = relation.target;
    if (relation.type == "styles") package.styles = relation.target;
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    const auto link = links.find(ids[i]);
    if (link == links.end() || link->second.type != "worksheet") continue;  // a chart
    package.sheets.push_back(std::move(named[i]));
    package.sheets.back().part = link->second.target;
  }
  return package;
}

std::optional<std::uint32_t> column_of_cell(std::string_view cell) {
  constexpr std::uint32_t most_columns = 16384;
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z' && column <= most_columns; ++at)
    column = column * 26 + static_cast<std::uint32_t>(cell[at] - 'A') + 1;
  if (at == 0 || column > most_columns) return std::nullopt;
  return column - 1;
}

bool is_yes(std::string_view text) { return text == "1" || text == "true" || text == "on"; }

}  // namespace matter
