#include "ops/workbook_export.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "exchange/ids.h"
#include "exchange/platform_export.h"
#include "model/named.h"
#include "model/read.h"
#include "ops/import_pairs.h"
#include "ops/load.h"

namespace matter {

namespace {

constexpr std::size_t most_names = 12;  // of items that are named in a note

bool is_mine(const Matter& m, const std::string& agency) {
  return agency.empty() || m.agency.name.text == agency || m.agency.code.text == agency;
}

/// Whether the field at the end of a path must be there, in this record: what stands around it is there, or must be.
bool demanded(const FieldPath& path, std::size_t from, const void* record, Family family) {
  for (std::size_t i = from; i < path.count; ++i) {
    const Field& field = *path.fields[i];
    const Mark& mark = mark_of(field, record);
    const bool last = i + 1U == path.count;
    const bool required = field.required.has(family) && field.instead.empty();
    if (last) return required && mark.absent();
    if (field.kind != Kind::record || mark.none() || (mark.absent() && !required)) return false;
    record = member(field, record);
  }
  return false;
}

class Collecting {
 public:
  Collecting(const WorkbookExportOptions& options, const RunOptions& run, Sources& sources, WorkbookExport& made)
      : options_(options),
        run_(run),
        sources_(sources),
        made_(made),
        to_(made.content),
        findings_(run.lang),
        written_(*to_.mapping, {run.today}, losses_),
        effective_(*to_.mapping, {run.today}, losses_) {}

  void operator()() {
    to_.rows.resize(to_.mapping->tables.size());
    Workspace work;
    open_workspace({options_.path}, run_, sources_, work, findings_);
    words(work);
    const LoadSummary read = for_each_matter(work, run_, sources_, findings_,
                                             [&](const MatterView& view, const LoadedFile& file) { one(view, file); });
    made_.complete = read.damaged == 0;
    to_.base = to_.rows;
  }

  Collector& findings() { return findings_; }

 private:
  /// What the catalogs add to the named values.
  void words(const Workspace& work) {
    std::set<const Vocabulary*> known;
    for (const CatalogFile& file : work.discovery.files) {
      const Vocabulary* const words = sources_.vocabulary(file.source);
      if (words == nullptr || !known.insert(words).second) continue;
      for (const NamedList& list : named_lists()) {
        for (const NamedValue* value : words->values(list)) {
          std::vector<std::string>& names = to_.words[std::string(list.id)];
          if (std::find(names.begin(), names.end(), value->name) == names.end()) names.emplace_back(value->name);
        }
      }
    }
  }

  void one(const MatterView& view, const LoadedFile& file) {
    ++made_.matters;
    if (options_.empty_rows || file.document.damaged || !is_mine(view.matter, options_.agency)) return;
    Arena arena;
    Matter written;
    read_matter(file.document, view.matter.node, arena, written);
    const std::string_view name = sources_.name(file.source);
    MadeMatter own = written_.make({written, view.context, view.identity, name});
    look_for_room(view);
    const MadeMatter whole = effective_.make({view.matter, view.context, view.identity, name});
    losses_.list.clear();
    losses_.matters.clear();
    if (own.added != Added::yes) return;
    WorkbookMatter& known = to_.matters.emplace_back();
    known.identity = view.identity;
    known.key = unique(known.identity);
    known.name = display_name(view.matter);
    known.file = std::filesystem::path(name).lexically_relative(options_.path).generic_string();
    known.print = print_of(written).text();
    known.standard = written.standard.text;
    to_.samples += view.matter.sample.yes() ? 1U : 0U;
    const std::size_t row = to_.rows[0].size();
    std::vector<std::size_t> first;
    for (const auto& table : to_.rows) first.push_back(table.size());
    for (MadeRow& made : own.rows) place(std::move(made), known);
    taken(whole, known.key, row);
    if (!view.standard) lacking(view.matter, written, row, first);
  }

  /// What no cell can hold is in none: whoever fills it in would write over what he has not seen.
  void look_for_room(const MatterView& view) {
    for (const Loss& loss : losses_.list) {
      if (loss.limit == 0) continue;
      made_.fits = false;
      findings_.add("field-value", Severity::error, {view.matter.mark.source, view.matter.mark.value},
                    {"{}：“{}”有 {} 个字，一个格子最多放 {} 个", "{}: {} has {} characters, and a cell holds {}"},
                    view.identity, loss.column, loss.length, loss.limit);
    }
  }

