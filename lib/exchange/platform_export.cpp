#include "exchange/platform_export.h"

#include <algorithm>

#include "doc/json_tree.h"
#include "doc/json_write.h"
#include "exchange/guide/export.h"
#include "exchange/redact.h"
#include "exchange/row_changes.h"
#include "exchange/sql_rows.h"
#include "exchange/takes.h"
#include "exchange/tree.h"

namespace matter {

namespace {

constexpr std::string_view matters_schema = "matter.matters/1";

bool is_sample(const ExportInput& input) {
  return input.matter.sample.yes() || (input.context.catalog != nullptr && input.context.catalog->config.sample.yes());
}

bool takes(const MappedTable& table, const ExportInput& input) {
  if (table.standard != input.standard) return false;
  return table.types.empty() ||
         std::find(table.types.begin(), table.types.end(), input.matter.type.value) != table.types.end();
}

}  // namespace

PlatformExport::PlatformExport(const Mapping& mapping, ExportRun run, Losses& losses, RowTaker* sink)
    : mapping_(mapping), run_(run), losses_(losses), cells_(mapping_, run_, losses_), sink_(sink) {
  const std::size_t tables = mapping.whole_model ? 1 : mapping.tables.size();
  opened_.resize(tables * 2);
  for (const Takes& takes : mapping.takes) left_out_.push_back({&takes});
  left_out_.emplace_back();
  if (mapping.is_guide()) {
    guide_ = std::make_unique<GuideExport>(mapping_, run_, cells_, losses_, files_);
    return;
  }
  rows_.resize(tables);
  keys_ = mapping.medium == Medium::jsonld;
  for (const MappedTable& table : mapping.tables) keys_ = keys_ || table.column_of(FunctionId::identity) != nullptr;
  for (std::size_t table = 0; table < tables && !mapping.documents(); ++table) static_cast<void>(open(table, false));
}

PlatformExport::~PlatformExport() = default;

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
      whole_[sample ? 1 : 0] = make_taker(sample);
      whole_[sample ? 1 : 0]->begin([&file](std::string_view bytes) { file.pending += bytes; });
    }
  } else if (mapping_.medium == Medium::jsonld) {
    begin_graph(mapping_, file.pending);
  } else {
    write_heading(mapping_, mapping_.tables[table], file.pending);
  }
  file.head = file.pending.size();
  file.number = table;
  at = files_.size();
  return at - 1;
}

std::unique_ptr<RowTaker> PlatformExport::make_taker(bool sample) const {
  if (mapping_.medium == Medium::sql) return make_sql_script(mapping_, sample);
  if (mapping_.medium == Medium::sqlite) return make_sqlite_file(mapping_, run_.today, sample);
  return std::make_unique<WorkbookRows>(mapping_, run_.today, sample);
}

/// As the mapping names imported files.
std::string PlatformExport::document_name(const ExportInput& input, bool sample) {
  std::string wish;
  for (const TemplatePart& part : mapping_.file_name) {
    if (part.path.count == 0) {
      wish += part.literal;
      continue;
    }
    visit_path(part.path, static_cast<const void*>(&input.matter), [&](const Trail&, const Field&, const void* at) {
      for (const char c : static_cast<const Scalar*>(at)->text) wish += c == '/' ? '_' : c;
    });
  }
  const std::size_t name = wish.rfind('/') + 1;
  const std::size_t begin = wish.find_first_not_of('-', name);
  if (begin != std::string::npos) wish.erase(name, begin - name);
  return names_.make(wish.empty() ? input.identity : std::string_view(wish),
                     std::string(sample ? ".sample" : "").append(kind_of(mapping_.medium).suffix));
}

/// The file of one matter.
std::size_t PlatformExport::open_document(const ExportInput& input, const MappedTable& table, bool sample) {
  ExportFile& file = files_.emplace_back();
  file.table = table.name;
  file.sample = sample;
  file.whole = true;
  file.name = document_name(input, sample);
  return files_.size() - 1;
}

bool PlatformExport::comes_in_pieces(const Mapping& mapping) {
  return mapping.medium == Medium::csv || mapping.medium == Medium::jsonl || mapping.medium == Medium::jsonld ||
         mapping.medium == Medium::json;
}

void PlatformExport::paste(std::size_t table, bool sample, std::string_view bytes, std::uint64_t rows) {
  if (table >= rows_.size()) return;
  ExportFile& file = files_[open(table, sample)];
  const bool separated = mapping_.whole_model || mapping_.medium == Medium::jsonld;
  if (separated && bytes.starts_with(',')) bytes.remove_prefix(1);
  if (separated && file.rows != 0 && rows != 0) file.pending += ',';
  file.pending += bytes;
  file.rows += rows;
  rows_[table] += static_cast<std::uint32_t>(rows);
}

