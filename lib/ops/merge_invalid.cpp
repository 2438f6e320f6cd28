#include "ops/merge_invalid.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <unordered_set>

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

/// Ids of rules.
using Rules = std::vector<std::string>;

std::string print_of(const Diagnostic& d, const std::string& root, const Sources& sources) {
  return fingerprint(d, d.at.known() ? below(sources.name(d.at.source), root) : std::string_view{});
}

/// Errors of a result, of which those are taken away that a side has too.
class NewErrors {
 public:
  /// `print`: of a diagnostic, as `known` makes it of a side's.
  template <class Print>
  NewErrors(ValidateResult&& merged, const Print& print) {
    for (Diagnostic& d : merged.findings) {
      if (d.severity != Severity::error) continue;
      prints_.push_back(print(d));
      errors_.push_back(std::move(d));
    }
  }
  NewErrors(ValidateResult&& merged, const std::string& root, const Sources& sources)
      : NewErrors(std::move(merged), [&](const Diagnostic& d) { return print_of(d, root, sources); }) {}

  [[nodiscard]] bool none() const { return errors_.empty(); }
  /// Those of the errors that are left: a print holds its rule, so what others find in a side says nothing.
  [[nodiscard]] Rules rules() const {
    const auto id = [](const Diagnostic& d) { return std::string(d.rule); };
    std::set<std::string> of;
    std::transform(errors_.begin(), errors_.end(), std::inserter(of, of.end()), id);
    return {of.begin(), of.end()};
  }
  void known(const ValidateResult& side, const std::string& root, const Sources& sources) {
    std::unordered_set<std::string> had;
    for (const Diagnostic& d : side.findings) {
      if (d.severity == Severity::error) had.insert(print_of(d, root, sources));
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < errors_.size(); ++i) {
      if (had.contains(prints_[i])) continue;
      if (kept != i) {
        errors_[kept] = std::move(errors_[i]);
        prints_[kept] = std::move(prints_[i]);
      }
      ++kept;
    }
    errors_.resize(kept);
    prints_.resize(kept);
  }
  [[nodiscard]] std::vector<Diagnostic> take() { return std::move(errors_); }

 private:
  std::vector<Diagnostic> errors_;
  std::vector<std::string> prints_;  ///< of each
};

RunOptions quiet(const RunOptions& options) {
  RunOptions same = options;
  same.progress = {};
  return same;
}

/// The errors that no side has. Sides are only looked at while errors are left, and only for the rules of these.
template <class Side, class Check>
std::vector<Diagnostic> in_no_side(NewErrors errors, std::initializer_list<const Side*> sides, const Check& check) {
  for (const Side* const side : sides) {
    if (!errors.none()) check(*side, errors);
  }
  return errors.take();
}

ValidateResult validate_text(const std::string& path, const std::string& text, const Rules& rules,
                             const RunOptions& options, Sources& sources, StandardsRead standards) {
  sources.stand_in(path, text);
  const auto find = [&](Collector& to) {
    return standards == StandardsRead::needed ? discover_bound(path, sources, to) : discover({path}, sources, to);
  };
  return validate_only(rules, find, options, sources, standards);
}

/// Texts that are kept elsewhere, by their names.
class MergedTexts : public TextReader {
 public:
  void put(const std::string& name, const std::string& text) { texts_[name] = &text; }
  [[nodiscard]] const std::string* find(const std::string& name) const {
    const auto text = texts_.find(name);
    return text == texts_.end() ? nullptr : text->second;
  }
  void read(const std::string& id, std::string& into) override { into = *texts_.at(id); }

 private:
  std::map<std::string, const std::string*> texts_;
};

/// A tree of OURS with other texts at some paths.
class Changed {
 public:
  /// Whether places in the texts are to be shown, or nobody looks at them again.
  enum class Shown : std::uint8_t { no, yes };

  Changed(const FileTree& ours, const RunOptions& options, Sources& sources, Shown shown = Shown::yes)
      : ours_(ours), options_(options), sources_(sources), shown_(shown), listed_(ours.listed()) {
    // A merged text is of no commit.
    if (ours.of_commit()) listed_.set_prefix({});
  }

  void remove(const std::string& path) { listed_.remove(inside(path)); }
  void put(const std::string& path, const std::string& text) {
    listed_.add(inside(path));
    texts_->put(listed_.prefix() + inside(path), text);
  }

  ValidateResult validate_all(StandardsRead standards = StandardsRead::all) {
    const auto open = [this](const std::string& name, const std::string& id) {
      const std::string* const text = texts_->find(name);
      if (text == nullptr) return ours_.open(name, id, sources_);
      // A text that is to be shown is kept as long as its source.
      if (shown_ == Shown::yes) return sources_.add_text(SourceKind::memory, name, *text);
      return sources_.add_object(name, name, texts_);
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
  Shown shown_;
  ListedTree listed_;
  std::shared_ptr<MergedTexts> texts_ = std::make_shared<MergedTexts>();
};

std::vector<Diagnostic> in_no_tree(NewErrors errors, std::initializer_list<const FileTree*> trees,
                                   const RunOptions& options, StandardsRead standards = StandardsRead::all) {
  return in_no_side(std::move(errors), trees, [&](const FileTree& tree, NewErrors& left) {
    Sources others;
    const std::string root = tree.of_commit() ? tree.root().substr(0, tree.root().find(':') + 1) : tree.root();
    left.known(validate_only(left.rules(), tree.search(others), options, others, standards), root, others);
  });
}

}  // namespace

std::vector<Diagnostic> errors_of_text(const std::string& path, const std::string& merged, const std::string& ours,
                                       const std::string& theirs, const RunOptions& options, Sources& sources) {
  const RunOptions silent = quiet(options);
  const auto errors = [&](StandardsRead standards, Sources& into) {
    NewErrors found(validate_text(path, merged, {}, silent, into, standards), path, into);
    return in_no_side(std::move(found), {&theirs, &ours}, [&](const std::string& text, NewErrors& left) {
      Sources others;
      left.known(validate_text(path, text, left.rules(), silent, others, standards), path, others);
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
    Changed changed(*trees[1], silent, into,
                    standards == StandardsRead::all ? Changed::Shown::yes : Changed::Shown::no);
    put_all(changed);
    return in_no_tree(NewErrors(changed.validate_all(standards), root, into), {trees[2], trees[1]}, silent, standards);
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
  NewErrors errors(std::move(found), [&](const Diagnostic& d) {
    const auto file = d.at.known() ? files.find(std::string(sources.name(d.at.source))) : files.end();
    return fingerprint(d, file == files.end() ? std::string_view{} : std::string_view(file->second->relative));
  });
  for (const std::string& input : call.inputs) {
    if (errors.none()) break;
    Sources others;
    const std::string root = std::filesystem::is_directory(input) ? input : folder_of(input);
    const auto find = [&](Collector& to) { return discover({input}, others, to); };
    errors.known(validate_only(errors.rules(), find, silent, others), root, others);
  }
  return errors.take();
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
  return in_no_tree(NewErrors(changed.validate_all(), {}, sources), {&theirs, &ours}, silent);
}

}  // namespace matter
