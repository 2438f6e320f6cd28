#include "ops/validation.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "catalog/registers.h"
#include "change/grading.h"
#include "checks/bundles.h"
#include "checks/engine.h"
#include "checks/profile.h"
#include "checks/rule_book.h"
#include "checks/suppressions.h"
#include "checks/tasks.h"
#include "doc/encoding.h"
#include "edit/atomic.h"
#include "edit/editor.h"
#include "exchange/ids.h"
#include "ops/inherited.h"
#include "ops/left_out.h"
#include "ops/load.h"
#include "ops/rules_not_run.h"
#include "ops/withhold.h"
#include "text/pool.h"

namespace matter {

namespace {

/// Files that are checked in one go: large enough that handing over costs nothing beside them.
constexpr std::size_t chunk_files = 32;
/// The same where the files are held until others have had them.
constexpr std::size_t kept_files = 8;

}  // namespace

void Validation::prepare(const FindFiles& find, StandardsRead standards, Collector& findings) {
  open_workspace(find, options_, sources_, work_, findings, standards);
  if (beside_ != nullptr) whole_.reading = findings.found();
  for (const auto& catalog : work_.discovery.catalogs)
    catalog->registers = read_registers(*catalog, sources_, findings);
  profiles_ = choose_profiles(work_.contexts, sources_, findings);
  for (const auto& catalog : work_.discovery.catalogs) read_tasks(*catalog, sources_, findings);
  for (const CatalogContext& context : work_.contexts) {
    if (context.catalog != nullptr) book_.add(*context.catalog, sources_, findings);
  }
  for (const CatalogContext& context : work_.contexts) {
    const std::vector<const Rule*> rules = book_.of(context.catalog);
    plans_.emplace_back(context, findings, rules, preset_of(context.catalog, sources_, rules, findings), book_.all(),
                        only_);
    if (context.catalog != nullptr) static_cast<void>(Grading(context.catalog->config.changes, findings));
  }
}

ValidateResult Validation::conclude(Collector& findings, const std::vector<std::string>& paths) {
  const bool part = beside_ != nullptr && beside_->part;
  read_standards_suppressions();
  if (!part) judge(whole_.facts, work_.standards, sources_, complete(), findings, judged(), work_.contexts);
  if (beside_ == nullptr) {  // whoever uses the matters has them as they are meant, and says so
    for (const SourceId source : sources_.converted()) say_converted(sources_, source, findings);
  }
  for (Diagnostic& d : findings.take()) whole_.findings.push_back(std::move(d));
  inherited_.merge_into(whole_.findings, options_.lang);
  suppress();
  withhold_fixes(whole_.findings, paths, whole_.not_editable, sources_, options_.lang);
  return finish();
}

void Validation::check_files() {
  const std::vector<CatalogFile>& files = work_.discovery.files;
  const std::size_t chunk_size = beside_ != nullptr ? kept_files : chunk_files;
  const std::size_t chunks = (files.size() + chunk_size - 1) / chunk_size;
  const unsigned workers = worker_count(options_.jobs, chunks);
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 4;
  std::vector<LoadedFile> loaded(beside_ != nullptr ? window * chunk_size : workers);
  std::vector<CheckedPart> parts(window);

  const auto end_of = [&](std::size_t chunk) { return std::min((chunk + 1) * chunk_size, files.size()); };
  const auto place_of = [&](unsigned worker, std::size_t file) -> LoadedFile& {
    return loaded[beside_ != nullptr ? file % loaded.size() : worker];
  };
  const auto check = [&](unsigned worker, std::size_t chunk) {
    CheckedPart& part = parts[chunk % window];
    Collector findings(options_.lang);
    if (!plans_.empty()) part.facts = plans_.front().make_facts();
    for (std::size_t i = chunk * chunk_size; i < end_of(chunk); ++i) {
      check_file(files[i], place_of(worker, i), findings, part);
    }
    part.findings = findings.take();
  };
  const auto take = [&](std::size_t chunk) {
    take_part(std::exchange(parts[chunk % window], {}));
    for (std::size_t i = chunk * chunk_size; beside_ != nullptr && i < end_of(chunk); ++i)
      tell_others(files[i], place_of(0, i));
    if (options_.progress) options_.progress(end_of(chunk), files.size());
  };
  in_order(chunks, workers, window, check, take);
}

void Validation::take_part(CheckedPart&& part) {
  suppressing_.take(part.facts.suppressions);
  if (beside_ != nullptr && suppressing_.empty()) {  // whether a comment hides nothing, all findings tell
    std::erase_if(part.findings, [](const Diagnostic& d) { return d.severity != Severity::error; });
    std::erase_if(part.inherited, [](const Inherited& one) { return one.finding.severity != Severity::error; });
  }
  for (Inherited& one : part.inherited) {
    if (!is_suppressed(one.finding, one.binding)) inherited_.add(std::move(one));
  }
  whole_.add(std::move(part));
}

/// As for_each_matter reads: damaged files too, and matters whose entry was not found.
void Validation::read_for_others(const CatalogFile& file, LoadedFile& loaded, Collector& findings,
                                 CheckedPart& part) const {
  Collector reading(options_.lang);
  load_file(sources_, file.source, loaded, reading);
  part.reading.insert(part.reading.end(), reading.found().begin(), reading.found().end());
  for (Diagnostic& d : reading.take()) findings.add(std::move(d));
  if (work_.is_standard(file)) return;
  for (Matter& m : loaded.matters)
    make_effective(m, m.standard.given() ? work_.standards.find(m.standard.text) : nullptr);
}

void Validation::tell_others(const CatalogFile& file, const LoadedFile& loaded) const {
  const bool standard = work_.is_standard(file);
  for (std::size_t i = 0; i < loaded.matters.size(); ++i) {
    const Matter& m = loaded.matters[i];
    const std::string name = report_identity(m, standard, sources_.name(file.source), i + 1);
    if (!beside_->mine || beside_->mine(name))
      beside_->each({m, work_.context(file), name, standard}, loaded);
    else if (beside_->other)
      beside_->other();
  }
}

void Validation::check_file(const CatalogFile& file, LoadedFile& loaded, Collector& findings, CheckedPart& part) const {
  if (beside_ == nullptr)
    load_file(sources_, file.source, loaded, findings);
  else
    read_for_others(file, loaded, findings, part);
  if (const Bilingual why = outside_dialect(loaded.document); !why.en.empty())
    part.not_editable.push_back({file.source, why});
  if (with_prints_) part.texts.push_back(text_print(loaded.text));
  ++part.files;
  part.matters += loaded.matters.size();
  if (loaded.document.damaged) {
    ++part.unreadable;
    return;
  }
  if (loaded.matters.empty()) ++part.empty;
  for (std::size_t i = 0; i < loaded.matters.size(); ++i) {
    check_matter(file, loaded.matters[i], i + 1, findings, part);
  }
  read_suppressions(loaded.document, sources_.name(file.source), plans_[file.catalog], options_.today, findings,
                    part.facts);
}

/// Standard entries that nobody named: what their own comments hide is hidden wherever it is taken over.
void Validation::read_standards_suppressions() {
  LoadedFile loaded;
  Facts facts;
  for (const CatalogFile& file : work_.commented_standards) {
    Collector unheard(options_.lang);
    load_file(sources_, file.source, loaded, unheard);
    read_suppressions(loaded.document, sources_.name(file.source), plans_[file.catalog], options_.today, unheard,
                      facts);
  }
  for (SuppressionFact& fact : facts.suppressions) fact.tried = false;
  suppressing_.take(facts.suppressions);
}

/// Counts a finding that is hidden, and takes it away where it is to be kept.
bool Validation::is_suppressed(Diagnostic& finding, Location at) {
  const std::optional<Location> comment = suppressing_.hidden_by(finding.rule, at);
  if (!comment) return false;
  ++suppressed_;
  if (options_.keep_hidden) hidden_.push_back({std::move(finding), *comment});
  return true;
}

void Validation::suppress() {
  if (suppressing_.empty()) return;
  std::erase_if(whole_.findings, [&](Diagnostic& d) { return is_suppressed(d, d.at); });
  std::unordered_map<SourceId, std::uint32_t> catalog_of;
  for (const CatalogFile& file : work_.discovery.files) catalog_of.emplace(file.source, file.catalog);
  Collector findings(options_.lang);
  suppressing_.say_unused(complete(), findings, [&](SourceId source) -> std::optional<Severity> {
    const auto catalog = catalog_of.find(source);
    if (catalog == catalog_of.end()) return std::nullopt;
    return plans_[catalog->second].severity_in(*find_rule("suppression-unused"), sources_.name(source));
  });
  for (Diagnostic& d : findings.take()) whole_.findings.push_back(std::move(d));
}

void Validation::check_matter(const CatalogFile& file, Matter& m, std::size_t number, Collector& findings,
                              CheckedPart& part) const {
  const bool standard = work_.is_standard(file);
  if (!standard && m.standard.given()) {
    const Matter* entry = work_.standards.find(m.standard.text);
    const bool lost = entry == nullptr && (work_.standards.any_damaged() || work_.discovery.standards_incomplete);
    if (lost || (entry != nullptr && work_.standards.is_damaged(*entry))) {
      ++part.no_standard;
      return;
    }
    if (beside_ == nullptr) make_effective(m, entry);
  }
  const std::string name = report_identity(m, standard, sources_.name(file.source), number);
  if (beside_ != nullptr && beside_->mine && !beside_->mine(name)) return;
  if (with_prints_) {
    const std::string_view written = m.document == nullptr ? std::string_view{} : slice(m.document->text, m.mark.value);
    part.prints.push_back({name, file.source, m.mark.value, std::hash<std::string_view>{}(written)});
  }
  Collector found(options_.lang);
  plans_[file.catalog].check({m, work_.context(file), name, standard, {}, sources_.name(file.source)}, found,
                             part.facts, &part.tally, file.catalog);
  part.tally.count(file.catalog, family_of(m));
  if (found.found().empty()) return;
  for (Diagnostic& d : found.take()) {
    if (m.standard_entry == nullptr || d.at.source != m.standard_entry->mark.source) {
      findings.add(std::move(d));
    } else {
      const std::string entry = report_identity(*m.standard_entry, true, sources_.name(d.at.source), 1);
      part.inherited.push_back({std::move(d), entry, m.standard.at()});
    }
  }
}

/// Standard entries that nobody named are not checked, but what could not be read of them is missing in whatever
/// is bound to them: that is told.
void Validation::check_faulty_standards(Collector& findings) const {
  LoadedFile loaded;
  for (const CatalogFile& file : work_.faulty_standards) {
    Collector unheard(options_.lang);  // what is wrong with the YAML was told when the entries were loaded
    load_file(sources_, file.source, loaded, unheard);
    for (std::size_t i = 0; i < loaded.matters.size(); ++i) {
      const Matter& m = loaded.matters[i];
      if (m.problems.empty()) continue;
      const std::string name = report_identity(m, true, sources_.name(file.source), i + 1);
      Collector found(options_.lang);
      Facts unused = plans_[file.catalog].make_facts();
      plans_[file.catalog].check({m, work_.context(file), name, true}, found, unused);
      for (Diagnostic& d : found.take()) {
        const bool of_reading = std::any_of(m.problems.begin(), m.problems.end(), [&](const Problem& p) {
          return p.at.source == d.at.source && p.at.span.begin == d.at.span.begin && p.at.span.end == d.at.span.end;
        });
        if (of_reading) findings.add(std::move(d));
      }
    }
  }
}

ValidateResult Validation::finish() {
  ValidateResult result;
  result.files = whole_.files;
  result.matters = whole_.matters;
  result.suppressed = suppressed_;
  result.complete = complete();
  const auto before = [](const Diagnostic& x, const Diagnostic& y) {
    if (x.at.source != y.at.source) return x.at.source < y.at.source;
    if (x.at.span.begin != y.at.span.begin) return x.at.span.begin < y.at.span.begin;
    return x.rule < y.rule;
  };
  std::stable_sort(hidden_.begin(), hidden_.end(),
                   [&](const HiddenFinding& x, const HiddenFinding& y) { return before(x.finding, y.finding); });
  result.hidden = std::move(hidden_);
  std::vector<std::size_t> order(whole_.findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return before(whole_.findings[a], whole_.findings[b]); });
  result.findings.reserve(order.size());
  for (const std::size_t i : order) {
    Diagnostic& d = result.findings.emplace_back(std::move(whole_.findings[i]));
    ++(d.severity == Severity::error     ? result.errors
       : d.severity == Severity::warning ? result.warnings
                                         : result.infos);
    if (d.fix && d.fix->usable()) ++(d.fix->safe ? result.fixable : result.unsafe_fixable);
  }
  say_not_checked(result);
  return result;
}

