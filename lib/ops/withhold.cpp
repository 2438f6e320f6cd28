#include "ops/withhold.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace matter {

namespace {

constexpr Bilingual unfinished_merge{"文件里有合并留下的痕迹，先处理完合并",
                                     "the file shows an unfinished merge: finish that first"};
constexpr Bilingual not_named{"这个文件不在所给的路径之内", "the file is not among what was named"};
constexpr Bilingual no_file{"不是可以写的文件", "it is no file that can be written"};

/// Whether a file is one of the paths or lies below one.
bool is_named(std::string_view file, const std::vector<std::string>& paths) {
  const auto at = std::filesystem::path(file).lexically_normal();
  const auto below = [&](const std::string& path) {
    auto folder = std::filesystem::path(path).lexically_normal();
    if (folder.filename() == "catalog.yaml") folder = folder.parent_path();  // stands for its folder
    if (folder.empty()) folder = ".";
    const auto relative = at.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
  };
  return paths.empty() || std::any_of(paths.begin(), paths.end(), below);
}

class Withholding {
 public:
  Withholding(const std::vector<std::string>& paths, const std::vector<NotEditable>& not_editable,
              const Sources& sources)
      : paths_(paths), sources_(sources) {
    for (const NotEditable& one : not_editable) outside_.emplace(one.source, one.why);
  }

  void merge_seen(SourceId source) { merges_.insert(source); }

  [[nodiscard]] Bilingual why(const Diagnostic& d) {
    const SourceId source = d.at.source;
    if (merges_.contains(source)) return unfinished_merge;
    if (!writable(source)) return no_file;
    if (!named(source)) return not_named;
    const auto outside = outside_.find(source);
    return outside == outside_.end() || d.fix->converts() ? Bilingual{} : outside->second;
  }

 private:
  [[nodiscard]] bool writable(SourceId source) const {
    if (source == no_source) return false;
    const SourceKind kind = sources_.kind(source);  // memory: the stand-in of a file
    return kind == SourceKind::disk || kind == SourceKind::standard_input || kind == SourceKind::memory;
  }
  bool named(SourceId source) {
    if (sources_.kind(source) == SourceKind::standard_input) return true;
    const auto known = named_.find(source);
    if (known != named_.end()) return known->second;
    return named_[source] = is_named(sources_.name(source), paths_);
  }

  const std::vector<std::string>& paths_;
  const Sources& sources_;
  std::map<SourceId, Bilingual> outside_;
  std::set<SourceId> merges_;
  std::map<SourceId, bool> named_;
};

}  // namespace

void withhold_fixes(std::vector<Diagnostic>& findings, const std::vector<std::string>& paths,
                    const std::vector<NotEditable>& not_editable, const Sources& sources, Lang lang) {
  Withholding withholding(paths, not_editable, sources);
  for (const Diagnostic& d : findings) {
    if (d.rule == "yaml-merge-marker" || d.rule == "merge-damage") withholding.merge_seen(d.at.source);
  }
  for (Diagnostic& d : findings) {
    if (d.fix) d.fix->withheld = withholding.why(d).in(lang);
  }
}

}  // namespace matter
