#include "ops/import_matters.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "doc/json.h"
#include "exchange/tree.h"
#include "ops/import_documents.h"
#include "ops/import_medium.h"
#include "ops/import_rows.h"
#include "ops/import_workbook.h"

namespace matter {

namespace {

std::vector<const MappedTable*> tables_of(const Mapping& mapping) {
  std::vector<const MappedTable*> tables;
  tables.reserve(mapping.tables.size());
  for (const MappedTable& table : mapping.tables) tables.push_back(&table);
  return tables;
}

/// Rows of a table of matters, with rows of tables of their items.
class RowMatters final : public IncomingMatters {
 public:
  RowMatters(const Mapping& mapping, std::vector<TableTexts> kinds, bool alone, Collector& findings,
             std::unique_ptr<WorkbookTables> workbooks = nullptr)
      : mapping_(mapping),
        findings_(findings),
        workbooks_(std::move(workbooks)),
        alone_(alone),
        records_(mapping, tables_of(mapping)),
        again_(mapping, tables_of(mapping)),
        key_(mapping.tables[0].column_of(FunctionId::identity)) {
    for (TableTexts& kind : kinds) {
      if (kind.tables[0].text == nullptr) continue;
      Kind& made = kinds_.emplace_back(mapping, std::move(kind), findings_);
      for (std::size_t table = 1; table < mapping.tables.size() && !alone; ++table) {
        const TableText& file = made.files.tables[table];
        const SharedText text = file.text != nullptr ? file.text : std::make_shared<const std::string>();
        made.items.emplace_back(mapping.tables[table],
                                RowReader(mapping, mapping.tables[table], file.source, text, findings_, file.numbers),
                                findings_, refused_);
      }
    }
    lacks_rows_ = refused_ != 0;
  }

  Outcome next(IncomingMatter& into) override {
    for (; at_ < kinds_.size(); ++at_) {
      Kind& kind = kinds_[at_];
      const RowReader::Outcome outcome = kind.rows.next(row_, findings_);
      if (outcome == RowReader::Outcome::end) continue;
      if (outcome == RowReader::Outcome::refused) return Outcome::refused;
      if (!kind.items.empty() && !kind.seen.insert(std::string(text_in(row_, key_))).second) {
        twice(kind.rows);
        return Outcome::refused;
      }
      places_.push_back({at_, kind.rows.offset(), kind.rows.counted()});
      read(kind, records_, findings_, into);
      (into.sample ? any_sample_ : any_real_) = true;
      return Outcome::matter;
    }
    return Outcome::end;
  }

  void again(std::size_t n, IncomingMatter& into) override {
    const Place& place = places_.at(n);
    Kind& kind = kinds_[place.kind];
    Collector unheard(findings_.lang());
    static_cast<void>(kind.rows.again(place.offset, place.number, row_, unheard));
    read(kind, again_, unheard, into);
  }

  std::size_t finish() override {
    for (const Kind& kind : kinds_) {
      for (const ItemRows& table : kind.items) refused_ += table.tell_orphans(findings_);
    }
    return refused_;
  }

  [[nodiscard]] bool lacks_rows() const override { return lacks_rows_; }
  [[nodiscard]] std::vector<ColumnCounts> counts() const override { return records_.counts(); }
  [[nodiscard]] std::string file_name(const IncomingMatter& one) const override {
    return records_.file_name(one.doc, one.root);
  }

  [[nodiscard]] SaidColumns said(bool sample) const override {
    SaidColumns all(mapping_.tables.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].assign(mapping_.tables[i].columns.size(), false);
    for (const Kind& kind : kinds_) {
      if (kind.files.sample != sample && !alone_ && !kind.files.by_row) continue;
      SaidColumns said = records_.filled();
      kind.rows.said(said[0]);
      for (std::size_t i = 0; i < kind.items.size(); ++i) {
        if (kind.files.tables[i + 1].text == nullptr) {
          said[i + 1].assign(said[i + 1].size(), false);
        } else {
          kind.items[i].rows().said(said[i + 1]);
        }
      }
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t column = 0; column < all[i].size(); ++column)
          all[i][column] = all[i][column] || said[i][column];
      }
    }
    return all;
  }

