#include "ops/import.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <unordered_set>
#include <utility>

#include "doc/json.h"
#include "exchange/mapping.h"
#include "exchange/tree.h"
#include "ops/import_medium.h"
#include "ops/import_rows.h"
#include "ops/import_writer.h"

namespace matter {

namespace {

std::string_view text_at(const Document& doc, NodeId matter, std::string_view key) {
  const NodeId found = doc.find(matter, key);
  return found != no_node && doc.node(found).is(NodeKind::scalar) ? doc.node(found).text() : std::string_view{};
}

std::string_view code_of(const Document& doc, NodeId matter) {
  const std::string_view handling = text_at(doc, matter, "handling_code");
  return handling.empty() ? text_at(doc, matter, "code") : handling;
}

class Import {
 public:
  Import(const ImportOptions& options, const RunOptions& run, Sources& sources, ImportResult& result)
      : options_(options), run_(run), sources_(sources), result_(result), findings_(run.lang) {}

  void operator()() {
    const auto mapping = load_mapping(options_.from, sources_, findings_);
    if (mapping != nullptr && usable(*mapping) && find_medium(options_.file, options_.medium, *mapping, findings_) &&
        out_is_free())
      import(*mapping);
    result_.findings = findings_.take();
  }

 private:
  bool usable(const Mapping& mapping) {
    result_.platform = mapping.platform;
    result_.mapping_version = mapping.version;
    const bool rows = std::all_of(mapping.media.begin(), mapping.media.end(),
                                  [](Medium one) { return one == Medium::jsonl || one == Medium::csv; });
    const bool known = mapping.whole_model || (rows && !mapping.tables.empty() && mapping.tables[0].each.count == 0);
    if (mapping.imports() && known) return true;
    findings_.add("field-value", Severity::error, {}, {"“{}”不能用来导入", "'{}' cannot be imported from"},
                  mapping.platform);
    return false;
  }

  bool out_is_free() {
    const FolderState state = folder_state(options_.out, "catalog.yaml");
    if (state == FolderState::missing || state == FolderState::empty) return true;
    if (state == FolderState::ours && options_.replace) return true;
    Diagnostic& d = findings_.add("field-value", Severity::error, {},
                                  {"“{}”已有内容，没有写入", "'{}' is not empty; nothing was written"}, options_.out);
    d.hint = state == FolderState::ours
                 ? say(run_.lang, {"加 --force 替换其中的目录", "--force replaces the catalog in it"})
                 : say(run_.lang, {"请指定一个新的或空的文件夹", "name a new or empty folder"});
    return false;
  }

  void import(const Mapping& mapping) {
    result_.source = options_.file;
    result_.out = options_.out;
    CatalogWriter writer(mapping, options_.out, findings_);
    std::vector<const MappedTable*> tables;
    for (const MappedTable& table : mapping.tables) tables.push_back(&table);
    const MappedTable no_table;
    if (mapping.whole_model) tables = {&no_table};
    RecordImport records(mapping, tables);
    bool good = true;
    if (mapping.whole_model) {
      open(options_.file);
      good = whole(writer, records);
    } else {
      good = add_config(mapping, writer) && all_rows(mapping, writer, records);
    }
    result_.columns = records.counts();
    const bool stop = !good || writer.files() == 0 || (!options_.keep_going && result_.refused != 0);
    if (stop) return;
    writer.commit(options_.replace);
    result_.files = writer.files();
    result_.written = true;
  }

  void open(const std::string& file) {
    const bool standard_input = file == "-";
    source_ = standard_input ? sources_.add_text(SourceKind::standard_input, "-", read_standard_input())
                             : sources_.add_file(file);
    text_ = sources_.text(source_);
    result_.encoding = sources_.encoding(source_);
  }

  bool add_config(const Mapping& mapping, CatalogWriter& writer) {
    const bool configured = mapping.spec.catalog.given();
    return writer.add_config(configured ? &mapping.document : nullptr, configured ? mapping.spec.catalog.node : 0);
  }

  /// A file of rows, or a folder with a file for each table, as an export makes it: what is real, then the samples.
  bool all_rows(const Mapping& mapping, CatalogWriter& writer, RecordImport& records) {
    if (!std::filesystem::is_directory(options_.file)) {
      open(options_.file);
      return rows(mapping, writer, records, {source_, text_}, {});
    }
    bool good = true;
    bool any = false;
    for (const std::string_view kind : {"", ".sample"}) {
      if (!std::filesystem::exists(table_path(options_.file, mapping, 0, kind))) continue;
      any = true;
      std::vector<ItemRows> items;
      for (std::size_t table = 1; table < mapping.tables.size(); ++table) {
        const std::filesystem::path path = table_path(options_.file, mapping, table, kind);
        if (std::filesystem::exists(path)) open(path.string());
        const SharedText text = std::filesystem::exists(path) ? text_ : std::make_shared<const std::string>();
        items.emplace_back(mapping.tables[table], RowReader(mapping, source_, text), findings_, result_.refused);
      }
      open(table_path(options_.file, mapping, 0, kind).string());
      good = rows(mapping, writer, records, {source_, text_}, std::move(items)) && good;
    }
    if (any) return good;
    findings_.add("field-missing", Severity::error, {}, {"“{}”中没有“{}”", "'{}' holds no '{}'"}, options_.file,
                  table_path(options_.file, mapping, 0, "").filename().string());
    return false;
  }

