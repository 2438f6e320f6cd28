#include "ops/split.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "catalog/catalog_data.h"
#include "catalog/level.h"
#include "diag/collector.h"
#include "model/calendar.h"
#include "model/codes.h"
#include "model/named.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string text_of(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

/// As written, else the front of a whole 实施编码.
std::string code_of(const Matter& m) {
  if (m.agency.code.given()) return text_of(m.agency.code);
  constexpr std::size_t usc_length = 18, whole = 31;
  const std::string_view code = implementing_code(m);
  return code.size() == whole ? std::string(code.substr(0, usc_length)) : std::string{};
}

bool is_valid(const std::string& code) {
  const UscCheck usc = check_usc(code);
  return usc.shape && usc.check;
}

/// A kind of matters that are counted together.
struct Owning {
  std::string agency, code, level;
  bool standard = false, sample = false;
  friend bool operator<(const Owning& a, const Owning& b) {
    return std::tie(a.agency, a.code, a.level, a.standard, a.sample) <
           std::tie(b.agency, b.code, b.level, b.standard, b.sample);
  }
};

struct Owner {
  Span span;
  std::string name, identity;
  Owning owning;
  std::optional<Severity> worst;
};

/// The matters of files that have findings, and how many others there are.
class Owners {
 public:
  Owners(const ValidateResult& checked, const Sources& sources) : sources_(sources) {
    for (const Diagnostic& d : checked.findings) expect(d);
    for (const HiddenFinding& one : checked.hidden) expect(one.finding);
  }

  void meet(const MatterView& view, const Sources& sources) {
    const Matter& m = view.matter;
    Owning owning{text_of(m.agency.name), code_of(m), std::string(level_of(m, view.context.catalog->config)),
                  view.standard, m.sample.yes() || view.context.catalog->config.sample.yes()};
    if (!owning.agency.empty() && is_valid(owning.code)) {
      codes_[normalised(owning.agency)].insert(owning.code);
      name_of_.try_emplace(owning.code, owning.agency);
    }
    const auto file = files_.find(std::string(sources.name(m.mark.source)));
    if (file == files_.end()) {
      ++others_[std::move(owning)];
      return;
    }
    file->second.push_back({m.mark.value, display_name(m), std::string(view.identity), std::move(owning), {}});
  }

  /// The matter that a finding stands in; null where its file has none, or several and it stands in none of them.
  [[nodiscard]] Owner* of(const Diagnostic& d) {
    if (!d.at.known()) return nullptr;
    const auto file = files_.find(std::string(sources_.name(d.at.source)));
    if (file == files_.end()) return nullptr;
    std::vector<Owner>& owners = file->second;
    if (owners.size() == 1) return &owners.front();
    const auto inside = std::find_if(owners.begin(), owners.end(), [&](const Owner& owner) {
      return owner.span.contains(d.at.span.begin) && (d.matter.empty() || d.matter == owner.identity);
    });
    return inside == owners.end() ? nullptr : &*inside;
  }

  /// Name and code of whose matter it is. A code that is none divides no agency; one that stands alone finds its name.
  [[nodiscard]] std::pair<std::string, std::string> agency(const Owning& owner) const {
    if (owner.agency.empty()) {
      const auto name = name_of_.find(owner.code);
      return {name == name_of_.end() ? std::string() : name->second, owner.code};
    }
    const auto codes = codes_.find(normalised(owner.agency));
    if (codes == codes_.end()) return {owner.agency, {}};
    if (codes->second.size() == 1) return {owner.agency, *codes->second.begin()};
    return {owner.agency, is_valid(owner.code) ? owner.code : std::string()};
  }

  /// So many matters of a kind, with what was found in them at worst.
  template <class Count>
  void each(const Count& count) const {
    for (const auto& [owning, number] : others_) count(owning, number, std::optional<Severity>());
    for (const auto& [file, owners] : files_) {
      for (const Owner& owner : owners) count(owner.owning, std::size_t{1}, owner.worst);
    }
  }

 private:
  void expect(const Diagnostic& d) {
    if (d.at.known()) files_.try_emplace(std::string(sources_.name(d.at.source)));
  }

  const Sources& sources_;
  std::map<std::string, std::vector<Owner>> files_;  // in an order that is always the same
  std::map<Owning, std::size_t> others_;
  std::unordered_map<std::string, std::set<std::string>> codes_;  // of each name; valid ones
  std::unordered_map<std::string, std::string> name_of_;          // of each code the first
};

void add(MatterCounts& to, std::size_t number, std::optional<Severity> worst) {
  to.all += number;
  if (worst == Severity::error) to.errors += number;
  if (worst == Severity::warning) to.warnings += number;
}

template <class Totals>
void add(Totals& to, Severity severity) {
  ++(severity == Severity::error ? to.errors : severity == Severity::warning ? to.warnings : to.infos);
}

class Splitting {
 public:
  Splitting(const ValidateResult& checked, Owners& owners) : checked_(checked), owners_(owners) {}

