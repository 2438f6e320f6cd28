#include "ops/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/pool.h"

namespace matter {

namespace {

/// Standard entries: of the standard catalogs named by others, and of those among the files themselves
/// (whose findings come when they are checked).
void load_standards(Sources& sources, Workspace& into, Collector& findings) {
  LoadedFile file;
  for (const CatalogFile& f : into.discovery.files) {
    if (!into.is_standard(f)) continue;
    Collector unheard(findings.lang());
    load_file(sources, f.source, file, unheard);
    into.standards.add(file);
  }
  for (const CatalogFile& f : into.discovery.standards) {
    load_file(sources, f.source, file, findings);
    into.standards.add(file);
    const bool faulty =
        std::any_of(file.matters.begin(), file.matters.end(), [](const Matter& m) { return !m.problems.empty(); });
    if (faulty) into.faulty_standards.push_back(f);
  }
}

}  // namespace

void open_workspace(const FindFiles& find, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings) {
  into.discovery = find(findings);
  into.standards = {};
  into.faulty_standards.clear();
  load_standards(sources, into, findings);
  into.contexts.clear();
  for (const auto& catalog : into.discovery.catalogs) {
    into.contexts.push_back({catalog.get(), &into.standards, options.today});
  }
}

void open_workspace(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources, Workspace& into,
                    Collector& findings) {
  open_workspace([&](Collector& to) { return discover(paths, sources, to); }, options, sources, into, findings);
}

std::string report_identity(const Matter& m, bool standard, std::string_view source_name, std::size_t number) {
  const std::string_view code = standard ? standard_code(m) : identity(m);
  if (code.empty()) return fmt::format("{}#{}", source_name, number);
  if (standard) return fmt::format("{}@{}", code, standard_version(m));
  return std::string(code);
}

LoadSummary for_each_matter(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources,
                            Collector& findings, const MatterCallback& each) {
  struct Slot {
    LoadedFile file;
    std::vector<Diagnostic> found;
  };
  Workspace work;
  open_workspace(paths, options, sources, work, findings);
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