  void read_only(const SaidColumns& columns) override {
    records_.read_only(columns);
    again_.read_only(columns);
  }

  [[nodiscard]] bool holds(bool sample) const override {
    if (alone_ || (!kinds_.empty() && kinds_[0].files.by_row)) return sample ? any_sample_ : any_real_;
    return std::any_of(kinds_.begin(), kinds_.end(), [&](const Kind& kind) { return kind.files.sample == sample; });
  }

  [[nodiscard]] Location place(Location at) override { return workbooks_ != nullptr ? workbooks_->cell_at(at) : at; }

  [[nodiscard]] std::pair<std::size_t, std::size_t> progress() const override {
    if (at_ >= kinds_.size()) return {0, 0};
    return {kinds_[at_].rows.offset(), kinds_[at_].rows.size()};
  }

 private:
  struct Kind {
    Kind(const Mapping& mapping, TableTexts texts, Collector& findings)
        : files(std::move(texts)),
          rows(mapping, mapping.tables[0], files.tables[0].source, files.tables[0].text, findings,
               files.tables[0].numbers) {}
    TableTexts files;
    RowReader rows;
    std::vector<ItemRows> items;
    std::unordered_set<std::string> seen;
  };
  struct Place {
    std::size_t kind;
    std::uint32_t offset, number;
  };

  void read(Kind& kind, RecordImport& records, Collector& findings, IncomingMatter& into) {
    into.notes.clear();
    into.key = text_in(row_, key_);
    into.number = kind.rows.number();
    into.at = {kind.rows.source(), {kind.rows.offset(), kind.rows.offset() + 1}};
    records.begin(row_, row_.roots[0], into.notes);
    for (std::size_t table = 0; table < kind.items.size(); ++table) {
      for (const Document& item : kind.items[table].of(into.key, findings))
        records.add_item(table + 1, item, item.roots[0], into.notes);
    }
    into.root = records.finish(into.doc);
    into.disagreements = records.disagreements();
    const NodeId sample = into.doc.find(into.root, "sample");
    into.sample = alone_ || kind.files.by_row ? sample != no_node : kind.files.sample;
  }

  /// Rows of lists could not tell to which of the two they belong.
  void twice(const RowReader& reader) {
    lacks_rows_ = true;
    findings_.add("field-value", Severity::error, {reader.source(), {reader.offset(), reader.offset() + 1}},
                  {"第 {} 行的事项标识“{}”空着或前面已有", "row {}: the identity '{}' is empty or stood above"},
                  reader.number(), text_in(row_, key_));
  }

  const Mapping& mapping_;
  Collector& findings_;
  std::unique_ptr<WorkbookTables> workbooks_;  // null: the texts are files
  bool alone_;
  RecordImport records_, again_;
  const Column* key_;  // of the table of matters: what the others are joined by
  std::vector<Kind> kinds_;
  std::vector<Place> places_;
  Document row_;
  std::size_t at_ = 0, refused_ = 0;
  bool any_sample_ = false, any_real_ = false, lacks_rows_ = false;
};

/// The json platform's own form: `{"schema": "matter.matters/1", "catalogs": […], "matters": […]}`.
class WholeMatters final : public IncomingMatters {
 public:
  WholeMatters(const Mapping& mapping, TableText file, Collector& findings)
      : findings_(findings), file_(std::move(file)), names_(mapping, no_table_) {}

  /// False with a finding where it is not that form.
  bool open() {
    if (!read_json(*file_.text, file_.source, 0, from_, findings_)) return false;
    const Location at = {file_.source, {0, 0}};
    const NodeId list = from_.find(from_.roots[0], "matters");
    if (list == no_node || !from_.node(list).is(NodeKind::sequence)) {
      findings_.add("field-missing", Severity::error, at,
                    {"没有 matters 列表，不是导出的 json", "there is no list 'matters': not an exported json"});
      return false;
    }
    for (const NodeId item : children(from_, list)) items_.push_back(item);
    const NodeId catalogs = from_.find(from_.roots[0], "catalogs");
    if (catalogs == no_node || !from_.node(catalogs).is(NodeKind::sequence)) return true;
    catalogs_ = from_.node(catalogs).count;
    if (catalogs_ == 1) config_ = from_.node(catalogs).child;
    return true;
  }
  [[nodiscard]] std::size_t catalogs() const override { return catalogs_; }

