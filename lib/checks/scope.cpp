#include "checks/scope.h"

#include <algorithm>

#include "model/codes.h"
#include "text/glob.h"

namespace matter {

namespace {

bool has(const std::vector<std::string_view>& all, std::string_view one) {
  return !one.empty() && std::find(all.begin(), all.end(), one) != all.end();
}

/// The path of a file below the catalog's folder.
std::string_view below(const CatalogContext& context, std::string_view file) {
  if (file.starts_with("./")) file.remove_prefix(2);
  if (context.catalog == nullptr) return file;
  std::string_view root = context.catalog->root;
  if (root.starts_with("./")) root.remove_prefix(2);
  if (root.empty() || root == ".") return file;
  if (!file.starts_with(root)) return file;
  file.remove_prefix(root.size());
  while (file.starts_with('/')) file.remove_prefix(1);
  return file;
}

std::string_view level_of(const MatterView& view) {
  if (view.matter.level.given()) return view.matter.level.name();
  return view.context.catalog != nullptr ? view.context.catalog->config.level.name() : std::string_view{};
}

}  // namespace

bool RuleScope::everything() const { return paths.empty() && !of_matters(); }

bool RuleScope::of_matters() const {
  return !matters.empty() || !types.empty() || !levels.empty() || !agencies.empty();
}

bool RuleScope::covers_file(const CatalogContext& context, std::string_view file) const {
  if (paths.empty()) return true;
  const std::string_view path = below(context, file);
  return std::any_of(paths.begin(), paths.end(), [&](std::string_view pattern) { return matches_glob(pattern, path); });
}

bool RuleScope::covers(const MatterView& view) const {
  const Matter& m = view.matter;
  if (!types.empty() && !has(types, m.type.name())) return false;
  if (!levels.empty() && !has(levels, level_of(view))) return false;
  if (!agencies.empty() && !has(agencies, m.agency.name.text) && !has(agencies, m.agency.code.text)) return false;
  if (!matters.empty()) {
    const std::string_view codes[] = {view.identity,        identity(m),           m.code.text,
                                      m.handling_code.text, implementing_code(m),  basic_code(m),
                                      m.local_code.text,    m.directory_code.text, m.local_basic_code.text};
    if (std::none_of(std::begin(codes), std::end(codes), [&](std::string_view code) { return has(matters, code); }))
      return false;
  }
  return covers_file(view.context, view.file);
}

}  // namespace matter
