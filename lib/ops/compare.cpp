#include "ops/compare.h"

#include <algorithm>

#include "catalog/level.h"
#include "catalog/same_item.h"
#include "checks/profile.h"
#include "checks/same_matters.h"
#include "ops/compare_rows.h"
#include "ops/in_chunks.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string said(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string(); }

}  // namespace

/// What one chunk of files gave.
struct LevelComparison::Part {
  struct Met {
    CompareRow row;
    std::string identity, item, level, agency;
    bool bound = false;
  };
  std::vector<Met> met;
  std::vector<Verdict> verdicts;      ///< of those that are bound
  std::vector<std::uint64_t> prints;  ///< of the others
  std::vector<Diagnostic> findings;
  std::size_t files = 0, matters = 0, entries = 0, damaged = 0;
  std::size_t dangling = 0, nameless = 0, no_standard = 0, cancelled = 0;
};

CompareResult LevelComparison::run(const std::vector<std::string>& paths) {
  Collector findings(options_.lang);
  open_workspace(paths, options_, sources_, work_, findings);
  profiles_ = chosen_profiles(what_.profile, work_.contexts, sources_, findings);
  columns();
  if (width_ > 0) {
    read_all(findings);
    group();
    compare_with_references();
    order_items();
    sum_up();
  }
  for (Diagnostic& d : findings.take()) {
    if (d.severity == Severity::error) result_.findings.push_back(std::move(d));
  }
  return std::move(result_);
}

/// One column for each element of any profile; elements of one id and label are one.
void LevelComparison::columns() {
  for (const auto& profile : profiles_) {
    result_.profiles.push_back(std::string(profile->label) + " (" + std::string(profile->id) + ")");
    result_.verified &= profile->verified;
    std::vector<std::size_t>& of = columns_[profile.get()];
    for (const Element& element : profile->elements) {
      const auto known = std::find_if(result_.elements.begin(), result_.elements.end(), [&](const NamedTotals& column) {
        return column.name == element.id && column.label == element.label;
      });
      of.push_back(static_cast<std::size_t>(known - result_.elements.begin()));
      if (known == result_.elements.end()) {
        result_.elements.push_back({std::string(element.id), std::string(element.label), {}});
      }
    }
  }
  width_ = result_.elements.size();
}

Silence LevelComparison::silence_of(const Element& element, std::string_view level,
                                    const CatalogContext& context) const {
  if (!element.applies(level)) return Silence::level;
  return not_carried(element, context) ? Silence::not_carried : Silence::none;
}

void LevelComparison::read_all(Collector& findings) {
  const auto read = [&](FileRange files, LoadedFile& loaded, Part& part) {
    Collector found(options_.lang);
    for (std::size_t i = files.from; i < files.to; ++i) read_file(static_cast<std::uint32_t>(i), loaded, found, part);
    part.findings = found.take();
  };
  in_chunks<LoadedFile, Part>(work_.discovery.files.size(), options_, read, [&](FileRange /*files*/, Part& part) {
    for (Diagnostic& d : part.findings) findings.add(std::move(d));
    take(part);
  });
}

void LevelComparison::read_file(std::uint32_t file, LoadedFile& loaded, Collector& findings, Part& part) const {
  const CatalogFile& of = work_.discovery.files[file];
  load_file(sources_, of.source, loaded, findings);
  ++part.files;
  part.damaged += loaded.document.damaged ? 1U : 0U;
  const bool standard = work_.is_standard(of);
  (standard ? part.entries : part.matters) += loaded.matters.size();
  if (standard || loaded.document.damaged) return;
  for (std::size_t i = 0; i < loaded.matters.size(); ++i) {
    Matter& m = loaded.matters[i];
    if (m.standard.given()) {
      const Matter* const entry = work_.standards.find(m.standard.text);
      if (entry == nullptr || work_.standards.is_damaged(*entry)) {
        ++(entry == nullptr ? part.dangling : part.no_standard);
        continue;
      }
      make_effective(m, entry);
    }
    meet(file, m, report_identity(m, false, sources_.name(of.source), i + 1), part);
  }
}

