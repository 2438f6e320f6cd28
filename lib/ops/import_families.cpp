#include "ops/import_families.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <unordered_set>

#include "ops/import_live_rows.h"

namespace matter {

namespace {

std::optional<int> version_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty()) return 1;  // as of an entry that says none
  return error == std::errc() && end == text.data() + text.size() && value > 0 ? std::optional(value) : std::nullopt;
}

const Column* version_column(const MappedTable& table) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), [](const Column& column) {
    return column.path.count == 1 && column.path.last().key == "version";
  });
  return found != table.columns.end() ? &*found : nullptr;
}

/// The entries that matters can be bound to: the newest of each 基本编码.
class EntryCodes {
 public:
  void add(bool sample, std::string_view code, std::string_view version) {
    const auto number = version_in(version);
    if (code.empty() || !number) return;
    Newest& newest = codes_[{sample, std::string(code)}];
    if (*number > newest.version) newest = {*number, 0};
    if (*number == newest.version) ++newest.entries;
  }

  /// `code@version`; empty where no entry has the code, or several of one version have it (`several`).
  [[nodiscard]] std::string binding(bool sample, std::string_view code, bool& several) const {
    const auto found = codes_.find({sample, std::string(code)});
    several = found != codes_.end() && found->second.entries > 1;
    if (found == codes_.end() || several) return {};
    return found->first.second + "@" + std::to_string(found->second.version);
  }

 private:
  struct Newest {
    int version = 0;
    std::size_t entries = 0;
  };
  std::map<std::pair<bool, std::string>, Newest> codes_;
};

class FamilyMatters final : public IncomingMatters {
 public:
  FamilyMatters(const Mapping& mapping, const std::vector<TableTexts>& kinds, Collector& findings)
      : mapping_(mapping), findings_(findings), families_(families_of(mapping)) {
    records_.resize(families_.size());
    again_.resize(families_.size());
    for (const TableTexts& kind : kinds) {
      for (std::size_t i = 0; i < families_.size(); ++i) open(kind, i);
    }
    for (Part& part : parts_) index_entries(part);
  }

  Outcome next(IncomingMatter& into) override {
    for (; at_ < parts_.size(); ++at_, row_ = 0) {
      Part& part = parts_[at_];
      if (row_ == part.tables[0].rows().size()) continue;
      given_.emplace_back(at_, row_);
      bool several = false;
      read(part, row_++, *records_[part.family], into, findings_, several);
      several_ += several ? 1U : 0U;
      return Outcome::matter;
    }
    return Outcome::end;
  }

  void again(std::size_t n, IncomingMatter& into) override {
    const auto [part, row] = given_.at(n);
    Collector unheard(findings_.lang());
    bool several = false;
    read(parts_[part], row, import_of(again_, parts_[part].family), into, unheard, several);
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
    if (several_ != 0)
      tell({"同一基本编码有几个条目，没有认领的事项：{}",
            "matters that were not bound, since several entries have their 基本编码: {}"},
           several_);
    return refused;
  }

  [[nodiscard]] std::vector<ColumnCounts> counts() const override {
    std::vector<ColumnCounts> all;
    for (const auto& records : records_) {
      if (records == nullptr) continue;
      for (ColumnCounts& one : records->counts()) all.push_back(std::move(one));
    }
    return all;
  }

  [[nodiscard]] std::string file_name(const IncomingMatter& one) const override {
    return records_[one.family]->file_name(one.doc, one.root);
  }

  [[nodiscard]] SaidColumns said(bool sample) const override {
    SaidColumns all(mapping_.tables.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].assign(mapping_.tables[i].columns.size(), false);
    for (const Part& part : parts_) {
      if (part.sample != sample) continue;
      for (std::size_t i = 0; i < part.tables.size(); ++i)
        part.tables[i].reader().said(all[families_[part.family].places[part.columns[i]]]);
    }
    return all;
  }

  void read_only(const SaidColumns& columns) override {
    for (std::size_t i = 0; i < families_.size(); ++i) {
      if (records_[i] == nullptr) continue;
      SaidColumns of_family;
      for (const std::size_t place : families_[i].places) of_family.push_back(columns[place]);
      records_[i]->read_only(of_family);
      import_of(again_, i).read_only(of_family);
    }
  }

