#include "ops/import_families.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "ops/import_rows.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view gone_code = "D";

/// The rows of a table that count, by matter.
class LiveRows {
 public:
  LiveRows(const Mapping& mapping, const MappedTable& table, const TableText& file, Collector& findings)
      : table_(table),
        reader_(mapping, table, file.source, file.text, findings),
        key_(key_column(mapping, table)),
        id_(table.column_of(FunctionId::row_id)) {
    read(findings);
  }

  struct Row {
    std::string key, time;
    std::uint64_t order = 0;
    std::uint32_t offset = 0, counted = 0;
    bool gone = false;
  };

  [[nodiscard]] const MappedTable& table() const { return table_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] RowReader& reader() { return reader_; }
  [[nodiscard]] Location at(const Row& row) const { return {reader_.source(), {row.offset, row.offset + 1}}; }
  [[nodiscard]] std::size_t refused() const { return refused_; }
  [[nodiscard]] std::size_t gone() const { return gone_; }
  [[nodiscard]] std::size_t earlier() const { return earlier_; }
  /// Whether the last that was said of the matter is that it is gone.
  [[nodiscard]] bool is_gone(const std::string& key) const { return gone_keys_.contains(key); }

  /// Rows of a matter in their order; of a table with a row for each matter, one.
  [[nodiscard]] const std::vector<std::size_t>& of(const std::string& key) {
    static const std::vector<std::size_t> none;
    const auto found = by_matter_.find(key);
    if (found == by_matter_.end()) return none;
    taken_.insert(key);
    return found->second;
  }
  [[nodiscard]] bool is_taken(const std::string& key) const { return taken_.contains(key); }

 private:
  void read(Collector& findings) {
    const Column* const operation = table_.column_of(FunctionId::operation);
    const Column* const time = table_.column_of(FunctionId::export_time);
    const Column* const order = table_.column_of(FunctionId::order);
    const bool one_a_matter = id_ == nullptr || table_.each.count == 0;
    std::unordered_map<std::string, std::size_t> last;
    std::vector<Row> all;
    Document row;
    for (auto outcome = reader_.next(row, findings); outcome != RowReader::Outcome::end;
         outcome = reader_.next(row, findings)) {
      if (outcome == RowReader::Outcome::refused || text_in(row, key_).empty()) {
        if (outcome != RowReader::Outcome::refused) no_key(findings);
        ++refused_;
        continue;
      }
      Row& one = all.emplace_back();
      one.key = text_in(row, key_);
      one.time = text_in(row, time);
      const std::string_view number = text_in(row, order);
      one.order =
          number.empty() || number.size() > 9 || number.find_first_not_of("0123456789") != std::string_view::npos
              ? 0
              : std::stoul(std::string(number));
      one.offset = reader_.offset();
      one.counted = reader_.counted();
      one.gone = text_in(row, operation) == gone_code;
      const std::string id(one_a_matter ? text_in(row, key_) : text_in(row, id_));
      if (id.empty()) continue;
      const auto [at, fresh] = last.try_emplace(id, all.size() - 1);
      if (fresh) continue;
      ++earlier_;
      Row& before = all[at->second];
      const bool newer = one.time >= before.time;
      (newer ? before : one).counted = 0;  // no row has this number: the heading is 1
      if (newer) at->second = all.size() - 1;
    }
    keep(std::move(all));
  }

  void keep(std::vector<Row> all) {
    for (Row& one : all) {
      if (one.counted == 0) continue;
      if (one.gone) {
        ++gone_;
        gone_keys_.insert(std::move(one.key));
        continue;
      }
      by_matter_[one.key].push_back(rows_.size());
      rows_.push_back(std::move(one));
    }
    for (auto& [key, places] : by_matter_) {
      std::stable_sort(places.begin(), places.end(),
                       [&](std::size_t a, std::size_t b) { return rows_[a].order < rows_[b].order; });
    }
  }

