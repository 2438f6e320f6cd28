#include "ops/import.h"

#include "doc/json.h"
#include "exchange/mapping.h"
#include "exchange/tree.h"
#include "media/lines.h"
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
    if (mapping != nullptr && usable(*mapping) && out_is_free()) import(*mapping);
    result_.findings = findings_.take();
  }

 private:
  bool usable(const Mapping& mapping) {
    result_.platform = mapping.platform;
    result_.mapping_version = mapping.version;
    const bool known = mapping.whole_model || (mapping.medium == Medium::jsonl && mapping.tables.size() == 1);
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
    const bool standard_input = options_.file == "-";
    source_ = standard_input ? sources_.add_text(SourceKind::standard_input, "-", read_standard_input())
                             : sources_.add_file(options_.file);
    text_ = sources_.text(source_);
    result_.source = sources_.name(source_);
    result_.encoding = sources_.encoding(source_);
    result_.out = options_.out;
    CatalogWriter writer(mapping, options_.out, findings_);
    const MappedTable no_table;
    RecordImport records(mapping, mapping.whole_model ? no_table : mapping.tables[0]);
    const bool good = mapping.whole_model ? whole(writer, records) : lines(mapping, writer, records);
    result_.columns = records.counts();
    const bool stop = !good || writer.files() == 0 || (!options_.keep_going && result_.refused != 0);
    if (stop) return;
    writer.commit(options_.replace);
    result_.files = writer.files();
    result_.written = true;
  }

  bool lines(const Mapping& mapping, CatalogWriter& writer, RecordImport& records) {
    const bool configured = mapping.spec.catalog.given();
    bool good = writer.add_config(configured ? &mapping.document : nullptr, configured ? mapping.spec.catalog.node : 0);
    LineReader reader(*text_);
    Document from;
    Document matter;
    std::vector<ImportNote> notes;
    while (const auto line = reader.next()) {
      ++result_.records;
      if (!read_json(line->text, source_, line->offset, from, findings_)) {
        ++result_.refused;
        continue;
      }
      if (!is_object(from, from.roots[0], {source_, {line->offset, line->offset + 1}})) continue;
      const NodeId made = records.read(from, from.roots[0], matter, notes);
      remark(line->number, code_of(matter, made), notes);
      good = writer.add(matter, made, records.file_name(matter, made)) && good;
      if (run_.progress && result_.records % 256 == 0) run_.progress(line->offset, text_->size());
    }
    return good;
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
};

}  // namespace

ImportResult import_catalog(const ImportOptions& options, const RunOptions& run, Sources& sources) {
  ImportResult result;
  Import(options, run, sources, result)();
  return result;
}

}  // namespace matter