  Outcome next(IncomingMatter& into) override {
    if (at_ == items_.size()) return Outcome::end;
    const NodeId item = items_[at_++];
    if (!from_.node(item).is(NodeKind::mapping)) {
      findings_.add("field-type", Severity::error, {file_.source, {0, 0}},
                    {"第 {} 条记录不是一个 JSON 对象", "record {} is no JSON object"}, at_);
      return Outcome::refused;
    }
    given_.push_back(at_ - 1);
    read(at_ - 1, into);
    (into.sample ? any_sample_ : any_real_) = true;
    return Outcome::matter;
  }
  void again(std::size_t n, IncomingMatter& into) override { read(given_.at(n), into); }
  [[nodiscard]] std::vector<ColumnCounts> counts() const override { return names_.counts(); }
  [[nodiscard]] std::string file_name(const IncomingMatter& one) const override {
    return names_.file_name(one.doc, one.root);
  }
  [[nodiscard]] SaidColumns said(bool) const override { return {}; }
  void read_only(const SaidColumns&) override {}
  [[nodiscard]] bool holds(bool sample) const override { return sample ? any_sample_ : any_real_; }
  [[nodiscard]] std::pair<const Document*, NodeId> config() const override {
    return {config_ != no_node ? &from_ : nullptr, config_};
  }

 private:
  void read(std::size_t i, IncomingMatter& into) {
    into.notes.clear();
    into.disagreements.clear();
    into.key.clear();
    into.number = static_cast<std::uint32_t>(i) + 1;
    into.at = {file_.source, {0, 0}};
    into.doc.clear(no_source, {});
    TreeBuilder builder(into.doc);
    into.root = canonical_tree(from_, items_[i], *table_of<Matter>(), builder);
    const NodeId sample = into.doc.find(into.root, "sample");
    into.sample = sample != no_node && into.doc.node(sample).text() == "是";
  }

  Collector& findings_;
  TableText file_;
  MappedTable no_table_;
  RecordImport names_;
  Document from_;
  std::vector<NodeId> items_;
  std::vector<std::size_t> given_;
  NodeId config_ = no_node;
  std::size_t at_ = 0, catalogs_ = 0;
  bool any_sample_ = false, any_real_ = false;
};

class Opening {
 public:
  Opening(const Mapping& mapping, const std::string& path, Sources& sources, Collector& findings)
      : mapping_(mapping), path_(path), sources_(sources), findings_(findings) {}

  std::unique_ptr<IncomingMatters> open(SourceId& source) {
    if (mapping_.medium == Medium::xlsx) return workbooks(source);
    if (mapping_.whole_model) {
      auto made = std::make_unique<WholeMatters>(mapping_, text(path_, source), findings_);
      if (made->open()) return made;
      return nullptr;
    }
    if (!std::filesystem::is_directory(path_)) {
      std::vector<TableTexts> one(1);
      one[0].tables.resize(mapping_.tables.size());
      one[0].tables[0] = text(path_, source);
      return incoming_rows(mapping_, std::move(one), true, findings_);
    }
    std::vector<TableTexts> kinds;
    for (const bool sample : {false, true}) {
      if (!std::filesystem::exists(path_of(0, sample))) continue;
      TableTexts& kind = kinds.emplace_back();
      kind.sample = sample;
      kind.tables.resize(mapping_.tables.size());
      for (std::size_t table = mapping_.tables.size(); table-- > 0;) {
        const std::filesystem::path file = path_of(table, sample);
        if (std::filesystem::exists(file)) kind.tables[table] = text(file.string(), source);
      }
    }
    if (!kinds.empty()) return incoming_rows(mapping_, std::move(kinds), false, findings_);
    return missing(path_of(0, false).filename().string());
  }

 private:
  std::unique_ptr<IncomingMatters> missing(const std::string& name) {
    findings_.add("field-missing", Severity::error, {}, {"“{}”中没有“{}”", "'{}' holds no '{}'"}, path_, name);
    return nullptr;
  }

