#include "ops/merge_invalid.h"

#include <deque>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>

#include "catalog/bound.h"
#include "catalog/names.h"
#include "edit/atomic_file.h"
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
                             Sources& sources, StandardsRead standards) {
  sources.stand_in(path, text);
  const auto find = [&](Collector& to) {
    return standards == StandardsRead::needed ? discover_bound(path, sources, to) : discover({path}, sources, to);
  };
  return validate(find, options, sources, standards);
}

/// A tree of OURS with other texts at some paths.
class Changed {
 public:
  Changed(const FileTree& ours, const RunOptions& options, Sources& sources)
      : ours_(ours), options_(options), sources_(sources), listed_(ours.listed()) {
    // A merged text is of no commit.
    if (ours.of_commit()) listed_.set_prefix({});
  }

  void remove(const std::string& path) { listed_.remove(inside(path)); }
  void put(const std::string& path, const std::string& text) {
    listed_.add(inside(path));
    texts_[listed_.prefix() + inside(path)] = &text;
  }

  ValidateResult validate_all(StandardsRead standards = StandardsRead::all) {
    const auto open = [this](const std::string& name, const std::string& id) {
      const auto text = texts_.find(name);
      if (text == texts_.end()) return ours_.open(name, id, sources_);
      return sources_.add_text(SourceKind::memory, name, *text->second);
    };
    return validate([&](Collector& findings) { return listed_.find(ours_.below(), open, sources_, findings); },
                    options_, sources_, standards);
  }

 private:
  [[nodiscard]] std::string inside(const std::string& path) const {
    return ours_.below().empty() ? path : path.empty() ? ours_.below() : ours_.below() + "/" + path;
  }

  const FileTree& ours_;
  const RunOptions& options_;
  Sources& sources_;
  ListedTree listed_;
  std::map<std::string, const std::string*> texts_;
};

Prints prints_of(std::initializer_list<const FileTree*> trees, const RunOptions& options) {
  Prints had;
  for (const FileTree* const tree : trees) {
    Sources others;
    const std::string root = tree->of_commit() ? tree->root().substr(0, tree->root().find(':') + 1) : tree->root();
    add_errors(validate(tree->search(others), options, others), root, others, had);
  }
  return had;
}

}  // namespace

std::vector<Diagnostic> errors_of_text(const std::string& path, const std::string& merged, const std::string& ours,
                                       const std::string& theirs, const RunOptions& options, Sources& sources) {
  const RunOptions silent = quiet(options);
  const auto errors = [&](StandardsRead standards, Sources& into) {
    return new_errors(validate_text(path, merged, silent, into, standards), path, into, [&] {
      Sources others;
      Prints had;
      add_errors(validate_text(path, ours, silent, others, standards), path, others, had);
      add_errors(validate_text(path, theirs, silent, others, standards), path, others, had);
      return had;
    });
  };
  // Thousands of standard entries are not read to see that nothing is wrong; only before anything is called wrong.
  Sources few;
  if (errors(StandardsRead::needed, few).empty()) return {};
  return errors(StandardsRead::all, sources);
}

std::vector<Diagnostic> errors_of_trees(const MergeResult& result, const Trees& trees, const RunOptions& options,
                                        Sources& sources) {
  const RunOptions silent = quiet(options);
  std::deque<std::string> moved;
  const auto put_all = [&](Changed& changed) {
    for (const FileMerge& file : result.files) {
      const std::string& before = file.paths[1].empty() ? file.path : file.paths[1];
      if (file.sources[1] != no_source && (file.gone || !file.paths[1].empty())) changed.remove(before);
    }
    for (const FileMerge& file : result.files) {
      if (file.gone || !is_yaml_name(file.path) || (file.as_ours && file.paths[1].empty())) continue;
      if (file.as_ours) read_bytes(sources, file.sources[1], moved.emplace_back());
      changed.put(file.path, file.as_ours ? moved.back() : file.text);
    }
  };
  const std::string root = trees[1]->of_commit() ? std::string() : trees[1]->root();
  const auto errors = [&](StandardsRead standards, Sources& into) {
    Changed changed(*trees[1], silent, into);
    put_all(changed);
    return new_errors(changed.validate_all(standards), root, into, [&] {
      return prints_of({trees[1], trees[2]}, silent);
    });
  };
  // As for a single text: few standard entries, unless something is to be called wrong.
  Sources few;
  if (errors(StandardsRead::needed, few).empty()) return {};
  return errors(StandardsRead::all, sources);
}

std::vector<Diagnostic> errors_of_union(const UnionResult& result, const UnionCall& call, const RunOptions& options,
                                        Sources& sources) {
  const RunOptions silent = quiet(options);
  ListedTree listed(call.out.empty() ? std::string() : call.out + "/");
  listed.stands_at(call.out.empty() ? call.inputs.front() : call.out);
  std::map<std::string, const UnionFile*> files;
  for (const UnionFile& file : result.files) {
    listed.add(file.path);
    files[listed.prefix() + file.path] = &file;
  }
  const auto open = [&](const std::string& name, const std::string&) {
    return sources.add_text(SourceKind::memory, name, files.at(name)->text);
  };
  ValidateResult found = validate([&](Collector& to) { return listed.find({}, open, sources, to); }, silent, sources);
  std::vector<Diagnostic> fresh;
  if (found.errors == 0) return fresh;
  Prints had;
  for (const std::string& input : call.inputs) {
    Sources others;
    const std::string root = std::filesystem::is_directory(input) ? input : folder_of(input);
    add_errors(validate({input}, silent, others), root, others, had);
  }
  for (Diagnostic& d : found.findings) {
    if (d.severity != Severity::error) continue;
    const auto file = d.at.known() ? files.find(std::string(sources.name(d.at.source))) : files.end();
    const std::string_view before = file == files.end() ? std::string_view{} : std::string_view(file->second->relative);
    if (!had.contains(fingerprint(d, before))) fresh.push_back(std::move(d));
  }
  return fresh;
}

std::vector<Diagnostic> errors_of_file(const MergeResult& result, const RunOptions& options, Sources& sources) {
  const FileMerge& file = result.files.front();
  if (file.fate != FileFate::combined) return {};
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) sources.read(file.sources[i], texts[i]);
  return errors_of_text(result.names[1], file.text, texts[1], texts[2], quiet(options), sources);
}

std::vector<Diagnostic> errors_of_commit_file(const MergeResult& result, const FileTree& ours, const FileTree& theirs,
                                              const RunOptions& options, Sources& sources) {
  const FileMerge& file = result.files.front();
  if (file.fate != FileFate::combined) return {};
  const RunOptions silent = quiet(options);
  Changed changed(ours, silent, sources);
  changed.put({}, file.text);
  return new_errors(changed.validate_all(), {}, sources, [&] { return prints_of({&ours, &theirs}, silent); });
}

}  // namespace matter
