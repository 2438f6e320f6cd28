#include "ops/import_into.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <unordered_map>

#include "catalog/catalog.h"
#include "catalog/names.h"
#include "edit/atomic.h"
#include "exchange/mapping.h"
#include "media/postgresql.h"
#include "model/read.h"
#include "ops/export_files.h"
#include "ops/import_families.h"
#include "ops/import_homes.h"
#include "ops/import_known.h"
#include "ops/import_matters.h"
#include "ops/import_medium.h"
#include "ops/import_pairs.h"
#include "ops/import_patch.h"
#include "ops/import_understood.h"
#include "ops/import_write.h"
#include "ops/import_writer.h"
#include "ops/load.h"
#include "ops/way_back.h"

namespace matter {

namespace {

/// A matter that came, as far as it is kept between the two readings.
struct Came {
  std::string key, known;
  Location at;
  bool sample = false;
  bool standard = false;
  bool met = false;  ///< the catalog has it
};

class Into {
 public:
  Into(const ImportIntoOptions& options, const RunOptions& run, Sources& sources, ImportPlan& plan)
      : options_(options), run_(run), sources_(sources), plan_(plan), findings_(run.lang) {}

  void operator()() {
    plan_.source = options_.file;
    plan_.into = options_.into;
    const auto mapping = load_mapping(options_.from, sources_, findings_);
    const auto medium = [&] {  // of families: see open_families
      return mapping->families || find_medium(options_.file, options_.medium, *mapping, findings_);
    };
    if (mapping != nullptr && usable(*mapping) && medium() && is_catalog() && has_role(*mapping)) {
      try {
        compare(*mapping);
      } catch (const PostgresError& error) {
        tell_database_error(error, findings_);
      }
    }
    for (Diagnostic& d : findings_.take()) plan_.findings.push_back(std::move(d));
  }

 private:
  bool usable(const Mapping& mapping) {
    plan_.platform = mapping.platform;
    plan_.mapping_version = mapping.version;
    const bool database = is_postgresql_address(options_.file);
    if (database && !mapping.families) {
      findings_.add("field-value", Severity::error, {}, {"“{}”不从数据库导入", "'{}' is not imported from a database"},
                    mapping.platform);
      return false;
    }
    const bool documents = mapping.exports() && has_documents(mapping);
    if (mapping.imports() && (mapping.families || mapping.whole_model || has_rows(mapping) || documents)) return true;
    Diagnostic& d = findings_.add("field-value", Severity::error, {},
                                  {"“{}”不能用来导入", "'{}' cannot be imported from"}, mapping.platform);
    if (mapping.imports() && mapping.documents())
      d.hint = say(run_.lang, {"不能导出的、一事项一个文件的平台只能导入成新的目录：用 --out",
                               "a file for each matter, and no export: it comes into a new catalog only, --out"});
    return false;
  }

  /// The folder is (or is in) a catalog, or holds some.
  bool is_catalog() {
    homes_ = find_homes(options_.into, sources_);
    if (homes_.in_catalog || homes_.any) return true;
    Diagnostic& d =
        findings_.add("field-value", Severity::error, {}, {"“{}”不是事项目录", "'{}' is no catalog"}, options_.into);
    d.hint = say(run_.lang, {"已有的目录里有 catalog.yaml；要新建目录，用 --out",
                             "a catalog has a catalog.yaml; --out makes a new one"});
    return false;
  }

  /// Entries of a directory go into a standard catalog, matters of an office into another one.
  bool has_role(const Mapping& mapping) {
    const bool standard = mapping.documents() && mapping.tables[0].standard;
    if (!homes_.in_catalog || !mapping.documents() || standard == homes_.in_standard) return true;
    findings_.add("field-value", Severity::error, {},
                  standard
                      ? WordsFor<const std::string&>{"“{}”不是标准化目录（role: 标准化目录），这个平台的数据是标准条目",
                                                     "'{}' is no standard catalog (role: 标准化目录); these are "
                                                     "standard entries"}
                      : WordsFor<const std::string&>{"“{}”是标准化目录，这个平台的数据是实施清单的事项",
                                                     "'{}' is a standard catalog; these are matters of offices"},
                  options_.into);
    return false;
  }

