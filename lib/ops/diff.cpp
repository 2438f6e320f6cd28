#include "ops/diff.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "diag/collector.h"
#include "ops/diff_configs.h"
#include "ops/diff_pairs.h"
#include "ops/diff_partners.h"
#include "ops/diff_spread.h"
#include "ops/diff_tree.h"
#include "ops/left_out.h"
#include "text/lines.h"

namespace matter {

namespace {

constexpr std::uint32_t no_file = PairComparison::no_file;

struct FilePair {
  std::uint32_t before = no_file;
  std::uint32_t after = no_file;
};

/// Files by relative path; both trees are in that order.
std::vector<FilePair> pair_files(const DiffTree& before, const DiffTree& after) {
  std::vector<FilePair> pairs;
  const auto& a = before.files();
  const auto& b = after.files();
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool old = j == b.size() || (i < a.size() && a[i].relative <= b[j].relative);
    const bool fresh = i == a.size() || (j < b.size() && b[j].relative <= a[i].relative);
    pairs.push_back({old ? i++ : no_file, fresh ? j++ : no_file});
  }
  return pairs;
}

/// `path:line`.
std::string shown_place(const Sources& sources, Location at) {
  const SharedText text = sources.text(at.source);
  return std::string(sources.name(at.source)) + ":" + std::to_string(Lines(*text).position(at.span.begin).line);
}

bool contains_any(std::string_view text, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& one) { return text.find(one) != std::string_view::npos; });
}

/// One run of `diff`, step by step.
class TreeComparison {
 public:
  TreeComparison(const DiffInput& before, const DiffInput& after, const RunOptions& options, Sources& sources)
      : options_(options),
        sources_(sources),
        before_(before, sources, options.lang),
        after_(after, sources, options.lang),
        comparison_(before_, after_, sources, options.lang) {
    // A grading that is wrong now matters; one that was wrong before may be what was mended.
    before_.read_gradings(false);
    after_.read_gradings(true);
  }

  DiffResult run() {
    result_.files_before = before_.files().size();
    result_.files_after = after_.files().size();
    pairs_ = pair_files(before_, after_);
    compare_configs();
    compare_files();
    look_at_unchanged();
    compare_leftovers();
    finish();
    return std::move(result_);
  }

 private:
  void spread(std::size_t count, const PairWork& work, const PairTake& take);
  void absorb(PairOutcome& out);
  void compare_configs();
  void compare_config(const DiffTree::Config* before, const DiffTree::Config* after);
  void compare_files();
  void look_at_unchanged();
  void compare_leftovers();
  void find_alike(std::vector<Partners>& partners);
  void finish();
  void sort_diffs();
  [[nodiscard]] bool outer_standards_differ() const;

  const RunOptions& options_;
  Sources& sources_;
  DiffTree before_, after_;
  PairComparison comparison_;
  DiffResult result_;
  std::vector<FilePair> pairs_;
  std::vector<std::size_t> unchanged_;       // pairs whose bytes are the same
  std::vector<std::size_t> unchanged_same_;  // how many matters each of them holds
  std::vector<bool> unchanged_object_;       // whether it is one object in git
  std::vector<MetMatter> met_before_, met_after_;
  std::vector<MatterDiff> diffs_;
  std::vector<DiffOrder> order_;
  std::size_t one_sided_ = 0;
  bool standards_changed_ = false;
};

void TreeComparison::spread(std::size_t count, const PairWork& work, const PairTake& take) {
  spread_pairs(options_, count, work, [&](std::size_t item, PairOutcome& out) {
    take(item, out);
    absorb(out);
  });
}

void TreeComparison::absorb(PairOutcome& out) {
  const auto append = [](auto& from, auto& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  append(out.before, met_before_);
  append(out.after, met_after_);
  append(out.diffs, diffs_);
  append(out.order, order_);
  append(out.findings, result_.findings);
  result_.same += out.same;
  one_sided_ += out.one_sided;
}

void TreeComparison::compare_configs() {
  const auto& a = before_.configs();
  const auto& b = after_.configs();
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool old = j == b.size() || (i < a.size() && a[i].relative <= b[j].relative);
    const bool fresh = i == a.size() || (j < b.size() && b[j].relative <= a[i].relative);
    compare_config(old ? &a[i++] : nullptr, fresh ? &b[j++] : nullptr);
  }
}