void PlatformExport::paste_left_out(std::size_t reason, std::size_t matters, std::size_t never_said) {
  if (reason >= left_out_.size()) return;
  left_out_[reason].matters += matters;
  left_out_[reason].never_said += never_said;
}

/// Whether it is a matter for this platform; counts what is not.
bool PlatformExport::wants(const ExportInput& input) {
  const auto holds = [&](const MappedTable& table) { return table.standard == input.standard; };
  if (input.standard && !mapping_.whole_model && std::none_of(mapping_.tables.begin(), mapping_.tables.end(), holds)) {
    ++left_out_.back().matters;
    return false;
  }
  for (std::size_t i = 0; i < mapping_.takes.size(); ++i) {
    const Takes& takes = mapping_.takes[i];
    if (meets(takes, input.matter, run_.today)) continue;
    ++left_out_[i].matters;
    if (input.context.not_carried(to_text(takes.path))) ++left_out_[i].never_said;
    return false;
  }
  return true;
}

Added PlatformExport::add(const ExportInput& input) {
  losses_.begin(input.identity, input.file);
  if (!wants(input)) return Added::left_out;
  const Named& publicity = input.matter.publicity;
  if (mapping_.for_public && (publicity.is("涉密") || publicity.is("不公开"))) {
    losses_.add(LossReason::withheld, {}, {}, "publicity");
    return Added::withheld;
  }
  if (input.incomplete) losses_.add(LossReason::incomplete, {}, {}, {});
  if (!mapping_.for_public) return add_all(input);
  Arena arena;
  Matter shown;
  const auto left_out = [this](std::string_view path) { losses_.add(LossReason::withheld, {}, {}, path); };
  if (!redact(input.matter, arena, shown, left_out)) {
    losses_.add(LossReason::withheld, {}, {}, "withheld");
    return Added::withheld;
  }
  const ExportInput left = {shown, input.context, input.identity, input.file, input.standard, input.incomplete};
  if (!wants(left)) return Added::left_out;  // what it was taken for is withheld
  return add_all(left);
}

Added PlatformExport::add_all(const ExportInput& input) {
  if (state_ != nullptr) {
    state_->begin(input, is_sample(input));
    if (!state_->wanted()) {
      open_files(input);
      return Added::same;
    }
  }
  Added added = Added::yes;
  if (guide_ != nullptr) {
    add_guide(input);
  } else if (mapping_.whole_model) {
    add_json(input, is_sample(input));
  } else {
    added = add_rows(input, is_sample(input));
  }
  if (state_ != nullptr) remove(state_->left());
  return added;
}

/// An export in which nothing changed has the same files, without rows.
void PlatformExport::open_files(const ExportInput& input) {
  if (guide_ != nullptr) return;
  if (mapping_.documents()) {
    static_cast<void>(document_name(input, is_sample(input)));  // those of others do not depend on what changed
    return;
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (mapping_.whole_model || takes(mapping_.tables[i], input)) static_cast<void>(open(i, is_sample(input)));
  }
}

void PlatformExport::remove(const ExportedMatter& gone) {
  if (mapping_.medium != Medium::csv || gone.again) return;
  for (const auto& [name, keys] : gone.rows) {
    const auto at = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                 [&name = name](const MappedTable& table) { return table.name == name; });
    if (at == mapping_.tables.end() || at->column_of(FunctionId::operation) == nullptr) continue;
    ExportFile& file = files_[open(static_cast<std::size_t>(at - mapping_.tables.begin()), gone.sample)];
    for (const std::string& key : keys) {
      append_removal(*at, gone.identity, key, cells_, file.pending);
      ++file.rows;
    }
  }
}

void PlatformExport::add_guide(const ExportInput& input) {
  guide_->add({input.matter, input.context, input.file, is_sample(input), input.incomplete});
  takers_.assign(mapping_.tables.size(), true);
  cover_of(takers_).report(input.matter, losses_);
}

void PlatformExport::add_json(const ExportInput& input, bool sample) {
  ExportFile& file = files_[open(0, sample)];
  file.pending += file.rows++ == 0 ? "\n" : ",\n";
  tree_.clear(no_source, {});
  TreeBuilder builder(tree_);
  write_json(tree_, to_tree(input.matter, TreeForm::json, builder), file.pending);
  const Catalog* const catalog = input.context.catalog;
  if (catalog == nullptr || catalog->config_file == nullptr || !catalogs_seen_.insert(catalog).second) return;
  const Document& doc = catalog->config_file->document;
  if (doc.roots.empty()) return;
  write_json(doc, doc.roots[0], catalogs_.emplace_back());
}

