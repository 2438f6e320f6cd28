#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <tuple>

#include "catalog/same_item.h"
#include "checks/same_matters.h"
#include "ops/compare_rows.h"
#include "text/pool.h"

namespace matter {

const Matter* FileCache::at(std::uint32_t file, std::uint32_t begin) {
  if (files_.size() > most && files_.find(file) == files_.end()) files_.clear();
  std::unique_ptr<LoadedFile>& loaded = files_[file];
  if (loaded == nullptr) {
    loaded = std::make_unique<LoadedFile>();
    Collector unheard(Lang::en);
    load_file(sources_, work_.discovery.files[file].source, *loaded, unheard);
    for (Matter& m : loaded->matters) {
      if (m.standard.given()) make_effective(m, work_.standards.find(m.standard.text));
    }
  }
  for (const Matter& m : loaded->matters) {
    if (m.mark.value.begin == begin) return &m;
  }
  return nullptr;
}

/// Rows in order of item, level, agency and identity; the first of an item without entries is its reference.
void LevelComparison::group() {
  std::vector<int> rank(levels_.size());
  for (std::size_t i = 0; i < levels_.size(); ++i) rank[i] = level_rank(levels_[i]);
  std::vector<std::uint32_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](const CompareRow& row) {
    return std::make_tuple(row.item, rank[row.level], std::string_view(agencies_[row.agency]), row.identity,
                           sources_.name(work_.discovery.files[row.file].source), row.begin);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(rows_[a]) < key(rows_[b]); });
  std::vector<CompareRow> sorted;
  std::vector<std::uint32_t> prints;
  sorted.reserve(rows_.size());
  prints.reserve(rows_.size());
  for (const std::uint32_t i : order) {
    sorted.push_back(rows_[i]);
    prints.push_back(prints_of_[i]);
    CompareItem& item = items_[rows_[i].item];
    if (item.count++ == 0) item.first = static_cast<std::uint32_t>(sorted.size() - 1);
  }
  rows_ = std::move(sorted);
  prints_of_ = std::move(prints);
  for (const CompareItem& item : items_) {
    if (rows_[item.first].entry != nullptr) continue;
    for (std::uint32_t i = item.first + 1; i < item.first + item.count; ++i) rows_[i].reference = item.first;
    if (item.count == 1 && rows_[item.first].wanted) ++alone_;
  }
}

bool LevelComparison::may_differ(const CompareRow& a, const CompareRow& b) const {
  const std::size_t x = prints_of_[static_cast<std::size_t>(&a - rows_.data())] * width_;
  const std::size_t y = prints_of_[static_cast<std::size_t>(&b - rows_.data())] * width_;
  for (std::size_t i = 0; i < width_; ++i) {
    if (prints_[x + i] != 0 && prints_[y + i] != 0 && prints_[x + i] != prints_[y + i]) return true;
  }
  return false;
}

/// Matters without an entry: where the prints say that all is the same nothing is read again.
void LevelComparison::compare_with_references() {
  std::vector<std::uint32_t> again;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    CompareRow& row = rows_[i];
    if (row.entry != nullptr) continue;
    const CompareRow& other = row.reference == no_row ? row : rows_[row.reference];
    const std::size_t mine = prints_of_[i] * width_;
    const std::size_t theirs = prints_of_[static_cast<std::size_t>(&other - rows_.data())] * width_;
    for (std::size_t e = 0; e < width_; ++e) {
      if (prints_[mine + e] != 0 && prints_[theirs + e] != 0) verdicts_[row.cells * width_ + e] = Verdict::same;
    }
    if (row.wanted && row.reference != no_row && may_differ(row, other)) again.push_back(i);
  }
  const unsigned workers = worker_count(options_.jobs, again.size());
  std::deque<FileCache> files;
  for (unsigned i = 0; i < workers; ++i) files.emplace_back(sources_, work_);
  in_order(
      again.size(), workers, std::size_t{workers} * 16,
      [&](unsigned worker, std::size_t item) { judge_row(rows_[again[item]], files[worker]); }, [](std::size_t) {});
  prints_ = {};
}

