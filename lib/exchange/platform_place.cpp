#include <algorithm>

#include "doc/json_write.h"
#include "exchange/guide/export.h"
#include "exchange/platform_export.h"
#include "exchange/row_changes.h"
#include "exchange/sql_rows.h"

// The half of PlatformExport that places what was made: into which file, whether at all, and behind what.

namespace matter {

namespace {

constexpr std::string_view matters_schema = "matter.matters/1";

}  // namespace

/// The file of a table; samples have files of their own, so that they never mix with what is real.
std::size_t PlatformExport::open(std::size_t table, bool sample) {
  const bool one_file = !run_.rows_only && (sink_ != nullptr || kind_of(mapping_.medium).one_file);
  if (one_file) table = 0;
  std::size_t& at = opened_[table * 2 + (sample ? 1 : 0)];
  if (at != 0) return at - 1;
  ExportFile& file = files_.emplace_back();
  file.table = one_file               ? std::string_view("catalog")
               : mapping_.whole_model ? std::string_view("matters")
                                      : mapping_.tables[table].name;
  file.sample = sample;
  file.name = std::string(file.table).append(sample ? ".sample" : "").append(kind_of(mapping_.medium).suffix);
  if (mapping_.whole_model) {
    file.pending.append(R"({"schema":)");
    append_json_string(file.pending, matters_schema);
    file.pending.append(sample ? R"(,"sample":true)" : "").append(R"(,"matters":[)");
  } else if (one_file) {
    if (sink_ == nullptr) {
      whole_[sample ? 1 : 0] = make_file(sample);
      whole_[sample ? 1 : 0]->begin([&file](std::string_view bytes) { file.pending += bytes; });
    }
  } else if (mapping_.medium == Medium::jsonld) {
    begin_graph(mapping_, file.pending);
  } else {
    write_heading(mapping_, mapping_.tables[table], file.pending);
  }
  at = files_.size();
  return at - 1;
}

std::unique_ptr<TableFile> PlatformExport::make_file(bool sample) const {
  if (mapping_.medium == Medium::sql) return make_sql_script(mapping_, sample);
  if (mapping_.medium == Medium::sqlite) return make_sqlite_file(mapping_, run_.today, sample);
  return std::make_unique<WorkbookRows>(mapping_, run_.today, sample);
}

std::string PlatformExport::document_name(const MadeMatter& made) {
  return names_.make(made.name, std::string(made.sample ? ".sample" : "").append(kind_of(mapping_.medium).suffix));
}

/// The file of one matter.
std::size_t PlatformExport::open_document(const MadeMatter& made, const MappedTable& table) {
  ExportFile& file = files_.emplace_back();
  file.table = table.name;
  file.sample = made.sample;
  file.whole = true;
  file.name = document_name(made);
  return files_.size() - 1;
}

void PlatformExport::place_left_out(std::size_t reason, std::size_t matters, std::size_t never_said) {
  if (reason >= left_out_.size()) return;
  left_out_[reason].matters += matters;
  left_out_[reason].never_said += never_said;
}

Added PlatformExport::begin_placing(MadeMatter& made) {
  if (state_ == nullptr) return Added::yes;
  state_->begin(std::move(made.state));
  if (state_->wanted()) return Added::yes;
  open_files(made);
  return Added::same;
}

/// An export in which nothing changed has the same files, without rows.
void PlatformExport::open_files(const MadeMatter& made) {
  if (guide_ != nullptr) return;
  if (mapping_.whole_model) static_cast<void>(open(0, made.sample));
  for (const std::uint32_t table : made.tables) {
    if (mapping_.documents())
      static_cast<void>(document_name(made));  // those of others do not depend on what changed
    else
      static_cast<void>(open(table, made.sample));
  }
}

Added PlatformExport::place(MadeMatter& made) {
  if (made.added == Added::withheld)
    losses_.begin({}, {});  // see withhold
  else
    losses_.begin(made.identity, made.file);
  for (const MadeLoss& one : made.losses) {
    Loss& loss = losses_.add(one.why, one.table, one.column, one.field);
    loss.count = one.count;
    loss.length = one.length;
    loss.limit = one.limit;
  }
  if (made.added != Added::yes) return made.added;
  if (!made.config.empty()) configurations_.try_emplace(made.catalog, made.config);
  const bool incomplete = made.state.incomplete;
  if (begin_placing(made) == Added::same) {
    for (const MadeRow& row : made.rows) count_same(row);
    return Added::same;
  }
  if (guide_ != nullptr) guide_->place(made.guide, made.sample);
  if (mapping_.whole_model) place_json(made, made.rows.at(0));
  std::size_t at = 0;
  for (const std::uint32_t table : made.tables) {
    begin_table(made, table);
    for (; at < made.rows.size() && made.rows[at].table == table; ++at) place_row(made.rows[at], made.sample);
  }
  if (state_ != nullptr && !incomplete) remove(state_->left());
  return Added::yes;
}

void PlatformExport::place_json(const MadeMatter& made, const MadeRow& row) {
  ExportFile& file = files_[open(0, made.sample)];
  file.pending.append(file.rows++ == 0 ? "\n" : ",\n").append(row.bytes);
  if (made.catalog.empty() || !catalogs_placed_.insert(made.catalog).second) return;
  const auto known = configurations_.find(made.catalog);
  catalogs_.push_back(known == configurations_.end() ? made.config : known->second);
}

void PlatformExport::begin_table(const MadeMatter& made, std::size_t table) {
  if (mapping_.documents())
    document_ = open_document(made, mapping_.tables[table]);
  else
    static_cast<void>(open(table, made.sample));
}

void PlatformExport::place_row(MadeRow& made, bool sample) {
  const MappedTable& table = mapping_.tables[made.table];
  RowOperation operation = RowOperation::insert;
  if (told_[made.table]) {
    const RowChanges::Is is = state_->row(table, made.key, made.content);
    if (is == RowChanges::Is::same) return count_same(made);
    if (is == RowChanges::Is::changed) operation = RowOperation::update;
  }
  ExportFile& file = files_[mapping_.documents() ? document_ : open(made.table, sample)];
  if (TableFile* const whole = whole_[sample ? 1 : 0].get(); whole != nullptr) {
    row_cells_.take(std::move(made.texts));
    row_cells_.tell_run(table, operation, {}, cells_);
    whole->add(table, row_cells_.texts(), state_ != nullptr && state_->follows(),
               [&file](std::string_view bytes) { file.pending += bytes; });
  } else {
    if (mapping_.medium == Medium::jsonld) file.pending += file.rows == 0 ? "\n" : ",\n";
    append_made(mapping_, made, operation, cells_, file.pending);
  }
  ++file.rows;
  ++rows_[made.table];
}

void PlatformExport::remove(const ExportedMatter& gone) {
  if (state_->shares_rows(gone))
    shared_.push_back(gone);
  else
    remove_rows(gone, gone.identity);
}

/// Of several matters with one code, when all are known: rows whose keys none has that stays. Each goes once.
void PlatformExport::remove_shared() {
  for (ExportedMatter& gone : shared_) {
    for (auto& [table, rows] : gone.rows)
      std::erase_if(rows, [&, &of = table](const ExportedRow& row) { return state_->holds(of, row.key); });
    const std::size_t code = gone.again ? gone.identity.rfind('#') : std::string::npos;
    remove_rows(gone, std::string_view(gone.identity).substr(0, code));
    state_->hold(gone);
  }
  shared_.clear();
}

void PlatformExport::remove_rows(const ExportedMatter& gone, std::string_view identity) {
  for (const auto& [name, rows] : gone.rows) {
    const auto at = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                 [&name = name](const MappedTable& table) { return table.name == name; });
    const auto number = static_cast<std::size_t>(at - mapping_.tables.begin());
    if (at == mapping_.tables.end() || !told_[number]) continue;
    ExportFile& file = files_[open(number, gone.sample)];
    for (const ExportedRow& row : rows) {
      const std::vector<std::string> texts = removal_texts(*at, identity, row.key, cells_);
      if (TableFile* const whole = whole_[gone.sample ? 1 : 0].get(); whole != nullptr)
        whole->remove(*at, texts, [&file](std::string_view bytes) { file.pending += bytes; });
      else
        append_removal(mapping_, *at, texts, file.pending);
      ++file.rows;
    }
  }
}