  [[nodiscard]] bool holds(bool sample) const override {
    return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.sample == sample; });
  }
  [[nodiscard]] bool may_hold(const IncomingMatter& other) const override {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const Part& part) { return part.sample == other.sample && part.family == other.family; });
  }
  [[nodiscard]] const MappedTable* entries() const override {
    const auto found = std::find_if(parts_.begin(), parts_.end(), [](const Part& part) {
      return part.tables[0].table().standard && !part.tables[0].rows().empty();
    });
    return found != parts_.end() ? &found->tables[0].table() : nullptr;
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
  using Imports = std::vector<std::unique_ptr<RecordImport>>;  // by family, made when it is needed

  RecordImport& import_of(Imports& imports, std::size_t family) {
    if (imports[family] == nullptr)
      imports[family] = std::make_unique<RecordImport>(mapping_, families_[family].tables);
    return *imports[family];
  }

  void open(const TableTexts& kind, std::size_t number) {
    const TableFamily& family = families_[number];
    if (kind.tables[family.places[0]].text == nullptr) return;
    Part& part = parts_.emplace_back();
    part.family = number;
    part.sample = kind.sample;
    for (std::size_t i = 0; i < family.tables.size(); ++i) {
      const TableText& file = kind.tables[family.places[i]];
      if (file.text == nullptr) continue;
      part.tables.emplace_back(mapping_, *family.tables[i], file, findings_);
      part.columns.push_back(i);
    }
    static_cast<void>(import_of(records_, number));
  }

  void index_entries(Part& part) {
    LiveRows& entries = part.tables[0];
    const Column* const code = entries.table().column_of(FunctionId::basic_code);
    const Column* const version = version_column(entries.table());
    if (!entries.table().standard || code == nullptr) return;
    Collector unheard(findings_.lang());
    for (const LiveRows::Row& row : entries.rows()) {
      Document& read = document(0);
      static_cast<void>(entries.reader().again(row.offset, row.counted, read, unheard));
      entry_codes_.add(part.sample, text_in(read, code), text_in(read, version));
    }
  }

  void read(Part& part, std::size_t n, RecordImport& records, IncomingMatter& into, Collector& findings,
            bool& several) {
    LiveRows& matters = part.tables[0];
    const LiveRows::Row& row = matters.rows()[n];
    into.notes.clear();
    into.key = row.key;
    into.number = matters.reader().number(row.counted);
    into.at = matters.at(row);
    into.sample = part.sample;
    into.standard = matters.table().standard;
    into.family = part.family;
    Document& first = document(0);
    static_cast<void>(matters.reader().again(row.offset, row.counted, first, findings));
    into.binding.clear();
    if (const Column* const code = matters.table().column_of(FunctionId::basic_code); code != nullptr && !into.standard)
      into.binding = entry_codes_.binding(part.sample, text_in(first, code), several);
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
  Collector& findings_;
  std::vector<TableFamily> families_;
  Imports records_, again_;
  std::deque<Part> parts_;
  std::deque<Document> documents_;
  EntryCodes entry_codes_;
  std::vector<std::pair<std::size_t, std::size_t>> given_;
  std::size_t at_ = 0, row_ = 0, several_ = 0;
};

}  // namespace

std::vector<TableFamily> families_of(const Mapping& mapping) {
  std::vector<TableFamily> families;
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    const MappedTable& table = mapping.tables[i];
    const auto same = std::find_if(families.begin(), families.end(), [&](const TableFamily& family) {
      return same_family(mapping, *family.tables[0], table);
    });
    TableFamily& family = same != families.end() ? *same : families.emplace_back();
    family.tables.push_back(&table);
    family.places.push_back(i);
  }
  return families;
}

std::unique_ptr<IncomingMatters> incoming_families(const Mapping& mapping, const std::vector<TableTexts>& kinds,
                                                   Collector& findings) {
  return std::make_unique<FamilyMatters>(mapping, kinds, findings);
}

}  // namespace matter