Added PlatformExport::add_rows(const ExportInput& input, bool sample) {
  if (kind_of(mapping_.medium).keyed && !identities_.insert(std::string(input.identity)).second) {
    losses_.add(LossReason::same_identity, {}, {}, {});
    return Added::twice;
  }
  takers_.assign(mapping_.tables.size(), false);
  RowContext row;
  row.matter = &input.matter;
  row.catalog = &input.context;
  row.identity = input.identity;
  row.sample = sample;
  const bool once = kind_of(mapping_.medium).keyed;
  const std::string key = state_ != nullptr ? state_->identity()
                          : once            ? std::string(input.identity)
                          : keys_           ? unique(input.identity)
                                            : std::string();
  row.key = key;
  bool any = false;
  for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
    const MappedTable& table = mapping_.tables[i];
    if (!takes(table, input)) continue;
    any = true;
    takers_[i] = true;
    ExportFile& file = files_[mapping_.documents() ? open_document(input, table, sample) : open(i, sample)];
    const std::uint64_t before = file.rows;
    if (table.each.count == 0) {
      write_row(table, file, row);
    } else {
      write_rows(table, file, row);
    }
    rows_[i] += static_cast<std::uint32_t>(file.rows - before);
  }
  if (!any) {
    losses_.add(LossReason::no_table, {}, {}, "type");
    return Added::yes;
  }
  cover_of(takers_).report(input.matter, losses_);
  return Added::yes;
}

void PlatformExport::write_rows(const MappedTable& table, ExportFile& file, RowContext row) {
  const void* record = row.matter;
  for (std::size_t i = 0; i + 1U < table.each.count; ++i) record = member(*table.each.fields[i], record);
  const Field& field = table.each.last();
  const AnyList& list = list_of(field, record);
  if (!list.given()) return;
  const bool asked = mapping_.medium == Medium::jsonld || table.column_of(FunctionId::row_id) != nullptr;
  std::vector<std::string> seen;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    row.item = item_of(field, list, i);
    row.order = i + 1;
    if (!asked) {  // no column tells equal items apart
      write_row(table, file, row);
      continue;
    }
    std::string identity = item_identity(field, row.item);
    row.same_before = static_cast<std::uint32_t>(std::count(seen.begin(), seen.end(), identity));
    seen.push_back(std::move(identity));
    row.item_identity = seen.back();
    write_row(table, file, row);
  }
}

void PlatformExport::write_row(const MappedTable& table, ExportFile& file, RowContext row) {
  if (const Column* const key = state_ != nullptr ? row_key(table) : nullptr; key != nullptr) {
    row.operation = state_->row(table, cells_.make(table, *key, row));
    if (key->is(FunctionId::row_id) && !mapping_.spreadsheet) row.row_id = state_->last_key();
  }
  if (RowTaker* const taker = sink_ != nullptr ? sink_ : whole_[file.sample ? 1 : 0].get(); taker != nullptr) {
    taker->add(table, row, cells_, [&file](std::string_view bytes) { file.pending += bytes; });
  } else if (mapping_.documents()) {
    write_document(mapping_, table, row, cells_, file.pending);
  } else if (mapping_.medium == Medium::jsonld) {
    append_node(mapping_, table, row, cells_, file.rows == 0, file.pending);
  } else {
    append_row(mapping_, table, row, cells_, file.pending);
  }
  ++file.rows;
}

/// The identity, with a number behind it where an earlier matter has the same.
std::string PlatformExport::unique(std::string_view identity) {
  std::string key(identity);
  for (std::size_t n = 2; !identities_.insert(key).second; ++n) key = std::string(identity) + "#" + std::to_string(n);
  return key;
}

Cover& PlatformExport::cover_of(const std::vector<bool>& tables) {
  std::unique_ptr<Cover>& cover = covers_[tables];
  if (cover != nullptr) return *cover;
  cover = std::make_unique<Cover>();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i]) cover->add(mapping_.tables[i], mapping_.is_guide());
  }
  return *cover;
}

void PlatformExport::finish(const std::function<void(std::size_t)>& full) {
  if (guide_ != nullptr) return guide_->finish();
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
    if (RowTaker* const taker = whole_[file.sample ? 1 : 0].get(); taker != nullptr) {
      taker->finish([&](std::string_view bytes) {
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
