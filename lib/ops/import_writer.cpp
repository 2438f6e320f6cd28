#include "ops/import_writer.h"

#include "catalog/config.h"
#include "catalog/names.h"
#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "exchange/tree.h"

namespace matter {

namespace {

constexpr std::string_view suffix = ".yaml";

}  // namespace

CatalogWriter::CatalogWriter(const Mapping& mapping, std::string out, Collector& findings)
    : mapping_(mapping), findings_(findings), folder_(std::move(out)) {
  static_cast<void>(names_.make("catalog", suffix));
}

bool CatalogWriter::add(const Document& doc, NodeId matter, std::string_view wish) {
  ++files_;
  return write(names_.make(wish, suffix), doc, matter);
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
  Document ordered;
  TreeBuilder builder(ordered);
  const NodeId made = canonical_tree(doc, root, *table_of<CatalogConfig>(), builder);
  return write(std::string(config_name), ordered, made);
}

}  // namespace matter
