#include "ops/import_pairs.h"

#include <algorithm>
#include <string_view>

#include "exchange/content_bytes.h"

namespace matter {

namespace {

/// Whether a path ends in a name of folders and file.
bool is_named(std::string_view path, std::string_view name) {
  return path.ends_with(name) && (path.size() == name.size() || path[path.size() - name.size() - 1] == '/');
}

}  // namespace

std::string document_key(const Matter& m, bool standard) {
  const std::string_view code = standard ? standard_code(m) : identity(m);
  if (!code.empty()) return std::string(code);
  std::string names;
  for (const std::string_view one : {m.name.text, m.handling.text, m.agency.name.text}) names.append("\n").append(one);
  return names;
}

ContentId print_of(const Matter& m) {
  std::string bytes;
  append_content(m, bytes);
  return content_id({bytes});
}

void ImportPairs::add_came(const std::string& key, ContentId print, std::string file) {
  groups_[key].came.push_back({came_++, print, std::move(file)});
}

void ImportPairs::add_matter(const std::string& key, ContentId print, std::string file, std::int64_t version) {
  groups_[key].matters.push_back({came_for_.size(), print, std::move(file), version});
  came_for_.push_back(none);
  key_came_.push_back(false);
}

void ImportPairs::pair(Group& group, std::size_t came, std::size_t matter) {
  came_for_[group.matters[matter].number] = group.came[came].number;
  group.came.erase(group.came.begin() + static_cast<std::ptrdiff_t>(came));
  group.matters.erase(group.matters.begin() + static_cast<std::ptrdiff_t>(matter));
}

void ImportPairs::pair_the_same(Group& group) {
  for (std::size_t i = group.came.size(); i-- > 0;) {
    const auto same = std::find_if(group.matters.begin(), group.matters.end(),
                                   [&](const One& one) { return one.print == group.came[i].print; });
    if (same != group.matters.end()) pair(group, i, static_cast<std::size_t>(same - group.matters.begin()));
  }
}

void ImportPairs::pair_files(Group& group) {
  for (std::size_t i = group.came.size(); i-- > 0;) {
    const auto named = std::find_if(group.matters.begin(), group.matters.end(),
                                    [&](const One& one) { return is_named(group.came[i].file, one.file); });
    if (named != group.matters.end()) pair(group, i, static_cast<std::size_t>(named - group.matters.begin()));
  }
}

std::vector<std::size_t> ImportPairs::settle(bool standards) {
  std::vector<std::size_t> unclear;
  for (auto& entry : groups_) {
    Group& group = entry.second;
    if (group.came.empty()) continue;
    for (const One& one : group.matters) key_came_[one.number] = true;
    const bool fresh = group.matters.empty() && group.came.size() == 1;
    if (fresh) continue;
    pair_the_same(group);
    if (group.came.size() > 1) pair_files(group);
    const auto newest = std::max_element(group.matters.begin(), group.matters.end(),
                                         [](const One& a, const One& b) { return a.version < b.version; });
    const bool clear = group.came.size() == 1 && (group.matters.size() == 1 || (standards && !group.matters.empty()));
    if (clear) pair(group, 0, static_cast<std::size_t>(newest - group.matters.begin()));
    for (const One& one : group.came) unclear.push_back(one.number);
  }
  std::sort(unclear.begin(), unclear.end());
  groups_.clear();
  return unclear;
}

}  // namespace matter
