#include "ops/merge_pairs.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "catalog/catalog.h"
#include "catalog/names.h"

namespace matter {

namespace {

constexpr std::size_t base = 0;
constexpr std::size_t ours = 1;
constexpr std::size_t theirs = 2;

/// Identities of the matters in a file; none where it is no YAML.
std::set<std::string> identities(const FileTree& tree, const TreeFile& of) {
  std::set<std::string> found;
  Sources sources;
  LoadedFile file;
  Collector unheard(Lang::en);
  load_file(sources, tree.source(of, sources), file, unheard);
  for (const Matter& m : file.matters) {
    const std::string_view id = identity(m);
    const std::string_view code = id.empty() ? standard_code(m) : id;
    if (!code.empty()) found.emplace(code);
  }
  return found;
}

using Moves = std::map<std::string, std::string>;  // base's path, the side's path

std::vector<const TreeFile*> missing_in(const FileTree& a, const FileTree& b) {
  std::vector<const TreeFile*> missing;
  for (const TreeFile& file : a.files()) {
    if (!b.has(file.path)) missing.push_back(&file);
  }
  return missing;
}

/// What of `lost` (files of the base) stands somewhere else now, among `fresh`.
class MoveSearch {
 public:
  MoveSearch(const FileTree& from, const FileTree& to) : from_(from), to_(to), fresh_(missing_in(to, from)) {}

  Moves run() {
    const std::vector<const TreeFile*> lost = missing_in(from_, to_);
    if (lost.empty() || fresh_.empty()) return {};
    taken_.assign(fresh_.size(), false);
    look_at_fresh();
    for (const TreeFile* const file : lost) by_matters(*file);
    for (const TreeFile* const file : lost) {
      if (!moves_.contains(file->path)) by_bytes(*file);
    }
    return std::move(moves_);
  }

 private:
  void look_at_fresh() {
    for (std::size_t i = 0; i < fresh_.size(); ++i) {
      if (is_yaml_name(fresh_[i]->path)) {
        for (const std::string& id : identities(to_, *fresh_[i])) holders_[id].push_back(i);
      }
      by_weight_[to_.weight(*fresh_[i])].push_back(i);
    }
  }

  void by_matters(const TreeFile& file) {
    if (!is_yaml_name(file.path)) return;
    std::map<std::size_t, std::size_t> shared;
    for (const std::string& id : identities(from_, file)) {
      const auto found = holders_.find(id);
      if (found == holders_.end()) continue;
      for (const std::size_t i : found->second) {
        if (!taken_[i]) ++shared[i];
      }
    }
    const auto best = std::max_element(shared.begin(), shared.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != shared.end()) take(file.path, best->first);
  }

  void by_bytes(const TreeFile& file) {
    const auto found = by_weight_.find(from_.weight(file));
    if (found == by_weight_.end()) return;
    std::string text;
    std::string other;
    from_.read(file, text);
    if (text.empty()) return;
    for (const std::size_t i : found->second) {
      if (taken_[i]) continue;
      to_.read(*fresh_[i], other);
      if (other == text) return take(file.path, i);
    }
  }

  void take(const std::string& path, std::size_t i) {
    taken_[i] = true;
    moves_[path] = fresh_[i]->path;
  }

  const FileTree& from_;
  const FileTree& to_;
  std::vector<const TreeFile*> fresh_;
  std::vector<bool> taken_;
  std::unordered_map<std::string, std::vector<std::size_t>> holders_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_weight_;
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
  for (const TreeFile& file : trees[base]->files()) {
    const std::string& path = file.path;
    FileTriple& triple = triples.emplace_back();
    triple.path = {path, place_on(path, *trees[ours], of_ours), place_on(path, *trees[theirs], of_theirs)};
    our_taken.insert(triple.path[ours]);
    their_taken.insert(triple.path[theirs]);
  }
  for (const TreeFile& file : trees[ours]->files()) {
    const std::string& path = file.path;
    if (our_taken.contains(path)) continue;
    const bool both = trees[theirs]->has(path) && !their_taken.contains(path);
    triples.push_back({{std::string(), path, both ? path : std::string()}});
    if (both) their_taken.insert(path);
  }
  for (const TreeFile& file : trees[theirs]->files()) {
    const std::string& path = file.path;
    if (!their_taken.contains(path)) triples.push_back({{std::string(), std::string(), path}});
  }
  std::sort(triples.begin(), triples.end(),
            [](const FileTriple& a, const FileTriple& b) { return merged_path(a) < merged_path(b); });
  return triples;
}

}  // namespace matter
