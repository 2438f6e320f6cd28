#include "ops/merge_pairs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unordered_map>

#include "catalog/catalog.h"
#include "catalog/folder.h"
#include "catalog/names.h"

namespace matter {

namespace {

constexpr std::size_t base = 0;
constexpr std::size_t ours = 1;
constexpr std::size_t theirs = 2;

bool is_version_control(std::string_view name) { return name == ".git" || name == ".hg" || name == ".svn"; }

void walk(const std::string& folder, const std::string& below, FileTree& into) {
  const FolderList list(folder);
  for (const FolderList::Entry& entry : list.entries()) {
    const std::string_view name = list.name(entry);
    if (is_version_control(name)) continue;
    const std::string relative = below.empty() ? std::string(name) : below + "/" + std::string(name);
    switch (entry.kind) {
      case EntryKind::folder: walk(folder + "/" + std::string(name), relative, into); break;
      case EntryKind::file: into.files.push_back(relative); break;
      case EntryKind::link: ++into.links; break;
      case EntryKind::other: ++into.others; break;
    }
  }
}

/// Identities of the matters in a file; none where it is no YAML.
std::set<std::string> identities(const std::string& path) {
  std::set<std::string> found;
  Sources sources;
  LoadedFile file;
  Collector unheard(Lang::en);
  load_file(sources, sources.add_file(path), file, unheard);
  for (const Matter& m : file.matters) {
    const std::string_view id = identity(m);
    const std::string_view code = id.empty() ? standard_code(m) : id;
    if (!code.empty()) found.emplace(code);
  }
  return found;
}

using Moves = std::map<std::string, std::string>;  // base's path, the side's path

std::vector<std::string> missing_in(const FileTree& a, const FileTree& b) {
  std::vector<std::string> missing;
  std::set_difference(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(), std::back_inserter(missing));
  return missing;
}

/// What of `lost` (paths of the base) stands somewhere else now, among `fresh`.
class MoveSearch {
 public:
  MoveSearch(const FileTree& from, const FileTree& to) : from_(from), to_(to), fresh_(missing_in(to, from)) {}

  Moves run() {
    const std::vector<std::string> lost = missing_in(from_, to_);
    if (lost.empty() || fresh_.empty()) return {};
    taken_.assign(fresh_.size(), false);
    look_at_fresh();
    for (const std::string& path : lost) by_matters(path);
    for (const std::string& path : lost) {
      if (!moves_.contains(path)) by_bytes(path);
    }
    return std::move(moves_);
  }

 private:
  void look_at_fresh() {
    for (std::size_t i = 0; i < fresh_.size(); ++i) {
      if (is_yaml_name(fresh_[i])) {
        for (const std::string& id : identities(to_.full(fresh_[i]))) holders_[id].push_back(i);
      }
      std::error_code error;
      by_size_[std::filesystem::file_size(to_.full(fresh_[i]), error)].push_back(i);
    }
  }

  void by_matters(const std::string& path) {
    if (!is_yaml_name(path)) return;
    std::map<std::size_t, std::size_t> shared;
    for (const std::string& id : identities(from_.full(path))) {
      const auto found = holders_.find(id);
      if (found == holders_.end()) continue;
      for (const std::size_t i : found->second) {
        if (!taken_[i]) ++shared[i];
      }
    }
    const auto best = std::max_element(shared.begin(), shared.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != shared.end()) take(path, best->first);
  }

  void by_bytes(const std::string& path) {
    std::error_code error;
    const auto found = by_size_.find(std::filesystem::file_size(from_.full(path), error));
    if (error || found == by_size_.end() || found->first == 0) return;
    std::string text;
    std::string other;
    read_file(from_.full(path), text);
    for (const std::size_t i : found->second) {
      if (taken_[i]) continue;
      read_file(to_.full(fresh_[i]), other);
      if (other == text) return take(path, i);
    }
  }

  void take(const std::string& path, std::size_t i) {
    taken_[i] = true;
    moves_[path] = fresh_[i];
  }

  const FileTree& from_;
  const FileTree& to_;
  std::vector<std::string> fresh_;
  std::vector<bool> taken_;
  std::unordered_map<std::string, std::vector<std::size_t>> holders_;
  std::map<std::uintmax_t, std::vector<std::size_t>> by_size_;
  Moves moves_;
};

/// A place that the other side uses for something else is none to move to.
void drop_occupied(Moves& moves, const FileTree& other, const Moves& of_other) {
  for (auto at = moves.begin(); at != moves.end();) {
    const auto same = of_other.find(at->first);
    const bool agreed = same != of_other.end() && same->second == at->second;
    at = !agreed && other.has(at->second) ? moves.erase(at) : std::next(at);
  }
}

std::string place_on(const std::string& path, const FileTree& side, const Moves& moves) {
  if (side.has(path)) return path;
  const auto moved = moves.find(path);
  return moved == moves.end() ? std::string() : moved->second;
}

}  // namespace

FileTree::FileTree(std::string folder) : root(std::move(folder)) {
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  walk(root, "", *this);
  std::sort(files.begin(), files.end());
}

std::string FileTree::full(const std::string& relative) const { return join_path(root, relative); }

bool FileTree::has(const std::string& relative) const {
  return std::binary_search(files.begin(), files.end(), relative);
}

const std::string& merged_path(const FileTriple& triple) {
  const auto& [b, o, t] = triple.path;
  if (o.empty()) return t.empty() ? b : t;
  return t.empty() || o != b ? o : t;
}

bool moved_apart(const FileTriple& triple) {
  const auto& [b, o, t] = triple.path;
  return !b.empty() && !o.empty() && !t.empty() && o != b && t != b && o != t;
}

std::vector<FileTriple> pair_files(const std::array<const FileTree*, merge_sides>& trees) {
  Moves of_ours = MoveSearch(*trees[base], *trees[ours]).run();
  Moves of_theirs = MoveSearch(*trees[base], *trees[theirs]).run();
  drop_occupied(of_ours, *trees[theirs], of_theirs);
  drop_occupied(of_theirs, *trees[ours], of_ours);
  std::vector<FileTriple> triples;
  std::set<std::string> our_taken;
  std::set<std::string> their_taken;
  for (const std::string& path : trees[base]->files) {
    FileTriple& triple = triples.emplace_back();
    triple.path = {path, place_on(path, *trees[ours], of_ours), place_on(path, *trees[theirs], of_theirs)};
    our_taken.insert(triple.path[ours]);
    their_taken.insert(triple.path[theirs]);
  }
  for (const std::string& path : trees[ours]->files) {
    if (our_taken.contains(path)) continue;
    const bool both = trees[theirs]->has(path) && !their_taken.contains(path);
    triples.push_back({{std::string(), path, both ? path : std::string()}});
    if (both) their_taken.insert(path);
  }
  for (const std::string& path : trees[theirs]->files) {
    if (!their_taken.contains(path)) triples.push_back({{std::string(), std::string(), path}});
  }
  std::sort(triples.begin(), triples.end(),
            [](const FileTriple& a, const FileTriple& b) { return merged_path(a) < merged_path(b); });
  return triples;
}

}  // namespace matter
