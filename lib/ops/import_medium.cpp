#include "ops/import_medium.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

bool is_in_medium(const std::string& file, const Mapping& mapping) {
  if (!fs::is_directory(file)) return file.ends_with(kind_of(mapping.medium).suffix);
  return !mapping.tables.empty() &&
         (fs::exists(table_path(file, mapping, 0, "")) || fs::exists(table_path(file, mapping, 0, ".sample")));
}

}  // namespace

fs::path table_path(const std::string& folder, const Mapping& mapping, std::size_t table, std::string_view kind) {
  return fs::path(folder) / std::string(mapping.tables[table].name).append(kind).append(kind_of(mapping.medium).suffix);
}

bool find_medium(const std::string& file, std::string_view asked, Mapping& mapping, Collector& findings) {
  if (!asked.empty() || mapping.media.size() < 2) return choose_medium(mapping, asked, findings);
  const Medium usual = mapping.medium;
  std::vector<Medium> found;
  for (const Medium one : mapping.media) {
    mapping.medium = one;
    if (is_in_medium(file, mapping)) found.push_back(one);
  }
  mapping.medium = found.empty() ? usual : found.front();
  if (found.size() < 2) return true;
  std::string names;
  for (const Medium one : found) names.append(names.empty() ? "" : ", ").append(kind_of(one).name);
  Diagnostic& d = findings.add("field-value", Severity::error, {},
                               {"“{}”中有几种介质的文件", "'{}' holds files of several media"}, file);
  d.hint = say(findings.lang(), {"用 --medium 说明读哪一种：{}", "say with --medium which to read: {}"}, names);
  return false;
}

}  // namespace matter
