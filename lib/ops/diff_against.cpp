#include "ops/diff_against.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "catalog/level.h"
#include "catalog/same_item.h"
#include "model/codes.h"
#include "model/named.h"
#include "ops/diff_pairs.h"
#include "ops/diff_spread.h"
#include "ops/diff_tree.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// A matter below the path, by what finds its counterparts.
struct Office {
  MetMatter met;
  std::string item;  ///< 基本编码 and 办理项; empty without a 基本编码
  std::string level, agency, agency_code, region;
  bool standard = false;
};

bool inside(const std::string& region, const std::string& around) {
  return !around.empty() && region.starts_with(around);
}

class AgainstComparison {
 public:
  AgainstComparison(const std::string& path, const Against& against, const RunOptions& options, Sources& sources)
      : against_(against),
        options_(options),
        tree_({path, {}, nullptr}, sources, options.lang),
        comparison_(tree_, tree_, sources, options.lang) {
    tree_.read_gradings(true);
  }

  DiffResult run() {
    result_.files_before = result_.files_after = tree_.files().size();
    result_.against = against_.kind == Against::Kind::standard ? std::string(standard_counterpart) : against_.what;
    read();
    if (against_.kind == Against::Kind::standard) {
      with_entries();
    } else {
      pair();
      with_counterparts();
    }
    result_.findings.insert(result_.findings.begin(), tree_.trouble().begin(), tree_.trouble().end());
    sum_up(result_);
    return std::move(result_);
  }

 private:
  void spread(std::size_t count, const PairWork& work);
  void read();
  void pair();
  void with_entries();
  void with_counterparts();
  [[nodiscard]] bool is_other(const Office& office) const;
  [[nodiscard]] bool wanted(const Office& office) const {
    return !office.standard && (against_.code.empty() || office.met.identity == against_.code);
  }
  void left_out(std::size_t count, const Bilingual& reason) {
    if (count > 0) result_.not_compared.push_back({"matter", std::string(reason.in(options_.lang)), count});
  }

  const Against& against_;
  const RunOptions& options_;
  DiffTree tree_;
  PairComparison comparison_;
  DiffResult result_;
  std::vector<Office> offices_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // counterpart, matter
};

void AgainstComparison::spread(std::size_t count, const PairWork& work) {
  spread_pairs(options_, count, work, [&](std::size_t item, PairOutcome& out) {
    if (options_.progress) options_.progress(item + 1, count);
    result_.same += out.same;
    for (MatterDiff& diff : out.diffs) result_.matters.push_back(std::move(diff));
    for (Diagnostic& d : out.findings) result_.findings.push_back(std::move(d));
  });
}

void AgainstComparison::read() {
  std::vector<std::vector<Office>> found(tree_.files().size());
  spread(found.size(), [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    const auto file = static_cast<std::uint32_t>(item);
    comparison_.each_effective(file, scratch, out, [&](const MetMatter& met, const Matter& m) {
      Office& office = found[item].emplace_back();
      office.met = met;
      office.item = item_key(m);
      const CatalogConfig& config = tree_.config(tree_.files()[item]);
      office.level = level_of(m, config);
      office.agency = normalised(m.agency.name.text);
      const auto code = parse_implementing_code(identity(m));
      office.agency_code = code ? code->agency : m.agency.code.text;
      office.region = m.agency.region.given() ? m.agency.region.text : config.region.text;
      while (office.region.ends_with('0')) office.region.pop_back();
      office.standard = tree_.files()[item].standard;
    });
  });
  for (std::vector<Office>& of_file : found) {
    for (Office& office : of_file) offices_.push_back(std::move(office));
  }
}

bool AgainstComparison::is_other(const Office& office) const {
  if (against_.kind == Against::Kind::level) return office.level == against_.what;
  return office.agency == normalised(against_.what) || (!office.standard && office.agency_code == against_.what);
}

void AgainstComparison::pair() {
  std::unordered_map<std::string, std::vector<std::uint32_t>> others;
  for (std::uint32_t i = 0; i < offices_.size(); ++i) {
    if (is_other(offices_[i])) others[offices_[i].item].push_back(i);
  }
  std::size_t alone = 0;
  std::size_t nameless = 0;
  for (std::uint32_t i = 0; i < offices_.size(); ++i) {
    const Office& own = offices_[i];
    if (!wanted(own) || is_other(own)) continue;
    const auto found = others.find(own.item);
    if (own.item.empty() || found == others.end()) {
      ++(own.item.empty() ? nameless : alone);
      continue;
    }
    const auto near = [&](std::uint32_t other) {
      return inside(own.region, offices_[other].region) || inside(offices_[other].region, own.region);
    };
    const bool any_near = std::any_of(found->second.begin(), found->second.end(), near);
    for (const std::uint32_t other : found->second) {
      if (!any_near || near(other)) pairs_.emplace_back(other, i);
    }
  }
  left_out(alone, {"那里没有基本编码和办理项相同的事项", "no matter there has the same basic code and handling item"});
  left_out(nameless, {"没有基本编码，找不到同一事项", "without a basic code the same matter cannot be found"});
}

void AgainstComparison::with_counterparts() {
  spread(pairs_.size(), [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    const auto& [other, own] = pairs_[item];
    comparison_.counterparts(offices_[other].met, offices_[own].met, scratch, out);
  });
}

void AgainstComparison::with_entries() {
  std::vector<std::uint32_t> own;
  for (std::uint32_t i = 0; i < offices_.size(); ++i) {
    if (wanted(offices_[i])) own.push_back(i);
  }
  std::vector<char> unbound(own.size(), 0);
  spread(own.size(), [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    unbound[item] = comparison_.with_entry(offices_[own[item]].met, scratch, out) ? 0 : 1;
  });
  left_out(static_cast<std::size_t>(std::count(unbound.begin(), unbound.end(), 1)),
           {"没有认领标准，或认领的业务项没有找到", "bound to no standard entry, or to one that was not found"});
}

}  // namespace

Against against_of(std::string_view text) {
  static constexpr std::array<std::string_view, 3> standard = {"standard", "标准", "标准化目录"};
  if (std::find(standard.begin(), standard.end(), text) != standard.end()) return {};
  if (const NamedList* const levels = named_list("level"); levels != nullptr) {
    if (const NamedValue* const level = find_named(*levels, text)) {
      return {Against::Kind::level, std::string(level->name), {}};
    }
  }
  return {Against::Kind::agency, std::string(text), {}};
}

DiffResult diff_against(const std::string& path, const Against& against, const RunOptions& options, Sources& sources) {
  return AgainstComparison(path, against, options, sources).run();
}

}  // namespace matter
