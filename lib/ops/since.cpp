#include "ops/since.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "catalog/catalog.h"
#include "edit/field_edit.h"
#include "model/content.h"

namespace matter {

namespace {

/// One side: what was found, under names that are the same on both.
class Side {
 public:
  Side(const Sources& sources, const GitRepository& git, std::size_t skipped)
      : sources_(sources), top_(git.top()), here_(git.inside(".")), skipped_(skipped) {}

  CheckedTree tree;

  [[nodiscard]] const Sources& sources() const { return sources_; }

  /// As the repository calls it.
  const std::string& file(SourceId source) {
    const auto known = files_.find(source);
    if (known != files_.end()) return known->second;
    return files_[source] = path_of(std::string(sources_.name(source)), sources_.kind(source) == SourceKind::git);
  }

  void take(CheckedTree checked) {
    tree = std::move(checked);
    for (const MatterPrint& print : tree.matters) {
      const std::string_view called = sources_.name(print.source);
      if (print.name.size() > called.size() && print.name.starts_with(called) && print.name[called.size()] == '#')
        without_code_.emplace(print.name, file(print.source) + '#' + std::to_string(print.bytes));
    }
  }

  /// A matter without a code is known by its file and what it says: its number moves when another is put before it.
  [[nodiscard]] std::string matter(const std::string& name) const {
    const auto other = without_code_.find(name);
    return other == without_code_.end() ? name : other->second;
  }

  std::string print(const Diagnostic& d) {
    Diagnostic named;
    named.rule = d.rule;
    named.matter = matter(d.matter);
    named.field = d.field;
    named.subject = d.subject;
    return fingerprint(named, d.at.known() ? file(d.at.source) : std::string());
  }

 private:
  [[nodiscard]] std::string path_of(const std::string& name, bool git) {
    if (git) return name.substr(skipped_);
    const std::filesystem::path path(name);
    if (!path.is_absolute()) return (std::filesystem::path(here_) / path).lexically_normal().string();
    const std::string folder = path.parent_path().string();
    auto known = folders_.find(folder);
    if (known == folders_.end()) known = folders_.emplace(folder, std::filesystem::weakly_canonical(folder)).first;
    return (known->second / path.filename()).lexically_relative(top_).string();
  }

  const Sources& sources_;
  std::filesystem::path top_;
  std::string here_;
  std::size_t skipped_;  // the commit's name before a path
  std::map<SourceId, std::string> files_;
  std::map<std::string, std::filesystem::path> folders_;
  std::map<std::string, std::string> without_code_;
};

/// What a matter says, read again.
std::optional<Content> content_of(const Sources& sources, const MatterPrint& print) {
  LoadedFile file;
  Collector unheard(Lang::en);
  load_file(sources, print.source, file, unheard);
  for (const Matter& m : file.matters) {
    if (m.mark.value == print.span) return content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
  }
  return std::nullopt;
}

class Comparison {
 public:
  Comparison(Side& now, Side& then) : now_(now), then_(then) {
    for (const MatterPrint& print : then_.tree.matters) matters_.emplace(then_.matter(print.name), &print);
    for (const SourceId source : then_.tree.files) files_.emplace(then_.file(source), source);
    for (const Diagnostic& d : then_.tree.result.findings) ++prints_[then_.print(d)];
    for (const MatterPrint& print : now_.tree.matters) {
      matters_in_[print.source].push_back(&print);
      if (is_changed(print)) changed_.insert(now_.matter(print.name));
    }
  }

  [[nodiscard]] std::size_t changed() const { return changed_.size(); }

  /// To be asked once for each finding, in order.
  bool shows(const Diagnostic& d) {
    const auto known = prints_.find(now_.print(d));
    const bool old = known != prints_.end() && known->second > 0;
    if (old) --known->second;
    return !old || concerns_change(d);
  }

  /// Found then and not asked about.
  [[nodiscard]] std::size_t gone() const {
    std::size_t all = 0;
    for (const auto& [print, count] : prints_) all += count;
    return all;
  }

 private:
  bool is_changed(const MatterPrint& print) {
    const auto [first, last] = matters_.equal_range(now_.matter(print.name));
    if (first == last) return true;
    if (std::any_of(first, last, [&](const auto& one) { return one.second->bytes == print.bytes; })) return false;
    const auto says = content_of(now_.sources(), print);
    return !says || std::none_of(first, last, [&](const auto& one) {
      const auto said = content_of(then_.sources(), *one.second);
      return said && says_the_same(*said, *says);
    });
  }

  bool concerns_change(const Diagnostic& d) {
    if (!d.matter.empty()) return changed_.contains(now_.matter(d.matter));
    if (!d.at.known()) return false;
    for (const MatterPrint* print : matters_in_[d.at.source]) {
      if (print->span.contains(d.at.span.begin)) return changed_.contains(now_.matter(print->name));
    }
    return is_file_changed(d.at.source);
  }

  /// Of what stands outside of matters, and of files whose matters could not be read, the bytes decide.
  bool is_file_changed(SourceId source) {
    const auto known = file_changed_.find(source);
    if (known != file_changed_.end()) return known->second;
    const auto then = files_.find(now_.file(source));
    const bool same = then != files_.end() && *now_.sources().text(source) == *then_.sources().text(then->second);
    return file_changed_[source] = !same;
  }

  Side& now_;
  Side& then_;
  std::multimap<std::string, const MatterPrint*> matters_;
  std::map<std::string, SourceId> files_;
  std::map<std::string, std::size_t> prints_;
  std::map<SourceId, std::vector<const MatterPrint*>> matters_in_;
  std::set<std::string> changed_;
  std::map<SourceId, bool> file_changed_;
};

}  // namespace

SinceResult validate_since(const std::string& path, const GitRepository& git, const std::string& commit,
                           const RunOptions& options, Sources& sources) {
  Sources old;
  Side now(sources, git, 0);
  Side then(old, git, commit.size() + 1);
  now.take(validate_tree([&](Collector& to) { return discover({path}, sources, to); }, {path}, options, sources));
  const auto find_old = [&](Collector& to) {
    return git.kind(commit, path).empty() ? Discovery{} : git.discover(commit, path, old, to);
  };
  then.take(validate_tree(find_old, {}, options, old));
  Comparison comparison(now, then);

  SinceResult result;
  result.nothing = now.tree.result.nothing();
  result.changed = comparison.changed();
  std::vector<Diagnostic> findings = std::move(now.tree.result.findings);
  result.shown = std::move(now.tree.result);
  ValidateResult& shown = result.shown;
  shown.findings.clear();
  shown.errors = shown.warnings = shown.infos = shown.fixable = shown.unsafe_fixable = 0;
  for (Diagnostic& d : findings) {
    const bool is_shown = comparison.shows(d);
    std::size_t& count = d.severity == Severity::error     ? (is_shown ? shown.errors : result.elsewhere_errors)
                         : d.severity == Severity::warning ? (is_shown ? shown.warnings : result.elsewhere_warnings)
                                                           : (is_shown ? shown.infos : result.elsewhere_infos);
    ++count;
    if (!is_shown) continue;
    if (d.fix && d.fix->usable()) ++(d.fix->safe ? shown.fixable : shown.unsafe_fixable);
    shown.findings.push_back(std::move(d));
  }
  result.gone = comparison.gone();
  return result;
}

}  // namespace matter
