#include "ops/workbook_apply.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "model/read.h"
#include "ops/import_homes.h"
#include "ops/import_known.h"
#include "ops/import_pairs.h"
#include "ops/import_patch.h"
#include "ops/import_understood.h"
#include "ops/import_write.h"
#include "ops/load.h"
#include "ops/way_back.h"
#include "ops/workbook_book.h"
#include "ops/workbook_sides.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

/// A matter that is read again from rows, and lasts until the next one is.
struct Again {
  IncomingMatter record;
  Arena arena;
  Matter matter;

  void read(IncomingMatters& from, std::size_t number, const Vocabulary* words) {
    from.again(number, record);
    read(record, words);
  }
  void read(IncomingMatter& one, const Vocabulary* words) {
    arena.clear();
    one.doc.vocabulary = words;
    matter = {};
    read_matter(one.doc, one.root, arena, matter);
  }
};

/// What the workbook has of one matter: numbers of the readings.
struct Pair {
  static constexpr std::size_t none = ~std::size_t{0};
  std::size_t came = none, was = none;
  bool met = false;  ///< the catalog has it
};

class Apply {
 public:
  Apply(const WorkbookApplyOptions& options, const RunOptions& run, Sources& sources, ImportPlan& plan)
      : options_(options), run_(run), sources_(sources), plan_(plan), findings_(run.lang) {
    const fs::path into(options.into);
    folder_ = fs::is_directory(into) ? options.into : into.has_parent_path() ? into.parent_path().string() : ".";
  }

  void operator()() {
    plan_.source = options_.file;
    plan_.into = options_.into;
    plan_.from_workbook = true;
    plan_.platform = workbook_platform;
    if (open_book(options_.file, sources_, findings_, book_)) {
      plan_.mapping_version = book_.mapping->version;
      plan();
    }
    plan_.findings = findings_.take();
    if (book_.came != nullptr) place_findings(*book_.came, plan_.findings);
  }

 private:
  void plan() {
    read();
    if (failed() || book_.came->lacks_rows()) return;
    const SaidColumns said = book_.came->said(false);
    book_.was->read_only(said);
    back_.emplace(*book_.mapping, run_.today, said, said, false);
    find_rows(said);
    plan_.columns = book_.came->counts();
    ImportWriter writer(folder_, run_.lang, sources_, plan_);
    catalog(writer);
    lost();
    for (std::size_t i = 0; i < came_.size(); ++i) {
      if (!came_[i].met && pairs_[came_[i].key].was == Pair::none) fresh(i, writer);
    }
    if (failed()) return;
    const bool allowed = plan_.conflicts() == 0 && (options_.confirmed || plan_.asking() == 0);
    writer.finish(options_.write && allowed, findings_);
  }

  [[nodiscard]] bool failed() const { return findings_.any(Severity::error); }

  struct Came {
    std::string key, known;
    Location at;
    bool met = false;
  };

  void read() {
    Again one;
    using Outcome = IncomingMatters::Outcome;
    for (auto is = book_.came->next(one.record); is != Outcome::end; is = book_.came->next(one.record)) {
      ++plan_.records;
      if (is == Outcome::refused) {
        ++plan_.refused;
        continue;
      }
      one.read(one.record, nullptr);
      pairs_[one.record.key].came = came_.size();
      came_.push_back({one.record.key, known_by(one.matter, false), one.record.at});
    }
    plan_.refused += book_.came->finish();
    Collector unheard(run_.lang);
    for (std::size_t n = 0; book_.was->next(one.record) == Outcome::matter; ++n) pairs_[one.record.key].was = n;
    for (const TakenCell& cell : book_.base.taken) {
      const Column& column = book_.mapping->tables[cell.at.table].columns[cell.at.column];
      if (!column.is(FunctionId::presence)) taken_.emplace(std::pair(cell.key, plain_path(column.path)), &cell);
    }
    for (std::size_t i = 0; i < book_.base.matters.size(); ++i) by_identity_.emplace(book_.base.matters[i].identity, i);
  }

  /// Lists whose items are rows, where no column says how many there are: one that lost its last row is empty.
  void find_rows(const SaidColumns& said) {
    const Mapping& mapping = *book_.mapping;
    const std::vector<Column>& columns = mapping.tables[0].columns;
    for (const MappedTable& table : mapping.tables) {
      if (table.each.count == 0) continue;
      bool counted = false;
      for (std::size_t i = 0; i < columns.size(); ++i)
        counted = counted || (columns[i].is(FunctionId::presence) && columns[i].path == table.each && said[0][i]);
      if (!counted) rows_.insert(plain_path(table.each));
    }
    for_each_column(mapping.tables, [&](const Column& column) {
      if (column.lossy && column.read.count != 0) whole_texts_.push_back(column.read);
    });
  }

