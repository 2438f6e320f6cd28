#include "ops/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "catalog/catalog.h"
#include "catalog/catalog_data.h"
#include "catalog/merge_settings.h"
#include "diag/words.h"
#include "edit/atomic.h"
#include "ops/merge_invalid.h"
#include "ops/merge_trees.h"
#include "text/encoding.h"

namespace matter {

namespace {

Strictness strictness_of(std::string_view name) {
  return name == "item" ? Strictness::item : name == "matter" ? Strictness::matter : Strictness::cell;
}

void set_group(MergeOptions& options, const std::string& field, Strictness how) {
  const auto at = std::find_if(options.groups.begin(), options.groups.end(),
                               [&](const auto& group) { return group.first == field; });
  if (at == options.groups.end()) {
    options.groups.emplace_back(field, how);
  } else {
    at->second = how;
  }
}

void add_content(const Content& content, std::uint64_t& hash) {
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    hash = (hash ^ 0xFFU) * 0x100000001B3ULL;
  };
  add(content.key);
  add(content.text);
  hash = (hash ^ (static_cast<std::uint64_t>(content.kind) + 1)) * 0x100000001B3ULL;
  for (const Content& part : content.parts) add_content(part, hash);
  add("");
}

bool fits(const MergeRow& row, const std::string& file, const MergeConflict& conflict) {
  if (!row.id.empty()) return row.id == conflict_id(file, conflict);
  return (file.empty() || row.file == file) && row.matter == conflict.matter && row.field == english(conflict.path);
}

/// Of an entry that was taken apart and came to one verdict, the verdict is enough.
void drop_said_again(std::vector<MergeDecision>& decisions) {
  std::vector<MergeDecision> kept;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const bool again = i + 1 < decisions.size() && decisions[i].reason == MergeReason::combined &&
                       decisions[i].matter == decisions[i + 1].matter &&
                       english(decisions[i].path) == english(decisions[i + 1].path);
    if (!again) kept.push_back(std::move(decisions[i]));
  }
  decisions = std::move(kept);
}

void take(Merged&& merged, FileMerge& into) {
  drop_said_again(merged.decisions);
  into.refusal = merged.refusal;
  into.refused_side = merged.refused_side;
  into.text = std::move(merged.text);
  into.conflicts = std::move(merged.conflicts);
  into.decisions = std::move(merged.decisions);
}

/// What the catalog of OURS says of how near changes may stand.
MergeOptions options_in(const Catalog& catalog, Collector& found, const MergeCall& call, Lang lang,
                        std::vector<Diagnostic>& findings) {
  MergeOptions how;
  how.lang = lang;
  how.explain = call.explain;
  how.labels = call.labels;
  if (catalog.data != nullptr) how.words = catalog.data->vocabulary;
  Collector said_already(lang);
  const MergeSettings settings = read_merge_settings(catalog.config, said_already);
  if (!settings.strictness.empty()) how.strictness = strictness_of(settings.strictness);
  for (const auto& [field, strictness] : settings.groups) set_group(how, field, strictness_of(strictness));
  for (Diagnostic& d : found.take()) {
    if (d.severity == Severity::error && d.field.starts_with("merge")) findings.push_back(std::move(d));
  }
  if (call.strictness) how.strictness = *call.strictness;
  return how;
}

/// A single file: its three sources, of which the base may be missing.
void merge_single(const std::array<SourceId, merge_sides>& ids, const MergeCall& call, const MergeOptions& how,
                  const Sources& sources, MergeResult& result) {
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (ids[i] != no_source) read_bytes(sources, ids[i], texts[i]);
  }
  FileMerge& file = result.files.emplace_back();
  file = merge_one(texts, call, how);
  file.sources = ids;
  if (sources.kind(ids[1]) == SourceKind::disk) file.ours_read = text_print(texts[1]);
}

/// Counts conflicts and choices.
void sum_up(const MergeCall& call, MergeResult& result) {
  std::vector<bool> used(call.choices.size(), false);
  for (const FileMerge& file : result.files) {
    result.conflicts += file.conflicts.size();
    for (const std::size_t i : file.used_choices) used[i] = true;
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) {
      ++result.decided;
    } else {
      result.unused_choices.push_back(i);
    }
  }
  result.validated = result.conflicts == 0 && result.findings.empty() && !result.refused();
}