void LevelComparison::meet(std::uint32_t file, const Matter& m, std::string_view identity, Part& part) const {
  const CatalogContext& context = work_.context(work_.discovery.files[file]);
  if (context.profile == nullptr) return;
  if (m.status.is("取消")) {
    ++part.cancelled;
    return;
  }
  Part::Met met;
  met.level = level_of(m, context.catalog->config);
  met.bound = m.standard_entry != nullptr;
  met.item = met.bound ? std::string(standard_code(*m.standard_entry)) : item_key(m);
  if (met.item.empty()) {
    ++part.nameless;
    return;
  }
  met.identity = identity;
  met.agency = said(m.agency.name);
  met.row.entry = m.standard_entry;
  met.row.file = file;
  met.row.begin = m.mark.value.begin;
  met.row.wanted = is_wanted(what_, m, identity, met.level);
  if (met.bound && !met.row.wanted) return;
  const std::vector<std::size_t>& columns = columns_.at(context.profile);
  std::vector<Verdict> verdict(met.bound ? width_ : 0, Verdict::not_applicable);
  std::vector<std::uint64_t> prints(met.bound ? 0 : width_, 0);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Element& element = context.profile->elements[i];
    if (silence_of(element, met.level, context) != Silence::none) continue;
    if (m.standard_entry != nullptr) {
      verdict[columns[i]] = compare_element(element, m, *m.standard_entry, Wanted::verdict).verdict;
    } else {
      prints[columns[i]] = print_of(element, m);
    }
  }
  part.verdicts.insert(part.verdicts.end(), verdict.begin(), verdict.end());
  part.prints.insert(part.prints.end(), prints.begin(), prints.end());
  part.met.push_back(std::move(met));
}

void LevelComparison::take(Part& part) {
  const auto number_of = [](std::unordered_map<std::string, std::uint32_t>& numbers, std::vector<std::string>& names,
                            const std::string& name) {
    const auto [at, fresh] = numbers.emplace(name, static_cast<std::uint32_t>(names.size()));
    if (fresh) names.push_back(name);
    return at->second;
  };
  std::size_t verdict = 0;
  std::size_t print = 0;
  for (Part::Met& met : part.met) {
    CompareRow& row = rows_.emplace_back(met.row);
    row.identity = texts_.keep(met.identity);
    row.agency = number_of(agency_of_, agencies_, met.agency);
    row.level = static_cast<std::uint8_t>(number_of(level_of_, levels_, met.level));
    // Bound and unbound matters are never one item: the former answer to their entry.
    const auto [at, fresh] =
        item_of_.emplace((met.bound ? "" : "/") + met.item, static_cast<std::uint32_t>(items_.size()));
    if (fresh) items_.push_back({texts_.keep(met.item), 0, 0, 0, 0});
    row.item = at->second;
    row.cells = static_cast<std::uint32_t>(verdicts_.size() / width_);
    if (met.bound) {
      verdicts_.insert(verdicts_.end(), &part.verdicts[verdict], &part.verdicts[verdict] + width_);
      verdict += width_;
      prints_of_.push_back(no_row);
    } else {
      verdicts_.resize(verdicts_.size() + width_, Verdict::not_applicable);
      prints_of_.push_back(static_cast<std::uint32_t>(prints_.size() / width_));
      prints_.insert(prints_.end(), &part.prints[print], &part.prints[print] + width_);
      print += width_;
    }
  }
  result_.files += part.files;
  result_.matters += part.matters;
  result_.entries += part.entries;
  result_.damaged += part.damaged;
  dangling_ += part.dangling;
  nameless_ += part.nameless;
  no_standard_ += part.no_standard;
  cancelled_ += part.cancelled;
}

std::vector<std::shared_ptr<const Profile>> chosen_profiles(const std::string& profile,
                                                            std::span<CatalogContext> catalogs, Sources& sources,
                                                            Collector& findings) {
  if (profile.empty()) return choose_profiles(catalogs, sources, findings);
  const std::vector<std::string_view> known = known_profiles();
  const bool compiled_in = std::find(known.begin(), known.end(), profile) != known.end();
  auto chosen = compiled_in ? find_profile(profile, sources, findings)
                            : read_profile(sources.add_file(profile), sources, findings);
  for (CatalogContext& context : catalogs) context.profile = chosen.get();
  std::vector<std::shared_ptr<const Profile>> profiles;
  if (chosen) profiles.push_back(std::move(chosen));
  return profiles;
}

bool is_wanted(const CompareOptions& what, const Matter& m, std::string_view identity, std::string_view level) {
  if (!what.levels.empty() && std::find(what.levels.begin(), what.levels.end(), level) == what.levels.end())
    return false;
  if (!what.agency.empty() && normalised(m.agency.name.text) != normalised(what.agency) &&
      m.agency.code.text != what.agency && !implementing_code(m).starts_with(what.agency)) {
    return false;
  }
  if (what.code.empty() || identity == what.code || basic_code(m) == what.code) return true;
  if (implementing_code(m) == what.code || (m.standard.given() && m.standard.text == what.code)) return true;
  return m.standard_entry != nullptr && standard_code(*m.standard_entry) == what.code;
}

CompareResult compare_levels(const std::vector<std::string>& paths, const CompareOptions& what,
                             const RunOptions& options, Sources& sources) {
  auto comparison = std::make_shared<LevelComparison>(what, options, sources);
  CompareResult result = comparison->run(paths);
  result.kept = std::move(comparison);
  return result;
}

std::size_t CompareResult::each(const CompareShow& show,
                                const std::function<void(const ComparedMatter&)>& visitor) const {
  return kept->each(show, visitor);
}

}  // namespace matter
