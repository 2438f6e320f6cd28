#include "ops/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/suppressions.h"
#include "model/codes.h"
#include "ops/left_out.h"
#include "text/pool.h"

namespace matter {

namespace {

/// Reads the standard entries: of the standard catalogs named by others, and of those among the files themselves
/// (whose findings come when they are checked).
class StandardsLoad {
 public:
  StandardsLoad(Sources& sources, Workspace& into, Collector& findings)
      : sources_(sources), into_(into), findings_(findings) {}

  void all() {
    own();
    for (const CatalogFile& f : into_.discovery.standards) named(f);
  }

  /// Those that the files are bound to: first from files that are called like them, as most are; only where an entry
  /// is not found so, from files that hold its code; at last from all.
  void needed() {
    const std::vector<CatalogFile>& all = into_.discovery.standards;
    if (into_.discovery.files.size() > all.size()) return this->all();  // to look what is needed would be more work
    own();
    look_for_bindings();
    std::vector<bool> read(all.size(), false);
    const auto load_those = [&](const auto& chosen) {
      if (found_all()) return;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (read[i] || !chosen(all[i])) continue;
        read[i] = true;
        named(all[i]);
      }
    };
    load_those([this](const CatalogFile& f) { return is_called_like_one(sources_.name(f.source)); });
    load_those([this](const CatalogFile& f) { return holds_one(f); });
    load_those([](const CatalogFile&) { return true; });
  }

 private:
  void own() {
    for (const CatalogFile& f : into_.discovery.files) {
      if (!into_.is_standard(f)) continue;
      Collector unheard(findings_.lang());
      load_file(sources_, f.source, file_, unheard);
      into_.standards.add(file_);
    }
  }

  void named(const CatalogFile& f) {
    load_file(sources_, f.source, file_, findings_);
    into_.standards.add(file_);
    const bool faulty =
        std::any_of(file_.matters.begin(), file_.matters.end(), [](const Matter& m) { return !m.problems.empty(); });
    if (faulty) into_.faulty_standards.push_back(f);
    if (has_suppressions(file_.document)) into_.commented_standards.push_back(f);
  }

  void look_for_bindings() {
    for (const CatalogFile& f : into_.discovery.files) {
      if (into_.is_standard(f)) continue;
      Collector unheard(findings_.lang());
      load_file(sources_, f.source, file_, unheard);
      for (const Matter& m : file_.matters) {
        if (m.standard.given()) bound_.emplace_back(m.standard.text);
      }
    }
    std::sort(bound_.begin(), bound_.end());
    bound_.erase(std::unique(bound_.begin(), bound_.end()), bound_.end());
    for (const std::string& reference : bound_) {
      const auto parsed = parse_standard_reference(reference);
      if (parsed && (codes_.empty() || codes_.back() != parsed->code)) codes_.push_back(parsed->code);
    }
  }

  [[nodiscard]] bool found_all() const {
    return std::all_of(bound_.begin(), bound_.end(),
                       [&](const std::string& reference) { return into_.standards.find(reference) != nullptr; });
  }

  [[nodiscard]] bool is_called_like_one(std::string_view path) const {
    const std::string_view name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    return std::any_of(codes_.begin(), codes_.end(), [&](std::string_view code) {
      return name.find(code.substr(0, std::min(code.size(), basic_code_length))) != std::string_view::npos;
    });
  }

  [[nodiscard]] bool holds_one(const CatalogFile& f) {
    sources_.read(f.source, text_);
    return std::any_of(codes_.begin(), codes_.end(),
                       [&](std::string_view code) { return text_.find(code) != std::string::npos; });
  }

  static constexpr std::size_t basic_code_length = 12;

  Sources& sources_;
  Workspace& into_;
  Collector& findings_;
  LoadedFile file_;
  std::string text_;
  std::vector<std::string> bound_;
  std::vector<std::string_view> codes_;  // in `bound_`
};

}  // namespace

void open_workspace(const FindFiles& find, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings, StandardsRead standards) {
  into.discovery = find(findings);
  into.standards = {};
  into.faulty_standards.clear();
  into.commented_standards.clear();
  StandardsLoad load(sources, into, findings);
  if (standards == StandardsRead::all) {
    load.all();
  } else {
    load.needed();
  }
  into.contexts.clear();
  for (const auto& catalog : into.discovery.catalogs) {
    into.contexts.push_back({catalog.get(), &into.standards, options.today});
  }
}

void open_workspace(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings) {
  open_workspace([&](Collector& to) { return discover(paths, sources, to); }, options, sources, into, findings);
  say_left_out(into.discovery, options);
}

std::string report_identity(const Matter& m, bool standard, std::string_view source_name, std::size_t number) {
  const std::string_view code = standard ? standard_code(m) : identity(m);
  if (code.empty()) return fmt::format("{}#{}", source_name, number);
  if (standard) return fmt::format("{}@{}", code, standard_version(m));
  return std::string(code);
}

LoadSummary for_each_matter(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources,
                            Collector& findings, const MatterCallback& each) {
  Workspace work;
  open_workspace(paths, options, sources, work, findings);
  return for_each_matter(work, options, sources, findings, each);
}

LoadSummary for_each_matter(const Workspace& work, const RunOptions& options, Sources& sources, Collector& findings,
                            const MatterCallback& each) {
  struct Slot {
    LoadedFile file;
    std::vector<Diagnostic> found;
  };
  const std::vector<CatalogFile>& files = work.discovery.files;
  const unsigned workers = worker_count(options.jobs, files.size());
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 4;
  std::vector<Slot> slots(window);
  LoadSummary summary;

  const auto load = [&](unsigned, std::size_t item) {
    Slot& slot = slots[item % window];
    Collector found(options.lang);
    load_file(sources, files[item].source, slot.file, found);
    slot.found = found.take();
    if (work.is_standard(files[item])) return;
    for (Matter& m : slot.file.matters) {
      make_effective(m, m.standard.given() ? work.standards.find(m.standard.text) : nullptr);
    }
  };
  const auto take = [&](std::size_t item) {
    Slot& slot = slots[item % window];
    for (Diagnostic& d : slot.found) findings.add(std::move(d));
    ++summary.files;
    summary.matters += slot.file.matters.size();
    summary.damaged += slot.file.document.damaged ? 1 : 0;
    const bool standard = work.is_standard(files[item]);
    for (std::size_t i = 0; i < slot.file.matters.size(); ++i) {
      const Matter& m = slot.file.matters[i];
      const std::string name = report_identity(m, standard, sources.name(files[item].source), i + 1);
      each({m, work.context(files[item]), name, standard}, slot.file);
    }
    if (options.progress) options.progress(item + 1, files.size());
  };
  in_order(files.size(), workers, window, load, take);
  return summary;
}

}  // namespace matter