  void no_key(Collector& findings) const {
    findings.add(
        "field-value", Severity::error, {reader_.source(), {reader_.offset(), reader_.offset() + 1}},
        {"表 {} 第 {} 行的 {} 空着：不知道是哪个事项", "table {}, row {}: {} is empty: of which matter is it?"},
        table_.name, reader_.counted(), key_ != nullptr ? key_->name : std::string_view{});
  }

  const MappedTable& table_;
  RowReader reader_;
  const Column *key_, *id_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_matter_;
  std::unordered_set<std::string> gone_keys_, taken_;
  std::size_t refused_ = 0, gone_ = 0, earlier_ = 0;
};

/// A table of matters and those that hang on it.
struct Family {
  std::vector<const MappedTable*> tables;
  std::vector<std::size_t> places;  // in the mapping
};

std::vector<Family> families_of(const Mapping& mapping) {
  std::vector<Family> families;
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    const MappedTable& table = mapping.tables[i];
    if (table.standard) continue;
    const auto same = std::find_if(families.begin(), families.end(), [&](const Family& family) {
      return same_family(mapping, *family.tables[0], table);
    });
    Family& family = same != families.end() ? *same : families.emplace_back();
    family.tables.push_back(&table);
    family.places.push_back(i);
  }
  return families;
}

class FamilyMatters final : public IncomingMatters {
 public:
  FamilyMatters(const Mapping& mapping, const std::vector<TableTexts>& kinds, Sources& sources, Collector& findings)
      : mapping_(mapping), sources_(sources), findings_(findings) {
    const std::vector<Family> families = families_of(mapping);
    for (const Family& family : families) {
      records_.emplace_back(mapping, family.tables);
      again_.emplace_back(mapping, family.tables);
    }
    for (const TableTexts& kind : kinds) {
      for (std::size_t i = 0; i < families.size(); ++i) open(kind, families[i], i);
      for (std::size_t table = 0; table < mapping.tables.size(); ++table)
        entries(mapping.tables[table], kind.tables[table]);
    }
  }

  Outcome next(IncomingMatter& into) override {
    for (; at_ < parts_.size(); ++at_, row_ = 0) {
      Part& part = parts_[at_];
      if (row_ == part.tables[0].rows().size()) continue;
      given_.emplace_back(at_, row_);
      read(part, row_++, records_[part.family], into, findings_);
      return Outcome::matter;
    }
    return Outcome::end;
  }

  void again(std::size_t n, IncomingMatter& into) override {
    const auto [part, row] = given_.at(n);
    Collector unheard(findings_.lang());
    read(parts_[part], row, again_[parts_[part].family], into, unheard);
  }

  std::size_t finish() override {
    std::size_t refused = 0;
    std::size_t gone = 0;
    std::size_t earlier = 0;
    for (const Part& part : parts_) {
      gone += part.tables[0].gone();
      for (const LiveRows& table : part.tables) {
        refused += table.refused();
        earlier += table.earlier();
        if (&table != &part.tables[0]) refused += orphans(part.tables[0], table);
      }
    }
    if (gone != 0)
      tell({"已取消（D）而没有导入的事项：{}", "matters that are gone (D) and were not imported: {}"}, gone);
    if (earlier != 0)
      tell({"同一标识的旧行（以同步时间最晚的为准）：{}", "older rows of one id, of which the last counts: {}"},
           earlier);
    if (entries_ != 0)
      tell({"{}：{} 行是标准条目，不是实施事项，没有导入",
            "{}: its rows are standard entries, no matters of an office, and were not imported: {}"},
           entries_table_, entries_);
    return refused;
  }