/// Members of 一件事 of which only what was not read would tell whether they exist.
std::size_t Validation::unread_members() const {
  const RuleFacts* const own = whole_.facts.of("bundle-member");
  if (own == nullptr) return 0;
  return BundleMembers({whole_.facts, *own, work_.standards, sources_, complete()}).unread();
}

void Validation::say_not_checked(ValidateResult& result) const {
  const auto add = [&](std::string_view what, std::size_t count, Bilingual reason) {
    if (count > 0) result.not_checked.push_back({std::string(what), std::string(reason.in(options_.lang)), count});
  };
  const Discovery& found = work_.discovery;
  const std::string passed_over =
      say(options_.lang,
          {"不是 YAML，或是隐藏的文件、文件夹，略过：{}{}", "no YAML, or a hidden file or folder, passed over: {}{}"},
          found.first_ignored, found.ignored > 1 ? say(options_.lang, {" 等", " and others"}) : std::string());
  add("file", found.ignored, {passed_over, passed_over});
  const std::string left_out = left_out_words(found, options_.lang);
  add("file", found.left_out, {left_out, left_out});
  result.named_anyway = found.named_anyway;
  add("file", work_.discovery.links, {"文件夹里的符号链接不跟随", "a symbolic link inside a folder: not followed"});
  add("file", work_.discovery.refused,
      {"所在目录用的是更新的格式，没有读", "its catalog is written in a newer format: not read"});
  add("file", whole_.empty, {"里面没有事项", "there is no matter in it"});
  add("file", whole_.unreadable,
      {"有读不懂的地方，其中事项的内容没有检查", "it could not be read whole: its matters were not checked"});
  add("matter", whole_.no_standard,
      {"所认领的标准目录业务项读不到或读不全", "the standard entry it binds to could not be read whole"});
  add("bundle-member", unread_members(),
      {"成员事项不在这次读到的目录里，没有检查它是否存在",
       "a member's catalog was not read: whether it exists was not checked"});
  for (NotChecked& row : rules_not_run(plans_, whole_.tally, options_.lang))
    result.not_checked.push_back(std::move(row));
}

ValidateResult validate(const FindFiles& find, const RunOptions& options, Sources& sources, StandardsRead standards) {
  return Validation(options, sources).run(find, standards, {});
}

ValidateResult validate_only(const std::vector<std::string>& rules, const FindFiles& find, const RunOptions& options,
                             Sources& sources, StandardsRead standards) {
  const bool all = std::find(rules.begin(), rules.end(), "suppression-unused") != rules.end();
  return Validation(options, sources, all ? std::span<const std::string>{} : rules).run(find, standards, {});
}

CheckedTree validate_tree(const FindFiles& find, const std::vector<std::string>& paths, const RunOptions& options,
                          Sources& sources) {
  return Validation(options, sources).run_tree(find, paths);
}

ValidateResult validate(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources) {
  const auto find = [&](Collector& to) { return discover(paths, sources, to); };
  return Validation(options, sources).run(find, StandardsRead::all, paths);
}

}  // namespace matter