MergeCall labelled(const MergeCall& call, const std::array<std::string, merge_sides>& names) {
  MergeCall with = call;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (with.labels[i].empty()) with.labels[i] = names[i];
  }
  return with;
}

void merge_folders(const Trees& trees, const MergeCall& call, const RunOptions& options, Sources& sources,
                   MergeResult& result) {
  Collector found(options.lang);
  const Catalog catalog = trees[1]->catalog(sources, found);
  const MergeOptions how = options_in(catalog, found, call, options.lang, result.findings);
  if (!result.findings.empty()) return;
  merge_trees(trees, call, how, options, sources, result);
  sum_up(call, result);
  if (result.validated) result.invalid = errors_of_trees(result, trees, options, sources);
}

}  // namespace

std::string_view name(FileFate fate) {
  switch (fate) {
    case FileFate::same: return "same";
    case FileFate::ours: return "ours";
    case FileFate::theirs: return "theirs";
    case FileFate::combined: return "combined";
    case FileFate::removed: break;
  }
  return "removed";
}

bool MergeResult::refused() const {
  return std::any_of(files.begin(), files.end(),
                     [](const FileMerge& file) { return file.refusal != MergeRefusal::none; });
}

std::string conflict_id(const std::string& file, const MergeConflict& conflict) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  Content all;
  all.text = std::string(name(conflict.kind));
  for (const std::string& part : {file, conflict.matter, english(conflict.path)}) {
    all.parts.emplace_back().text = part;
  }
  for (const Content& value : conflict.value) all.parts.push_back(value);
  add_content(all, hash);
  return fmt::format("c{:08x}", static_cast<std::uint32_t>(hash ^ (hash >> 32U)));
}

std::string refusal_words(const FileMerge& file, Lang lang) {
  const Bilingual side = file.refused_side == MergeSide::base   ? Bilingual{"原来的版本", "the base"}
                         : file.refused_side == MergeSide::ours ? Bilingual{"我方的版本", "ours"}
                                                                : Bilingual{"对方的版本", "theirs"};
  switch (file.refusal) {
    case MergeRefusal::unreadable:
      return say(lang, {"{}读不懂，用 matter validate 查看原因", "{} cannot be read; matter validate says why"},
                 side.in(lang));
    case MergeRefusal::outside_dialect:
      return say(
          lang,
          {"{}用了锚点、标签一类的写法，不能逐项合并", "{} uses anchors, tags or the like: not merged by entries"},
          side.in(lang));
    case MergeRefusal::none:
    case MergeRefusal::not_as_intended: break;
  }
  return say(lang, {"合并出来的文本与双方的意思不符，没有采用（请报告）",
                    "the merged text would not say what both sides mean, so it is not given out (please report it)"});
}

MergeOptions merge_options(const MergeCall& call, const std::string& path, Sources& sources, Lang lang,
                           std::vector<Diagnostic>& findings) {
  Collector found(lang);
  std::error_code none;
  // Only its catalog.yaml is wanted; a folder is not walked for it.
  const bool there = !path.empty() && std::filesystem::exists(path, none);
  return options_in(there ? catalog_of_path(path, sources, found) : Catalog{}, found, call, lang, findings);
}