  void compare(Mapping& mapping) {
    SourceId source = no_source;
    const auto incoming = mapping.families ? open_families({options_.file, options_.medium, options_.schema}, mapping,
                                                           sources_, findings_, source, plan_.source)
                                           : open_incoming(mapping, options_.file, sources_, findings_, source);
    if (source != no_source) plan_.encoding = sources_.encoding(source);
    if (incoming == nullptr) return;
    part_ = is_part_of_export(options_.file);
    if (part_ && options_.delete_gone) {
      findings_.add("field-value", Severity::error, {},
                    {"“{}”只有增量导出中有变化的事项，不知道哪些不再有：不能用 --delete-gone",
                     "'{}' is an incremental export, with what changed only; what is gone is not known: --delete-gone "
                     "does not go with it"},
                    options_.file);
      return;
    }
    plan(mapping, *incoming);
    plan_.findings = findings_.take();
    place_findings(*incoming, plan_.findings);
  }

  void plan(const Mapping& mapping, IncomingMatters& incoming) {
    families_ = mapping.families;
    if (const Column* const key = families_ ? key_column(mapping, mapping.tables[0]) : nullptr) key_name_ = key->name;
    if (mapping.documents()) pairs_.emplace();
    standards_ = mapping.documents() && mapping.tables[0].standard;
    read(incoming);
    plan_.columns = incoming.counts();
    if (came_.empty() || !may_go_on() || incoming.lacks_rows()) return;
    find_rows(mapping, incoming.said(incoming.holds(true)));
    for_each_column(mapping.tables, [&](const Column& column) {
      if (column.lossy && column.read.count != 0) whole_texts_.push_back(column.read);
    });
    for (const FieldPath& list : incoming.item_lists()) rows_.insert(plain_path(list));
    ImportWriter writer(options_.into, run_.lang, sources_, plan_);
    catalog(mapping, incoming, writer);
    for (std::size_t i = 0; i < came_.size(); ++i) {
      if (came_[i].met) continue;
      damaged_ ? static_cast<void>(++plan_.refused) : fresh(incoming, i, writer);
    }
    if (options_.delete_gone && plan_.refused != 0) {
      findings_.add("field-value", Severity::warning, {},
                    {"有没有读懂的记录，不知道缺的是不是它们：什么都没有删除",
                     "records could not be read, and may be those that are gone: nothing was deleted"});
    }
    if (!may_go_on()) return;
    writer.finish(options_.write, findings_);
  }

  /// Lists whose items are rows, where no column says how many there are: one that lost its last row is empty.
  void find_rows(const Mapping& mapping, const SaidColumns& said) {
    if (mapping.tables.empty()) return;
    const std::vector<Column>& columns = mapping.tables[0].columns;
    for (const MappedTable& table : mapping.tables) {
      if (table.each.count == 0) continue;
      bool counted = false;
      for (std::size_t i = 0; i < columns.size(); ++i)
        counted = counted || (columns[i].is(FunctionId::presence) && columns[i].path == table.each && said[0][i]);
      if (!counted) rows_.insert(plain_path(table.each));
    }
  }

  [[nodiscard]] bool may_go_on() const { return options_.keep_going || !findings_.any(Severity::error); }

  void read(IncomingMatters& incoming) {
    IncomingMatter one;
    Arena arena;
    for (auto outcome = incoming.next(one); outcome != IncomingMatters::Outcome::end; outcome = incoming.next(one)) {
      ++plan_.records;
      if (outcome == IncomingMatters::Outcome::refused) {
        ++plan_.refused;
        continue;
      }
      const bool passed_over = families_ && !(one.standard ? homes_.entries : homes_.matters);
      if (passed_over) ++(one.standard ? entries_passed_over_ : matters_passed_over_);
      Matter m;
      arena.clear();
      read_matter(one.doc, one.root, arena, m);
      if (pairs_) {
        one.key = document_key(m, standards_);
        pairs_->add_came(one.key, print_of(m), std::string(sources_.name(one.at.source)));
      }
      Came& came = came_.emplace_back(Came{one.key, known_by(m, one.standard), one.at, one.sample, one.standard});
      came.met = passed_over;
      if (!passed_over && !pairs_) index(came, came_.size() - 1);
      if (run_.progress && plan_.records % 256 == 0)
        run_.progress(incoming.progress().first, incoming.progress().second);
    }
    plan_.refused += incoming.finish();
    tell_passed_over();
  }