  void catalog(ImportWriter& writer) {
    Workspace work;
    open_workspace({options_.into}, run_, sources_, work, findings_);
    const LoadSummary read =
        for_each_matter(work, run_, sources_, findings_,
                        [&](const MatterView& view, const LoadedFile& file) { one(view, file, writer); });
    for (const CatalogFile& file : work.discovery.files) {
      writer.exists(sources_.name(file.source));
      if (words_ == nullptr) words_ = sources_.vocabulary(file.source);
    }
    if (read.damaged == 0) return;
    findings_.add("yaml-syntax", Severity::error, {},
                  {"目录中有 {} 个文件没有读懂，其中的事项可能就是工作簿里的：先改正它们",
                   "{:file} of the catalog could not be understood, and may hold what is in the workbook: correct that "
                   "first"},
                  Counted{read.damaged});
  }

  /// What the workbook was made of, for a matter of the catalog: of several of its identity the one of its file.
  const WorkbookMatter* made_of(const MatterView& view, std::string_view file) {
    const auto [from, to] = by_identity_.equal_range(std::string(view.identity));
    const std::string below = fs::path(file).lexically_relative(options_.into).generic_string();
    const WorkbookMatter* found = nullptr;
    for (auto at = from; at != to; ++at) {
      const WorkbookMatter& one = book_.base.matters[at->second];
      if (pairs_[one.key].met) continue;
      if (found == nullptr || (one.file == below && found->file != below)) found = &one;
    }
    return found;
  }

  void one(const MatterView& view, const LoadedFile& file, ImportWriter& writer) {
    const std::string_view name = sources_.name(file.source);
    const WorkbookMatter* const made = made_of(view, name);
    if (made == nullptr) {
      known_.insert(std::string(view.identity));
      known_.insert(known_by(view.matter, view.standard));
      return;
    }
    Pair& pair = pairs_[made->key];
    pair.met = true;
    const auto number = static_cast<std::size_t>(std::find(file.nodes.begin(), file.nodes.end(), view.matter.node) -
                                                 file.nodes.begin());
    Arena arena;
    Matter written;
    read_matter(file.document, view.matter.node, arena, written);
    const Location at = written.name.mark.absent() ? written.mark.at() : written.name.at();
    PlannedMatter told;
    told.matter = view.identity;
    told.name = display_name(view.matter);
    told.file = name;
    if (pair.was == Pair::none) return;
    const Vocabulary* const words = sources_.vocabulary(file.source);
    was_.read(*book_.was, pair.was, words);
    const bool stale = print_of(written).text() != made->print;
    if (stale) since(written, view, words, name);
    if (pair.came == Pair::none) {
      told.asks = true;
      if (stale) told.since = since_;
      writer.gone(std::move(told), file, number, at, true, findings_);
      return;
    }
    came_[pair.came].met = true;
    came_again_.read(*book_.came, pair.came, words);
    const Location record = came_[pair.came].at;
    if (!tell_not_understood({came_again_.matter, was_.matter, came_again_.record, view.identity, record}, findings_)) {
      ++plan_.refused;
      return;
    }
    tell_disagreements();
    const Patch patch = patch_of({was_.matter, no_source, was_.matter, came_again_.matter, true, rows_, whole_texts_});
    if (patch.edits.empty() && patch.kept.empty()) {
      ++plan_.same;
      return;
    }
    if (stale) {
      told.since = since_;
      told.conflicts = conflicts_of(patch.changes, since_);
      told.asks = told.conflicts.empty() && !told.since.empty();
    }
    Patch due = patch_of({written, file.source, was_.matter, came_again_.matter, true, rows_, whole_texts_});
    for (PlannedChange& change : due.changes) {
      change.asks = must_ask(change);
      tell_taken(made->key, change);
    }
    writer.change(std::move(told), std::move(due), file, number, at, findings_);
  }

  /// What the workbook showed of the standard entry where the file had nothing.
  void tell_taken(const std::string& key, PlannedChange& change) const {
    if (change.kind != PlannedChange::Kind::added) return;
    const auto found = taken_.find({key, change.field});
    if (found == taken_.end()) return;
    change.kind = PlannedChange::Kind::changed;
    change.before = found->second->text;
    change.inherited = true;
  }

