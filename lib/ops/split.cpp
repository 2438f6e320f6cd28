#include "ops/split.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "catalog/catalog_data.h"
#include "diag/collector.h"
#include "model/calendar.h"
#include "model/codes.h"
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

struct Owner {
  Span span;
  std::string name, identity, agency, code;
  bool standard = false, sample = false;
};

/// The matters of files that have findings.
class Owners {
 public:
  Owners(const std::vector<Diagnostic>& findings, const Sources& sources) {
    for (const Diagnostic& d : findings) {
      if (d.at.known()) files_.try_emplace(std::string(sources.name(d.at.source)));
    }
  }

  void meet(const MatterView& view, const Sources& sources) {
    const Matter& m = view.matter;
    const std::string agency = text_of(m.agency.name);
    std::string code = code_of(m);
    if (!agency.empty() && is_valid(code)) {
      codes_[normalised(agency)].insert(code);
      name_of_.try_emplace(code, agency);
    }
    const auto file = files_.find(std::string(sources.name(m.mark.source)));
    if (file == files_.end()) return;
    file->second.push_back({m.mark.value, display_name(m), std::string(view.identity), agency, std::move(code),
                            view.standard, m.sample.yes() || view.context.catalog->config.sample.yes()});
  }

  /// The matter that a finding stands in; null where its file has none, or several and it stands in none of them.
  [[nodiscard]] const Owner* of(const Diagnostic& d, const Sources& sources) const {
    if (!d.at.known()) return nullptr;
    const auto file = files_.find(std::string(sources.name(d.at.source)));
    if (file == files_.end()) return nullptr;
    const std::vector<Owner>& owners = file->second;
    if (owners.size() == 1) return &owners.front();
    const auto inside = std::find_if(owners.begin(), owners.end(), [&](const Owner& owner) {
      return owner.span.contains(d.at.span.begin) && (d.matter.empty() || d.matter == owner.identity);
    });
    return inside == owners.end() ? nullptr : &*inside;
  }

  /// Name and code of whose matter it is. A code that is none divides no agency; one that stands alone finds its name.
  [[nodiscard]] std::pair<std::string, std::string> agency(const Owner& owner) const {
    if (owner.agency.empty()) {
      const auto name = name_of_.find(owner.code);
      return {name == name_of_.end() ? std::string() : name->second, owner.code};
    }
    const auto codes = codes_.find(normalised(owner.agency));
    if (codes == codes_.end()) return {owner.agency, {}};
    if (codes->second.size() == 1) return {owner.agency, *codes->second.begin()};
    return {owner.agency, is_valid(owner.code) ? owner.code : std::string()};
  }

 private:
  std::unordered_map<std::string, std::vector<Owner>> files_;
  std::unordered_map<std::string, std::set<std::string>> codes_;  // of each name; valid ones
  std::unordered_map<std::string, std::string> name_of_;          // of each code the first
};

class Splitting {
 public:
  Splitting(const ValidateResult& checked, const Owners& owners, const Sources& sources)
      : checked_(checked), owners_(owners), sources_(sources) {}

  std::vector<AgencyLedger> operator()() {
    const std::vector<Diagnostic>& findings = checked_.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) add(i, findings[i]);
    for (std::size_t i = 0; i < ledgers_.size(); ++i) ledgers_[i].matters = matters_[i].size();
    for (AgencyLedger& ledger : ledgers_) {
      std::stable_sort(ledger.rows.begin(), ledger.rows.end(), [&](const LedgerRow& a, const LedgerRow& b) {
        return findings[a.finding].severity > findings[b.finding].severity;
      });
    }
    std::stable_sort(ledgers_.begin(), ledgers_.end(), [](const AgencyLedger& a, const AgencyLedger& b) {
      if ((a.agency + a.code).empty() != (b.agency + b.code).empty()) return !(a.agency + a.code).empty();
      return std::tie(b.errors, b.warnings, b.infos, a.agency) < std::tie(a.errors, a.warnings, a.infos, b.agency);
    });
    return std::move(ledgers_);
  }

 private:
  void add(std::size_t number, const Diagnostic& d) {
    const Owner* const owner = owners_.of(d, sources_);
    // An entry that nobody named is not among the matters that were looked at, but its finding is the entry's.
    const bool entry = owner != nullptr ? owner->standard : !d.matter.empty();
    const std::size_t which = ledger(owner, entry);
    AgencyLedger& to = ledgers_[which];
    ++(d.severity == Severity::error ? to.errors : d.severity == Severity::warning ? to.warnings : to.infos);
    LedgerRow row{number, {}, d.matter, false};
    if (owner != nullptr) row = {number, owner->name, owner->identity, owner->sample};
    if (!row.identity.empty()) matters_[which].insert(row.identity);
    to.sample = to.sample || row.sample;
    to.rows.push_back(std::move(row));
  }

  std::size_t ledger(const Owner* owner, bool entry) {
    std::pair<std::string, std::string> agency;
    if (owner != nullptr) agency = owners_.agency(*owner);
    const bool named = !agency.first.empty() || !agency.second.empty();
    const std::string key = named ? normalised(agency.first) + '\n' + agency.second : entry ? "standard" : "";
    const auto [at, fresh] = by_key_.try_emplace(key, ledgers_.size());
    if (fresh) {
      ledgers_.emplace_back();
      ledgers_.back().agency = std::move(agency.first);
      ledgers_.back().code = std::move(agency.second);
      ledgers_.back().standard = !named && entry;
      matters_.emplace_back();
    }
    return at->second;
  }

  const ValidateResult& checked_;
  const Owners& owners_;
  const Sources& sources_;
  std::vector<AgencyLedger> ledgers_;
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

std::vector<AgencyLedger> by_agency(const ValidateResult& checked, const std::vector<std::string>& paths,
                                    const RunOptions& options, const Sources& checked_sources) {
  if (checked.findings.empty()) return {};
  Owners owners(checked.findings, checked_sources);
  Sources sources;
  Collector unheard(options.lang);
  for_each_matter(paths, options, sources, unheard,
                  [&](const MatterView& view, const LoadedFile&) { owners.meet(view, sources); });
  return Splitting(checked, owners, checked_sources)();
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