  /// What no catalog here is of the sort for.
  void tell_passed_over() {
    if (entries_passed_over_ != 0)
      findings_.add("field-value", Severity::info, {},
                    {"这里没有标准化目录，没有导入的标准条目：{}",
                     "standard entries that were not imported, as there is no standard catalog here: {}"},
                    entries_passed_over_);
    if (matters_passed_over_ != 0)
      findings_.add("field-value", Severity::info, {},
                    {"这里没有实施清单，没有导入的事项：{}",
                     "matters that were not imported, as there is no implementing list here: {}"},
                    matters_passed_over_);
  }

  void index(const Came& came, std::size_t i) {
    const bool first = came.key.empty() || by_key_.emplace(came.key, i).second;
    if (came.known.starts_with('\n')) by_name_.emplace(came.known, i);
    // Ids of the platform's own say nothing to a catalog that has not kept them; codes may.
    if (families_ && !came.known.starts_with('\n') && !by_code_.emplace(came.known, i).second)
      twice_.insert(came.known);
    const bool alone = !came.key.empty() || by_code_.emplace(came.known, i).second;
    if (first && alone) return;
    ++plan_.refused;
    came_[i].met = true;
    findings_.add("code-duplicate", Severity::error, came.at,
                  {"“{}”前面已有：不知道以哪一个为准", "'{}' stood above: which of them counts?"},
                  came.key.empty() ? shown(came.known) : came.key);
  }

  void catalog(const Mapping& mapping, IncomingMatters& incoming, ImportWriter& writer) {
    std::optional<WayBack> back;
    const bool database = is_postgresql_address(options_.file);
    if (mapping.exports()) back.emplace(mapping, run_.today, incoming.said(false), incoming.said(true), database);
    Workspace work;
    open_workspace({options_.into}, run_, sources_, work, findings_);
    if (pairs_) pair(mapping, incoming, work);
    std::size_t number = 0;  // of matters that go to the platform
    const LoadSummary read =
        for_each_matter(work, run_, sources_, findings_, [&](const MatterView& view, const LoadedFile& file) {
          const IncomingMatter* would =
              back ? back->of({view.matter, view.context, view.identity, sources_.name(file.source), view.standard})
                   : nullptr;
          writer.exists(sources_.name(file.source));
          for (std::string name : names_of(view)) {
            if (back && would == nullptr) held_back_.insert(name);
            known_.insert(std::move(name));
          }
          if (back && would == nullptr) return;
          one(view, file, would, pairs_ ? pairs_->came_for(number) : came_for(view, would), incoming, writer,
              pairs_ && standards_ && pairs_->key_came(number));
          ++number;
        });
    damaged_ = read.damaged != 0;
    if (!damaged_) return;
    findings_.add("yaml-syntax", Severity::error, {},
                  {"目录中有 {} 个文件没有读懂，其中的事项可能就是导入的：先改正它们",
                   "{:file} of the catalog could not be understood, and may hold what is imported: correct that first"},
                  Counted{read.damaged});
  }

  [[nodiscard]] std::vector<std::string> names_of(const MatterView& view) const {
    std::vector<std::string> names = {known_by(view.matter, view.standard), std::string(view.identity)};
    if (!pairs_) return names;
    names.push_back(document_key(view.matter, standards_));
    if (!view.matter.code.text.empty()) names.emplace_back(view.matter.code.text);
    return names;
  }