  struct Opened {
    SourceId source;
    SharedText text;
  };

  bool rows(const Mapping& mapping, CatalogWriter& writer, RecordImport& records, const Opened& file,
            std::vector<ItemRows> items) {
    RowReader reader(mapping, file.source, file.text);
    key_ = mapping.tables[0].column_of(FunctionId::identity);
    std::unordered_set<std::string> seen;
    Document row;
    bool good = true;
    for (auto outcome = reader.next(row, findings_); outcome != RowReader::Outcome::end;
         outcome = reader.next(row, findings_)) {
      ++result_.records;
      if (outcome == RowReader::Outcome::refused) {
        ++result_.refused;
        continue;
      }
      if (!items.empty() && !seen.insert(std::string(identity_of(row))).second) {
        twice(reader, identity_of(row));
        continue;
      }
      good = add(writer, records, row, reader, items) && good;
      if (run_.progress && result_.records % 256 == 0) run_.progress(reader.offset(), reader.size());
    }
    for (const ItemRows& table : items) result_.refused += table.tell_orphans(findings_);
    return good;
  }

  [[nodiscard]] std::string_view identity_of(const Document& row) const { return text_in(row, key_); }

  /// Rows of lists could not tell to which of the two they belong.
  void twice(const RowReader& reader, std::string_view identity) {
    ++result_.refused;
    findings_.add("field-value", Severity::error, {reader.source(), {reader.offset(), reader.offset() + 1}},
                  {"第 {} 行的事项标识“{}”空着或前面已有", "row {}: the identity '{}' is empty or stood above"},
                  reader.number(), identity);
  }

  bool add(CatalogWriter& writer, RecordImport& records, const Document& row, const RowReader& reader,
           std::vector<ItemRows>& items) {
    Document matter;
    std::vector<ImportNote> notes;
    records.begin(row, row.roots[0], notes);
    for (std::size_t table = 0; table < items.size(); ++table) {
      for (const Document& item : items[table].of(identity_of(row), findings_))
        records.add_item(table + 1, item, item.roots[0], notes);
    }
    const NodeId made = records.finish(matter);
    remark(reader.number(), code_of(matter, made), notes);
    for (const MatterDraft::Disagreement& one : records.disagreements()) {
      findings_.add("field-value", Severity::warning, {reader.source(), {reader.offset(), reader.offset() + 1}},
                    {"第 {} 行的“{}”写“{}”，实际有 {} 项：以实际为准",
                     "row {}: '{}' says '{}', and there are {}: what is there counts"},
                    reader.number(), one.path.last().label, one.said, one.there);
    }
    return writer.add(matter, made, records.file_name(matter, made));
  }

  /// The json platform's own form: `{"schema": "matter.matters/1", "catalogs": […], "matters": […]}`.
  bool whole(CatalogWriter& writer, RecordImport& records) {
    Document from;
    const bool read = read_json(*text_, source_, 0, from, findings_);
    const NodeId list = read ? from.find(from.roots[0], "matters") : no_node;
    if (list == no_node || !from.node(list).is(NodeKind::sequence)) {
      ++result_.refused;
      if (read) {
        findings_.add("field-missing", Severity::error, {source_, {0, 0}},
                      {"没有 matters 列表，不是导出的 json", "there is no list 'matters': not an exported json"});
      }
      return false;
    }
    const NodeId catalogs = from.find(from.roots[0], "catalogs");
    const bool listed = catalogs != no_node && from.node(catalogs).is(NodeKind::sequence);
    if (listed && from.node(catalogs).count > 1) {
      ++result_.refused;
      findings_.add("field-value", Severity::error, {source_, {0, 0}},
                    {"其中有 {} 个目录，一次只能导入一个：请逐个目录导出",
                     "it holds {} catalogs; export and import one at a time"},
                    from.node(catalogs).count);
      return false;
    }
    const bool configured = listed && from.node(catalogs).count == 1;
    bool good = writer.add_config(configured ? &from : nullptr, configured ? from.node(catalogs).child : no_node);
    Document matter;
    for (const NodeId item : children(from, list)) {
      ++result_.records;
      if (!is_object(from, item, {source_, {0, 0}})) continue;
      matter.clear(no_source, {});
      TreeBuilder builder(matter);
      const NodeId made = canonical_tree(from, item, *table_of<Matter>(), builder);
      good = writer.add(matter, made, records.file_name(matter, made)) && good;
    }
    return good;
  }

  bool is_object(const Document& doc, NodeId node, Location at) {
    if (doc.node(node).is(NodeKind::mapping)) return true;
    ++result_.refused;
    findings_.add("field-type", Severity::error, at, {"第 {} 条记录不是一个 JSON 对象", "record {} is no JSON object"},
                  result_.records);
    return false;
  }

  void remark(std::uint32_t line, std::string_view code, std::vector<ImportNote>& notes) {
    for (ImportNote& note : notes) result_.remarks.push_back({line, std::string(code), std::move(note)});
    notes.clear();
  }

  const ImportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ImportResult& result_;
  Collector findings_;
  SourceId source_ = no_source;
  SharedText text_;
  const Column* key_ = nullptr;  ///< of the table of matters: what the others are joined by
};

}  // namespace

ImportResult import_catalog(const ImportOptions& options, const RunOptions& run, Sources& sources) {
  ImportResult result;
  Import(options, run, sources, result)();
  return result;
}

}  // namespace matter
