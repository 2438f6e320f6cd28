#include "ops/merge_trees.h"

#include <fmt/format.h>

#include <filesystem>

#include "catalog/names.h"
#include "diag/words.h"
#include "edit/atomic.h"
#include "edit/break_off.h"
#include "ops/merge_pairs.h"
#include "text/pool.h"

namespace matter {

namespace {

constexpr std::size_t ours = 1;
constexpr std::size_t theirs = 2;

/// What a table shows of a file that is no YAML.
Content bytes_content(const std::string& bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return text_content(fmt::format("{} B, {:016x}", bytes.size(), hash));
}

/// A choice for a conflict of a whole file.
std::optional<MergeSide> chosen(const MergeCall& call, FileMerge& file, const MergeConflict& conflict) {
  for (std::size_t i = 0; i < call.choices.size(); ++i) {
    const MergeRow& row = call.choices[i];
    const bool fits = row.id.empty() ? row.file == file.path && row.matter.empty() && row.field.empty()
                                     : row.id == conflict_id(file.path, conflict);
    if (!fits) continue;
    file.used_choices.push_back(i);
    return row.side;
  }
  return std::nullopt;
}

/// One file on the sides that have it; read when it is first needed, objects of git perhaps never.
struct Texts {
  Trees trees{};
  std::array<const TreeFile*, merge_sides> file{};
  std::array<std::string, merge_sides> text;
  std::array<bool, merge_sides> there{};
  std::array<bool, merge_sides> executable{};

