#include "catalog/merge_settings.h"

#include "doc/document.h"
#include "model/matter.h"

namespace matter {

namespace {

class MergeReader {
 public:
  MergeReader(const Document& doc, Collector& findings) : doc_(doc), to_(findings) {}

  void all(NodeId node, MergeSettings& into) {
    if (!mapping(node, "merge")) return;
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view key = doc_.node(entry.key).text();
      if (key == "strictness" || key == "严格程度") {
        into.strictness = strictness(entry.value, "merge.strictness");
      } else if (key == "groups" || key == "字段组") {
        groups(entry.value, into);
      } else {
        unknown(entry.key, "merge",
                {"merge 里没有“{}”，只有 strictness 和 groups", "merge has no '{}', only strictness and groups"});
      }
    }
  }

 private:
  [[nodiscard]] Location at(NodeId node) const { return {doc_.source, doc_.node(node).span}; }

  bool mapping(NodeId node, const char* path) {
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::mapping) || n.is(NodeKind::null)) return n.is(NodeKind::mapping);
    Diagnostic& d = to_.add("field-type", Severity::error, at(node),
                            {"“{}”这里应当是一组设置", "'{}' should be a group of settings here"}, path);
    d.hint = say(to_.lang(), {"如 merge: {{strictness: item, groups: {{fees: matter}}}}",
                              "such as merge: {{strictness: item, groups: {{fees: matter}}}}"});
    d.field = path;
    return false;
  }

  void unknown(NodeId key, const char* path, const Words<const std::string_view&>& words) {
    const std::string_view written = doc_.node(key).text();
    Diagnostic& d = to_.add("field-unknown", Severity::error, at(key), words, written);
    d.field = path;
    d.subject = written;
  }

  void groups(NodeId node, MergeSettings& into) {
    if (!mapping(node, "merge.groups")) return;
    for (const Entry entry : entries(doc_, node)) {
      const Field* const field = find_field(*table_of<Matter>(), doc_.node(entry.key).text());
      if (field == nullptr) {
        unknown(entry.key, "merge.groups", {"事项没有“{}”这个字段", "a matter has no field '{}'"});
        continue;
      }
      std::string how = strictness(entry.value, "merge.groups." + std::string(field->key));
      if (!how.empty()) into.groups.emplace_back(field->key, std::move(how));
    }
  }

  std::string strictness(NodeId node, std::string path) {
    const Node& n = doc_.node(node);
    if (const std::string_view known = n.is(NodeKind::scalar) ? strictness_named(n.text()) : std::string_view{};
        !known.empty())
      return std::string(known);
    Diagnostic& d = to_.add("field-value", Severity::error, at(node),
                            {"合并的严格程度不能是“{}”", "the strictness of a merge cannot be '{}'"}, n.text());
    d.hint = say(to_.lang(), {"可以写：cell（字段）、item（条目）、matter（事项）", "one of: cell, item, matter"});
    d.field = std::move(path);
    d.subject = n.text();
    return {};
  }

  const Document& doc_;
  Collector& to_;
};

}  // namespace

std::string_view strictness_named(std::string_view written) {
  if (written == "cell" || written == "字段") return "cell";
  if (written == "item" || written == "条目") return "item";
  if (written == "matter" || written == "事项") return "matter";
  return {};
}

MergeSettings read_merge_settings(const CatalogConfig& config, Collector& findings) {
  MergeSettings settings;
  if (config.merge.given()) MergeReader(*config.merge.document, findings).all(NodeId{config.merge.node}, settings);
  return settings;
}

}  // namespace matter
