#include "catalog/catalog_data.h"

#include <utility>

#include "catalog/named_file.h"
#include "catalog/own_values.h"
#include "catalog/table_reader.h"
#include "diag/words.h"

namespace matter {

namespace {

constexpr std::size_t region_code_length = 12;

/// The code, or that of the county it stands in: who retires a county retires its towns.
std::string county_of(std::string_view code12) {
  std::string county(code12.substr(0, 6));
  county.resize(region_code_length, '0');
  return county;
}

/// A row of a region by its full code; nothing and a finding where the code is none.
std::optional<std::string> region_code(TableReader& table, std::size_t column) {
  const std::string_view written = table.text(column);
  auto full = full_region_code(written);
  if (!full)
    table.wrong(
        "field-value", table.span(column),
        {"“{}”不是行政区划代码（2、4、6、9 或 12 位数字）", "'{}' is no code of a region (2, 4, 6, 9 or 12 digits)"},
        written);
  return full;
}

/// A region that stands in nothing is a slip of the pen. Rows may stand in any order: asked when all are read.
void check_parent(TableReader& table, const RegionRow& row, std::string_view code, const CatalogData& data) {
  constexpr std::size_t ends[] = {2, 4, 6, 9};
  for (std::size_t i = std::size(ends); i-- > 0;) {
    std::string above(code.substr(0, ends[i]));
    above.resize(region_code_length, '0');
    if (above == code || region_level(above) >= region_level(code)) continue;
    if (!find_region(above) && !data.regions.contains(above))
      table
          .wrong("reference-dangling", row.at.span, {"“{}”的上级区划查无此地", "the region around '{}' is in no table"},
                 code)
          .notes.push_back({above, {}});
    return;
  }
}

void read_regions(SourceId source, std::string_view text, CatalogData& data, Collector& findings) {
  TableReader table(source, text, "regions", findings);
  if (!table.head({{"code", "代码", "区划代码", "行政区划代码"},
                   {"name", "名称"},
                   {"until", "停用"},
                   {"successor", "继任", "继任代码"}}))
    return;
  std::vector<std::pair<Location, std::string>> successors;
  std::vector<std::string_view> added;
  while (table.next()) {
    const auto code = region_code(table, 0);
    if (!code) continue;
    RegionRow row{std::string(table.text(1)), table.date(2), {}, table.at(0)};
    if (!table.text(3).empty()) {
      const auto successor = region_code(table, 3);
      if (!successor) continue;
      row.successor = *successor;
      successors.emplace_back(table.at(3), *successor);
    }
    if (row.name.empty()) {
      if (const auto known = find_region(*code)) row.name = known->name;
    }
    if (row.name.empty()) {
      table.wrong("field-missing", table.span(0), {"“{}”没有名称", "'{}' has no name"}, table.text(0));
      continue;
    }
    const auto [at, fresh] = data.regions.try_emplace(*code, row);
    if (fresh)
      added.push_back(at->first);
    else
      table
          .wrong("yaml-duplicate-key", table.span(0), {"代码“{}”写了两次", "the code '{}' stands twice"}, table.text(0))
          .notes.push_back({say(findings.lang(), {"第一次在这里", "first here"}), at->second.at});
  }
  for (const std::string_view code : added) check_parent(table, data.regions.find(code)->second, code, data);
  for (const auto& [at, successor] : successors) {
    if (!find_region(successor) && !data.regions.contains(successor))
      table.wrong("reference-dangling", at.span, {"继任的“{}”查无此地", "its successor '{}' is in no table"},
                  successor);
  }
}

/// A year that nobody has published is not known from one row: its fixed holidays must be there.
void check_year(TableReader& table, int year, const Calendar& calendar, Location first) {
  for (const auto& [month, day] : {std::pair{1, 1}, std::pair{10, 1}}) {
    const DateValue date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
    if (calendar.is_working_day(date) != true) continue;
    table.wrong("field-missing", first.span,
                {"这一年的安排不全：{} 不是休息日", "the year is incomplete: {} is no day off"}, to_text(date));
    return;
  }
}

void read_calendar(SourceId source, std::string_view text, CatalogData& data, Collector& findings) {
  TableReader table(source, text, "calendar", findings);
  if (!table.head({{"date", "日期"}, {"kind", "休或班", "安排"}, {"name", "说明", "名称"}})) return;
  std::map<int, Location> years;
  std::map<DateValue, Location> days;
  while (table.next()) {
    const auto day = table.date(0);
    if (!day) continue;
    const std::string_view kind = table.text(1);
    if (kind != "休" && kind != "班") {
      table.wrong("field-value", table.span(1), {"“{}”应为 休 或 班", "'{}' should be 休 (off) or 班 (worked)"}, kind);
      continue;
    }
    const auto [at, fresh] = days.try_emplace(*day, table.at(0));
    if (!fresh) {
      table.wrong("yaml-duplicate-key", table.span(0), {"{} 写了两次", "{} stands twice"}, table.text(0))
          .notes.push_back({say(findings.lang(), {"第一次在这里", "first here"}), at->second});
      continue;
    }
    if (Calendar::usual().covers(day->year) ? Calendar::usual().is_working_day(*day) == (kind == "班")
                                            : is_weekday(*day) == (kind == "班"))
      table
          .wrong("field-value", table.span(0),
                 {"{} 本来就是这样，这一行没有作用", "{} is so anyway: the row does nothing"}, table.text(0))
          .severity = Severity::warning;
    data.calendar.set(*day, kind == "班");
    years.try_emplace(day->year, table.at(0));
  }
  for (const auto& [year, at] : years) {
    if (Calendar::usual().covers(year)) continue;
    check_year(table, year, data.calendar, at);
    if (!data.calendar.covers(year - 1))
      table.wrong("field-missing", at.span, {"{} 前面缺了一年", "a year is missing before {}"}, std::to_string(year));
  }
}

class DataReader {
 public:
  DataReader(const Catalog& catalog, const Sources& sources, NamedFiles& files, Collector& findings)
      : catalog_(catalog), sources_(sources), files_(files), to_(findings) {}