  void read(std::size_t side) {
    if (there[side]) executable[side] = trees[side]->read(*file[side], text[side]);
  }
  [[nodiscard]] bool same(std::size_t a, std::size_t b) const {
    if (there[a] != there[b] || !there[a]) return there[a] == there[b];
    return file[a]->object.empty() ? text[a] == text[b] : file[a]->object == file[b]->object;
  }
  [[nodiscard]] bool of_commits() const { return trees[0]->of_commit(); }
};

/// Files that are taken whole: the side that changed it; ours with theirs beside it where both did.
void take_bytes(const Texts& sides, const MergeCall& call, FileMerge& file) {
  file.bytes = true;
  file.fate = FileFate::combined;
  MergeConflict conflict;
  conflict.kind = !sides.there[0]        ? ConflictKind::both_added
                  : !sides.there[ours]   ? ConflictKind::ours_removed
                  : !sides.there[theirs] ? ConflictKind::theirs_removed
                                         : ConflictKind::both_changed;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (sides.there[i]) conflict.value[i] = bytes_content(sides.text[i]);
  }
  if (const auto side = chosen(call, file, conflict)) {
    const auto i = static_cast<std::size_t>(*side);
    file.text = sides.text[i];
    file.gone = !sides.there[i];
    return;
  }
  file.text = sides.text[ours];
  file.gone = !sides.there[ours];
  file.keep_theirs = sides.there[theirs];
  file.theirs_beside = sides.text[theirs];
  file.conflicts.push_back(std::move(conflict));
}

/// Of what both have, what a side changed of who may run it; what only one has is as it is there.
void merge_mode(const Texts& sides, FileMerge& file) {
  if (file.gone) return;
  const auto& [b, o, t] = sides.executable;
  const bool both = sides.there[ours] && sides.there[theirs];
  file.executable = both ? (sides.there[0] && o == b ? t : o) : sides.there[ours] ? o : t;
  file.mode_changed = !sides.there[ours] || file.executable != o;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

FileMerge merge_present(Texts& sides, const MergeCall& call, const MergeOptions& how, FileMerge file) {
  const bool all = sides.there[ours] && sides.there[theirs];
  if (!sides.of_commits()) {
    for (std::size_t i = 0; i < merge_sides; ++i) sides.read(i);
  }
  if (sides.same(ours, theirs) || sides.same(0, theirs) || sides.same(0, ours)) {
    const bool from_theirs = sides.same(0, ours) && !sides.same(ours, theirs);
    file.gone = !sides.there[from_theirs ? theirs : ours];
    file.as_ours = !from_theirs && !file.gone;
    file.fate = file.gone                  ? FileFate::removed
                : sides.same(ours, theirs) ? FileFate::same
                : from_theirs              ? FileFate::theirs
                                           : FileFate::ours;
    if (from_theirs) {
      if (sides.of_commits()) sides.read(theirs);
      file.text = std::move(sides.text[theirs]);
    }
    return file;
  }
  if (sides.of_commits()) {
    for (std::size_t i = 0; i < merge_sides; ++i) sides.read(i);
  }
  if (!is_yaml_name(file.path)) {
    take_bytes(sides, call, file);
    return file;
  }
  FileMerge merged = merge_one(sides.text, call, how, file.path);
  if (merged.fate != FileFate::combined && !all) {
    // An empty file against none.
    merged = {};
    take_bytes(sides, call, file);
    return file;
  }
  merged.gone = !all && merged.conflicts.empty() && merged.refusal == MergeRefusal::none && blank(merged.text);
  if (merged.gone) merged.fate = FileFate::removed;
  merged.as_ours = !merged.gone && sides.there[ours] && merged.text == sides.text[ours];
  return merged;
}

class TreeMerge {
 public:
  TreeMerge(const Trees& trees, const MergeCall& call, const MergeOptions& how, const RunOptions& options,
            Sources& sources, MergeResult& result)
      : call_(call), options_(options), sources_(sources), result_(result), trees_(trees), how_(how) {}

  void run() {
    const std::vector<FileTriple> triples = pair_files(trees_);
    // In order and by one thread, so that their numbers do not depend on how many work.
    std::vector<FileMerge> files(triples.size());
    for (std::size_t i = 0; i < triples.size(); ++i) open(triples[i], files[i]);
    const unsigned workers = worker_count(options_.jobs, triples.size());
    std::vector<Texts> sides(workers);
    const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 16;
    in_order(
        triples.size(), workers, window,
        [&](unsigned worker, std::size_t i) { one(triples[i], sides[worker], files[i]); },
        [&](std::size_t i) {
          if (options_.progress) options_.progress(i + 1, triples.size());
        });
    result_.files = std::move(files);
    say_passed_over();
  }

 private:
  void open(const FileTriple& triple, FileMerge& file) {
    file.path = merged_path(triple);
    for (std::size_t i = 0; i < merge_sides; ++i) {
      if (triple.path[i].empty()) continue;
      file.sources[i] = trees_[i]->source(*trees_[i]->find(triple.path[i]), sources_);
      if (triple.path[i] != file.path) file.paths[i] = triple.path[i];
    }
  }

  void one(const FileTriple& triple, Texts& sides, FileMerge& file) const {
    sides.trees = trees_;
    sides.there = {};
    sides.executable = {};
    for (std::size_t i = 0; i < merge_sides; ++i) {
      if (triple.path[i].empty()) {
        sides.text[i].clear();
        continue;
      }
      sides.file[i] = trees_[i]->find(triple.path[i]);
      sides.there[i] = true;
      sides.executable[i] = sides.file[i]->executable;
    }
    const auto sources = file.sources;
    auto paths = std::move(file.paths);
    FileMerge empty;
    empty.path = file.path;
    file = merge_present(sides, call_, how_, std::move(empty));
    if (sides.there[ours] && !sides.of_commits()) file.ours_read = text_print(sides.text[ours]);
    file.sources = sources;
    file.paths = std::move(paths);
    merge_mode(sides, file);
    if (moved_apart(triple)) say_moved(triple, file);
  }

  /// Both moved it: it stands where ours did, unless somebody chose.
  void say_moved(const FileTriple& triple, FileMerge& file) const {
    MergeConflict conflict;
    conflict.kind = ConflictKind::moved;
    for (std::size_t i = 0; i < merge_sides; ++i) conflict.value[i] = text_content(triple.path[i]);
    if (const auto side = chosen(call_, file, conflict)) {
      file.path = triple.path[static_cast<std::size_t>(*side)];
    } else {
      file.conflicts.push_back(std::move(conflict));
    }
  }

  void say_passed_over() {
    std::size_t links = 0;
    std::size_t others = 0;
    for (const FileTree* const tree : trees_) {
      links += tree->links();
      others += tree->others();
    }
    const auto add = [&](std::size_t count, const WordsFor<>& reason) {
      if (count > 0) result_.not_merged.push_back({"file", say(options_.lang, reason), count});
    };
    add(links, {"符号链接不跟随，没有合并", "a symbolic link: not followed, not merged"});
    add(others, {"管道、设备、子仓库一类，没有合并", "a pipe, device or inner repository: not merged"});
  }

  const MergeCall& call_;
  const RunOptions& options_;
  Sources& sources_;
  MergeResult& result_;
  const Trees& trees_;
  const MergeOptions& how_;
};

}  // namespace

void merge_trees(const Trees& trees, const MergeCall& call, const MergeOptions& how, const RunOptions& options,
                 Sources& sources, MergeResult& result) {
  TreeMerge(trees, call, how, options, sources, result).run();
}

std::string beside_name(const std::string& path) {
  const std::filesystem::path file(path);
  std::filesystem::path beside = file.parent_path() / file.stem();
  beside += "~theirs";
  beside += file.extension();
  return beside.string();
}

}  // namespace matter
