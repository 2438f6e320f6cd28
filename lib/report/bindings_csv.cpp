#include <span>

#include "media/csv.h"
#include "media/guard.h"
#include "report/bindings_report.h"
#include "report/compare_report.h"

namespace matter {

namespace {

constexpr std::size_t piece = 64 * 1024;

constexpr Bilingual stale_columns[] = {
    {"编码", "matter"},          {"事项名称", "name"},       {"行使层级", "level"},  {"实施主体", "agency"},
    {"标准条目", "entry"},       {"认领的版本", "bound"},    {"最新版本", "newest"}, {"生效日期", "effective"},
    {"认领期限", "deadline"},    {"剩余工作日", "left"},     {"要素", "element"},    {"字段", "field"},
    {"标准旧值", "old"},         {"标准新值", "new"},        {"本事项", "own"},      {"位置", "place"},
    {"旧值的位置", "old_place"}, {"新值的位置", "new_place"}};
constexpr Bilingual unbound_columns[] = {{"编码", "matter"},     {"事项名称", "name"},       {"行使层级", "level"},
                                         {"实施主体", "agency"}, {"落空的认领", "named"},    {"候选", "rank"},
                                         {"标准条目", "entry"},  {"条目名称", "entry_name"}, {"理由", "because"},
                                         {"位置", "place"},      {"条目位置", "entry_place"}};

class CsvTable {
 public:
  CsvTable(std::span<const Bilingual> columns, Lang lang, const Sink& to) : writer_(out_), to_(to) {
    for (const Bilingual& column : columns) writer_.cell(column.in(lang));
    writer_.end_row();
  }
  void row(std::span<const std::string> cells) {
    for (const std::string& text : cells) writer_.cell(guarded(text));
    writer_.end_row();
    if (out_.size() > piece) flush();
  }
  void flush() {
    to_(out_);
    out_.clear();
  }

 private:
  std::string out_ = "\xEF\xBB\xBF";
  CsvWriter writer_;
  const Sink& to_;
};

void stale_rows(const StaleEntry& entry, const StaleMatter& m, Lang lang, Places& places, CsvTable& table) {
  const auto row = [&](std::string_view element, const Difference* d, const std::string& own) {
    const std::string cells[] = {m.identity,
                                 m.name,
                                 m.level,
                                 m.agency,
                                 entry.code,
                                 std::to_string(entry.bound),
                                 std::to_string(entry.newest),
                                 entry.effective,
                                 m.deadline,
                                 m.left ? std::to_string(*m.left) : std::string(),
                                 std::string(element),
                                 d == nullptr       ? std::string()
                                 : lang == Lang::zh ? d->label
                                                    : d->path,
                                 d == nullptr ? std::string() : d->other,
                                 d == nullptr ? std::string() : d->own,
                                 own,
                                 line_of(places, m.at),
                                 line_of(places, d == nullptr ? entry.bound_at : d->other_at),
                                 line_of(places, d == nullptr ? entry.newest_at : d->at)};
    table.row(cells);
  };
  for (std::size_t i = 0; i < m.own.size(); ++i) {
    const ElementChange& change = entry.changes->elements[i];
    for (const Difference& d : change.values) row(called(*change.element, lang), &d, told_own(m.own[i], lang));
  }
  if (m.own.empty()) row({}, nullptr, {});  // nothing that is compared has changed; it is to be bound all the same
}

void unbound_rows(const UnboundMatter& m, Lang lang, Places& places, CsvTable& table) {
  const auto row = [&](std::size_t rank, const BindingCandidate* candidate) {
    const std::string cells[] = {m.identity,
                                 m.name,
                                 m.level,
                                 m.agency,
                                 m.named,
                                 candidate == nullptr ? std::string() : std::to_string(rank),
                                 candidate == nullptr ? std::string() : candidate->reference,
                                 candidate == nullptr ? std::string() : candidate->name,
                                 candidate == nullptr ? std::string() : told_candidate(*candidate, lang),
                                 line_of(places, m.at),
                                 candidate == nullptr ? std::string() : line_of(places, candidate->at)};
    table.row(cells);
  };
  for (std::size_t i = 0; i < m.candidates.size(); ++i) row(i + 1, &m.candidates[i]);
  if (m.candidates.empty()) row(0, nullptr);
}

}  // namespace

void write_bindings_csv(const BindingsResult& result, const BindingsOptions& asked, const Sources& sources, Lang lang,
                        const Sink& to) {
  Places places(sources);
  CsvTable table(asked.stale ? std::span<const Bilingual>(stale_columns) : std::span<const Bilingual>(unbound_columns),
                 lang, to);
  if (asked.stale) {
    for (const StaleEntry& entry : result.stale) {
      for (const StaleMatter& matter : entry.matters) stale_rows(entry, matter, lang, places, table);
    }
  } else {
    for (const UnboundMatter& matter : result.unbound) unbound_rows(matter, lang, places, table);
  }
  table.flush();
}

}  // namespace matter