  std::shared_ptr<const CatalogData> run() {
    const CatalogConfig& config = catalog_.config;
    if (!config.values.given() && !config.regions.given() && !config.calendar.given()) return nullptr;
    auto data = std::make_shared<CatalogData>();
    auto words = std::make_shared<Vocabulary>();
    each(config.values, "values", [&](SourceId source) { read_own_values(source, sources_, *words, to_); });
    if (!words->words().empty()) data->vocabulary = std::move(words);
    each(config.regions, "regions", [&](SourceId source) { table(source, *data, read_regions); });
    each(config.calendar, "calendar", [&](SourceId source) { table(source, *data, read_calendar); });
    return data;
  }

 private:
  template <class Read>
  void each(const List<Text>& names, std::string_view field, const Read& read) {
    for (const Text& named : names) {
      if (!named.given() || named.text.empty()) continue;
      if (const auto source = files_.open(catalog_, named, field, to_)) read(*source);
    }
  }

  void table(SourceId source, CatalogData& data,
             void (*read)(SourceId, std::string_view, CatalogData&, Collector&)) const {
    std::string text;
    sources_.read(source, text);
    read(source, text, data, to_);
  }

  const Catalog& catalog_;
  const Sources& sources_;
  NamedFiles& files_;
  Collector& to_;
};

class FilesOnDisk : public NamedFiles {
 public:
  explicit FilesOnDisk(Sources& sources) : sources_(sources) {}
  std::optional<SourceId> open(const Catalog& catalog, const Text& named, std::string_view field,
                               Collector& findings) override {
    return named_file(catalog, named, field, sources_, findings);
  }

 private:
  Sources& sources_;
};

}  // namespace

std::optional<Region> CatalogData::region(std::string_view code12, const DateValue& today) const {
  if (retired_region(code12, today)) return std::nullopt;
  const auto own = regions.find(code12);
  if (own != regions.end()) return Region{own->first, own->second.name, region_level(code12)};
  return find_region(code12);
}

std::optional<RetiredRegion> CatalogData::retired_region(std::string_view code12, const DateValue& today) const {
  auto row = regions.find(code12);
  if (row == regions.end() && code12.size() == region_code_length) row = regions.find(county_of(code12));
  if (row != regions.end() && row->second.retired_on(today))
    return RetiredRegion{row->first, row->second.name, row->second.successor, true};
  if (row != regions.end() && row->first == code12) return std::nullopt;
  return find_retired_region(code12);
}

void read_catalog_data(Catalog& catalog, const Sources& sources, NamedFiles& files, Collector& findings) {
  catalog.data = DataReader(catalog, sources, files, findings).run();
}

void read_catalog_data(Catalog& catalog, Sources& sources, Collector& findings) {
  FilesOnDisk files(sources);
  read_catalog_data(catalog, sources, files, findings);
}

}  // namespace matter
