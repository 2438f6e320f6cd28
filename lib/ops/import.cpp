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
    const auto medium = [&] {  // of families: see open_families
      return mapping->families || find_medium(options_.file, options_.medium, *mapping, findings_);
    };
    if (mapping != nullptr && usable(*mapping, database) && medium() && out_is_free()) {
      try {
        import(*mapping);
      } catch (const PostgresError& error) {
        tell_database_error(error, findings_);
      }
    }
    for (Diagnostic& d : findings_.take()) result_.findings.push_back(std::move(d));
  }

 private:
  template <class... Args>
  void refuse(const WordsFor<Args...>& words, Args&&... args) {
    findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  std::unique_ptr<IncomingMatters> open(Mapping& mapping, SourceId& source) {
    if (!mapping.families) return open_incoming(mapping, options_.file, sources_, findings_, source);
    return open_families({options_.file, options_.medium, options_.schema}, mapping, sources_, findings_, source,
                         result_.source);
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

  void import(Mapping& mapping) {
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
    for (Diagnostic& d : findings_.take()) result_.findings.push_back(std::move(d));
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
    const MappedTable* const entries = matters.entries();
    if (entries != nullptr && !writer.add_standard_config(*entries)) return false;
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
    BoundTexts kept;
    std::size_t bound = 0;
    std::size_t entries = 0;
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
      bound += one.binding.empty() ? 0U : 1U;
      entries += one.standard ? 1U : 0U;
      bind_incoming(one, kept);
      good = (one.standard ? writer.add_entry(one.doc, one.root)
                           : writer.add(one.doc, one.root, matters.file_name(one))) &&
             good;
      if (run_.progress && result_.records % 256 == 0)
        run_.progress(matters.progress().first, matters.progress().second);
    }
    result_.refused += matters.finish();
    tell_entries(entries, bound);
    return good;
  }

  void tell_entries(std::size_t entries, std::size_t bound) {
    const auto tell = [&](std::size_t n, const WordsFor<std::size_t>& words) {
      if (n != 0) findings_.add("field-value", Severity::info, {}, words, std::size_t{n});
    };
    tell(entries, {"standard/ 中的标准条目：{}", "standard entries, in standard/: {}"});
    tell(bound, {"认领了这些条目的事项：{}", "matters that are bound to them: {}"});
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