void TreeComparison::compare_config(const DiffTree::Config* before, const DiffTree::Config* after) {
  if (same_config(before, after)) return;
  standards_changed_ = true;
  if (auto diff = matter::compare_config(before, after)) result_.catalogs.push_back(std::move(*diff));
}

bool TreeComparison::outer_standards_differ() const {
  const auto& a = before_.outer_standards();
  const auto& b = after_.outer_standards();
  if (a.size() != b.size()) return true;
  std::string old_text;
  std::string new_text;
  return !std::equal(a.begin(), a.end(), b.begin(), [&](const CatalogFile& x, const CatalogFile& y) {
    if (sources_.name(x.source) == sources_.name(y.source)) return true;
    sources_.read(x.source, old_text);
    sources_.read(y.source, new_text);
    return old_text == new_text;
  });
}

void TreeComparison::compare_files() {
  const auto work = [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    const FilePair& pair = pairs_[item];
    if (pair.before != no_file && pair.after != no_file) {
      comparison_.files(pair.before, pair.after, scratch, out);
    } else {
      comparison_.lone_file(pair.before == no_file, pair.before == no_file ? pair.after : pair.before, scratch, out);
    }
  };
  spread(pairs_.size(), work, [&](std::size_t item, PairOutcome& out) {
    if (options_.progress) options_.progress(item + 1, pairs_.size());
    if (out.same_object) ++result_.same_objects;
    if (out.skipped) {
      unchanged_.push_back(item);
      unchanged_same_.push_back(out.same);
      unchanged_object_.push_back(out.same_object);
      return;
    }
    const FilePair& pair = pairs_[item];
    standards_changed_ |= pair.before != no_file && before_.files()[pair.before].standard;
    standards_changed_ |= pair.after != no_file && after_.files()[pair.after].standard;
  });
}

/// Matters of unchanged files are looked at only where it can matter: what they inherit may be another thing now, or a
/// matter without a partner may stand a second time in one of them.
void TreeComparison::look_at_unchanged() {
  standards_changed_ = standards_changed_ || outer_standards_differ();
  std::vector<std::string> wanted;
  for (const auto* met : {&met_before_, &met_after_}) {
    for (const MetMatter& one : *met) {
      if (!one.paired && !one.code.empty()) wanted.push_back(one.code);
    }
  }
  if (!standards_changed_ && wanted.empty()) return;
  constexpr std::size_t few = 32;
  const bool search = !standards_changed_ && wanted.size() <= few;
  result_.same -= std::accumulate(unchanged_same_.begin(), unchanged_same_.end(), std::size_t{0});
  const auto work = [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    const FilePair& pair = pairs_[unchanged_[item]];
    if (search) {
      scratch.new_index = PairComparison::no_file;
      sources_.read(after_.files()[pair.after].source, scratch.new_file.text);
      if (!contains_any(scratch.new_file.text, wanted)) {
        out.same = unchanged_same_[item];
        out.skipped = true;
        return;
      }
    }
    comparison_.unchanged(pair.before, pair.after, scratch, out);
  };
  spread(unchanged_.size(), work, [&](std::size_t item, PairOutcome& out) {
    if (!out.skipped && unchanged_object_[item]) --result_.same_objects;  // read now
  });
}

/// Pairs by likeness what has no partner yet.
void TreeComparison::find_alike(std::vector<Partners>& partners) {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
  const auto collect = [](const std::vector<MetMatter>& met, std::vector<std::uint32_t>& alone) {
    for (std::uint32_t i = 0; i < met.size(); ++i) {
      if (!met[i].paired) alone.push_back(i);
    }
  };
  collect(met_before_, before);
  collect(met_after_, after);
  if (before.empty() || after.empty()) return;
  std::vector<MatterSketch> old_sketches(before.size());
  std::vector<MatterSketch> new_sketches(after.size());
  const auto work = [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    if (item < before.size()) {
      comparison_.sketch(false, met_before_[before[item]], scratch, out, old_sketches[item]);
    } else {
      const std::size_t i = item - before.size();
      comparison_.sketch(true, met_after_[after[i]], scratch, out, new_sketches[i]);
    }
  };
  spread(before.size() + after.size(), work, [](std::size_t, PairOutcome&) {});
  for (const LikePair& pair : pair_alike(old_sketches, new_sketches)) {
    met_before_[before[pair.before]].paired = met_after_[after[pair.after]].paired = true;
    partners.push_back({before[pair.before], after[pair.after], pair.likeness});
  }
}