  /// What changed in the catalog since the workbook was made.
  void since(const Matter& written, const MatterView& view, const Vocabulary* words, std::string_view file) {
    since_.clear();
    const IncomingMatter* const now = back_->of({written, view.context, view.identity, file});
    if (now == nullptr) return;
    now_.read(*const_cast<IncomingMatter*>(now), words);
    since_ = patch_of({was_.matter, no_source, was_.matter, now_.matter, true, rows_, whole_texts_}).changes;
  }

  /// Who adds or takes away rows need not correct their number; who writes another number meant something.
  void tell_disagreements() {
    for (const MatterDraft::Disagreement& said : came_again_.record.disagreements) {
      if (said.said != count_in(was_.matter, said.path)) tell_disagreement(came_again_.record, said, findings_);
    }
  }

  /// Matters of the workbook that the catalog has no more.
  void lost() {
    for (const WorkbookMatter& made : book_.base.matters) {
      const Pair& pair = pairs_[made.key];
      if (pair.met || pair.came == Pair::none || pair.was == Pair::none) continue;
      was_.read(*book_.was, pair.was, nullptr);
      came_again_.read(*book_.came, pair.came, nullptr);
      const bool edited =
          !patch_of({was_.matter, no_source, was_.matter, came_again_.matter, true, rows_, whole_texts_}).edits.empty();
      Diagnostic& d = findings_.add(
          "field-value", edited ? Severity::error : Severity::info, came_[pair.came].at,
          {"目录里已经没有“{}”（写出工作簿以后删了，或改了编码）：这一行{}",
           "the catalog has no '{}' any more (it went, or got another code, since the workbook was made): this row {}"},
          made.identity,
          edited ? say(run_.lang, {"改不了", "cannot be applied"}) : say(run_.lang, {"不算", "does not count"}));
      d.matter = made.identity;
    }
  }

  /// What the catalog has not.
  void fresh(std::size_t i, ImportWriter& writer) {
    const Came& came = came_[i];
    if (known_.contains(came.key) || known_.contains(came.known)) {
      findings_.add("code-duplicate", Severity::error, came.at,
                    {"目录里已有“{}”，写出工作簿时却没有它：重新写出一份再改",
                     "the catalog has '{}', which the workbook had not: write a new workbook and change that"},
                    came.key);
      return;
    }
    if (!homes_) homes_ = find_homes(folder_, sources_);
    if (!homes_->in_catalog) {
      findings_.add("field-value", Severity::error, came.at,
                    {"“{}”是新的，“{}”却不是一个目录：要写它属于哪一个目录",
                     "'{}' is new, and '{}' is no catalog: name the one it belongs to"},
                    came.key, options_.into);
      return;
    }
    came_again_.read(*book_.came, i, words_);
    const Matter nothing;
    if (!tell_not_understood({came_again_.matter, nothing, came_again_.record, came.key, came.at}, findings_)) {
      ++plan_.refused;
      return;
    }
    PlannedMatter told;
    told.state = PlannedMatter::State::added;
    told.matter = identity(came_again_.matter).empty() ? came.key : std::string(identity(came_again_.matter));
    told.name = display_name(came_again_.matter);
    writer.add(std::move(told), came_again_.record, book_.came->file_name(came_again_.record), findings_);
  }

  const WorkbookApplyOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ImportPlan& plan_;
  Collector findings_;
  WorkbookBook book_;
  std::string folder_;
  std::vector<Came> came_;
  std::unordered_map<std::string, Pair> pairs_;                            // by key
  std::unordered_multimap<std::string, std::size_t> by_identity_;          // of what the workbook was made of
  std::set<std::string> known_;                                            // of the catalog, and not of the workbook
  std::map<std::pair<std::string, std::string>, const TakenCell*> taken_;  // by key and field
  std::set<std::string> rows_;
  std::vector<FieldPath> whole_texts_;
  std::optional<WayBack> back_;
  std::optional<ImportHomes> homes_;
  const Vocabulary* words_ = nullptr;  // of new matters
  Again was_, came_again_, now_;
  std::vector<PlannedChange> since_;  // of the matter at hand
};

}  // namespace

ImportPlan apply_workbook(const WorkbookApplyOptions& options, const RunOptions& run, Sources& sources) {
  ImportPlan plan;
  Apply(options, run, sources, plan)();
  return plan;
}

}  // namespace matter
