#include "ops/diff_tree.h"

#include <algorithm>

#include "catalog/names.h"
#include "doc/yaml.h"
#include "model/read.h"
#include "ops/git_tree.h"

namespace matter {

namespace {

/// The folder whose files are told by the rest of their path; empty for the working one.
std::string base_of(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  if (path == config_name || path == ".") return {};
  if (path.ends_with(":catalog.yaml")) path.resize(path.size() - config_name.size());
  if (path.ends_with("/catalog.yaml")) path.resize(path.size() - config_name.size() - 1);
  return path;
}

std::string_view relative_to(std::string_view base, std::string_view name) {
  if (name == base) return {};
  if (base.empty() || base == "/") return name;
  if (base.ends_with(':') && name.starts_with(base)) return name.substr(base.size());  // the root of a commit
  if (name.starts_with(base) && name.size() > base.size() && name[base.size()] == '/') {
    return name.substr(base.size() + 1);
  }
  return name;
}

bool is_yaml_error(const Diagnostic& d) { return d.severity == Severity::error && d.rule.starts_with("yaml-"); }

/// catalog.yaml is no group of fields, or several: what it says beside the first cannot be compared.
bool is_no_config(const Diagnostic& d) { return d.rule == "field-type" && d.field.empty(); }

/// Whether a file is YAML and all its nodes are matters; else `findings` says why not.
bool understood(const Document& document, const std::vector<NodeId>& nodes, const Collector& heard,
                Collector& findings) {
  bool good = true;
  for (const Diagnostic& d : heard.found()) {
    if (!is_yaml_error(d)) continue;
    findings.add(d);
    good = false;
  }
  for (const NodeId node : nodes) {
    if (document.node(node).is(NodeKind::mapping)) continue;
    findings.add("field-type", Severity::error, {document.source, document.node(node).span},
                 {"这里不是事项：事项要写成“名称: 内容”", "no matter: one is written as 'name: value' lines"});
    good = false;
  }
  return good;
}

}  // namespace

DiffTree::DiffTree(const DiffInput& input, Sources& sources, Lang lang) : sources_(sources), lang_(lang) {
  Collector findings(lang);
  std::string path = input.path;
  if (input.git != nullptr) {
    discovery_ = input.git->discover(input.name, input.path, sources, findings);
    path = input.name + ":" + input.git->inside(input.path);
  } else {
    discovery_ = discover({path}, sources, findings);
  }
  keep_trouble(findings.found(), discovery_.refused > 0);
  const std::string base = base_of(path);
  find_files(base);
  find_configs(base);
}

void DiffTree::keep_trouble(const std::vector<Diagnostic>& findings, bool all) {
  for (const Diagnostic& d : findings) {
    if (d.rule == "reference-dangling" && d.field == "standards") missing_standards_.push_back(d);
    if (is_yaml_error(d) || is_no_config(d) || (all && d.severity == Severity::error)) trouble_.push_back(d);
  }
}

void DiffTree::find_files(const std::string& base) {
  const bool alone = discovery_.files.size() == 1 && sources_.kind(discovery_.files[0].source) != SourceKind::disk &&
                     sources_.kind(discovery_.files[0].source) != SourceKind::git;
  for (const CatalogFile& file : discovery_.files) {
    const std::string_view relative = alone ? std::string_view{} : relative_to(base, sources_.name(file.source));
    files_.push_back({relative, file.source, discovery_.catalogs[file.catalog]->standard, file.catalog});
  }
  const auto before = [](const File& a, const File& b) { return a.relative < b.relative; };
  if (!std::is_sorted(files_.begin(), files_.end(), before)) std::sort(files_.begin(), files_.end(), before);
}

void DiffTree::read_gradings(bool tell) {
  Collector findings(lang_);
  for (const auto& catalog : discovery_.catalogs) gradings_.emplace_back(catalog->config.changes, findings);
  if (tell) trouble_.insert(trouble_.end(), findings.found().begin(), findings.found().end());
}

void DiffTree::find_configs(const std::string& base) {
  for (const auto& catalog : discovery_.catalogs) {
    if (catalog->config_file == nullptr) continue;
    const std::string_view name = sources_.name(catalog->config_file->source);
    const std::string_view relative = relative_to(base, name);
    const bool inside = base.empty() ? !relative.starts_with('/') : relative.size() < name.size();
    configs_.push_back({inside ? std::string(relative) : "../" + std::string(config_name), catalog.get()});
  }
  std::stable_sort(configs_.begin(), configs_.end(),
                   [](const Config& a, const Config& b) { return a.relative < b.relative; });
  // A catalog that others name as standard may stand there twice, with one catalog.yaml.
  const auto same_file = [](const Config& a, const Config& b) {
    return a.catalog->config_file == b.catalog->config_file;
  };
  configs_.erase(std::unique(configs_.begin(), configs_.end(), same_file), configs_.end());
}

void DiffTree::read_standards() {
  LoadedFile file;
  const auto add = [&](SourceId source, bool ours) {
    Collector findings(lang_);
    load_file(sources_, source, file, findings);
    if (!ours) keep_trouble(findings.found(), false);  // files of the tree are told when they are compared
    standards_.add(file);
  };
  for (const File& f : files_) {
    if (f.standard) add(f.source, true);
  }
  for (const CatalogFile& f : discovery_.standards) add(f.source, false);
}

const Matter* DiffTree::entry_of(const Matter& m, const File& file) {
  if (file.standard || !m.standard.given()) return nullptr;
  std::call_once(standards_read_, [&] { read_standards(); });
  return standards_.find(m.standard.text);
}

bool DiffTree::load(const File& file, LoadedFile& into, Collector& findings) const {
  sources_.read(file.source, into.text);
  return load_read(file, into, findings);
}

bool DiffTree::load_read(const File& file, LoadedFile& into, Collector& findings) const {
  Collector heard(lang_);
  load_text(sources_, file.source, into, heard);
  return understood(into.document, into.nodes, heard, findings);
}

std::optional<std::size_t> DiffTree::count(const File& file, std::string_view text, Document& into,
                                           Collector& findings) const {
  Collector heard(lang_);
  static_cast<void>(read_yaml(text, file.source, into, heard));
  std::vector<NodeId> nodes;
  matter_nodes(into, nodes);
  if (!understood(into, nodes, heard, findings)) return std::nullopt;
  return nodes.size();
}

}  // namespace matter