  /// Which documents are of which matters, before anything is compared.
  void pair(const Mapping& mapping, const IncomingMatters& incoming, const Workspace& work) {
    WayBack back(mapping, run_.today, incoming.said(false), incoming.said(true), false);
    Collector unheard(run_.lang);
    Arena arena;
    for_each_matter(work, run_, sources_, unheard, [&](const MatterView& view, const LoadedFile& file) {
      const IncomingMatter* const would =
          back.of({view.matter, view.context, view.identity, sources_.name(file.source), view.standard});
      if (would == nullptr) return;
      Matter m;
      arena.clear();
      read_matter(would->doc, would->root, arena, m);
      pairs_->add_matter(document_key(m, standards_), print_of(m), back.file(), standard_version(view.matter));
    });
    for (const std::size_t i : pairs_->settle(standards_)) {
      ++plan_.refused;
      came_[i].met = true;
      findings_.add("code-duplicate", Severity::error, came_[i].at,
                    {"“{}”不止一个：不知道这一个是哪一个", "there are several of '{}': which of them is this one?"},
                    shown(came_[i].key));
    }
  }

  /// The number of what came for a matter of the catalog; `none` where it did not come.
  std::size_t came_for(const MatterView& view, const IncomingMatter* would) {
    if (would != nullptr && !would->key.empty()) {
      const auto found = by_key_.find(would->key);
      if (found != by_key_.end()) return found->second;
    }
    if (const auto kept = kept_key(view.matter)) return *kept;
    const std::string known = known_by(view.matter, view.standard);
    if (twice_.contains(known)) return ImportPairs::none;
    for (const auto* const index : {&by_code_, &by_name_}) {
      const auto found = index->find(known);
      if (found != index->end()) return found->second;
    }
    return ImportPairs::none;
  }

  /// What came under the platform's own id, which an import kept.
  std::optional<std::size_t> kept_key(const Matter& m) const {
    if (!families_ || !m.extra.given() || m.extra.document == nullptr) return std::nullopt;
    const Document& doc = *m.extra.document;
    const NodeId kept = doc.node(m.extra.node).is(NodeKind::mapping) ? doc.find(m.extra.node, key_name_) : no_node;
    if (kept == no_node || !doc.node(kept).is(NodeKind::scalar)) return std::nullopt;
    const auto found = by_key_.find(std::string(doc.node(kept).text()));
    return found != by_key_.end() ? std::optional(found->second) : std::nullopt;
  }

  /// `found` is the number of what came for it; `other_version` came where that is none.
  void one(const MatterView& view, const LoadedFile& file, const IncomingMatter* would, std::size_t found,
           IncomingMatters& incoming, ImportWriter& writer, bool other_version) {
    const auto number = static_cast<std::size_t>(std::find(file.nodes.begin(), file.nodes.end(), view.matter.node) -
                                                 file.nodes.begin());
    PlannedMatter told;
    told.matter = view.identity;
    told.name = display_name(view.matter);
    told.file = sources_.name(file.source);
    const Location at = view.matter.name.mark.absent() ? view.matter.mark.at() : view.matter.name.at();
    if (found == ImportPairs::none) {
      if (other_version || part_ || file.document.damaged) return;
      if (would != nullptr ? incoming.may_hold(*would) : incoming.holds(false))
        writer.gone(std::move(told), file, number, at, options_.delete_gone && plan_.refused == 0, findings_);
      return;
    }
    if (came_[found].met) return;
    came_[found].met = true;
    incoming.again(found, came_now_);
    came_now_.doc.vocabulary = sources_.vocabulary(file.source);
    Arena arena;
    Matter came;
    read_matter(came_now_.doc, came_now_.root, arena, came);
    Matter back;
    if (would != nullptr) {
      Document& doc = const_cast<IncomingMatter*>(would)->doc;
      doc.vocabulary = came_now_.doc.vocabulary;
      read_matter(doc, would->root, arena, back);
    }
    const Matter& unchanged = would != nullptr ? back : view.matter;
    if (!tell_not_understood({came, unchanged, came_now_, view.identity, came_[found].at}, findings_)) {
      ++plan_.refused;
      told.state = PlannedMatter::State::left_out;
      plan_.matters.push_back(std::move(told));
      return;
    }
    std::set<std::string> rows = rows_;
    for (const MatterDraft::Disagreement& said : came_now_.disagreements) {
      if (said.there == 0 && said.path.last().kind == Kind::list) rows.insert(plain_path(said.path));
      if (said.said != count_in(view.matter, said.path)) tell_disagreement(came_now_, said, findings_);
    }
    if (!says_the_same(content_of_scalar(unchanged.standard), content_of_scalar(came.standard))) {
      Diagnostic& d = findings_.add("field-value", Severity::warning, came_[found].at,
                                    {"“{}”改认领另一个标准：取自标准的值会变，写完后请再导入一次",
                                     "'{}' is bound to another standard entry: values that are taken from it change; "
                                     "import once more after this"},
                                    view.identity);
      d.matter = view.identity;
    }
    Patch patch = patch_of({view.matter, file.source, unchanged, came, would != nullptr, rows, whole_texts_});
    writer.change(std::move(told), std::move(patch), file, number, at, findings_);
  }

