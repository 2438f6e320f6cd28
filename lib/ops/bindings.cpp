#include "ops/bindings.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

#include "catalog/level.h"
#include "checks/settings.h"
#include "model/calendar.h"
#include "ops/in_chunks.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view claim_rule = "same-binding-stale";
constexpr int no_day = 1000000;

std::string said(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string(); }

class Listing {
 public:
  Listing(const BindingsOptions& what, const RunOptions& options, Sources& sources)
      : what_(what), options_(options), sources_(sources), rule_(find_rule(claim_rule)) {}

  BindingsResult run(const std::vector<std::string>& paths) {
    Collector findings(options_.lang);
    open_workspace(paths, options_, sources_, work_, findings);
    profiles_ = chosen_profiles(what_.which.profile, work_.contexts, sources_, findings);
    for (const CatalogContext& context : work_.contexts) {
      Collector unheard(options_.lang);
      days_.push_back(read_settings(context.catalog, nullptr, {&rule_, 1}, unheard));
    }
    read_all(findings);
    order();
    result_.standards = !work_.standards.empty();
    result_.today = to_text(options_.today);
    for (Diagnostic& d : findings.take()) {
      if (d.severity == Severity::error) result_.findings.push_back(std::move(d));
    }
    return std::move(result_);
  }

 private:
  /// Two versions as one profile sees them.
  using Pair = std::tuple<const Matter*, const Matter*, const Profile*>;

  struct Part {
    std::vector<std::pair<Pair, StaleMatter>> stale;
    std::vector<std::pair<BindingCandidates::Wanted, UnboundMatter>> unbound;
    std::vector<Diagnostic> findings;
    std::size_t files = 0, matters = 0, current = 0, declared = 0, damaged = 0, unread = 0;
  };

  void read_all(Collector& findings) {
    const auto read = [&](FileRange files, LoadedFile& loaded, Part& part) {
      Collector found(options_.lang);
      for (std::size_t i = files.from; i < files.to; ++i) read_file(work_.discovery.files[i], loaded, found, part);
      part.findings = found.take();
    };
    BindingCandidates candidates(work_.standards);
    in_chunks<LoadedFile, Part>(work_.discovery.files.size(), options_, read, [&](FileRange /*files*/, Part& part) {
      for (Diagnostic& d : part.findings) findings.add(std::move(d));
      take(part, candidates);
    });
  }

  void read_file(const CatalogFile& of, LoadedFile& file, Collector& findings, Part& part) {
    load_file(sources_, of.source, file, findings);
    ++part.files;
    part.damaged += file.document.damaged ? 1U : 0U;
    if (work_.is_standard(of) || file.document.damaged) return;
    for (std::size_t i = 0; i < file.matters.size(); ++i) {
      const Matter& m = file.matters[i];
      if (!m.status.is("取消")) meet(m, report_identity(m, false, sources_.name(of.source), i + 1), of, part);
    }
  }

  void meet(const Matter& m, const std::string& identity, const CatalogFile& of, Part& part) {
    const CatalogContext& context = work_.context(of);
    const Matter* const entry = m.standard.given() ? work_.standards.find(m.standard.text) : nullptr;
    Matter effective = m;
    make_effective(effective, entry);
    const std::string level(level_of(effective, context.catalog->config));
    if (!is_wanted(what_.which, effective, identity, level)) return;
    ++part.matters;
    BindingMatter one{identity, display_name(effective), level, said(m.agency.name),
                      m.standard.given() ? m.standard.at() : m.mark.at()};
    if (entry == nullptr) return unbound(m, std::move(one), part);
    const Matter* const newer = newer_entry(work_.standards, *entry);
    if (newer == nullptr || context.profile == nullptr) {
      ++part.current;
    } else if (work_.standards.is_damaged(*entry) || work_.standards.is_damaged(*newer)) {
      ++part.unread;
    } else if (what_.stale) {
      StaleMatter stale;
      static_cast<BindingMatter&>(stale) = std::move(one);
      time_left(effective, *newer, of, stale);
      stale.own = own_elements(*changes(*entry, *newer, *context.profile), m, *newer, level);
      part.stale.emplace_back(Pair{entry, newer, context.profile}, std::move(stale));
    }
  }