  /// A workbook, or the two that an export makes.
  std::unique_ptr<IncomingMatters> workbooks(SourceId& source) {
    std::vector<std::string> files = {path_};
    if (std::filesystem::is_directory(path_)) {
      files.clear();
      for (const char* const name : {"catalog.xlsx", "catalog.sample.xlsx"}) {
        const std::filesystem::path file = std::filesystem::path(path_) / name;
        if (std::filesystem::exists(file)) files.push_back(file.string());
      }
      if (files.empty()) return missing("catalog.xlsx");
    }
    auto tables = std::make_unique<WorkbookTables>(mapping_, sources_, findings_);
    std::vector<TableTexts> kinds;
    for (const std::string& file : files) {
      if (!tables->open(file, kinds.emplace_back())) return nullptr;
      source = kinds.back().tables[0].source;
      kinds.back().by_row = true;
    }
    return std::make_unique<RowMatters>(mapping_, std::move(kinds), false, findings_, std::move(tables));
  }

  TableText text(const std::string& file, SourceId& source) {
    const bool standard_input = file == "-";
    source = standard_input ? sources_.add_text(SourceKind::standard_input, "-", read_standard_input())
                            : sources_.add_file(file);
    return {source, sources_.text(source)};
  }

  [[nodiscard]] std::filesystem::path path_of(std::size_t table, bool sample) const {
    return table_path(path_, mapping_, table, sample ? ".sample" : "");
  }

  const Mapping& mapping_;
  const std::string& path_;
  Sources& sources_;
  Collector& findings_;
};

}  // namespace

void bind_incoming(IncomingMatter& one, BoundTexts& kept) {
  if (one.binding.empty()) return;
  kept.came = std::move(one.doc);
  kept.with.clear(no_source, {});
  TreeBuilder tree(kept.with);
  const NodeId root = tree.mapping();
  for (const Entry entry : entries(kept.came, one.root))
    tree.entry(root, kept.came.node(entry.key).text(), tree.copy(kept.came, entry.value));
  tree.entry(root, "standard", tree.text(kept.with.arena.keep(one.binding)));
  one.doc = Document();
  TreeBuilder ordered(one.doc);
  one.root = canonical_tree(kept.with, root, *table_of<Matter>(), ordered);
}

void tell_disagreement(const IncomingMatter& one, const MatterDraft::Disagreement& what, Collector& findings) {
  findings.add("field-value", Severity::warning, one.at,
               {"第 {} 行的“{}”写“{}”，实际有 {} 项：以实际为准",
                "row {}: '{}' says '{}', and there are {}: what is there counts"},
               one.number, what.path.last().label, what.said, what.there);
}

void place_findings(IncomingMatters& matters, std::vector<Diagnostic>& findings) {
  for (Diagnostic& d : findings) {
    d.at = matters.place(d.at);
    for (Note& note : d.notes) note.at = matters.place(note.at);
  }
}

bool has_rows(const Mapping& mapping) {
  const bool rows = std::all_of(mapping.media.begin(), mapping.media.end(),
                                [](Medium one) { return one == Medium::jsonl || one == Medium::csv; });
  return (rows || mapping.medium == Medium::xlsx) && !mapping.tables.empty() && mapping.tables[0].each.count == 0;
}

std::unique_ptr<IncomingMatters> open_incoming(const Mapping& mapping, const std::string& path, Sources& sources,
                                               Collector& findings, SourceId& source) {
  if (mapping.documents()) return incoming_documents(mapping, path, sources, findings, source);
  return Opening(mapping, path, sources, findings).open(source);
}

std::unique_ptr<IncomingMatters> incoming_rows(const Mapping& mapping, std::vector<TableTexts> kinds, bool alone,
                                               Collector& findings) {
  return std::make_unique<RowMatters>(mapping, std::move(kinds), alone, findings);
}

std::unique_ptr<IncomingMatters> incoming_workbook(const Mapping& mapping, TableTexts texts,
                                                   std::unique_ptr<WorkbookTables> tables, Collector& findings) {
  std::vector<TableTexts> kinds;
  kinds.push_back(std::move(texts));
  kinds[0].by_row = true;
  return std::make_unique<RowMatters>(mapping, std::move(kinds), false, findings, std::move(tables));
}

}  // namespace matter
