#include "ops/diff_tree.h"

#include <algorithm>

#include "doc/yaml.h"
#include "model/read.h"

namespace matter {

namespace {

constexpr std::string_view config_name = "catalog.yaml";

/// The folder whose files are told by the rest of their path; empty for the working one.
std::string base_of(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  if (path == config_name || path == ".") return {};
  if (path.ends_with("/catalog.yaml")) path.resize(path.size() - config_name.size() - 1);
  return path;
}

std::string_view relative_to(std::string_view base, std::string_view name) {
  if (name == base) return {};
  if (base.empty() || base == "/") return name;
  if (name.starts_with(base) && name.size() > base.size() && name[base.size()] == '/') {
    return name.substr(base.size() + 1);
  }
  return name;
}

bool is_yaml_error(const Diagnostic& d) { return d.severity == Severity::error && d.rule.starts_with("yaml-"); }

}  // namespace

DiffTree::DiffTree(const std::string& path, Sources& sources, Lang lang) : sources_(sources), lang_(lang) {
  Collector findings(lang);
  discovery_ = discover({path}, sources, findings);
  keep_trouble(findings.found(), discovery_.refused > 0);
  const std::string base = base_of(path);
  find_files(base);
  find_configs(base);
}

void DiffTree::keep_trouble(const std::vector<Diagnostic>& findings, bool all) {
  for (const Diagnostic& d : findings) {
    if (is_yaml_error(d) || (all && d.severity == Severity::error)) trouble_.push_back(d);
  }
}

void DiffTree::find_files(const std::string& base) {
  const bool alone = discovery_.files.size() == 1 && sources_.kind(discovery_.files[0].source) != SourceKind::disk;
  for (const CatalogFile& file : discovery_.files) {
    const std::string_view relative = alone ? std::string_view{} : relative_to(base, sources_.name(file.source));
    files_.push_back({relative, file.source, discovery_.catalogs[file.catalog]->standard});
  }
  const auto before = [](const File& a, const File& b) { return a.relative < b.relative; };
  if (!std::is_sorted(files_.begin(), files_.end(), before)) std::sort(files_.begin(), files_.end(), before);
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
}

void DiffTree::read_standards() {
  LoadedFile file;
  const auto add = [&](SourceId source) {
    Collector findings(lang_);
    load_file(sources_, source, file, findings);
    keep_trouble(findings.found(), false);
    standards_.add(file);
  };
  for (const File& f : files_) {
    if (f.standard) add(f.source);
  }
  for (const CatalogFile& f : discovery_.standards) add(f.source);
}

const Matter* DiffTree::entry_of(const Matter& m, const File& file) {
  if (file.standard || !m.standard.given()) return nullptr;
  std::call_once(standards_read_, [&] { read_standards(); });
  return standards_.find(m.standard.text);
}

bool DiffTree::load(const File& file, LoadedFile& into, Collector& findings) const {
  Collector heard(lang_);
  load_file(sources_, file.source, into, heard);
  bool readable = true;
  for (const Diagnostic& d : heard.found()) {
    if (!is_yaml_error(d)) continue;
    findings.add(d);
    readable = false;
  }
  for (const Matter& m : into.matters) {
    if (m.mark.state != State::wrong) continue;
    findings.add("field-type", Severity::error, m.mark.at(),
                 {"这里不是事项：事项要写成“名称: 内容”", "no matter: one is written as 'name: value' lines"});
    readable = false;
  }
  return readable;
}

std::size_t count_matters(std::string_view text) {
  // One block mapping and nothing else: no line begins with what could open a list or another document.
  const bool several = text.find("\n-") != std::string_view::npos || text.find('\r') != std::string_view::npos;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; };
  std::size_t at = 0;
  while (at < text.size() && text[at] == '#') at = std::min(text.find('\n', at), text.size() - 1) + 1;
  if (!several && at < text.size() && letter(text[at]) && !text.starts_with("\xEF\xBB\xBF")) return 1;
  Document document;
  Collector unheard(Lang::en);
  static_cast<void>(read_yaml(text, no_source, document, unheard));
  std::vector<NodeId> nodes;
  matter_nodes(document, nodes);
  return nodes.size();
}

}  // namespace matter