void LevelComparison::judge_row(CompareRow& row, FileCache& files) {
  const CompareRow& other = rows_[row.reference];
  const std::size_t mine = prints_of_[static_cast<std::size_t>(&row - rows_.data())] * width_;
  const std::size_t theirs = prints_of_[row.reference] * width_;
  const Profile& profile = *work_.context(work_.discovery.files[row.file]).profile;
  const std::vector<std::size_t>& columns = columns_.at(&profile);
  const Matter* const m = files.at(row.file, row.begin);
  const Matter* const reference = files.at(other.file, other.begin);
  if (m == nullptr || reference == nullptr) return;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t e = columns[i];
    if (prints_[mine + e] == 0 || prints_[theirs + e] == 0 || prints_[mine + e] == prints_[theirs + e]) continue;
    verdicts_[row.cells * width_ + e] = compare_element(profile.elements[i], *m, *reference, Wanted::verdict).verdict;
  }
}

/// The worst items first.
void LevelComparison::order_items() {
  for (CompareItem& item : items_) {
    for (std::uint32_t i = item.first; i < item.first + item.count; ++i) {
      if (!rows_[i].wanted) continue;
      for (std::size_t e = 0; e < width_; ++e) {
        const Verdict verdict = verdicts_[rows_[i].cells * width_ + e];
        item.gravity = std::max(item.gravity, gravity(verdict));
        item.bad += departs(verdict) ? 1U : 0U;
      }
    }
  }
  std::sort(items_.begin(), items_.end(), [](const CompareItem& a, const CompareItem& b) {
    if (a.bad != b.bad) return a.bad > b.bad;
    return a.gravity != b.gravity ? a.gravity > b.gravity : a.key < b.key;
  });
}

void LevelComparison::sum_up() {
  std::vector<CompareTotals> by_agency(agencies_.size());
  std::vector<CompareTotals> by_level(levels_.size());
  for (const CompareItem& item : items_) {
    bool any = false;
    for (std::uint32_t i = item.first; i < item.first + item.count; ++i) {
      const CompareRow& row = rows_[i];
      if (!row.wanted || (row.entry == nullptr && row.reference == no_row)) continue;
      any = true;
      ++(row.entry != nullptr ? result_.bound : result_.others);
      std::array<CompareTotals*, 3> totals{&result_.all, &by_agency[row.agency], &by_level[row.level]};
      bool bad = false;
      for (std::size_t e = 0; e < width_; ++e) {
        const Verdict verdict = verdicts_[row.cells * width_ + e];
        bad |= departs(verdict);
        ++result_.elements[e].totals.cells[static_cast<std::size_t>(verdict)];
        for (CompareTotals* const of : totals) ++of->cells[static_cast<std::size_t>(verdict)];
        result_.elements[e].totals.departing += departs(verdict) ? 1U : 0U;
      }
      for (CompareTotals* const of : totals) {
        ++of->matters;
        of->departing += bad ? 1U : 0U;
      }
    }
    result_.items += any ? 1U : 0U;
  }
  for (NamedTotals& element : result_.elements) element.totals.matters = result_.all.matters;
  for (std::size_t i = 0; i < by_agency.size(); ++i) {
    if (by_agency[i].matters > 0) result_.agencies.push_back({agencies_[i], {}, by_agency[i]});
  }
  std::sort(result_.agencies.begin(), result_.agencies.end(), [](const NamedTotals& a, const NamedTotals& b) {
    if (a.totals.bad() != b.totals.bad()) return a.totals.bad() > b.totals.bad();
    return a.name < b.name;
  });
  for (std::size_t i = 0; i < by_level.size(); ++i) {
    if (by_level[i].matters > 0) result_.levels.push_back({levels_[i], {}, by_level[i]});
  }
  std::sort(result_.levels.begin(), result_.levels.end(), [](const NamedTotals& a, const NamedTotals& b) {
    return std::make_pair(level_rank(a.name), a.name) < std::make_pair(level_rank(b.name), b.name);
  });
  left_out(alone_, {"没有认领标准，别处也没有同一事项", "bound to no entry, and no other office has the matter"});
  left_out(nameless_, {"没有认领标准，也没有基本编码", "bound to no entry, and without a basic code"});
  left_out(dangling_, {"认领的标准条目找不到", "bound to an entry that was not found"});
  left_out(no_standard_, {"认领的标准条目没有读全", "bound to an entry that could not be read whole"});
  left_out(cancelled_, {"已经取消", "cancelled"});
}