  std::string unique(const std::string& identity) {
    std::string key = identity;
    for (std::size_t n = 2; !keys_.insert(key).second; ++n) key = identity + "#" + std::to_string(n);
    return key;
  }

  void place(MadeRow&& made, const WorkbookMatter& of) {
    const MappedTable& table = to_.mapping->tables[made.table];
    const Column* const identity = table.column_of(FunctionId::identity);
    made.texts[static_cast<std::size_t>(identity - table.columns.data())] = of.key;
    for (std::size_t c = 0; made.table != 0 && c < table.columns.size(); ++c) {  // whose it is, for people
      const Column& column = table.columns[c];
      if (column.mapped() && column.inside == 0 && made.texts[c].empty()) made.texts[c] = of.name;
    }
    to_.rows[made.table].push_back(std::move(made.texts));
  }

  /// What the row of the matter says only by the standard entry.
  void taken(const MadeMatter& whole, const std::string& key, std::size_t row) {
    const auto main = std::find_if(whole.rows.begin(), whole.rows.end(), [](const MadeRow& r) { return r.table == 0; });
    if (main == whole.rows.end()) return;
    const std::vector<Column>& columns = to_.mapping->tables[0].columns;
    for (std::uint32_t c = 0; c < columns.size(); ++c) {
      if (!columns[c].mapped() || main->texts[c].empty() || !to_.rows[0][row][c].empty()) continue;
      std::string items = columns[c].is(FunctionId::presence) ? names(whole, columns[c].path) : std::string();
      to_.taken.push_back({{0, static_cast<std::uint32_t>(row), c}, key, main->texts[c], std::move(items)});
    }
  }

  /// What the items of a list are called: 申请表、身份证.
  [[nodiscard]] std::string names(const MadeMatter& whole, const FieldPath& list) const {
    std::string all;
    std::size_t count = 0;
    for (const MadeRow& row : whole.rows) {
      const MappedTable& table = to_.mapping->tables[row.table];
      if (row.table == 0 || !(table.each == list)) continue;
      const auto called = std::find_if(table.columns.begin(), table.columns.end(),
                                       [&](const Column& c) { return c.mapped() && c.inside != 0; });
      if (called == table.columns.end() || ++count > most_names) continue;
      all.append(all.empty() ? "" : "、").append(row.texts[static_cast<std::size_t>(called - table.columns.begin())]);
    }
    return count > most_names ? all + "……" : all;
  }

  void lacking(const Matter& m, const Matter& written, std::size_t row, const std::vector<std::size_t>& first) {
    const Family family = family_of(m);
    for (std::uint32_t t = 0; t < to_.mapping->tables.size(); ++t) {
      const MappedTable& table = to_.mapping->tables[t];
      if (t == 0) {
        demand(table, t, 0, &m, family, row);
      } else if (table.each.count == 1) {  // its rows are the items of the list, in their order
        const Field& list = table.each.last();
        const AnyList& items = list_of(list, &written);
        for (std::uint32_t i = 0; i < items.count && first[t] + i < to_.rows[t].size(); ++i)
          demand(table, t, table.each.count, item_of(list, items, i), family, first[t] + i);
      }
    }
  }

  void demand(const MappedTable& table, std::uint32_t t, std::size_t inside, const void* record, Family family,
              std::size_t row) {
    for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
      const Column& column = table.columns[c];
      if (!column.mapped() || column.inside != inside || !to_.rows[t][row][c].empty()) continue;
      if (demanded(column.path, inside, record, family)) to_.lacking.push_back({t, static_cast<std::uint32_t>(row), c});
    }
  }

  const WorkbookExportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  WorkbookExport& made_;
  WorkbookContent& to_;
  Collector findings_;
  Losses losses_;
  PlatformExport written_, effective_;
  std::set<std::string> keys_;
};

}  // namespace

WorkbookExport export_workbook(const WorkbookExportOptions& options, const RunOptions& run, Sources& sources) {
  WorkbookExport made;
  Collector mistakes(run.lang);
  made.content.mapping = load_mapping(workbook_platform, sources, mistakes);
  made.content.source = options.path;
  made.content.day = run.today;
  Collecting collecting(options, run, sources, made);
  collecting();
  made.findings = collecting.findings().take();
  return made;
}

}  // namespace matter