void TreeComparison::compare_leftovers() {
  Collector duplicates(options_.lang);
  say_duplicates(met_before_, duplicates);
  say_duplicates(met_after_, duplicates);
  for (Diagnostic& d : duplicates.take()) result_.findings.push_back(std::move(d));
  if (!result_.findings.empty()) return;
  std::vector<Partners> partners = find_partners(before_, met_before_, after_, met_after_);
  find_alike(partners);
  const auto unpaired = [](const std::vector<MetMatter>& met) {
    std::vector<const MetMatter*> alone;
    for (const MetMatter& one : met) {
      if (!one.paired) alone.push_back(&one);
    }
    return alone;
  };
  const auto removed = unpaired(met_before_);
  const auto added = unpaired(met_after_);
  result_.removed = removed.size();
  result_.added = added.size();
  const auto work = [&](std::size_t item, PairComparison::Scratch& scratch, PairOutcome& out) {
    if (item < partners.size()) {
      comparison_.matters(met_before_[partners[item].before], met_after_[partners[item].after], partners[item].likeness,
                          scratch, out);
    } else if (item < partners.size() + removed.size()) {
      comparison_.lone_matter(false, *removed[item - partners.size()], scratch, out);
    } else {
      comparison_.lone_matter(true, *added[item - partners.size() - removed.size()], scratch, out);
    }
  };
  spread(partners.size() + removed.size() + added.size(), work, [](std::size_t, PairOutcome&) {});
}

void TreeComparison::sort_diffs() {
  std::vector<std::size_t> indexes(diffs_.size());
  std::iota(indexes.begin(), indexes.end(), std::size_t{0});
  std::stable_sort(indexes.begin(), indexes.end(), [&](std::size_t i, std::size_t j) {
    const DiffOrder& a = order_[i];
    const DiffOrder& b = order_[j];
    if (a.relative != b.relative) return a.relative < b.relative;
    if (a.at != b.at) return a.at < b.at;
    return a.removed && !b.removed;
  });
  for (const std::size_t i : indexes) result_.matters.push_back(std::move(diffs_[i]));
}

void TreeComparison::finish() {
  for (const DiffTree* tree : {&before_, &after_}) {
    result_.findings.insert(result_.findings.begin(), tree->trouble().begin(), tree->trouble().end());
  }
  sort_diffs();
  sum_up(result_);
  if (!result_.understood()) return;
  const auto say_not_compared = [&](std::size_t count, const WordsFor<>& reason) {
    if (count > 0) result_.not_compared.push_back({"standard", say(options_.lang, reason), count});
  };
  say_not_compared(one_sided_, {"认领的标准条目只在一边找到，这些事项只比较自己写的内容",
                                "their standard entry was found on one side only: compared as written"});
  if (result_.same_objects > 0) {
    result_.not_compared.push_back({"file",
                                    say(options_.lang, {"两边是 git 的同一个对象，没有读，其中的事项不计入“相同”",
                                                        "one object in git on both sides: not read, their matters "
                                                        "are not among those that are the same"}),
                                    result_.same_objects});
  }
  for (const DiffTree* tree : {&before_, &after_}) {
    const Discovery& found = tree->discovery();
    if (found.left_out > 0)
      result_.not_compared.push_back({"file", left_out_words(found, options_.lang), found.left_out});
  }
  std::size_t refused = 0;
  for (const DiffTree* tree : {&before_, &after_}) {
    for (const Diagnostic& d : tree->missing_standards()) {
      result_.not_compared.push_back({"standard", shown_place(sources_, d.at) + ": " + d.message, 1});
    }
    refused += tree->standards_incomplete() && tree->missing_standards().empty() ? 1U : 0U;
  }
  say_not_compared(refused, {"catalog.yaml 列出的标准目录是更新的格式，没有读",
                             "a standard catalog named by catalog.yaml has a newer format and was not read"});
}

}  // namespace

DiffResult diff(const DiffInput& before, const DiffInput& after, const RunOptions& options, Sources& sources) {
  return TreeComparison(before, after, options, sources).run();
}

DiffResult diff(const std::string& before, const std::string& after, const RunOptions& options, Sources& sources) {
  return diff(DiffInput{before, {}, nullptr}, DiffInput{after, {}, nullptr}, options, sources);
}

}  // namespace matter