void PlatformExport::finish(const std::function<void(std::size_t)>& full) {
  if (guide_ != nullptr) return guide_->finish();
  remove_shared();
  if (mapping_.whole_model) {
    for (ExportFile& file : files_) {
      file.pending += file.rows == 0 ? "]" : "\n]";
      file.pending += R"(,"catalogs":[)";
      for (std::size_t i = 0; i < catalogs_.size(); ++i)
        file.pending.append(i == 0 ? "\n" : ",\n").append(catalogs_[i]);
      file.pending += catalogs_.empty() ? "]}\n" : "\n]}\n";
    }
    return;
  }
  for (std::size_t i = 0; i < files_.size(); ++i) {
    ExportFile& file = files_[i];
    if (TableFile* const whole = whole_[file.sample ? 1 : 0].get(); whole != nullptr) {
      whole->finish([&](std::string_view bytes) {
        file.pending += bytes;
        if (full) full(i);
      });
    }
    if (mapping_.medium == Medium::jsonld) file.pending += "\n]}\n";
  }
  for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
    if (rows_[i] == 0) continue;
    for (const Column& column : mapping_.tables[i].columns) {
      const bool filled = column.mapped() || column.function != nullptr || column.constant || column.fallback ||
                          !column.text.empty() || !column.object.empty();
      if (!filled && column.required) {
        losses_.add_column(LossReason::no_field, mapping_.tables[i].name, column.name, rows_[i]);
      }
    }
  }
}

}  // namespace matter