  [[nodiscard]] std::vector<ColumnCounts> counts() const override {
    std::vector<ColumnCounts> all;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const auto read = [&](const Part& part) { return part.family == i; };
      if (std::none_of(parts_.begin(), parts_.end(), read)) continue;
      for (ColumnCounts& one : records_[i].counts()) all.push_back(std::move(one));
    }
    return all;
  }
  [[nodiscard]] std::string file_name(const IncomingMatter& one) const override {
    return records_[0].file_name(one.doc, one.root);
  }
  [[nodiscard]] SaidColumns said(bool) const override { return {}; }
  void read_only(const SaidColumns&) override {}
  [[nodiscard]] bool holds(bool sample) const override {
    return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.sample == sample; });
  }
  [[nodiscard]] bool lacks_rows() const override {
    return std::any_of(parts_.begin(), parts_.end(), [](const Part& part) {
      return std::any_of(part.tables.begin(), part.tables.end(), [](const LiveRows& t) { return t.refused() != 0; });
    });
  }
  [[nodiscard]] std::pair<std::size_t, std::size_t> progress() const override { return {at_, parts_.size()}; }

 private:
  struct Part {
    std::size_t family = 0;
    bool sample = false;
    std::deque<LiveRows> tables;       // of the family; the first is that of the matters
    std::vector<std::size_t> columns;  // which table of the family each is
  };

  void open(const TableTexts& kind, const Family& family, std::size_t number) {
    if (kind.tables[family.places[0]].text == nullptr) {
      for (std::size_t i = 1; i < family.places.size(); ++i) {
        const TableText& file = kind.tables[family.places[i]];
        if (file.text == nullptr) continue;
        findings_.add(
            "field-missing", Severity::error, {file.source, {0, 0}},
            {"没有表 {}，不知道“{}”的各行是哪些事项的", "there is no table {}: of which matters are the rows of '{}'?"},
            family.tables[0]->name, sources_.name(file.source));
      }
      return;
    }
    Part& part = parts_.emplace_back();
    part.family = number;
    part.sample = kind.sample;
    for (std::size_t i = 0; i < family.tables.size(); ++i) {
      const TableText& file = kind.tables[family.places[i]];
      if (file.text == nullptr) continue;
      part.tables.emplace_back(mapping_, *family.tables[i], file, findings_);
      part.columns.push_back(i);
    }
  }

  void entries(const MappedTable& table, const TableText& file) {
    if (!table.standard || file.text == nullptr) return;
    Collector unheard(findings_.lang());
    RowReader reader(mapping_, table, file.source, file.text, unheard);
    Document row;
    while (reader.next(row, unheard) != RowReader::Outcome::end) ++entries_;
    entries_table_ = table.name;
  }

  void read(Part& part, std::size_t n, RecordImport& records, IncomingMatter& into, Collector& findings) {
    LiveRows& matters = part.tables[0];
    const LiveRows::Row& row = matters.rows()[n];
    into.notes.clear();
    into.key = row.key;
    into.number = matters.reader().number(row.counted);
    into.at = matters.at(row);
    into.sample = part.sample;
    Document& first = document(0);
    static_cast<void>(matters.reader().again(row.offset, row.counted, first, findings));
    records.begin(first, first.roots[0], into.notes);
    if (part.sample) records.mark_sample();
    std::size_t used = 1;
    for (std::size_t table = 1; table < part.tables.size(); ++table) {
      LiveRows& items = part.tables[table];
      for (const std::size_t item : items.of(row.key)) {
        const LiveRows::Row& place = items.rows()[item];
        Document& read = document(used++);
        static_cast<void>(items.reader().again(place.offset, place.counted, read, findings));
        records.add_item(part.columns[table], read, read.roots[0], into.notes);
      }
    }
    into.root = records.finish(into.doc);
    into.disagreements = records.disagreements();
  }

  Document& document(std::size_t n) {
    while (documents_.size() <= n) documents_.emplace_back();
    return documents_[n];
  }

  /// Rows of matters that there are not; of those that are gone they are gone too.
  std::size_t orphans(const LiveRows& matters, const LiveRows& table) {
    std::size_t rows = 0;
    std::unordered_set<std::string> told;
    for (const LiveRows::Row& row : table.rows()) {
      if (table.is_taken(row.key) || matters.is_gone(row.key)) continue;
      ++rows;
      if (!told.insert(row.key).second) continue;
      findings_.add(
          "field-value", Severity::error, table.at(row),
          {"表 {} 第 {} 行的事项“{}”不在事项表中", "table {}, row {}: matter '{}' is not in the table of matters"},
          table.table().name, row.counted, row.key);
    }
    return rows;
  }

  template <class... Args>
  void tell(const WordsFor<Args...>& words, Args&&... args) {
    findings_.add("field-value", Severity::info, {}, words, std::forward<Args>(args)...);
  }

  const Mapping& mapping_;
  Sources& sources_;
  Collector& findings_;
  std::deque<RecordImport> records_, again_;  // by family
  std::deque<Part> parts_;
  std::deque<Document> documents_;
  std::vector<std::pair<std::size_t, std::size_t>> given_;
  std::size_t at_ = 0, row_ = 0, entries_ = 0;
  std::string_view entries_table_;
};

}  // namespace

