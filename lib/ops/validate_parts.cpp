#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "exchange/ids.h"
#include "ops/left_out.h"
#include "ops/validation.h"

// Checks beside other uses of the matters, and checks that several runs share.

namespace matter {

namespace {

/// Puts matters into another order (`order[i]`: the old number of the new i-th), and what is told of them with them.
void reorder(Facts& facts, const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> place(order.size());
  std::vector<MatterFact> matters;
  matters.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    matters.push_back(std::move(facts.matters[order[i]]));
  }
  facts.matters = std::move(matters);
  for (RuleFacts& rule : facts.rules) {
    for (RuleFacts::Record& record : rule.records) record.matter = place[record.matter];
    std::stable_sort(rule.records.begin(), rule.records.end(),
                     [](const RuleFacts::Record& a, const RuleFacts::Record& b) { return a.matter < b.matter; });
  }
}

}  // namespace

CheckedBeside Validation::run_beside(const std::vector<std::string>& paths, const BesideCheck& beside) {
  beside_ = &beside;
  CheckedBeside checked;
  ValidateResult result = run([&](Collector& to) { return discover(paths, sources_, to); }, StandardsRead::all, paths);
  say_left_out(work_.discovery, options_);
  checked.read = {whole_.files, whole_.matters, whole_.unreadable};
  checked.reading = std::move(whole_.reading);
  checked.not_checked = std::move(result.not_checked);
  checked.complete = result.complete;
  checked.catalogs = read_catalogs(work_.discovery, paths);
  using Place = std::tuple<SourceId, std::uint32_t, std::string_view>;
  std::set<Place> read;
  for (const Diagnostic& d : checked.reading) read.emplace(d.at.source, d.at.span.begin, d.rule);
  for (Diagnostic& d : result.findings) {
    if (d.severity == Severity::error && !read.contains({d.at.source, d.at.span.begin, d.rule}))
      checked.blocking.push_back(std::move(d));
  }
  if (!beside.part) return checked;
  checked.content = content();
  suppressing_.tell_used(whole_.facts.suppressions);
  checked.facts = to_bytes(whole_.facts, sources_);
  return checked;
}

std::vector<Diagnostic> Validation::open(const FindFiles& find) {
  Collector findings(options_.lang);
  prepare(find, StandardsRead::all, findings);
  check_faulty_standards(findings);
  return findings.take();
}

CheckedPart Validation::check_alone(const CatalogFile& file, LoadedFile& loaded) const {
  CheckedPart part;
  Collector findings(options_.lang);
  part.facts = plans_[file.catalog].make_facts();
  check_file(file, loaded, findings, part);
  part.findings = findings.take();
  return part;
}

std::vector<Diagnostic> Validation::judge_alone(const Facts& facts, bool all_read) const {
  Collector findings(options_.lang);
  judge(facts, work_.standards, sources_, all_read && complete(), findings, judged(), work_.contexts);
  return findings.take();
}

std::string Validation::content() const {
  ContentHash hash;
  std::string text;
  const auto add = [&](std::string_view name, std::string_view of) { hash.add(content_id({name, of}).text()); };
  for (const auto& catalog : work_.discovery.catalogs) {
    if (catalog->config_file != nullptr) add(catalog->root, catalog->config_file->text);
  }
  for (const auto* files : {&work_.discovery.standards, &work_.discovery.files}) {
    for (const CatalogFile& file : *files) {
      sources_.read(file.source, text);
      add(sources_.name(file.source), text);
    }
  }
  return hash.text();
}

/// The facts of all parts in the order of one run.
bool Validation::take_facts(const std::vector<std::string>& parts) {
  Facts all;
  for (const std::string& bytes : parts) {
    std::optional<Facts> part = facts_from_bytes(bytes, sources_);
    if (!part) return false;
    all.append(std::move(*part));
  }
  std::unordered_map<SourceId, std::size_t> rank;
  for (const CatalogFile& file : work_.discovery.files) rank.emplace(file.source, rank.size());
  const auto before = [&](const Location& a, const Location& b) {
    return std::tuple(rank[a.source], a.span.begin) < std::tuple(rank[b.source], b.span.begin);
  };
  std::vector<std::uint32_t> order(all.matters.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return before(all.matters[a].at, all.matters[b].at); });
  reorder(all, order);
  std::stable_sort(all.suppressions.begin(), all.suppressions.end(),
                   [&](const SuppressionFact& a, const SuppressionFact& b) { return before(a.at, b.at); });
  for (SuppressionFact& fact : all.suppressions) {  // every part has read them all
    std::vector<SuppressionFact>& kept = whole_.facts.suppressions;
    const auto same = std::find_if(kept.rbegin(), kept.rend(), [&](const SuppressionFact& other) {
      return other.at == fact.at && other.rule == fact.rule && other.covers == fact.covers;
    });
    if (same == kept.rend())
      kept.push_back(std::move(fact));
    else
      same->tried = same->tried && fact.tried;
  }
  all.suppressions = std::move(whole_.facts.suppressions);
  whole_.facts = std::move(all);
  suppressing_.take(whole_.facts.suppressions);
  return true;
}

std::optional<CheckedBeside> Validation::run_joined(const std::vector<std::string>& paths,
                                                    const std::vector<std::string>& facts, bool complete) {
  const BesideCheck unused;
  beside_ = &unused;
  Collector findings(options_.lang);
  prepare([&](Collector& to) { return discover(paths, sources_, to); }, StandardsRead::all, findings);
  static_cast<void>(findings.take());  // the parts have told them
  others_complete_ = complete;
  if (!take_facts(facts)) return std::nullopt;
  CheckedBeside judged;
  judged.content = content();
  judged.catalogs = read_catalogs(work_.discovery, paths);
  ValidateResult result = conclude(findings, paths);
  judged.blocking = std::move(result.findings);
  std::erase_if(judged.blocking, [](const Diagnostic& d) { return d.severity != Severity::error; });
  return judged;
}

CheckedBeside validate_beside(const std::vector<std::string>& paths, const BesideCheck& beside,
                              const RunOptions& options, Sources& sources) {
  return Validation(options, sources).run_beside(paths, beside);
}

std::optional<CheckedBeside> judge_parts(const std::vector<std::string>& paths, const std::vector<std::string>& facts,
                                         bool complete, const RunOptions& options, Sources& sources) {
  return Validation(options, sources).run_joined(paths, facts, complete);
}

}  // namespace matter