void LevelComparison::left_out(std::size_t count, const Bilingual& reason) {
  if (count > 0) result_.not_compared.push_back({"matter", std::string(reason.in(options_.lang)), count});
}

ComparedMatter LevelComparison::told(const CompareItem& item, const CompareRow& row, bool first,
                                     FileCache& files) const {
  const CatalogFile& file = work_.discovery.files[row.file];
  const CatalogContext& context = work_.context(file);
  const CompareRow* const other = row.reference == no_row ? nullptr : &rows_[row.reference];
  const Matter* const m = files.at(row.file, row.begin);
  const Matter* const against = row.entry != nullptr ? row.entry
                                : other != nullptr   ? files.at(other->file, other->begin)
                                                     : m;
  ComparedMatter shown;
  if (m == nullptr || against == nullptr) return shown;
  shown.item = item.key.ends_with('/') ? item.key.substr(0, item.key.size() - 1) : item.key;
  shown.first = first;
  shown.identity = row.identity;
  shown.name = display_name(*m);
  shown.item_name = display_name(*against);
  shown.level = levels_[row.level];
  shown.agency = agencies_[row.agency];
  shown.at = m->mark.at();
  shown.bound = row.entry != nullptr;
  shown.reference = row.entry == nullptr && other == nullptr;
  shown.other = row.entry != nullptr ? report_identity(*row.entry, true, {}, 1)
                                     : std::string(other != nullptr ? other->identity : row.identity);
  shown.other_at = against->mark.at();
  shown.profile = context.profile;
  const std::vector<std::size_t>& columns = columns_.at(context.profile);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Element& element = context.profile->elements[i];
    ComparedMatter::Cell cell{columns[i], &element, {}};
    const Silence silence = silence_of(element, shown.level, context);
    cell.result = compare_element(element, *m, *against);
    if (silence != Silence::none) {
      cell.result.verdict = Verdict::not_applicable;
      cell.result.silence = silence;
      cell.result.differences.clear();
    }
    shown.cells.push_back(std::move(cell));
  }
  return shown;
}

std::size_t LevelComparison::each(const CompareShow& show,
                                  const std::function<void(const ComparedMatter&)>& visitor) const {
  struct Task {
    const CompareItem* item;
    const CompareRow* row;
    bool first;
  };
  std::vector<Task> tasks;
  std::size_t items = 0;
  for (const CompareItem& item : items_) {
    const std::size_t before = tasks.size();
    bool any = false;
    for (std::uint32_t i = item.first; i < item.first + item.count; ++i) {
      const CompareRow& row = rows_[i];
      const bool reference = row.entry == nullptr && row.reference == no_row;
      const Verdict* const cells = &verdicts_[row.cells * width_];
      const bool told = row.wanted && !reference &&
                        std::any_of(cells, cells + width_, [&](Verdict verdict) { return show.wants(verdict); });
      any |= told;
      if (told || (reference && item.count > 1)) tasks.push_back({&item, &row, tasks.size() == before});
    }
    if (!any || (show.items != 0 && items >= show.items)) tasks.resize(before);
    items += any ? 1U : 0U;
  }
  const unsigned workers = worker_count(options_.jobs, tasks.size());
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 16;
  std::deque<FileCache> files;
  for (unsigned i = 0; i < workers; ++i) files.emplace_back(sources_, work_);
  std::vector<ComparedMatter> shown(window);
  in_order(
      tasks.size(), workers, window,
      [&](unsigned worker, std::size_t i) {
        shown[i % window] = told(*tasks[i].item, *tasks[i].row, tasks[i].first, files[worker]);
      },
      [&](std::size_t i) { visitor(shown[i % window]); });
  return items;
}

}  // namespace matter
