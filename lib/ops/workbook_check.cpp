#include "ops/workbook_check.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "catalog/catalog.h"
#include "catalog/catalog_data.h"
#include "doc/yaml_writer.h"
#include "media/xlsx_mark.h"
#include "model/read.h"
#include "ops/workbook_apply.h"
#include "ops/workbook_book.h"
#include "ops/workbook_cells.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

class Check {
 public:
  Check(const WorkbookCheckOptions& options, const RunOptions& run, Sources& sources, WorkbookCheck& made)
      : options_(options), run_(run), sources_(sources), made_(made), findings_(run.lang) {}

  void operator()() {
    const bool opened = open_book(options_.file, sources_, findings_, book_) && read();
    if (opened) {
      cells_.emplace(*book_.mapping, book_.texts);
      made_.catalog = !options_.into.empty() ? options_.into : fs::exists(book_.base.source) ? book_.base.source : "";
      made_.catalog.empty() ? check_alone() : check_applied();
    }
    if (options_.mark && cells_) mark();
    std::vector<Diagnostic> readers = findings_.take();
    if (book_.came != nullptr) place_findings(*book_.came, readers);
    for (Diagnostic& d : readers) made_.result.findings.push_back(std::move(d));
    conclude();
  }

 private:
  struct Came {
    std::string key, text;
    bool sample = false;
  };

  /// The matters of the workbook, and what rules call them.
  bool read() {
    IncomingMatter one;
    using Outcome = IncomingMatters::Outcome;
    for (auto is = book_.came->next(one); is != Outcome::end; is = book_.came->next(one)) {
      if (is == Outcome::refused) continue;
      Arena arena;
      Matter m;
      read_matter(one.doc, one.root, arena, m);
      Came& came = came_.emplace_back(Came{one.key, {}, one.sample});
      write_yaml(one.doc, one.root, came.text);
      key_of_.emplace(identity(m), one.key);
      key_of_.emplace(one.key, one.key);
    }
    for (const WorkbookMatter& was : book_.base.matters) key_of_.emplace(was.identity, was.key);
    static_cast<void>(book_.came->finish());
    return !findings_.any(Severity::error);
  }

  /// The catalog as it would be.
  void check_applied() {
    const ImportPlan plan = apply_workbook({options_.file, made_.catalog, true, false}, run_, sources_);
    if (!plan.complete) {
      made_.result.findings = plan.findings;
      return;
    }
    std::set<std::string> gone(plan.deleted.begin(), plan.deleted.end());
    std::vector<const SetFile*> fresh;
    for (const SetFile& file : plan.files) {
      changed_.insert(file.path);
      if (file.before.empty()) {
        fresh.push_back(&file);
      } else {
        sources_.stand_in(file.path, file.after);
      }
    }
    const auto find = [&](Collector& findings) {
      Discovery found = discover({made_.catalog}, sources_, findings);
      std::erase_if(found.files,
                    [&](const CatalogFile& f) { return gone.contains(std::string(sources_.name(f.source))); });
      for (const SetFile* const file : fresh) add(*file, found);
      return found;
    };
    take(validate(find, run_, sources_));
  }

  /// A file that is not there yet, in the catalog that its folder is in.
  void add(const SetFile& file, Discovery& found) {
    std::uint32_t catalog = 0;
    std::size_t deepest = 0;
    for (std::uint32_t i = 0; i < found.catalogs.size(); ++i) {
      if (found.catalogs[i]->standard) continue;
      const std::string root = fs::path(found.catalogs[i]->root).lexically_normal().string();
      const bool above = root == "." || fs::path(file.path).lexically_normal().string().starts_with(root);
      if (above && root.size() >= deepest) {
        catalog = i;
        deepest = root.size();
      }
    }
    const SourceId source = sources_.add_text(SourceKind::memory, file.path, file.after);
    if (found.catalogs.empty())
      found.catalogs.push_back(std::make_unique<Catalog>(catalog_of_path(made_.catalog, sources_, findings_)));
    if (const auto& data = found.catalogs[catalog]->data) sources_.set_vocabulary(source, data->vocabulary);
    found.files.push_back({source, catalog});
  }

