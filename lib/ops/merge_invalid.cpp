#include "ops/merge_invalid.h"

#include <set>

#include "catalog/names.h"
#include "ops/load.h"
#include "ops/merge_pairs.h"
#include "ops/validate.h"

namespace matter {

namespace {

std::string_view below(std::string_view name, std::string_view root) {
  if (name.starts_with(root)) name.remove_prefix(root.size());
  while (name.starts_with('/')) name.remove_prefix(1);
  return name;
}

using Prints = std::set<std::string>;

std::string print_of(const Diagnostic& d, const std::string& root, const Sources& sources) {
  return fingerprint(d, d.at.known() ? below(sources.name(d.at.source), root) : std::string_view{});
}

void add_errors(const ValidateResult& found, const std::string& root, const Sources& sources, Prints& to) {
  for (const Diagnostic& d : found.findings) {
    if (d.severity == Severity::error) to.insert(print_of(d, root, sources));
  }
}

RunOptions quiet(const RunOptions& options) {
  RunOptions same = options;
  same.progress = {};
  return same;
}

/// Errors that are not among those known, which are only asked for when there are any.
template <class Known>
std::vector<Diagnostic> new_errors(ValidateResult&& merged, const std::string& root, Sources& sources,
                                   const Known& known) {
  std::vector<Diagnostic> fresh;
  if (merged.errors == 0) return fresh;
  const Prints had = known();
  for (Diagnostic& d : merged.findings) {
    if (d.severity == Severity::error && !had.contains(print_of(d, root, sources))) fresh.push_back(std::move(d));
  }
  return fresh;
}

ValidateResult validate_text(const std::string& path, const std::string& text, const RunOptions& options,
                             Sources& sources) {
  sources.stand_in(path, text);
  return validate({path}, options, sources);
}

std::vector<Diagnostic> errors_of_trees(const MergeResult& result, const RunOptions& options, Sources& sources) {
  const FileTree ours(result.names[1]);  // for its name as discovery spells it
  FileChanges changes;
  for (const FileMerge& file : result.files) {
    if (!is_yaml_name(file.path)) continue;
    const bool moved = !file.paths[1].empty();
    const bool was_there = file.sources[1] != no_source && !moved;
    if (file.sources[1] != no_source && (file.gone || moved)) {
      changes.gone.emplace_back(sources.name(file.sources[1]));
    }
    if (file.gone || (was_there && (file.fate == FileFate::same || file.fate == FileFate::ours))) continue;
    const std::string full = ours.full(file.path);
    sources.stand_in(full, file.text);
    const bool config = file.path == "catalog.yaml" || file.path.ends_with("/catalog.yaml");
    if (!was_there && !config) changes.made.push_back(full);
  }
  return new_errors(validate({result.names[1]}, options, sources, &changes), ours.root, sources, [&] {
    Sources others;
    Prints had;
    add_errors(validate({result.names[1]}, options, others), ours.root, others, had);
    add_errors(validate({result.names[2]}, options, others), FileTree(result.names[2]).root, others, had);
    return had;
  });
}

}  // namespace

std::vector<Diagnostic> errors_of_text(const std::string& path, const std::string& merged, const std::string& ours,
                                       const std::string& theirs, const RunOptions& options, Sources& sources) {
  const RunOptions silent = quiet(options);
  return new_errors(validate_text(path, merged, silent, sources), path, sources, [&] {
    Sources others;
    Prints had;
    add_errors(validate_text(path, ours, silent, others), path, others, had);
    add_errors(validate_text(path, theirs, silent, others), path, others, had);
    return had;
  });
}

std::vector<Diagnostic> errors_of_merge(const MergeResult& result, const RunOptions& options, Sources& sources) {
  const RunOptions silent = quiet(options);
  if (result.trees) return errors_of_trees(result, silent, sources);
  const FileMerge& file = result.files.front();
  if (file.fate != FileFate::combined) return {};
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) sources.read(file.sources[i], texts[i]);
  return errors_of_text(result.names[1], file.text, texts[1], texts[2], silent, sources);
}

}  // namespace matter