  Whose operator()() {
    const std::vector<Diagnostic>& findings = checked_.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) add_row(i, findings[i]);
    for (const HiddenFinding& one : checked_.hidden) {
      if (!one.comment.known()) stands(owners_.of(one.finding), one.finding.severity);
    }
    owners_.each([&](const Owning& owning, std::size_t number, std::optional<Severity> worst) {
      add(whose_.agencies[ledger(&owning, owning.standard)].looked_at, number, worst);
      add(level(owning.level).looked_at, number, worst);
      add(whose_.looked_at, number, worst);
      whose_.sample = whose_.sample || owning.sample;
    });
    sort();
    return std::move(whose_);
  }

 private:
  void add_row(std::size_t number, const Diagnostic& d) {
    Owner* const owner = owners_.of(d);
    stands(owner, d.severity);
    // An entry that nobody named is not among the matters that were looked at, but its finding is the entry's.
    const bool entry = owner != nullptr ? owner->owning.standard : !d.matter.empty();
    const std::size_t which = ledger(owner == nullptr ? nullptr : &owner->owning, entry);
    AgencyLedger& to = whose_.agencies[which];
    add(to, d.severity);
    LedgerRow row{.finding = number, .matter = {}, .identity = d.matter};
    if (owner != nullptr) row = {number, owner->name, owner->identity, owner->owning.sample, owner->owning.level};
    add(level(row.level), d.severity);
    if (!row.identity.empty()) matters_[which].insert(row.identity);
    to.sample = to.sample || row.sample;
    to.rows.push_back(std::move(row));
  }

  void stands(Owner* owner, Severity severity) {
    if (owner != nullptr) {
      owner->worst = std::max(owner->worst.value_or(severity), severity);
    } else if (severity == Severity::error) {
      ++whose_.stray_errors;
    }
  }

  LevelTotal& level(const std::string& name) {
    const auto at = std::find_if(whose_.levels.begin(), whose_.levels.end(),
                                 [&](const LevelTotal& one) { return one.level == name; });
    if (at != whose_.levels.end()) return *at;
    whose_.levels.push_back({name, 0, 0, 0, {}});
    return whose_.levels.back();
  }

  void sort() {
    const std::vector<Diagnostic>& findings = checked_.findings;
    std::vector<AgencyLedger>& ledgers = whose_.agencies;
    for (std::size_t i = 0; i < ledgers.size(); ++i) ledgers[i].matters = matters_[i].size();
    for (AgencyLedger& ledger : ledgers) {
      std::stable_sort(ledger.rows.begin(), ledger.rows.end(), [&](const LedgerRow& a, const LedgerRow& b) {
        return findings[a.finding].severity > findings[b.finding].severity;
      });
    }
    std::stable_sort(ledgers.begin(), ledgers.end(), [](const AgencyLedger& a, const AgencyLedger& b) {
      if ((a.agency + a.code).empty() != (b.agency + b.code).empty()) return !(a.agency + a.code).empty();
      return std::tie(b.errors, b.warnings, b.infos, a.agency) < std::tie(a.errors, a.warnings, a.infos, b.agency);
    });
    const NamedList* const names = named_list("level");
    const auto rank = [&](const LevelTotal& one) -> std::size_t {
      if (names == nullptr || one.level.empty()) return std::numeric_limits<std::size_t>::max();
      const auto at = std::find_if(names->values.begin(), names->values.end(),
                                   [&](const NamedValue& value) { return value.name == one.level; });
      return static_cast<std::size_t>(at - names->values.begin());
    };
    std::stable_sort(whose_.levels.begin(), whose_.levels.end(),
                     [&](const LevelTotal& a, const LevelTotal& b) { return rank(a) < rank(b); });
  }

  std::size_t ledger(const Owning* owning, bool entry) {
    std::pair<std::string, std::string> agency;
    if (owning != nullptr) agency = owners_.agency(*owning);
    const bool named = !agency.first.empty() || !agency.second.empty();
    const std::string key = named ? normalised(agency.first) + '\n' + agency.second : entry ? "standard" : "";
    const auto [at, fresh] = by_key_.try_emplace(key, whose_.agencies.size());
    if (fresh) {
      AgencyLedger& made = whose_.agencies.emplace_back();
      made.agency = std::move(agency.first);
      made.code = std::move(agency.second);
      made.standard = !named && entry;
      matters_.emplace_back();
    }
    return at->second;
  }

  const ValidateResult& checked_;
  Owners& owners_;
  Whose whose_;
  std::vector<std::set<std::string>> matters_;  // with a finding, of each
  std::map<std::string, std::size_t> by_key_;
};

}  // namespace

SplitResult validate_split(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources) {
  SplitResult result;
  result.checked = validate(paths, options, sources);
  result.agencies = by_agency(result.checked, paths, options, sources);
  return result;
}

Whose whose_findings(const ValidateResult& checked, const std::vector<std::string>& paths, const RunOptions& options,
                     const Sources& checked_sources) {
  Owners owners(checked, checked_sources);
  Sources sources;
  Collector unheard(options.lang);
  for_each_matter(paths, options, sources, unheard,
                  [&](const MatterView& view, const LoadedFile&) { owners.meet(view, sources); });
  return Splitting(checked, owners)();
}

std::vector<AgencyLedger> by_agency(const ValidateResult& checked, const std::vector<std::string>& paths,
                                    const RunOptions& options, const Sources& checked_sources) {
  if (checked.findings.empty()) return {};
  std::vector<AgencyLedger> agencies = whose_findings(checked, paths, options, checked_sources).agencies;
  agencies.erase(
      std::remove_if(agencies.begin(), agencies.end(), [](const AgencyLedger& one) { return one.rows.empty(); }),
      agencies.end());
  return agencies;
}

Calendar calendar_of(const std::string& path) {
  Sources sources;
  Collector unheard(Lang::en);
  const Catalog catalog = catalog_of_path(path, sources, unheard);
  const CatalogData* const data = catalog.data.get();
  return data != nullptr ? data->calendar : Calendar::usual();
}

std::optional<DateValue> deadline_of(std::string_view text, const DateValue& today, const Calendar& calendar) {
  const std::optional<DateValue> day = parse_date(text);
  if (day) return *day < today ? std::nullopt : day;
  const auto count = parse_count(text);
  return count ? calendar.after_working_days(today, *count) : std::nullopt;
}

}  // namespace matter