  /// Without a catalog: what would be taken from a standard entry is not known.
  void check_alone() {
    take(validate(
        [&](Collector&) {
          Discovery found;
          found.catalogs.push_back(std::make_unique<Catalog>());
          for (const Came& one : came_) {
            const std::string name = options_.file + ":" + one.key;
            changed_.insert(name);
            found.files.push_back({sources_.add_text(SourceKind::memory, name, one.text), 0});
          }
          return found;
        },
        run_, sources_));
    NotChecked& alone = made_.result.not_checked.emplace_back();
    alone.what = "catalog";
    alone.reason =
        book_.base.source.empty()
            ? say(run_.lang, {"没有给目录：取自标准的值和与其他事项的关系没有查",
                              "no catalog was given: values of standard entries and other matters are not known"})
            : say(run_.lang,
                  {"没有给目录，“{}”也不在：取自标准的值和与其他事项的关系没有查",
                   "no catalog was given, and '{}' is not there: values of standard entries and other "
                   "matters are not known"},
                  book_.base.source);
    alone.count = came_.size();
  }

  /// Of all findings those of matters in the workbook, at their cells.
  void take(ValidateResult result) {
    for (Diagnostic& d : result.findings) {
      const auto key = key_of_.find(d.matter);
      const auto place = key != key_of_.end() ? cells_->find(key->second, d.field) : std::nullopt;
      if (!place) continue;
      const std::string& text = cells_->text_at(*place);
      d.at = {source_of(cells_->name_of(*place, sources_), text), {0, static_cast<std::uint32_t>(text.size())}};
      if (d.fix && d.hint.empty()) d.hint = d.fix->what;
      d.fix.reset();
      for (Note& note : d.notes) {
        if (note.at.known() && changed_.contains(std::string(sources_.name(note.at.source)))) note.at = {};
      }
      places_.push_back(*place);
      made_.result.findings.push_back(std::move(d));
    }
    made_.result.not_checked = std::move(result.not_checked);
    made_.result.suppressed = result.suppressed;
    made_.result.complete = result.complete;
    in_order();
  }

  SourceId source_of(const std::string& cell, const std::string& text) {
    const auto known = sources_of_.find(cell);
    if (known != sources_of_.end()) return known->second;
    return sources_of_.emplace(cell, sources_.add_text(SourceKind::memory, cell, text)).first->second;
  }

  /// As people go through the sheets.
  void in_order() {
    std::vector<std::size_t> order(places_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto rank = [&](std::size_t i) {
        return std::make_tuple(places_[i].table, places_[i].row, places_[i].column);
      };
      return rank(a) < rank(b);
    });
    std::vector<Diagnostic> findings;
    std::vector<WorkbookPlace> places;
    for (const std::size_t i : order) {
      findings.push_back(std::move(made_.result.findings[i]));
      places.push_back(places_[i]);
    }
    made_.result.findings = std::move(findings);
    places_ = std::move(places);
  }

  void conclude() {
    ValidateResult& result = made_.result;
    result.files = 1;
    result.matters = came_.size();
    for (const Diagnostic& d : result.findings) {
      ++(d.severity == Severity::error     ? result.errors
         : d.severity == Severity::warning ? result.warnings
                                           : result.infos);
    }
  }

  /// The workbook as it came, with words at its cells.
  void mark() {
    std::vector<CellMark> marks;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Diagnostic& d = made_.result.findings[i];
      const auto [column, row] = cells_->cell_at(places_[i]);
      const std::string_view table = sources_.name(book_.texts.tables[places_[i].table].source);
      std::string text = d.message;
      if (!d.hint.empty()) text += "\n→ " + d.hint;
      marks.push_back({std::string(table.substr(options_.file.size() + 1)), column, row, d.severity == Severity::error,
                       text + " [" + std::string(d.rule) + "]"});
    }
    FileReader reader;
    auto bytes = mark_workbook(sources_.read_bytes(sources_.add_file(options_.file), reader), marks);
    if (bytes) made_.marked = std::move(*bytes);
    if (!bytes)
      findings_.add("field-type", Severity::error, {},
                    {"{}：批注或样式读不懂，标不出来；另存一次再试",
                     "{}: its notes or looks are not understood, and it cannot be marked; save it again and retry"},
                    options_.file);
  }

  const WorkbookCheckOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  WorkbookCheck& made_;
  Collector findings_;
  WorkbookBook book_;
  std::optional<WorkbookCells> cells_;
  std::vector<Came> came_;
  std::map<std::string, std::string, std::less<>> key_of_;  // by what rules call a matter
  std::map<std::string, SourceId> sources_of_;
  std::set<std::string> changed_;      // files that are not on the disk as they are checked
  std::vector<WorkbookPlace> places_;  // of the findings
};

}  // namespace

WorkbookCheck check_workbook(const WorkbookCheckOptions& options, const RunOptions& run, Sources& sources) {
  WorkbookCheck made;
  Check(options, run, sources, made)();
  return made;
}

}  // namespace matter
