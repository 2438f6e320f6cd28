#include "ops/import_writer.h"

#include <algorithm>

#include "catalog/config.h"
#include "catalog/names.h"
#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "exchange/tree.h"

namespace matter {

namespace {

constexpr std::string_view suffix = ".yaml";
constexpr std::string_view standard_role = "标准化目录";

/// Whether columns of a table say something of a field.
bool carries(const MappedTable& table, const Field& field) {
  if (field.key == "sample" || field.kind == Kind::extra) return true;
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    return (column.path.count != 0 && column.path.fields[0] == &field) ||
           (column.read.count != 0 && column.read.fields[0] == &field);
  });
}

}  // namespace

std::string entry_file_name(const Document& doc, NodeId entry) {
  for (const std::string_view key : {"directory_code", "basic_code", "local_basic_code", "name"}) {
    const NodeId found = doc.find(entry, key);
    if (found != no_node && doc.node(found).is(NodeKind::scalar)) return std::string(doc.node(found).text());
  }
  return {};
}

CatalogWriter::CatalogWriter(const Mapping& mapping, std::string out, Collector& findings)
    : mapping_(mapping), findings_(findings), folder_(std::move(out)) {
  static_cast<void>(names_.make("catalog", suffix));
}

bool CatalogWriter::add(const Document& doc, NodeId matter, std::string_view wish) {
  ++files_;
  std::string name(wish);
  if (standard_ && name.starts_with(standard_folder)) name.insert(0, "_");  // is no entry
  return write(names_.make(name, suffix), doc, matter);
}

bool CatalogWriter::add_entry(const Document& doc, NodeId entry) {
  ++files_;
  const std::string wish = std::string(standard_folder).append("/").append(entry_file_name(doc, entry));
  return write(names_.make(wish, suffix), doc, entry);
}

bool CatalogWriter::write(const std::string& name, const Document& doc, NodeId root) {
  text_.clear();
  write_yaml(doc, root, text_);
  folder_.write(name, text_);
  folder_.read(name, again_);
  Collector mistakes(findings_.lang());
  const YamlOutcome outcome = read_yaml(again_, no_source, read_back_, mistakes);
  if (outcome == YamlOutcome::read && read_back_.roots.size() == 1 &&
      same_tree(doc, root, read_back_, read_back_.roots[0])) {
    return true;
  }
  findings_.add("yaml-syntax", Severity::error, {},
                {"写出的“{}”读回来与原意不同，没有写入任何文件（这是程序的错误）",
                 "'{}' does not read back as it was meant; nothing was written (a fault of this program)"},
                name);
  return false;
}

bool CatalogWriter::add_config(const Document* config_doc, NodeId config) {
  Document doc;
  TreeBuilder tree(doc);
  const NodeId root = tree.mapping();
  tree.entry(root, "format", tree.plain("1"));
  const bool given = config_doc != nullptr && config_doc->node(config).is(NodeKind::mapping);
  if (given) {
    for (const Entry entry : entries(*config_doc, config)) {
      const std::string_view key = config_doc->node(entry.key).text();
      // Folders of standard catalogs are relative to where the catalog stood; effective matters are complete.
      if (key != "format" && key != "standards") tree.entry(root, key, tree.copy(*config_doc, entry.value));
    }
  }
  // Our own form says itself where a catalog came from.
  if (!mapping_.whole_model) tree.entry(root, "imported_from", tree.text(mapping_.platform));
  if (!mapping_.not_carried.empty()) {
    const NodeId list = tree.sequence();
    for (const std::string_view path : mapping_.not_carried) tree.item(list, tree.text(path));
    tree.entry(root, "not_carried", list);
  }
  if (standard_) {
    const NodeId list = tree.sequence();
    tree.item(list, tree.text(standard_folder));
    tree.entry(root, "standards", list);
  }
  return write_config(std::string(config_name), doc, root);
}

bool CatalogWriter::add_standard_config(const MappedTable& entries) {
  standard_ = true;
  const std::string name = std::string(standard_folder).append("/catalog");
  static_cast<void>(names_.make(name, suffix));
  Document doc;
  TreeBuilder tree(doc);
  const NodeId root = tree.mapping();
  tree.entry(root, "format", tree.plain("1"));
  tree.entry(root, "name", tree.text(entries.label));
  tree.entry(root, "role", tree.text(standard_role));
  tree.entry(root, "imported_from", tree.text(mapping_.platform));
  const NodeId list = tree.sequence();
  for (const Field& field : table_of<Matter>()->fields) {
    if (!carries(entries, field)) tree.item(list, tree.text(field.key));
  }
  tree.entry(root, "not_carried", list);
  return write_config(name + std::string(suffix), doc, root);
}

bool CatalogWriter::write_config(const std::string& name, const Document& doc, NodeId root) {
  Document ordered;
  TreeBuilder builder(ordered);
  const NodeId made = canonical_tree(doc, root, *table_of<CatalogConfig>(), builder);
  return write(name, ordered, made);
}

}  // namespace matter
