#include "ops/import.h"

#include <algorithm>
#include <utility>

#include "exchange/mapping.h"
#include "media/postgresql.h"
#include "ops/import_documents.h"
#include "ops/import_families.h"
#include "ops/import_matters.h"
#include "ops/import_medium.h"
#include "ops/import_writer.h"
#include "text/lines.h"

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
    const bool database = is_postgresql_address(options_.file);
    if (mapping != nullptr && usable(*mapping, database) && medium(*mapping) && out_is_free()) {
      try {
        import(*mapping);
      } catch (const PostgresError& error) {
        error.connection() ? refuse({"数据库连接不上或断开了：{}", "no connection to the database: {}"}, error.what())
                           : refuse({"数据库不接受：{}", "the database refuses: {}"}, error.what());
      }
    }
    for (Diagnostic& d : findings_.take()) result_.findings.push_back(std::move(d));
  }

 private:
  template <class... Args>
  void refuse(const WordsFor<Args...>& words, Args&&... args) {
    findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  bool medium(Mapping& mapping) {
    // Families of tables are read as CSV, those of a database too.
    if (!mapping.families) return find_medium(options_.file, options_.medium, mapping, findings_);
    if (options_.medium.empty() || options_.medium == "csv") return choose_medium(mapping, "csv", findings_);
    refuse({"“{}”的数据只从 csv 或数据库（postgresql://）导入，不从 {}",
            "the data of '{}' come from csv or a database (postgresql://), not from {}"},
           mapping.platform, options_.medium);
    return false;
  }

  std::unique_ptr<IncomingMatters> open(const Mapping& mapping, SourceId& source) {
    if (!mapping.families) return open_incoming(mapping, options_.file, sources_, findings_, source);
    if (!is_postgresql_address(options_.file))
      return open_family_folder(mapping, options_.file, sources_, findings_, source);
    return open_family_database(mapping, options_.file, options_.schema, sources_, findings_, result_.source);
  }

  bool usable(const Mapping& mapping, bool database) {
    result_.platform = mapping.platform;
    result_.mapping_version = mapping.version;
    if (database && !mapping.families) {
      refuse({"“{}”不从数据库导入", "'{}' is not imported from a database"}, mapping.platform);
      return false;
    }
    if (mapping.imports() && mapping.families) return true;
    if (mapping.imports() && (mapping.whole_model || has_rows(mapping) || has_documents(mapping))) return true;
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
    result_.source = is_postgresql_address(options_.file) ? "postgresql://" : options_.file;
    result_.out = options_.out;
    result_.documents = mapping.documents();
    SourceId source = no_source;
    const auto matters = open(mapping, source);
    if (source != no_source) result_.encoding = sources_.encoding(source);
    if (matters == nullptr) {
      result_.refused += mapping.whole_model ? 1 : 0;
      return;
    }
    CatalogWriter writer(mapping, options_.out, findings_);
    const bool good =
        of_one_catalog(*matters, source) && add_config(mapping, *matters, writer) && all(*matters, writer);
    result_.columns = matters->counts();
    result_.findings = findings_.take();
    place_findings(*matters, result_.findings);
    const bool faulty = std::any_of(result_.findings.begin(), result_.findings.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
    const bool stop = !good || (!options_.keep_going && faulty) || writer.files() == 0 ||
                      (!options_.keep_going && result_.refused != 0);
    if (stop) return;
    writer.commit(options_.replace);
    result_.files = writer.files();
    result_.written = true;
  }

  bool of_one_catalog(const IncomingMatters& matters, SourceId source) {
    if (matters.catalogs() <= 1) return true;
    ++result_.refused;
    findings_.add(
        "field-value", Severity::error, {source, {0, 0}},
        {"其中有 {} 个目录，一次只能导入一个：请逐个目录导出", "it holds {} catalogs; export and import one at a time"},
        matters.catalogs());
    return false;
  }

  static bool add_config(const Mapping& mapping, const IncomingMatters& matters, CatalogWriter& writer) {
    const auto [document, node] = matters.config();
    if (document != nullptr) return writer.add_config(document, node);
    const bool configured = !mapping.whole_model && mapping.spec.catalog.given();
    return writer.add_config(configured ? &mapping.document : nullptr, configured ? mapping.spec.catalog.node : 0);
  }

  [[nodiscard]] std::uint32_t line_of(const ImportNote& note, const IncomingMatter& one) const {
    if (!result_.documents || !note.at.known()) return one.number;
    return static_cast<std::uint32_t>(Lines(*sources_.text(note.at.source)).position(note.at.span.begin).line);
  }

  bool all(IncomingMatters& matters, CatalogWriter& writer) {
    IncomingMatter one;
    bool good = true;
    for (auto outcome = matters.next(one); outcome != IncomingMatters::Outcome::end; outcome = matters.next(one)) {
      ++result_.records;
      if (outcome == IncomingMatters::Outcome::refused) {
        ++result_.refused;
        continue;
      }
      for (ImportNote& note : one.notes)
        result_.remarks.push_back({line_of(note, one), std::string(code_of(one.doc, one.root)), std::move(note)});
      for (const MatterDraft::Disagreement& said : one.disagreements) tell_disagreement(one, said, findings_);
      good = writer.add(one.doc, one.root, matters.file_name(one)) && good;
      if (run_.progress && result_.records % 256 == 0)
        run_.progress(matters.progress().first, matters.progress().second);
    }
    result_.refused += matters.finish();
    return good;
  }

  const ImportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ImportResult& result_;
  Collector findings_;
};

}  // namespace

ImportResult import_catalog(const ImportOptions& options, const RunOptions& run, Sources& sources) {
  ImportResult result;
  Import(options, run, sources, result)();
  return result;
}

}  // namespace matter