std::string sent_name(const Mapping& mapping, const MappedTable& table) {
  const bool renamed = !mapping.import_prefix.empty() && table.name.substr(0, mapping.prefix.size()) == mapping.prefix;
  if (!renamed) return std::string(table.name);
  return std::string(mapping.import_prefix).append(table.name.substr(mapping.prefix.size()));
}

std::unique_ptr<IncomingMatters> incoming_families(const Mapping& mapping, const std::vector<TableTexts>& kinds,
                                                   Sources& sources, Collector& findings) {
  return std::make_unique<FamilyMatters>(mapping, kinds, sources, findings);
}

std::unique_ptr<IncomingMatters> open_family_folder(const Mapping& mapping, const std::string& folder, Sources& sources,
                                                    Collector& findings, SourceId& source) {
  if (!fs::is_directory(folder)) {
    findings.add("field-value", Severity::error, {},
                 {"“{}”不是文件夹：{} 的数据是几个相连的表，请给放这些表的文件夹",
                  "'{}' is no folder: the data of {} are tables that belong together; give the folder with them"},
                 folder, mapping.platform);
    return nullptr;
  }
  std::vector<std::vector<TableTexts>> found;  // as the platform calls them, as an export does
  for (const bool sent : {true, false}) {
    std::vector<TableTexts> kinds;
    for (const bool sample : {false, true}) {
      TableTexts kind;
      kind.sample = sample;
      kind.tables.resize(mapping.tables.size());
      bool any = false;
      for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
        const MappedTable& table = mapping.tables[i];
        const std::string name = sent ? sent_name(mapping, table) : std::string(table.name);
        const fs::path file = fs::path(folder) / (name + (sample ? ".sample.csv" : ".csv"));
        if (!fs::exists(file)) continue;
        source = sources.add_file(file.string());
        kind.tables[i] = {source, sources.text(source)};
        any = any || (table.each.count == 0 && !table.standard);
      }
      if (any) kinds.push_back(std::move(kind));
    }
    if (!kinds.empty()) found.push_back(std::move(kinds));
    if (mapping.prefix == mapping.import_prefix) break;
  }
  if (found.size() == 1) return incoming_families(mapping, found[0], sources, findings);
  if (found.empty()) {
    const MappedTable& first = *families_of(mapping)[0].tables[0];
    findings.add("field-missing", Severity::error, {}, {"“{}”中没有“{}”", "'{}' holds no '{}'"}, folder,
                 sent_name(mapping, first) + ".csv");
  } else {
    findings.add("field-value", Severity::error, {},
                 {"“{}”中既有 {}* 又有 {}* 的表：请分开放", "'{}' holds tables {}* and {}*: put them apart"}, folder,
                 mapping.import_prefix, mapping.prefix);
  }
  return nullptr;
}

}  // namespace matter
