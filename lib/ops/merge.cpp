#include "ops/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "catalog/catalog.h"
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

void merge_single(const std::array<std::string, merge_sides>& sides, const MergeCall& call, const RunOptions& options,
                  Sources& sources, MergeResult& result) {
  const MergeOptions how = merge_options(call, sides[1], sources, options.lang, result.findings);
  if (!result.findings.empty()) return;
  std::array<std::string, merge_sides> texts;
  FileMerge& file = result.files.emplace_back();
  std::array<SourceId, merge_sides> ids{};
  for (std::size_t i = 0; i < merge_sides; ++i) {
    ids[i] = sources.add_file(sides[i]);
    read_file(sides[i], texts[i]);
  }
  file = merge_one(texts, call, how);
  file.sources = ids;
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
  MergeOptions how;
  how.lang = lang;
  how.explain = call.explain;
  how.labels = call.labels;
  Collector found(lang);
  std::error_code none;
  if (!path.empty() && std::filesystem::exists(path, none)) {
    // Only its catalog.yaml is wanted; a folder is not walked for it.
    const Catalog catalog = catalog_of_path(path, sources, found);
    Collector said_already(lang);
    const MergeSettings settings = read_merge_settings(catalog.config, said_already);
    if (!settings.strictness.empty()) how.strictness = strictness_of(settings.strictness);
    for (const auto& [field, strictness] : settings.groups) set_group(how, field, strictness_of(strictness));
    for (Diagnostic& d : found.take()) {
      if (d.severity == Severity::error && d.field.starts_with("merge")) findings.push_back(std::move(d));
    }
  }
  if (call.strictness) how.strictness = *call.strictness;
  return how;
}

FileMerge merge_one(const std::array<std::string, merge_sides>& bytes, const MergeCall& call, const MergeOptions& how,
                    const std::string& path) {
  FileMerge file;
  file.path = path;
  std::array<std::string, merge_sides> texts = bytes;
  if (texts[1] == texts[2] || texts[0] == texts[2]) {
    file.fate = texts[0] == texts[1] || texts[1] == texts[2] ? FileFate::same : FileFate::ours;
    file.text = texts[1];
    return file;
  }
  if (texts[0] == texts[1]) {
    file.fate = FileFate::theirs;
    file.text = texts[2];
    return file;
  }
  file.fate = FileFate::combined;
  for (std::string& text : texts) make_utf8(text);
  take(merge_texts(texts[0], texts[1], texts[2], how), file);
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
  MergeCall labelled = call;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (labelled.labels[i].empty()) labelled.labels[i] = sides[i];
  }
  result.trees = std::filesystem::is_directory(sides[1]);
  if (result.trees) {
    merge_trees(sides, labelled, options, sources, result);
  } else {
    merge_single(sides, labelled, options, sources, result);
  }
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
  if (result.conflicts == 0 && result.findings.empty() && !result.refused()) {
    result.invalid = errors_of_merge(result, options, sources);
    result.validated = true;
  }
  return result;
}

bool write_merged_tree(const MergeResult& result, const std::string& folder) {
  const FolderState state = folder_state(folder, "");
  if (state != FolderState::missing && state != FolderState::empty) return false;
  NewFolder made(folder);
  for (const FileMerge& file : result.files) {
    if (!file.gone) made.write(file.path, file.text);
    if (file.keep_theirs) made.write(beside_name(file.path), file.theirs_beside);
  }
  made.commit();
  return true;
}

}  // namespace matter