  /// What the catalog has not.
  void fresh(IncomingMatters& incoming, std::size_t i, ImportWriter& writer) {
    const Came& came = came_[i];
    if (known_.contains(came.known) || known_.contains(came.key)) {
      ++plan_.refused;
      const std::string name = shown(came.known);
      const bool held_back = held_back_.contains(came.known) || held_back_.contains(came.key);
      Diagnostic& d = findings_.add(
          "code-duplicate", Severity::error, came.at,
          held_back ? WordsFor<const std::string&>{"目录中已有“{}”，但它现在不送这个平台，不知道改了什么",
                                                   "the catalog has '{}', but does not send it to this platform now"}
                    : WordsFor<const std::string&>{"目录中已有“{}”，这一行的事项标识却是别的",
                                                   "the catalog has '{}' under another identity than this row says"},
          name);
      d.matter = name;
      return;
    }
    const std::optional<std::string>& home = came.standard ? homes_.new_entries : homes_.new_matters;
    if (families_ ? !home.has_value() : !homes_.in_catalog) {
      ++plan_.refused;
      Diagnostic& d =
          findings_.add("field-value", Severity::error, came.at,
                        {"“{}”是新的，但“{}”里有几个目录：--into 要写它属于哪一个",
                         "'{}' is new, and '{}' holds several catalogs: --into must name the one it belongs to"},
                        came.key.empty() ? shown(came.known) : came.key, options_.into);
      d.matter = shown(came.known);
      return;
    }
    incoming.again(i, came_now_);
    for (const MatterDraft::Disagreement& said : came_now_.disagreements) tell_disagreement(came_now_, said, findings_);
    if (homes_.entries) bind_incoming(came_now_, bound_);
    Arena arena;
    Matter m;
    read_matter(came_now_.doc, came_now_.root, arena, m);
    PlannedMatter told;
    told.state = PlannedMatter::State::added;
    told.matter = came.standard ? came.known : identity(m).empty() ? came.key : std::string(identity(m));
    told.name = display_name(m);
    std::string name = came.standard ? entry_file_name(came_now_.doc, came_now_.root) : incoming.file_name(came_now_);
    if (families_ && !home->empty()) name.insert(0, *home + "/");
    writer.add(std::move(told), came_now_, name, findings_);
  }

  const ImportIntoOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ImportPlan& plan_;
  Collector findings_;
  std::vector<Came> came_;
  std::unordered_map<std::string, std::size_t> by_key_, by_code_;  // the latter of those without a key
  std::unordered_map<std::string, std::size_t> by_name_;           // of those without a code
  std::set<std::string> known_, held_back_;  // matters of the catalog; those that do not go to the platform
  std::set<std::string> twice_;              // codes that several rows have
  std::set<std::string> rows_;
  ImportHomes homes_;
  bool families_ = false;
  std::string_view key_name_;  // of families: the column that joins their tables
  std::size_t entries_passed_over_ = 0, matters_passed_over_ = 0;
  std::vector<FieldPath> whole_texts_;
  bool standards_ = false;
  std::optional<ImportPairs> pairs_;  // of documents
  bool part_ = false;                 // who did not come may be unchanged
  bool damaged_ = false;              // what came and is not in the catalog may be in what could not be read of it
  IncomingMatter came_now_;
  BoundTexts bound_;
};

}  // namespace

ImportPlan import_into(const ImportIntoOptions& options, const RunOptions& run, Sources& sources) {
  ImportPlan plan;
  Into(options, run, sources, plan)();
  return plan;
}

}  // namespace matter