FileMerge merge_one(const std::array<std::string, merge_sides>& bytes, const MergeCall& call, const MergeOptions& how,
                    const std::string& path) {
  FileMerge file;
  file.path = path;
  if (bytes[1] == bytes[2] || bytes[0] == bytes[2]) {
    file.fate = bytes[0] == bytes[1] || bytes[1] == bytes[2] ? FileFate::same : FileFate::ours;
    file.text = bytes[1];
    return file;
  }
  if (bytes[0] == bytes[1]) {
    file.fate = FileFate::theirs;
    file.text = bytes[2];
    return file;
  }
  file.fate = FileFate::combined;
  std::array<std::string, merge_sides> converted;
  std::array<std::string_view, merge_sides> texts{bytes[0], bytes[1], bytes[2]};
  take(merge_texts(texts[0], texts[1], texts[2], how), file);
  // Who reads a text sees whether it is UTF-8: only of what cannot be read it is asked what else it may be.
  if (file.refusal != MergeRefusal::none) {
    bool other = false;
    for (std::size_t i = 0; i < merge_sides; ++i) {
      file.encodings[i] = make_utf8(converted[i] = bytes[i]);
      other |= file.encodings[i] != Encoding::utf8;
      texts[i] = converted[i];
    }
    if (other) take(merge_texts(texts[0], texts[1], texts[2], how), file);
  }
  if (file.conflicts.empty() || call.choices.empty()) return file;
  MergeOptions decided = how;
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < call.choices.size(); ++i) {
    for (const MergeConflict& conflict : file.conflicts) {
      if (!fits(call.choices[i], file.path, conflict)) continue;
      decided.choices.push_back({conflict.matter, english(conflict.path), call.choices[i].side});
      rows.push_back(i);
      break;
    }
  }
  if (rows.empty()) return file;
  Merged merged = merge_texts(texts[0], texts[1], texts[2], decided);
  for (const std::size_t used : merged.used_choices) file.used_choices.push_back(rows[used]);
  take(std::move(merged), file);
  return file;
}

MergeResult merge_paths(const std::array<std::string, merge_sides>& sides, const MergeCall& call,
                        const RunOptions& options, Sources& sources) {
  MergeResult result;
  result.names = sides;
  result.trees = std::filesystem::is_directory(sides[1]);
  const MergeCall with = labelled(call, sides);
  if (result.trees) {
    const std::array<FileTree, merge_sides> trees{FileTree(sides[0]), FileTree(sides[1]), FileTree(sides[2])};
    merge_folders({trees.data(), &trees[1], &trees[2]}, with, options, sources, result);
    return result;
  }
  const MergeOptions how = merge_options(with, sides[1], sources, options.lang, result.findings);
  if (!result.findings.empty()) return result;
  std::array<SourceId, merge_sides> ids{};
  for (std::size_t i = 0; i < merge_sides; ++i) ids[i] = sources.add_file(sides[i]);
  merge_single(ids, with, how, sources, result);
  sum_up(with, result);
  if (result.validated) result.invalid = errors_of_file(result, options, sources);
  return result;
}

MergeResult merge_commits(const MergeCommits& sides, const MergeCall& call, const RunOptions& options,
                          Sources& sources) {
  MergeResult result;
  result.names = sides.names;
  result.commits = true;
  const MergeCall with = labelled(call, sides.names);
  const auto tree_of = [&](std::size_t i) { return FileTree(*sides.git, sides.names[i], sides.below); };
  const std::array<FileTree, merge_sides> trees{tree_of(0), tree_of(1), tree_of(2)};
  const ListedTree listed = trees[1].listed();
  result.trees = !listed.files().contains(sides.below);
  if (result.trees) {
    const bool known =
        std::any_of(trees.begin(), trees.end(), [](const FileTree& tree) { return !tree.files().empty(); });
    if (!known) throw std::system_error(ENOENT, std::generic_category(), trees[1].root());
    merge_folders({trees.data(), &trees[1], &trees[2]}, with, options, sources, result);
    return result;
  }
  Collector found(options.lang);
  const Catalog catalog = trees[1].catalog(sources, found);
  const MergeOptions how = options_in(catalog, found, with, options.lang, result.findings);
  if (!result.findings.empty()) return result;
  std::array<SourceId, merge_sides> ids{no_source, no_source, no_source};
  for (std::size_t i = 0; i < merge_sides; ++i) {
    const ListedTree side = trees[i].listed();
    const auto file = side.files().find(sides.below);
    if (file != side.files().end()) ids[i] = trees[i].open(trees[i].root(), file->second.id, sources);
  }
  if (ids[2] == no_source) throw std::system_error(ENOENT, std::generic_category(), trees[2].root());
  merge_single(ids, with, how, sources, result);
  result.files.front().path = {};
  sum_up(with, result);
  if (result.validated) result.invalid = errors_of_commit_file(result, trees[1], trees[2], options, sources);
  return result;
}

}  // namespace matter