  const EntryChanges* changes(const Matter& older, const Matter& newer, const Profile& profile) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const EntryChanges>& known = changes_[{&older, &newer, &profile}];
    if (known == nullptr) {
      const auto of =
          std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& p) { return p.get() == &profile; });
      known = std::make_shared<const EntryChanges>(changes_between(older, newer, *of));
    }
    return known.get();
  }

  void time_left(const Matter& m, const Matter& newest, const CatalogFile& of, StaleMatter& stale) const {
    if (!newest.effective.given()) return;
    const CatalogContext& context = work_.context(of);
    const MatterView view{m, context, stale.identity, false, {}, sources_.name(of.source), rule_};
    Settings settings = days_[of.catalog].at(0).settings;
    static_cast<void>(days_[of.catalog].at(0).of(view, settings));
    const DateValue begin{newest.effective.year, newest.effective.month, newest.effective.day};
    const auto last = context.calendar().after_working_days(begin, settings.at(0));
    if (!last) return;
    stale.deadline = to_text(*last);
    const auto ahead = context.calendar().working_days_after(options_.today, *last);
    const auto behind = context.calendar().working_days_after(*last, options_.today);
    if (ahead && behind) stale.left = *ahead - *behind;
  }

  void unbound(const Matter& m, BindingMatter one, Part& part) const {
    if (!m.standard.given() && (m.binding.status.given() || m.bundle.mark.given())) {
      ++part.declared;
      return;
    }
    if (!what_.unbound) return;
    UnboundMatter found;
    static_cast<BindingMatter&>(found) = std::move(one);
    found.named = said(m.standard);
    part.unbound.emplace_back(BindingCandidates::wanted(m), std::move(found));
  }

  void take(Part& part, BindingCandidates& candidates) {
    for (auto& [pair, stale] : part.stale) {
      result_.overdue += stale.left && *stale.left < 0 ? 1U : 0U;
      stale_[pair].push_back(std::move(stale));
      ++result_.stale_matters;
    }
    for (auto& [wanted, one] : part.unbound) {
      one.candidates = candidates.best(wanted);
      result_.dangling += one.named.empty() ? 0U : 1U;
      result_.unbound.push_back(std::move(one));
    }
    result_.files += part.files;
    result_.matters += part.matters;
    result_.current += part.current;
    result_.declared += part.declared;
    result_.damaged += part.damaged;
    result_.unread += part.unread;
  }

  void order() {
    const auto before = [](const StaleMatter& a, const StaleMatter& b) {
      return std::tuple(a.left.value_or(no_day), std::string_view(a.identity)) <
             std::tuple(b.left.value_or(no_day), std::string_view(b.identity));
    };
    for (auto& [pair, matters] : stale_) {
      const auto& [older, newer, profile] = pair;
      std::stable_sort(matters.begin(), matters.end(), before);
      StaleEntry& entry = result_.stale.emplace_back();
      entry.code = standard_code(*newer);
      entry.name = display_name(*newer);
      entry.bound = standard_version(*older);
      entry.newest = standard_version(*newer);
      entry.bound_at = older->version.given() ? older->version.at() : older->mark.at();
      entry.newest_at = newer->version.given() ? newer->version.at() : newer->mark.at();
      if (newer->effective.given())
        entry.effective = to_text(DateValue{newer->effective.year, newer->effective.month, newer->effective.day});
      entry.changes = changes_.at(pair);
      entry.matters = std::move(matters);
    }
    std::sort(result_.stale.begin(), result_.stale.end(), [](const StaleEntry& a, const StaleEntry& b) {
      const auto key = [](const StaleEntry& e) {
        return std::tuple(e.matters.front().left.value_or(no_day), std::string_view(e.code), e.bound,
                          e.changes->profile->id);
      };
      return key(a) < key(b);
    });
    std::stable_sort(result_.unbound.begin(), result_.unbound.end(),
                     [](const UnboundMatter& a, const UnboundMatter& b) { return a.named.empty() < b.named.empty(); });
  }

  const BindingsOptions& what_;
  const RunOptions& options_;
  Sources& sources_;
  const Rule* rule_;
  Workspace work_;
  std::vector<std::shared_ptr<const Profile>> profiles_;
  std::vector<std::vector<RuleSettings>> days_;  // by catalog, of the one rule
  std::mutex mutex_;
  std::map<Pair, std::shared_ptr<const EntryChanges>> changes_;
  std::map<Pair, std::vector<StaleMatter>> stale_;
  BindingsResult result_;
};

}  // namespace

const Matter* newer_entry(const Standards& standards, const Matter& bound) {
  const Matter* const newest = standards.find(standard_code(bound));
  return newest != nullptr && standard_version(*newest) > standard_version(bound) ? newest : nullptr;
}

BindingsResult list_bindings(const std::vector<std::string>& paths, const BindingsOptions& what,
                             const RunOptions& options, Sources& sources) {
  return Listing(what, options, sources).run(paths);
}

}  // namespace matter
